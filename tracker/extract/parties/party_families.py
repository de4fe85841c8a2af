"""Political parties by the names of their family: "the Socialists" of the Socialist Party, "the Liberals" of a Liberal
Initiative, "Social Democratic leader X"."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import KnownName, NameBook, NameSort

# Words of a house or state before a party's name, which make no other party of it: "the House Democrats".
_OF_A_STATE = {"american", "congressional", "house", "senate", "state", "u.s.", "us"}
_FAMILIES = {"Christian Democrats", "Social Democrats"}
_PARTY = "Party"
_DEMOCRATIC, _DEMOCRATS = "Democratic", "Democrats"
# A name that parties of many states bear, and what an article that means the packaged one names too.
_BORNE_BY_MANY: dict[tuple[str, ...], set[str]] = {("Democratic", "Party"): {"United States", "Republicans"}}


def longer_names(tree: Tree, spans: Iterable[NameSpan]) -> tuple[list[NameSpan], list[UnknownName]]:
    """The packaged names but for those that are the end of another party's or another state's party, and those others'
    whole names: "Social Democratic Party" is no Democratic Party, nor is Seoul's."""
    kept, whole = list[NameSpan](), list[UnknownName]()
    spans = list(spans)
    ends, told = {span.last for span in spans}, {span.known.party for span in spans}
    for span in spans:
        before = span.first - 1
        is_party = span.last - span.first > 1 and tree.words[span.last - 1] == _PARTY and before > 0
        if (
            is_party
            and before + 1 not in ends
            and tree.words[before][:1].isupper()
            and tree.words[before].isalpha()
            and tree.sentence[before] == tree.sentence[before - 1] == tree.sentence[span.first]
            and tree.pos[before] in {"ADJ", "PROPN"}
            and tree.lower[before] not in _OF_A_STATE
        ):
            whole.append(UnknownName(before, span.last, tree.text(before, span.last), "ORG"))
        elif not _BORNE_BY_MANY.get(span.known.words, told) & told:
            whole.append(UnknownName(span.first, span.last, tree.text(span.first, span.last), "ORG"))
        else:
            kept.append(span)
    return kept, whole


def family_names(spans: Iterable[NameSpan], names: Sequence[UnknownName], alone: Iterable[str]) -> dict[str, Side]:
    """What an article calls its parties for short, among the words that stand alone in it: "Socialists" and "Socialist"
    for the Socialist Party, "Liberals" for the Liberal Initiative; only where one party of the article is meant."""
    named = [(span.known.words, span.side) for span in spans if span.is_side and len(span.known.words) > 1]
    named += [(tuple(n.text.split()), Side(n.text, PartyKind.ORGANISATION)) for n in names if n.last - n.first > 1]
    alone, found = set(alone), dict[str, dict[str, Side]]()
    for words, side in named:
        if side.kind is not PartyKind.ORGANISATION or not words[-1].isalpha():
            continue
        forms = {f"{words[0]}s"} | ({words[0]} if words[1:] == (_PARTY,) else set())
        for form in forms & alone:
            found.setdefault(form, {})[side.name] = side
    return {form: next(iter(sides.values())) for form, sides in found.items() if len(sides) == 1}


def among_parties(
    tree: Tree, names: Sequence[UnknownName], acronyms: Mapping[str, Side], led: Container[str]
) -> dict[str, PartyKind]:
    """The longer names that stand for parties, of an article that names one as such: those that have leaders (`led` by
    persons whom the article names), and those that it tells of in one breath with it, "the Greens and the Liberal
    Initiative signed"."""
    longer = [n for n in names if n.last - n.first > 1 and n.entity not in {"PERSON", "GPE"}]
    parties = {n.last - 1 for n in longer if tree.words[n.last - 1] == _PARTY}
    if not parties:
        return {}
    parties |= {k for k, w in enumerate(tree.words) if w in acronyms and acronyms[w].kind is PartyKind.ORGANISATION}
    found = {}
    for name in longer:
        head, of = name.last - 1, tree.before_phrase(name.first - 1)
        linked = {*tree.conjuncts(head), *([tree.head[head]] if tree.dep[head] == "conj" else [])}
        is_led = name.text in led or (of > 0 and tree.lower[of] == "of" and tree.lemma[of - 1] == "leader")
        if is_led or (head not in parties and linked & parties):
            found[name.text] = PartyKind.ORGANISATION
    return found


def by_family(spans: list[NameSpan], book: NameBook) -> list[NameSpan]:
    """Names of a family of parties as the one member that the article names: "the Christian Democrats" of the CDA."""
    told = {span.known.party for span in spans}
    found = []
    for span in spans:
        family = span.known.party.removesuffix("s") if span.known.party in _FAMILIES else ""
        members = [
            party for party in sorted(told) if family and party not in _FAMILIES and book.is_called(party, family)
        ]
        if len(members) == 1:
            span = replace(span, known=replace(span.known, party=members[0]))
        found.append(span)
    return found


def of_family(spans: Iterable[NameSpan], names: Sequence[UnknownName]) -> list[NameSpan]:
    """Names of a family of parties as the one member that the article names: "the Social Democrats" of the Social
    Democratic Party."""
    found = []
    for span in spans:
        first, _, last = span.known.party.rpartition(" ")
        stem = f"{first} {_DEMOCRATIC} " if first and last == _DEMOCRATS else ""
        members = {name.text for name in names if stem and name.text.startswith(stem)}
        if len(members) == 1:
            span = replace(span, known=replace(span.known, party=members.pop()))
        found.append(span)
    return found


def with_adjectives(
    tree: Tree, spans: list[NameSpan], unknown: list[UnknownName]
) -> tuple[list[NameSpan], list[UnknownName]]:
    """The packaged and the unknown names, with the adjective of a party of such a family as a name of it: "Social
    Democratic leader X" beside the Social Democratic Party."""
    parties = {name.text.removesuffix(f" {_PARTY}"): name.text for name in unknown if name.text.endswith(f" {_PARTY}")}
    within = {i for name in unknown if name.last - name.first > 1 for i in range(name.first, name.last)}
    within |= {i for span in spans for i in range(span.first, span.last)}
    adjectives = list[NameSpan]()
    for last, word in enumerate(tree.words):
        first, text = last - 1, tree.text(last - 1, last + 1) if last else ""
        if word == _DEMOCRATIC and text in parties and not {first, last} & within:
            words = (tree.words[first], word)
            known = KnownName(words, NameSort.ADJECTIVE, parties[text], PartyKind.ORGANISATION)
            adjectives.append(NameSpan(first, last + 1, known))
    inside = {span.first for span in adjectives}
    kept = [name for name in unknown if name.first not in inside]
    return sorted((*spans, *adjectives), key=lambda span: span.first), kept

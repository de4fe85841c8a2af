"""What an article shortens: parts of longer names, adjectives of unknown places; names that the model joins."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules import word_class
from tracker.rules.parties import PartyNouns, head_of_name
from tracker.rules.parties.towns import town_names

_DEMONYM_ENDINGS = ("n", "i", "ese", "ish", "ic")
# A stem shorter than this would make a demonym of any word.
_SHORTEST_STEM = 4
# Beside a minister's charge, what somebody may head: "head of delegation X".
_CHARGES = {"and", "delegation", "mission", "staff"}
# What stands before places only.
_LOCAL = {"in", "near", "into", "around", "outside", "towards", "toward", "inside"}
# What is done to places rather than to groups of men.
_SHELL = {"bomb", "bombard", "shell", "besiege"}
# What the model takes companies for.
_WORKS = {"LAW", "PRODUCT", "WORK_OF_ART"}
# What the model takes towns for.
_MISREAD = {"NORP", "PRODUCT", ""}
_PAIR = 2


def short_names(
    spans: Iterable[NameSpan],
    unknown: Iterable[UnknownName],
    kinds: set[PartyKind],
    nouns: PartyNouns,
    alone: Container[str],
) -> dict[str, Side]:
    """Parts of longer names that stand alone elsewhere: "United" after "United Airlines", "the Observatory" after
    "the Syrian Observatory for Human Rights" where only one name of the article has that word. `alone` are the
    single words that the article writes as names or with a capital."""
    spans = list(spans)
    unknown = list(unknown)
    found: dict[str, Side] = {}
    for span in (s for s in spans if s.is_side and s.known.kind in kinds and len(s.known.words) > 1):
        if span.known.words[0] in alone:
            found.setdefault(span.known.words[0], span.side)
        if _ends_alone(span.known.words, alone, nouns):
            found.setdefault(span.known.words[-1], span.side)
    bodies: dict[str, dict[str, Side]] = {}
    firms = {u.text for u in unknown if nouns.kind_of_name(u.text.lower()) is PartyKind.COMPANY and " " in u.text}
    begun = [name.split()[0] for name in firms]
    for name in firms:  # "Saimaa" after "Saimaa Air"
        word = name.split()[0]
        if word in alone and begun.count(word) == 1 and nouns.kind_of_name(word.lower()) is PartyKind.UNKNOWN:
            found.setdefault(word, Side(name, PartyKind.COMPANY))
    named = [(span.known.words, span.side) for span in spans if span.is_side]
    named += [(tuple(u.text.split()), Side(u.text, nouns.kind_of_name(u.text.lower()))) for u in unknown]
    for words, side in named:
        for word in words:
            if len(words) > 1 and word in alone and nouns.kind_of_name(word.lower()) is not PartyKind.UNKNOWN:
                bodies.setdefault(word, {})[side.name] = side
    found.update({word: next(iter(sides.values())) for word, sides in bodies.items() if len(sides) == 1})
    return found


def _ends_alone(words: tuple[str, ...], alone: Container[str], nouns: PartyNouns) -> bool:
    """Whether an article shortens a name of two words to the second, no word for a sort of body: "Bahn"."""
    return len(words) == _PAIR and words[1] in alone and nouns.kind_of_name(words[1].lower()) is PartyKind.UNKNOWN


def in_full(tree: Tree, unknown: Iterable[UnknownName], taken: Sequence[bool], nouns: PartyNouns) -> list[UnknownName]:
    """The names with the first word that the tagger took for an adjective: "Red Dawn commander X" beside "the group Red
    Dawn", or where the model finds one entity; an association of two trades with the first of them."""
    unknown = [_with_both_trades(tree, name, nouns) for name in unknown]
    whole = {name.text for name in unknown if name.last - name.first > 1}

    def full(name: UnknownName) -> UnknownName:
        before = name.first - 1
        if before < 0 or tree.pos[before] != "ADJ" or taken[before] or not tree.words[before][:1].isupper():
            return name
        text, is_one = tree.text(before, name.last), bool(name.entity) and tree.entity[before] == name.entity != "NORP"
        return replace(name, first=before, text=text) if text in whole or is_one else name

    return [full(name) for name in unknown]


def _with_both_trades(tree: Tree, name: UnknownName, nouns: PartyNouns) -> UnknownName:
    """ "Nurses and Midwives Organisation", of which the model makes nurses and a body."""
    first = name.first - 2
    if first < 0 or tree.lower[name.first - 1] not in {"and", "&"} or not tree.words[first].istitle():
        return name
    head = head_of_name(name.text.lower())
    is_body = head in nouns.associations or nouns.kind_of_name(head) is PartyKind.UNION
    if not is_body or tree.lower[first].rstrip("s") not in nouns.workers:
        return name
    return replace(name, first=first, text=tree.text(first, name.last))


def title_of_charge(tree: Tree, last: int, nouns: PartyNouns) -> int | None:
    """Where the title ends whose charge ends at a token: "Secretary-General" in "Secretary-General for Human Rights";
    None where no charge ends there."""
    at = last
    while at > 1 and tree.lower[at] in nouns.portfolios | _CHARGES:
        at -= 1
    is_charge = at < last and tree.lower[at] in {"for", "of"} and tree.lower[at - 1] in nouns.last_title_words
    return at - 1 if is_charge else None


def without_charges(tree: Tree, unknown: Iterable[UnknownName], nouns: PartyNouns) -> list[UnknownName]:
    """The names without what their bearer is charged with: "the Secretary-General for Human Rights X"."""
    found = []
    for name in unknown:
        charge = (k for k in range(name.last, name.first, -1) if title_of_charge(tree, k - 1, nouns) is not None)
        first = next(charge, name.first)
        if first == name.first:
            found.append(name)
        elif first < name.last:
            found.append(replace(name, first=first, text=tree.text(first, name.last), entity="PERSON"))
    return found


def heads_apart(tree: Tree, unknown: Iterable[UnknownName], nouns: PartyNouns) -> list[UnknownName]:
    """The names, a body and the person beside it as two: "the leader of the Osa Front Tom Ndege", "Ndege of the Osa
    Front", which the model takes for one."""
    found = []
    for name in unknown:
        if name.last - name.first == 1:
            found.append(name)
            continue
        bodies = [k for k in range(name.first, name.last) if nouns.kind_of_name(tree.lower[k]) is not PartyKind.UNKNOWN]
        of = tree.before_phrase(name.first - 1) if name.first else 0
        is_headed = of > 0 and tree.lower[of] in {"of", "for"} and tree.lower[of - 1] in nouns.last_title_words
        end = bodies[-1] + 1 if bodies and bodies[-1] > name.first and is_headed else name.last
        linked = next((k for k in range(name.first + 1, name.last) if tree.lower[k] == "of"), name.last)
        if end < name.last and all(tree.pos[k] == "PROPN" for k in range(end, name.last)):
            found.append(replace(name, last=end, text=tree.text(name.first, end), entity="ORG"))
            found.append(replace(name, first=end, text=tree.text(end, name.last), entity="PERSON"))
        elif bodies and linked < bodies[0] and all(tree.tag[k] == "NNP" for k in range(name.first, linked)):
            first = linked + 1 + (tree.lower[linked + 1] == "the")
            found.append(replace(name, last=linked, text=tree.text(name.first, linked), entity="PERSON"))
            found.append(replace(name, first=first, text=tree.text(first, name.last), entity="ORG"))
        else:
            found.append(name)
    return found


def with_towns(tree: Tree, unknown: Sequence[UnknownName], called: Container[str]) -> list[UnknownName]:
    """The names, those that the model takes for products in one place and for bodies in another as bodies, and those
    of towns that the article has not `called` anything else as places: the model takes many for
    nationalities, bodies or persons. Where the article does not tell that it is a town, a person's name needs words for
    a place before it somewhere ("near Kherson"), and no longer name that holds it ("Abraham Lincoln")."""
    bodies = {name.text for name in unknown if name.entity == "ORG"}
    unknown = [replace(u, entity="ORG") if u.entity in _WORKS and u.text in bodies else u for u in unknown]
    within = {word for name in unknown if name.last - name.first > 1 for word in name.text.split()}
    placed = {name.text for name in unknown if name.first and tree.lower[name.first - 1] in _LOCAL}
    told = {name.text for name in unknown if name.entity != "GPE" and _is_told_to_be_a_town(tree, name)}
    acting = {name.text for name in unknown if any(tree.dep[k] == "nsubj" for k in range(name.first, name.last))}
    shelled = {name.text for name in unknown if name.entity != "PERSON" and _is_shelled(tree, name.last - 1)}
    told |= {text for text in shelled - acting - within if text.istitle() and " " not in text}

    def read(name: UnknownName) -> UnknownName:
        is_sure = name.entity in _MISREAD or (name.entity == "PERSON" and name.text in placed)
        is_alone = name.last - name.first == 1 and name.text not in within and not name.text.isupper()
        is_town = name.text in told or (is_alone and is_sure and name.text in town_names())
        return replace(name, entity="GPE") if is_town and name.text not in called else name

    return [read(name) for name in unknown]


def _is_told_to_be_a_town(tree: Tree, name: UnknownName) -> bool:
    """Whether the words beside a name tell that it is a place: "X, a garrison town", "the border town of X", "X fell to
    the rebels"."""
    of = name.first - 1
    if of > 0 and tree.lower[of] == "of" and tree.lemma[of - 1] in word_class("towns") | word_class("sites_of"):
        return True
    head = next((k for k in range(name.first, name.last) if not name.first <= tree.head[k] < name.last), name.first)
    if any(tree.dep[c] == "appos" and tree.lemma[c] in word_class("towns") for c in tree.children[head]):
        return True
    fell = tree.dep[head] == "nsubj" and tree.lemma[tree.head[head]] == "fall"
    return fell and bool(tree.objects(tree.head[head], "to"))


def _is_shelled(tree: Tree, head: int) -> bool:
    """Whether what a name is hit by hits places: "the air force bombed X", "shells fell on X"."""
    over = tree.head[head]
    if tree.dep[head] == "dobj":
        return tree.lemma[over] in _SHELL
    falls = tree.lower[over] == "on" and tree.lemma[tree.head[over]] in {"fall", "rain"}
    return falls and any(tree.lemma[c] in word_class("weapon") for c in tree.children[tree.head[over]])


def demonyms(tree: Tree, unknown: Iterable[UnknownName], called: Mapping[str, PartyKind]) -> dict[int, Side]:
    """Adjectives of places that no list knows, by token: "Tarvian" beside "Tarvia" stands for it. `called` tells what
    the article calls a name that the model may take for a person's."""
    single = [u for u in unknown if u.last - u.first == 1]
    places = sorted({u.text for u in single if u.entity != "PERSON" or called.get(u.text) is PartyKind.STATE})
    stems = {place.rstrip("aeiouy"): place for place in places if len(place.rstrip("aeiouy")) >= _SHORTEST_STEM}
    found: dict[int, Side] = {}
    for i, word in enumerate(tree.words):
        if not word[:1].isupper() or tree.pos[i] not in {"ADJ", "PROPN", "NOUN"} or not word.endswith(_DEMONYM_ENDINGS):
            continue
        stem = next((s for s in stems if word.startswith(s) and word != stems[s] and len(word) - len(s) <= 5), None)
        if stem is not None:
            found[i] = Side(stems[stem], PartyKind.STATE)
    return found

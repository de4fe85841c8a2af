"""Whether a state's name or adjective owns what follows, or begins the name of a body of its own; adjectives."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns, load_countries, load_name_book

# How many words of description may stand between a nation and the name of its body, the possessive's "'s" among them.
_BETWEEN = 3
# Words of names that organs of several states bear.
# What makes a group armed, whose people are told otherwise.
_ARMED = {
    "armed",
    "guerrilla",
    "insurgent",
    "jihadist",
    "militant",
    "opposition",
    "rebel",
    "separatist",
    "terror",
    "terrorist",
}
_COMMON_ORGANS = {"commons", "ministry", "office", "parliament", "senate"}


def may_own(tree: Tree, span: NameSpan, nouns: PartyNouns) -> bool:
    """Whether a name owns what follows: not one before a hyphen ("UK-based") or after one ("non-Syrian")."""
    words, last = tree.words, span.last
    if span.first and words[span.first - 1] == "-":
        return False
    if last + 1 < len(words) and words[last] == "-":
        return tree.lower[last + 1] in nouns.places.owning_suffixes
    return True


def body_of_nation(
    tree: Tree,
    span: NameSpan,
    span_at: Mapping[int, NameSpan],
    unknown_at: Mapping[int, UnknownName],
    nouns: PartyNouns,
) -> tuple[Side, int] | None:
    """The body whose name a state's adjective begins ("German Farmers Association") or tells apart ("the Swedish Left
    Party", "Mali's rebel Northern Front", "Syrian aid group Osa"), and where it ends; None for the state's own organs
    ("Iranian Foreign Ministry", "Peru's Central Bank")."""
    is_adjective, first = span.known.sort is NameSort.ADJECTIVE, span.last
    if not is_adjective and tree.words[first : first + 1] not in (["'s"], ["'"]):
        return None
    first += not is_adjective
    while (
        first < min(span.last + _BETWEEN, len(tree.pos))
        and tree.pos[first] in {"ADJ", "NOUN"}
        and tree.words[first].islower()
    ):
        first += 1
    known = span_at.get(first)
    if known is not None and known.is_side and known.known.sort is NameSort.NAME:
        return (known.side, known.last) if known.known.kind is not PartyKind.STATE else None
    name = unknown_at.get(first)
    told = tree.lemma[first - 1] if first > span.last else ""
    if name is not None and name.first == first and nouns.is_body(told) and _is_civil(tree.lower[span.last : first]):
        kinds = [kind for kind, words in nouns.anaphors.items() if told in words]
        return Side(name.text, kinds[0] if len(kinds) == 1 else PartyKind.ORGANISATION), name.last
    if name is None or name.first != first or name.entity in {"PERSON", "DATE", "TIME", "GPE", "LOC"}:
        return None
    words = tree.lower[name.first : name.last]
    front = words[: words.index("of")] if "of" in words else words  # "Chambers of Commerce"
    plain = {*front, *(word.removesuffix("s") for word in front)}
    kind = nouns.kind_of_name(" ".join(words))
    if plain & (nouns.organs | nouns.organ_qualifiers | nouns.state_bodies):
        return None
    is_body = kind is not PartyKind.UNKNOWN or (name.entity == "ORG" and len(words) > 1)
    start = span.first if is_adjective and first == span.last else name.first
    return (Side(tree.text(start, name.last), kind), name.last) if is_body else None


def _is_civil(words: Sequence[str]) -> bool:
    """Whether nothing arms the body that words tell: "aid group", not "rebel group"."""
    return not _ARMED & set(words)


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return load_name_book().adjectives() | {state.name: state.adjective for state in load_countries()}


def adjective(party: str) -> str:
    """What stands before a noun for a party: "Syrian", "Verizon"."""
    return _adjectives().get(party, party)


def with_own_organs(tree: Tree, spans: list[NameSpan]) -> list[NameSpan]:
    """The names of an article; those of a state's organ that other states have too are the state's before or behind
    them: "the Russian Ministry of Defence", "the Foreign Office of Chad" are not London's."""
    found = []
    for place, span in enumerate(spans):
        is_organ = span.known.sort is NameSort.ORGAN and span.known.kind is PartyKind.STATE
        if is_organ and _COMMON_ORGANS & set(tree.lower[span.first : span.last]):
            before = spans[place - 1] if place and _owns(tree, spans[place - 1], span) else None
            after = spans[place + 1] if place + 1 < len(spans) and _is_of(tree, span, spans[place + 1]) else None
            if (owner := before or after) is not None:
                span = replace(span, known=replace(span.known, party=owner.known.party))
        found.append(span)
    return found


def _owns(tree: Tree, owner: NameSpan, organ: NameSpan) -> bool:
    """Whether a state's adjective or possessive stands right before an organ."""
    between = tree.words[owner.last : organ.first]
    stands = between in (["'s"], ["'"]) or (not between and owner.known.sort is NameSort.ADJECTIVE)
    return stands and owner.known.kind is PartyKind.STATE


def _is_of(tree: Tree, organ: NameSpan, state: NameSpan) -> bool:
    """Whether "of" a state stands right behind an organ."""
    return state.known.kind is PartyKind.STATE and tree.lower[organ.last : state.first] in (["of"], ["of", "the"])


def is_within_a_body(tree: Tree, span: NameSpan) -> bool:
    """Whether a leader's short name is a word of a body's: "the Confederation of Gold Diggers"."""
    around = tree.entity[max(span.first - 1, 0) : span.last + 1]
    return span.known.sort is NameSort.SHORT and len(around) > span.last - span.first + 1 and set(around) == {"ORG"}

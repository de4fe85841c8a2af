"""Whether a state's name or adjective owns what follows, or begins the name of a body of its own; adjectives."""

from collections.abc import Mapping
from functools import lru_cache

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns, load_countries, load_name_book

# How many words of description may stand between a nation and the name of its body, the possessive's "'s" among them.
_BETWEEN = 3


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
    Party", "Mali's rebel Northern Front"), and where it ends; None for the state's own organs ("Iranian Foreign
    Ministry", "Peru's Central Bank")."""
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


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    return load_name_book().adjectives() | {
        state.name: state.demonyms[0] for state in load_countries() if state.demonyms
    }


def adjective(party: str) -> str:
    """What stands before a noun for a party: "Syrian", "Verizon"."""
    return _adjectives().get(party, party)

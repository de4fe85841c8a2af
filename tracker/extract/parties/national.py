"""Whether a state's name or adjective owns what follows, or begins the name of a body of its own."""

from collections.abc import Mapping

from tracker.extract.parties.names import NameSpan, UnknownName
from tracker.extract.parties.sides import Side
from tracker.extract.parties.tree import Tree
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, PartyNouns


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
    Party"), and where it ends; None for the state's own organs ("Iranian Foreign Ministry")."""
    if span.known.sort is not NameSort.ADJECTIVE:
        return None
    known = span_at.get(span.last)
    if known is not None and known.is_side and known.known.sort is NameSort.NAME:
        return (known.side, known.last) if known.known.kind is not PartyKind.STATE else None
    name = unknown_at.get(span.last)
    if name is None or name.first != span.last or name.entity in {"PERSON", "DATE", "TIME", "GPE", "LOC"}:
        return None
    words = tree.lower[name.first : name.last]
    front = words[: words.index("of")] if "of" in words else words  # "Chambers of Commerce"
    plain = {*front, *(word.removesuffix("s") for word in front)}
    kind = nouns.kind_of_name(" ".join(words))
    if plain & (nouns.organs | nouns.organ_qualifiers | nouns.state_bodies) or kind is PartyKind.ARMED_GROUP:
        return None
    is_body = kind is not PartyKind.UNKNOWN or (name.entity == "ORG" and len(words) > 1)
    return (Side(tree.text(span.first, name.last), kind), name.last) if is_body else None

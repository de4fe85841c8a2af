"""Whom a headline, a dateline or an outlet's name tells of."""

from collections.abc import Iterable

from tracker.extract.parties.names import NameSpan
from tracker.extract.parties.sides import Side
from tracker.model.parties import PartyKind
from tracker.rules.parties import NameSort, load_name_book
from tracker.rules.parties.names import words_of

# Before a capital in a headline they make it a mere place: "envoys gather in Cairo".
_PLACING = {("in",), ("at",), ("near",)}
# How an outlet's name tells its state: "The Jordan Times", "The Irish Times", "Kyiv Post".
_OF_OUTLETS = frozenset({NameSort.NAME, NameSort.ADJECTIVE, NameSort.CAPITAL})


def packaged_sides(heading: str, sorts: frozenset[NameSort] = frozenset(NameSort)) -> dict[str, Side]:
    """The packaged sides that a headline or a dateline names with names of these sorts."""
    words = words_of(heading)
    book, found = load_name_book(), dict[str, Side]()
    for i, word in enumerate(words):
        for known in book.starting(word):
            if words[i : i + len(known.words)] == known.words:
                is_place = known.sort is NameSort.CAPITAL and words[i - 1 : i] in _PLACING
                if known.party and known.sort in sorts and not is_place:
                    found[known.party] = Side(known.party, known.kind or PartyKind.UNKNOWN, is_verified=True)
                break
    return found


def grounds_of(
    spans: Iterable[NameSpan],
    written_in: str,
    in_title: dict[str, Side],
    outlet: str | None,
    officials: Iterable[Side] = (),
) -> dict[str, Side]:
    """The sides of the dateline and the headline; where neither they nor the names of the text tell of a state, the one
    that its `officials` are of, else that of the capital in the dateline, else of the outlet's name: a local paper does
    not say whose "the government" is."""
    told = packaged_sides(written_in, frozenset({NameSort.NAME})) | in_title
    if any(span.is_side and span.known.kind is PartyKind.STATE for span in spans) or _states(told):
        return told
    of_office = {side.name: side for side in officials if side.kind is PartyKind.STATE and side.is_verified}
    if len(of_office) == 1:
        return told | of_office
    seat = _states(packaged_sides(written_in, frozenset({NameSort.CAPITAL})))
    return told | (seat or _states(packaged_sides(outlet or "", _OF_OUTLETS)))


def _states(sides: dict[str, Side]) -> dict[str, Side]:
    return {name: side for name, side in sides.items() if side.kind is PartyKind.STATE}

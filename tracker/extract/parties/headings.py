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
    spans: Iterable[NameSpan], written_in: str, in_title: dict[str, Side], outlet: str | None
) -> dict[str, Side]:
    """The sides of the dateline and the headline; where neither they nor the names of the text tell of a state, that of
    the outlet's name: a local paper does not say whose "the government" is."""
    told = packaged_sides(written_in, frozenset({NameSort.NAME})) | in_title
    is_told = any(span.is_side and span.known.kind is PartyKind.STATE for span in spans)
    if outlet is None or is_told or any(side.kind is PartyKind.STATE for side in told.values()):
        return told
    of_outlet = packaged_sides(outlet, _OF_OUTLETS)
    return told | {name: side for name, side in of_outlet.items() if side.kind is PartyKind.STATE}

"""Keys under which reports are found that may tell one event, so that a new report is compared with few.

A report is stored under its `stored_keys`; every report that `match` could link with it lies under one of its
`lookup_keys`. Both are short strings, fit for an index. The relation is symmetric: where one finds the other, the other
finds the one.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from tracker.resolve.profile import Profile
from tracker.resolve.sides import described
from tracker.resolve.weights import weights
from tracker.resolve.words import tokens

_WIDE = 400
_LARGE = 20
_BACK = 45
# Days by which dates that still may be one event's lie apart (see `days`).
_SLACK = 3
_ANY = "*"
_NONE = "-"
_UNDATED = "undated"


def stored_keys(one: Profile) -> tuple[str, ...]:
    """The keys under which the report is kept: its type with a month and a party (or that none is named) or a large
    number, with each proper name, and with its text."""
    parties = [_ANY, *_heads(one.parties), *([_NONE] if _is_open(one.parties) else [])]
    return (
        *(f"{one.type}|{party}|{month}" for month in _months(one) for party in parties),
        *(f"{one.type}|{number}|{month}" for month in _months(one) for number in _numbers(one)),
        *(f"{one.type}|name {name}" for name in sorted(one.words.names)),
        f"{one.type}|text {one.key.text_hash}",
    )


def lookup_keys(one: Profile) -> tuple[str, ...]:
    """The keys under which its candidates are kept."""
    parties = [_ANY] if _is_open(one.parties) else [*_heads(one.parties), _NONE]
    months = tuple(_months(one))
    return tuple(
        key
        for other in weights().types_near[one.type]
        for key in (
            *(f"{other}|{mark}|{month}" for month in months for mark in (*parties, *_numbers(one))),
            *(f"{other}|name {name}" for name in sorted(one.words.names)),
            f"{other}|text {one.key.text_hash}",
        )
    )


class CandidateIndex:
    """Reports by their keys, in memory: what the store's index does for a database."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._under: defaultdict[str, list[Profile]] = defaultdict(list)
        for one in profiles:
            self.add(one)

    def add(self, one: Profile) -> None:
        for key in stored_keys(one):
            self._under[key].append(one)

    def candidates(self, one: Profile) -> list[Profile]:
        """All others that `one` may be linked with, each once, in the order of their keys."""
        found = {other.key: other for key in lookup_keys(one) for other in self._under.get(key, ())}
        found.pop(one.key, None)
        return [found[key] for key in sorted(found)]


def _is_open(parties: Collection[str]) -> bool:
    """Whether no party is told, or one only by a description ("rebels") behind which any name may be."""
    return not parties or any(described(party).family for party in parties)


def _heads(parties: Iterable[str]) -> list[str]:
    """Beginnings of the parties' words, so that "houthis" and "houthi rebels" meet, and the states that they name."""
    words = {word[:5] for party in parties for word in tokens(party) if len(word) > 1}
    return sorted(words | {state for party in parties if (state := described(party).state)})


def _numbers(one: Profile) -> list[str]:
    """The numbers near its trigger that are large enough to mark an event."""
    return [f"number {number}" for number in sorted(one.near.numbers) if number >= _LARGE]


def _months(one: Profile) -> Iterator[str]:
    """The months that its date touches, some days' slack included; of a report without bounded date, those of the weeks
    before the bound or the publication."""
    if one.first and one.last and (one.last - one.first).days <= _WIDE:
        first, last = one.first.toordinal() - _SLACK, one.last.toordinal() + _SLACK
    else:
        known = one.last or one.first or one.published
        if known is None:
            yield _UNDATED
            return
        first, last = known.toordinal() - _BACK, known.toordinal() + 2
    day = dt.date.fromordinal(max(first, 1))
    final = dt.date.fromordinal(min(last, dt.date.max.toordinal()))
    year, month = day.year, day.month
    while (year, month) <= (final.year, final.month):
        yield f"{year}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)

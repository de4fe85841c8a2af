"""Which stretch of time the timeline shows at first: all of it, or the last week, month, ... of what is known."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

ALL = "all days"
SPANS = {
    "last week": 7,
    "last month": 31,
    "last 3 months": 92,
    "last year": 366,
    "last 3 years": 1096,
    "last 10 years": 3653,
}
ENOUGH = 0.7
_LABEL_ROOM = 8


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`, both included; `outside` counts the marks that begin before or after."""

    first: dt.date
    last: dt.date
    outside: int


def span_names(days: Sequence[dt.date]) -> tuple[str, ...]:
    """The spans to choose from: those clearly shorter than the time that `days` cover, and all of it."""
    if not days:
        return (ALL,)
    extent = (max(days) - min(days)).days
    return (*(name for name, length in SPANS.items() if extent > 1.5 * length), ALL)


def opening_span(starts: Sequence[dt.date], days: Sequence[dt.date]) -> str:
    """The span to show at first: the shortest that holds most of the `starts`, so that a few events long ago do not
    squeeze the rest into a corner."""
    for name in span_names(days):
        if name != ALL and len(_latest(starts, SPANS[name])) >= ENOUGH * len(starts):
            return name
    return ALL


def window(name: str, starts: Sequence[dt.date], days: Sequence[dt.date]) -> Window | None:
    """The window of the span `name`, with room for the last label. None without days."""
    if not days:
        return None
    first, last = min(days), max(days)
    if name in SPANS:
        last = _end(starts)
        first = max(first, shifted(last, -SPANS[name]))
    room = max((last - first).days // _LABEL_ROOM, 1)
    first, last = shifted(first, -1 - room // 3), shifted(last, room)
    return Window(first, last, sum(1 for day in starts if not first <= day <= last))


def shifted(day: dt.date, days: int) -> dt.date:
    """`day` moved by `days`, held within the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _latest(starts: Sequence[dt.date], length: int) -> list[dt.date]:
    """Those of `starts` that lie in the last `length` days."""
    end = _end(starts)
    return [day for day in starts if 0 <= (end - day).days <= length]


def _end(starts: Sequence[dt.date]) -> dt.date:
    """The last day of what is known: the last of `starts`, but for single plans further ahead than a month, or than a
    quarter of the time over which most else spreads."""
    ranked = sorted(starts)
    early, most = ranked[len(ranked) // 10], ranked[len(ranked) * 9 // 10]
    ahead = max(SPANS["last month"], (most - early).days // 4)
    return max(day for day in starts if (day - most).days <= ahead)

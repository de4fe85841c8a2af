"""Which stretch of time the timeline shows: all of it, or the densest week, month, ... where most events are."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

ALL = "all days"
SPANS = {"a week": 7, "a month": 31, "3 months": 92, "a year": 366, "3 years": 1096, "10 years": 3653}
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
        if name != ALL and len(_densest(starts, SPANS[name])) >= ENOUGH * len(starts):
            return name
    return ALL


def window(name: str, starts: Sequence[dt.date], days: Sequence[dt.date]) -> Window | None:
    """The window of the span `name`: where most of `starts` lie, of equals the latest; with room for the last label.
    None without days."""
    if not days:
        return None
    within = _densest(starts, SPANS[name]) if name in SPANS else sorted(starts)
    first, last = within[0], max(within[-1], within[0] + dt.timedelta(SPANS[name])) if name in SPANS else max(days)
    last = min(last, max(days))
    room = max((last - first).days // _LABEL_ROOM, 1)
    first, last = shifted(first, -1 - room // 3), shifted(last, room)
    return Window(first, last, sum(1 for day in starts if not first <= day <= last))


def shifted(day: dt.date, days: int) -> dt.date:
    """`day` moved by `days`, held within the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))


def _densest(starts: Sequence[dt.date], length: int) -> list[dt.date]:
    """Those of `starts` that lie in the `length` days that hold most of them."""
    ordered, best, first = sorted(starts), (0, 0), 0
    for last, day in enumerate(ordered):
        while (day - ordered[first]).days > length:
            first += 1
        if last + 1 - first >= best[1] - best[0]:
            best = (first, last + 1)
    return ordered[best[0] : best[1]]

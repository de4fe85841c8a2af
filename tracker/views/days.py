"""Where an event with an uncertain date stands in the order of days."""

import datetime as dt

from tracker.model.events import Event
from tracker.model.mentions import Status


def happened_by(event: Event) -> dt.date | None:
    """The first publication day of a report that it occurred: it cannot have happened later."""
    return min(
        (r.published for r in event.reports if r.published and r.mention.status is Status.OCCURRED), default=None
    )


def last_possible(event: Event) -> dt.date | None:
    """The latest day on which it can have happened or begun, as dates and publications bound it; None: not bounded."""
    date, known = event.date, happened_by(event) if event.is_real else None
    if date.ongoing and date.earliest and date.latest is None:
        return date.earliest
    if date.latest is None:
        return known
    if known is None or (date.earliest and known < date.earliest):
        return date.latest
    return min(date.latest, known)


def middle(first: dt.date | None, last: dt.date | None) -> dt.date | None:
    """The day in the middle of those on which an event can have happened; None where one side is open.

    Ranks events with uncertain dates: "in 2023" lies neither after all other events of that year nor before them.
    """
    return None if first is None or last is None else first + (last - first) // 2


def exact_day(event: Event) -> dt.date | None:
    """The day on which it happened or began, where only one is possible."""
    last = last_possible(event)
    return last if last is not None and last == event.date.earliest else None


def ends_by(event: Event) -> dt.date | None:
    """The latest day of its end, or of its beginning where it has no end."""
    return event.date.end_latest or event.date.latest


def interval_words(event: Event) -> str:
    """The days of an event that is not of one day, for people: "27 to 28 January 2024"; "" for a day or nothing."""
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None or first == last:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_long(last)}"
    return f"{_long(first)} to {_long(last)}"


def _long(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"

"""The status of an event over its reports, as time went on."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.model.events import Conflict, ConflictSide, Event, EventStatus, Report, StatusChange
from tracker.model.mentions import Status

_FIRM = (Status.OCCURRED, Status.DENIED, Status.PLANNED, Status.PROPOSED)


def event_status(reports: Sequence[Report]) -> EventStatus:
    """The status that the reports add up to.

    What occurred by any report occurred, unless one denies it that was published with or after the first such report:
    then it is disputed. Without a report of the act, the firmest of the last publication day counts: a plan that is
    called off is denied, a plan that replaces an idea is planned.
    """
    occurred = [one for one in reports if one.mention.status is Status.OCCURRED]
    denied = [one for one in reports if one.mention.status is Status.DENIED]
    if occurred:
        first = min(one.published or dt.date.min for one in occurred)
        if any((one.published or dt.date.max) >= first for one in denied):
            return EventStatus.DISPUTED
        return EventStatus.OCCURRED
    if not denied:
        planned = any(one.mention.status is Status.PLANNED for one in reports)
        return EventStatus.PLANNED if planned else EventStatus.PROPOSED
    last = max(one.published or dt.date.min for one in reports)
    latest = {one.mention.status for one in reports if (one.published or dt.date.min) == last}
    return EventStatus(next(status for status in _FIRM if status in latest))


def status_history(reports: Sequence[Report]) -> tuple[StatusChange, ...]:
    """The changes of status, by publication day (days not known first): one entry for each day and status on which the
    status differs from the one before."""
    changes: list[StatusChange] = []
    for day in sorted({one.published for one in reports}, key=lambda one: one or dt.date.min):
        for status in _FIRM:
            places = tuple(
                place for place, one in enumerate(reports) if one.published == day and one.mention.status is status
            )
            if places and (not changes or changes[-1].status is not status):
                changes.append(StatusChange(day, status, places))
    return tuple(changes)


def status_conflict(reports: Sequence[Report], status: EventStatus) -> tuple[Conflict, ...]:
    """Who claims and who denies a disputed event."""
    if status is not EventStatus.DISPUTED:
        return ()
    sides = [
        ConflictSide(kind.value, tuple(place for place, one in enumerate(reports) if one.mention.status is kind))
        for kind in (Status.OCCURRED, Status.DENIED)
    ]
    return (Conflict("status", tuple(sides)),)


def seen_on(events: Iterable[Event], today: dt.date | None) -> tuple[Event, ...]:
    """The events as they stand on a day: what was planned for days that have gone by is unconfirmed, what lies ahead
    is planned. `today` None leaves plans as plans. The one place that knows the day; all else is independent of it."""
    return tuple(_seen_on(event, today) for event in events)


def _seen_on(event: Event, today: dt.date | None) -> Event:
    if event.status not in (EventStatus.PLANNED, EventStatus.UNCONFIRMED):
        return event
    due = event.date.latest
    over = today is not None and due is not None and due < today
    status = EventStatus.UNCONFIRMED if over else EventStatus.PLANNED
    return event if event.status is status else replace(event, status=status)

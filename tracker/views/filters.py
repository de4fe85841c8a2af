"""Which events a reader wants to see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.model.events import Event, EventStatus, Trust
from tracker.model.mentions import EventType


@dataclass(frozen=True, slots=True)
class Filters:
    """What to let through: each field left empty lets all through.

    `since` and `until` (both included) let through what can lie between them; an event of which no day is known is let
    through only where neither is given. `confirmed_only`: confirmed or corrected by an analyst.
    """

    party: str | None = None
    types: Sequence[EventType] = ()
    statuses: Sequence[EventStatus] = ()
    since: date | None = None
    until: date | None = None
    confirmed_only: bool = False

    def lets_through(self, event: Event) -> bool:
        """Whether the event is to be seen."""
        return (
            (self.party is None or self.party in event.parties)
            and (not self.types or event.type in self.types)
            and (not self.statuses or event.status in self.statuses)
            and (not self.confirmed_only or event.trust is not Trust.UNREVIEWED)
            and self._in_time(event)
        )

    def _in_time(self, event: Event) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = event.date.earliest, event.date.end_latest or event.date.latest
        if event.date.ongoing:
            last = date.max
        if first is None and last is None:
            return False
        if self.since is not None and (last or first or date.max) < self.since:
            return False
        return self.until is None or (first or last or date.min) <= self.until


def timeline(events: Sequence[Event], filters: Filters | None = None) -> tuple[Event, ...]:
    """The events that the filters let through by their first possible day; those without one last, then by id."""
    chosen = filters or Filters()
    return tuple(sorted((event for event in events if chosen.lets_through(event)), key=_order))


def _order(event: Event) -> tuple[date, date, int]:
    first = event.date.earliest or event.date.latest or date.max
    return first, event.date.latest or date.max, event.id

"""What a party did last."""

from collections.abc import Callable

from tracker.model.events import Event
from tracker.model.mentions import EventType
from tracker.views.index import EventIndex

# A breach is what others say of a party.
_APART = (EventType.STATEMENT, EventType.ATTACK, EventType.VIOLATION)


def last_move(index: EventIndex, party: str) -> Event | None:
    """The party's latest event as actor that took place, statements, attacks and breaches left out.

    What has a known day goes before what has none: that may be long past.
    """
    return last_that(index, party, lambda event: event.type not in _APART)


def last_of(index: EventIndex, party: str, *kinds: EventType) -> Event | None:
    """The party's latest event as actor of these types that took place."""
    return last_that(index, party, lambda event: event.type in kinds)


def last_that(index: EventIndex, party: str, wanted: Callable[[Event], bool], *, real: bool = True) -> Event | None:
    """The party's latest event as actor that took place (unless not `real`) and is `wanted`; a known day goes before an
    unknown one."""
    undated = None
    for event in reversed(index.by_actor(party)):
        if (event.is_real or not real) and wanted(event):
            if event.date.is_known:
                return event
            undated = undated or event
    return undated

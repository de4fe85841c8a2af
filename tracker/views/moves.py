"""What a party did last."""

from collections.abc import Callable, Sequence

from tracker.model.events import Event
from tracker.model.mentions import EventType, Phase
from tracker.views.index import EventIndex

_MEDIATED = (EventType.MEETING, EventType.AGREEMENT)
# A breach is what others say of a party.
_APART = (EventType.STATEMENT, EventType.ATTACK, EventType.VIOLATION)


def last_move(index: EventIndex, party: str) -> Event | None:
    """The party's latest event as actor or mediator that took place, statements, attacks and breaches left out; of what
    others do between whom it mediates only where they meet and what they agree. That a deal takes effect is nobody's
    move.

    What has a known day goes before what has none: that may be long past.
    """
    return _last(
        index.moves(party), lambda event: event.type not in _APART and _is_of(event, party) and _is_an_act(event)
    )


def _is_an_act(event: Event) -> bool:
    phases = {one.mention.phase for one in event.reports} if event.type is EventType.AGREEMENT else set[Phase | None]()
    return phases != {Phase.BEGIN}


def _is_of(event: Event, party: str) -> bool:
    return party in event.actors or event.type in _MEDIATED


def last_of(index: EventIndex, party: str, *kinds: EventType) -> Event | None:
    """The party's latest event as actor of these types that took place."""
    return last_that(index, party, lambda event: event.type in kinds)


def last_that(index: EventIndex, party: str, wanted: Callable[[Event], bool], *, real: bool = True) -> Event | None:
    """The party's latest event as actor that took place (unless not `real`) and is `wanted`; a known day goes before an
    unknown one."""
    return _last(index.by_actor(party), wanted, real=real)


def _last(events: Sequence[Event], wanted: Callable[[Event], bool], *, real: bool = True) -> Event | None:
    undated = None
    for event in reversed(events):
        if (event.is_real or not real) and wanted(event):
            if event.date.is_known:
                return event
            undated = undated or event
    return undated

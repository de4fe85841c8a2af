"""What a party did last."""

from collections.abc import Callable, Sequence

from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType, Phase, Status
from tracker.views.index import EventIndex

_MEDIATED = (EventType.MEETING, EventType.AGREEMENT)
# A breach is what others say of a party.
_APART = (EventType.STATEMENT, EventType.ATTACK, EventType.VIOLATION)


def last_move(index: EventIndex, party: str) -> Event | None:
    """The party's latest event as actor or mediator that took place, a penalty that it lifted among them; statements,
    attacks and breaches are left out, and of what others do between whom it mediates all but where they meet and what
    they agree. That a deal takes effect is nobody's move.

    What has a known day goes before what has none: that may be long past.
    """
    return _last(
        index.moves(party),
        lambda event: (
            (event.is_real or _is_lifted(event))
            and event.type not in _APART
            and _is_of(event, party)
            and _is_an_act(event)
        ),
        real=False,
    )


def _is_lifted(event: Event) -> bool:
    """Whether what is denied is a penalty that its author has ended: "lifted its ban"."""
    told = [one.mention for one in event.reports if one.mention.status is Status.DENIED]
    is_dated = all(one.phase is Phase.END and one.date.is_known for one in told)
    return event.type is EventType.SANCTION and event.status is EventStatus.DENIED and bool(told) and is_dated


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

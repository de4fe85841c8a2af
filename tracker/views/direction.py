"""Where a party moves, against the month before."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.model.events import Event
from tracker.model.mentions import EventType
from tracker.model.standing import Direction
from tracker.views.commitments import deed_words
from tracker.views.index import EventIndex

_MONTH = timedelta(days=30)
_NOTABLE = 0.25


def direction(index: EventIndex, party: str, today: date | None) -> tuple[Direction, tuple[int, ...]]:
    """Whether the party's deeds of the last 30 days lean more towards agreement than those of the 30 days before, and
    the events of the last 30 days that make it.

    A month's lean is the sum of the deeds' weights over the sum of their amounts, from -1 to 1; a quarter of a point is
    a change. Not known where one of the months has no deed with a weight.
    """
    if today is None:
        return Direction.UNKNOWN, ()
    recent: list[tuple[Event, float]] = []
    before: list[tuple[Event, float]] = []
    for event in reversed(index.by_actor(party)):
        age = today - index.day(event)
        if age >= 2 * _MONTH:
            break
        weight = _weight(event)
        if weight and event.is_real and event.date.is_known and age >= timedelta(0):
            (recent if age < _MONTH else before).append((event, weight))
    if not recent or not before:
        return Direction.UNKNOWN, ()
    change = _lean(weight for _, weight in recent) - _lean(weight for _, weight in before)
    if abs(change) < _NOTABLE:
        return Direction.STEADY, tuple(sorted(event.id for event, _ in recent))
    sign = 1 if change > 0 else -1
    makers = tuple(sorted(event.id for event, weight in recent if weight * sign > 0))
    losers = tuple(sorted(event.id for event, weight in before if weight * sign < 0))
    return (Direction.TOWARDS if change > 0 else Direction.AWAY), makers or losers


def _weight(event: Event) -> float:
    if event.type is EventType.TRUCE:
        phases = [phase for one in event.reports if (phase := one.mention.phase) is not None]
        return deed_words().phases.get(phases[0], 0.0) if phases else 0.0
    return deed_words().direction.get(event.type, 0.0)


def _lean(weights: Iterable[float]) -> float:
    given = list(weights)
    return sum(given) / sum(abs(weight) for weight in given)

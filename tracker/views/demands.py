"""Demands and whether they are open: no later acceptance, rejection or fulfilment is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.events import Event
from tracker.model.mentions import EventType, Phase
from tracker.views.answers import meant_by
from tracker.views.index import EventIndex
from tracker.views.quotes import about_words, texts
from tracker.views.terms import kinds_in, term_words


class DemandState(StrEnum):
    """Where a demand stands."""

    OPEN = "open"
    MET = "met"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class DemandLine:
    """One demand, told perhaps several times: the latest telling, the earlier ones, and what ended it."""

    event: Event
    earlier: tuple[Event, ...]
    state: DemandState
    closed_by: Event | None = None


_DEEDS = (EventType.RELEASE, EventType.AID, EventType.WITHDRAWAL, EventType.TRUCE)
_ANSWERS = (EventType.ACCEPTANCE, EventType.REJECTION)


def demands_of(index: EventIndex) -> tuple[DemandLine, ...]:
    """All demands that were made, in order of time; the same demand of the same side on the same side is one."""
    groups: dict[tuple[object, ...], list[Event]] = {}
    types: dict[int, frozenset[EventType]] = {}
    for event in index.of(EventType.DEMAND):
        if event.is_real and event.actors:
            types[event.id] = demanded_types(index, event)
            groups.setdefault(_group(event, types[event.id]), []).append(event)
    lines = []
    for events in groups.values():
        latest = events[-1]
        state, closed_by = _state(index, latest, types[latest.id])
        lines.append(DemandLine(latest, tuple(events[:-1]), state, closed_by))
    return tuple(sorted(lines, key=lambda one: index.order(one.event)))


def demanded_types(index: EventIndex, event: Event) -> frozenset[EventType]:
    """The deeds that a demand asks for: its content, else what its own words name."""
    contents = {one.type for one in index.contents(event)} & set(_DEEDS)
    if contents:
        return frozenset(contents)
    kinds = {kind for words in texts(event) for kind in kinds_in(words)}
    return frozenset(deed for deed, kind in term_words().types.items() if kind in kinds and deed in _DEEDS)


def _group(event: Event, types: frozenset[EventType]) -> tuple[object, ...]:
    if not types:
        return (event.id,)
    return frozenset(event.actors), frozenset(event.targets), types


def _state(index: EventIndex, demand: Event, types: frozenset[EventType]) -> tuple[DemandState, Event | None]:
    """The state and the event that ended it: the first fulfilment, else the last answer."""
    later = _later(index, demand, (*sorted(types), *_ANSWERS))
    done = next((one for one in later if _fulfils(one, types)), None)
    if done is not None:
        return DemandState.MET, done
    answers = [one for one in later if _answers(index, one, demand, types)]
    if not answers:
        return DemandState.OPEN, None
    accepted = answers[-1].type is EventType.ACCEPTANCE
    return (DemandState.MET if accepted else DemandState.REJECTED), answers[-1]


def _later(index: EventIndex, demand: Event, kinds: Sequence[EventType]) -> list[Event]:
    """What may end a demand: events of these types, from its day on, of those on whom it is made; of anybody to the
    demander where reports do not say on whom."""
    if demand.targets:
        pools = [index.deeds(party, kind) for party in demand.targets for kind in kinds]
    else:
        pools = [index.affairs(party, kind) for party in demand.actors for kind in kinds]
    found = {
        one.id: one
        for pool in pools
        for one in index.within(pool, index.day(demand))
        if one.is_real and one.date.is_known and index.may_follow(one, demand)
    }
    return sorted(found.values(), key=index.order)


def _fulfils(event: Event, types: frozenset[EventType]) -> bool:
    if event.type not in types:
        return False
    phases = {one.mention.phase for one in event.reports}
    return not (event.type is EventType.TRUCE and phases <= {Phase.END})


def _answers(index: EventIndex, event: Event, demand: Event, types: frozenset[EventType]) -> bool:
    """Whether an acceptance or rejection is about this demand: it is put to the demander and calls it a demand, or it
    has the same content."""
    if event.type not in _ANSWERS or not set(event.actors) - set(demand.actors):
        return False
    meant = meant_by(index, event)
    to_demander = bool(set(event.targets) & set(demand.actors)) or any(
        one.parties & set(demand.actors) for one in meant
    )
    if any(one.is_demand for one in meant):
        return to_demander or not event.targets
    content = {one.type for one in index.contents(event)} | {
        deed for one in event.reports for deed, kind in term_words().types.items() if kind in kinds_in(about_words(one))
    }
    return bool(content & types) and (to_demander or not event.targets)

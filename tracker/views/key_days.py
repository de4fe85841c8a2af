"""The days that matter most, with the reasons."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model.events import Event
from tracker.model.mentions import EventType
from tracker.model.standing import KeyDay
from tracker.views.days import exact_day, last_possible
from tracker.views.headline import headline
from tracker.views.index import EventIndex, index_of
from tracker.views.weights import key_weights

_WIDEST = 3
_LATER = timedelta(days=5)
_CONSEQUENCE = timedelta(days=14)
_LARGE = 50.0
_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class _Scored:
    event: Event
    weight: float
    sources: int
    later: int
    followed_by: Event | None


def key_days(events: Sequence[Event], count: int = 10) -> tuple[KeyDay, ...]:
    """The `count` days that matter most, in order of time; each with its events, the weightiest first.

    An event weighs by its type, more with each independent source (logarithm), each later article that comes back to
    it, each consequence that it led to, and large figures; a day weighs as much as its weightiest event and a third of
    the others together, so that one turning point beats many small things. Only what took place within three days.
    """
    index = index_of(events)
    by_day: defaultdict[date, list[_Scored]] = defaultdict(list)
    followers = _followers(index)
    for event in index:
        day = _day(event)
        if day is not None and event.is_real:
            by_day[day].append(_score(index, event, followers))
    days = [_key_day(day, sorted(own, key=lambda one: (-one.weight, one.event.id))) for day, own in by_day.items()]
    chosen = sorted(days, key=lambda one: (-one.weight, one.day))[: max(count, 0)]
    return tuple(sorted(chosen, key=lambda one: one.day))


def date_f1(found: Sequence[date], reference: Sequence[date]) -> float:
    """Date F1 of timeline summarisation (Martschat and Markert, "A temporally sensitive submodularity framework for
    timeline summarization", 2018): the harmonic mean of the share of found days in the reference and of reference days
    found. 0.0 where either is empty."""
    both = len(set(found) & set(reference))
    if not both:
        return 0.0
    return 2 * both / (len(set(found)) + len(set(reference)))


def _day(event: Event) -> date | None:
    first, last = event.date.earliest, last_possible(event)
    if first is None or last is None or (last - first).days > _WIDEST:
        return None
    return first


def _score(index: EventIndex, event: Event, followers: Mapping[int, Event]) -> _Scored:
    happened = last_possible(event)
    later = {
        one.article_id for one in event.reports if happened and one.published and one.published - happened >= _LATER
    }
    sources = max(event.independent_sources, 1)
    followed_by = followers.get(event.id)
    weight = key_weights().weights.get(event.type, 0.0)
    weight *= 1 + math.log2(sources) / 2
    weight *= 1 + math.log2(1 + len(later)) / 2
    weight *= 1.5 if followed_by is not None else 1.0
    weight *= 1.25 if max((one.value for one in event.figures), default=0.0) >= _LARGE else 1.0
    return _Scored(event, weight, sources, len(later), followed_by)


def _followers(index: EventIndex) -> dict[int, Event]:
    """For each proposal, acceptance, meeting and agreement the first consequence within two weeks: a turning point that
    shares two of its parties and is of another type."""
    causes = (EventType.PROPOSAL, EventType.ACCEPTANCE, EventType.MEETING, EventType.AGREEMENT, EventType.VIOLATION)
    open_causes: list[Event] = []
    found: dict[int, Event] = {}
    wanted = (*causes, *key_weights().consequences)
    for event in index.of(*dict.fromkeys(wanted)):
        if not event.is_real or not event.date.is_known:
            continue
        day = index.day(event)
        open_causes = [one for one in open_causes if day - index.day(one) <= _CONSEQUENCE]
        if event.type in key_weights().consequences:
            for one in open_causes:
                shared = len(set(one.parties) & set(event.parties))
                if one.type is not event.type and shared > 1 and index.day(one) < day:
                    found.setdefault(one.id, event)
        if event.type in causes:
            open_causes.append(event)
    return found


def _key_day(day: date, scored: Sequence[_Scored]) -> KeyDay:
    best, rest = scored[0], sum(one.weight for one in scored[1:])
    reasons = [headline(best.event)]
    if best.sources > 1:
        reasons.append(f"{best.sources} independent sources")
    if best.later:
        reasons.append(f"{best.later} later {'article comes' if best.later == 1 else 'articles come'} back to it")
    if best.followed_by is not None:
        when = exact_day(best.followed_by)
        reasons.append(f"followed by: {headline(best.followed_by)}{f' on {when.day} {when:%B %Y}' if when else ''}")
    if len(scored) > 1:
        reasons.append(f"{len(scored) - 1} more {'event' if len(scored) == 2 else 'events'} on the day")
    return KeyDay(
        day, tuple(one.event.id for one in scored), round(best.weight + rest / 3, 3), tuple(reasons[:_MOST_REASONS])
    )

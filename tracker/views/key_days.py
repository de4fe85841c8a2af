"""The days that matter most, with the reasons."""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model.events import Event
from tracker.model.mentions import EventType, Phase
from tracker.model.standing import KeyDay
from tracker.views.days import exact_day, last_possible
from tracker.views.headline import headline
from tracker.views.index import EventIndex, index_of
from tracker.views.weights import key_weights

_WIDEST = 3
# What is left of the weight of an event between sides that do nothing else in the negotiation, and how much one that
# acts alone counts for its pair.
_ASIDE = 0.4
_ALONE = 0.5
_LATER = timedelta(days=5)
_CONSEQUENCE = timedelta(days=14)
_SERIES = timedelta(days=14)
_LARGE = 50.0
_MOST_REASONS = 4
# What is left of the weight of one more event of a series, and of a truce that only goes on.
_REPEATED = 0.6


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
    it, each consequence that it led to, and large figures; less where its sides do little else in the negotiation,
    where they did the same within the two weeks before (the first release of a series is the turn, the fifth is not) or
    where a truce only goes on. A day weighs as much as its weightiest event and a third of the others together, so that
    one turning point beats many small things.
    Only what took place within three days.
    """
    index = index_of(events)
    by_day: defaultdict[date, list[_Scored]] = defaultdict(list)
    followers, repeats, shares = _followers(index), _repeats(index), _shares(index)
    for event in index:
        day = _day(event)
        if day is not None and event.is_real:
            by_day[day].append(_score(event, followers, repeats, shares))
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


def _shares(index: EventIndex) -> dict[str, float]:
    """How much each party does in the negotiation: its events against those of the second most active, at most 1."""
    counts = Counter(party for event in index if event.is_real for party in set(event.parties))
    second = max([count for _, count in counts.most_common(2)][-1:], default=1)
    return {party: min(1.0, count / second) for party, count in counts.items()}


def _centrality(event: Event, shares: Mapping[str, float]) -> float:
    """How much of its weight an event keeps: all between the two most active parties, less the less its two foremost
    sides do in the negotiation otherwise ("Egypt and France reached an agreement")."""
    first, second, *_ = sorted((0.0, 0.0, *(shares.get(party, 0.0) for party in set(event.parties))), reverse=True)
    share = (first + second) / 2 if second else first * _ALONE
    return _ASIDE + (1 - _ASIDE) * share**2


def _score(
    event: Event, followers: Mapping[int, Event], repeats: Container[int], shares: Mapping[str, float]
) -> _Scored:
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
    weight *= _REPEATED if event.id in repeats else 1.0
    weight *= _REPEATED if event.type is EventType.TRUCE and not _turns(event) else 1.0
    weight *= _centrality(event, shares)
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


def _turns(event: Event) -> bool:
    """Whether reports tell a beginning, an extension or an end of it."""
    return any(one.mention.phase not in (None, Phase.GO_ON) for one in event.reports) or not event.reports


def _repeats(index: EventIndex) -> frozenset[int]:
    """The events whose sides, two at least where it has as many, did the same within the two weeks before."""
    found = set()
    for kind in key_weights().weights:
        recent: list[Event] = []
        for event in index.of(kind):
            if not event.is_real or not event.date.is_known:
                continue
            day, sides = index.day(event), set(event.parties)
            recent = [one for one in recent if day - index.day(one) <= _SERIES]
            if any(
                _phases(one) == _phases(event) and _are_the_same(sides, set(one.parties))
                for one in recent
                if index.day(one) < day
            ):
                found.add(event.id)
            recent.append(event)
    return frozenset(found)


def _are_the_same(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours) and len(ours & theirs) >= min(2, len(ours), max(len(theirs), 1))


def _phases(event: Event) -> frozenset[Phase]:
    return frozenset(phase for one in event.reports if (phase := one.mention.phase) in (Phase.BEGIN, Phase.END))


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

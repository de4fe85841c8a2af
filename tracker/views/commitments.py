"""What parties undertook to do, and whether they have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType, Phase, Status
from tracker.model.standing import Progress
from tracker.rules.reading import RuleModel, read_rules
from tracker.views.days import ends_by
from tracker.views.figures import figure_range, figures_done
from tracker.views.index import EventIndex
from tracker.views.references import reference_words

_LOOKS_AHEAD = timedelta(days=90)
_FORGOTTEN = timedelta(days=180)


class DeedWords(RuleModel):
    """The whole of `commitments.toml`."""

    deeds: frozenset[EventType]
    direction: Mapping[EventType, float]
    phases: Mapping[Phase, float]


@cache
def deed_words() -> DeedWords:
    """The packaged lists. Raises RuleError naming file and key."""
    return read_rules(files("tracker.views") / "commitments.toml", DeedWords)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A deed that parties planned, promised or agreed on; `due` is its last day (None: not said); `kept_by` are the
    events that fulfil it."""

    event: Event
    due: date | None
    progress: Progress
    kept_by: tuple[Event, ...] = ()


def commitments_of(index: EventIndex, today: date | None) -> tuple[Commitment, ...]:
    """Planned deeds, those planned once and done since, and promises, in order of time."""
    found = []
    for kind in sorted(deed_words().deeds):
        for event in index.of(kind):
            if is_planned(event) or was_planned(event):
                found.append(commitment(index, event, today))
    for event in index.of(EventType.ACCEPTANCE):
        senses = {one.mention.sense_name for one in event.reports}
        promised = event.is_real and senses and senses <= reference_words().promises
        if promised and not any(one.type in deed_words().deeds for one in index.contents(event)):
            found.append(Commitment(event, ends_by(event) if is_planned(event) else None, Progress.UNKNOWN))
    return tuple(sorted(found, key=lambda one: index.order(one.event)))


def is_planned(event: Event) -> bool:
    """Whether it is planned and has not been reported as done."""
    return event.status in (EventStatus.PLANNED, EventStatus.UNCONFIRMED)


def was_planned(event: Event) -> bool:
    """Whether it was told as a plan first and has been reported as done since."""
    statuses = {one.mention.status for one in event.reports}
    return event.is_real and Status.PLANNED in statuses and Status.OCCURRED in statuses


def commitment(index: EventIndex, event: Event, today: date | None) -> Commitment:
    """Where a planned deed stands: done by its own reports or by later events of its kind and doer."""
    due = ends_by(event)
    if event.is_real:
        return Commitment(event, due, Progress.PARTLY if falls_short(index, event) else Progress.DONE, (event,))
    done = fulfilments(index, event)
    progress = _progress(event, done)
    if progress is not Progress.DONE and today is not None and due is not None and due < today:
        progress = Progress.OVERDUE
    if progress is Progress.NOT_BEGUN and today is not None and due is None and _is_forgotten(event, today):
        progress = Progress.UNKNOWN
    return Commitment(event, due, progress, done)


def falls_short(index: EventIndex, event: Event) -> bool:
    """Whether less was done than the plans of it tell, later deeds of its kind and doer counted in: 70 prisoners freed
    of 110."""
    planned = {place for place, one in enumerate(event.reports) if one.mention.status is Status.PLANNED}
    for unit in {one.unit for one in event.figures} if was_planned(event) else ():
        wanted = [one for one in event.figures if one.unit is unit and planned.intersection(one.reports)]
        done = [one for one in figures_done(event) if one.unit is unit]
        told = any(set(one.reports) - planned for one in done)
        if not wanted or not told:
            continue
        asked = max(one.low if one.low is not None else one.value for one in wanted)
        later = sum(
            figure_range(same, one)[1]
            for one in fulfilments(index, event)
            if (same := [figure for figure in one.figures if figure.unit is unit])
        )
        if figure_range(done, event)[1] + later < asked:
            return True
    return False


def _is_forgotten(event: Event, today: date) -> bool:
    """Whether nobody has told of a plan without a day for so long that it may have been carried out or dropped."""
    return event.last_reported is not None and today - event.last_reported > _FORGOTTEN


def fulfilments(index: EventIndex, planned: Event, after: date | None = None) -> tuple[Event, ...]:
    """What took place of the kind planned, by the same doer, from the day planned (or `after`) on, within three months.

    Where the plan names its doer, only that party's deeds count; where it names none, only deeds with the same targets.
    Who sign a deal together on the day on which they were to meet have met.
    """
    start = after or planned.date.earliest or planned.first_reported or index.day(planned)
    pools = [index.deeds(name, planned.type) for name in planned.actors] or [index.of(planned.type)]
    if planned.type is EventType.MEETING and len(planned.actors) > 1:
        deals = index.deeds(planned.actors[0], EventType.AGREEMENT)
        pools.append(tuple(one for one in deals if _is_of_one_day(planned, one)))
    found = {
        one.id: one
        for pool in pools
        for one in index.within(pool, start, start + _LOOKS_AHEAD)
        if one.is_real
        and one.date.is_known
        and one.id != planned.id
        and index.may_follow(one, planned)
        and (bool(planned.actors) or bool(set(planned.targets) & set(one.targets)))
        and (not planned.targets or not one.targets or bool(set(planned.parties) & set(one.targets)))
        and _units(planned, one)
    }
    return tuple(sorted(found.values(), key=index.order))


def _is_of_one_day(planned: Event, deal: Event) -> bool:
    is_dated = planned.date.earliest is not None and planned.date.earliest == planned.date.latest
    return is_dated and planned.date.meets(deal.date) and set(planned.actors) <= set(deal.actors)


def _units(planned: Event, done: Event) -> bool:
    """Figures of different things are different deeds (prisoners are no hostages)."""
    ours, theirs = {one.unit for one in planned.figures}, {one.unit for one in done.figures}
    return not ours or not theirs or bool(ours & theirs)


def _progress(planned: Event, done: tuple[Event, ...]) -> Progress:
    """Done, or partly where the figures done fall short of those planned."""
    if not done:
        return Progress.NOT_BEGUN
    for unit in sorted({one.unit for one in planned.figures}):
        told = [one for one in planned.figures if one.unit is unit]
        wanted = figure_range(told, planned)[0]
        doers = {side for one in told for place in one.reports for side in planned.reports[place].actors}
        reached = 0.0
        for event in done:
            if doers and doers.isdisjoint(event.actors):
                continue  # "both will free captives, Chad 30 of them"
            same = [one for one in event.figures if one.unit is unit]
            reached += figure_range(same, event)[1] if same else 0.0
        if 0 < reached < wanted:
            return Progress.PARTLY
    return Progress.DONE

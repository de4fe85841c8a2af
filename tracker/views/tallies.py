"""What was promised, what was done and what is left: hostages, prisoners, bodies, trucks, strikers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from tracker.model.events import Event
from tracker.model.mentions import EventType, Unit
from tracker.model.standing import Tally, TallyPoint
from tracker.rules.reading import RuleModel, read_rules
from tracker.views.amounts import (
    Amount,
    add_up,
    amounts_of,
    approximation_of,
    difference,
    done_since,
    level,
    planned_amounts,
    promised,
)
from tracker.views.commitments import is_planned
from tracker.views.days import exact_day, last_possible
from tracker.views.figures import figures_done, figures_of
from tracker.views.headline import named
from tracker.views.index import EventIndex, index_of


class Holding(RuleModel):
    """The deed that makes a stock, and the units in which it is counted."""

    type: EventType
    units: tuple[Unit, ...]


class TallyRule(RuleModel):
    """One tally of `tallies.toml`."""

    label: str
    type: EventType
    units: tuple[Unit, ...]
    takes_in: tuple[Unit, ...] = ()
    holding: Holding | None = None
    is_level: bool = False


class TallyRules(RuleModel):
    """The whole of `tallies.toml`."""

    cumulative: tuple[str, ...]
    tallies: tuple[TallyRule, ...]


@cache
def tally_rules() -> TallyRules:
    """The packaged tallies. Raises RuleError naming file and key."""
    return read_rules(files("tracker.views") / "tallies.toml", TallyRules)


def tallies(events: Sequence[Event]) -> tuple[Tally, ...]:
    """A tally for each unit and party that reports give figures for, in the order of the rule file, then by party.

    An event told by many reports counts once, as the range of their figures. `promised` is what was planned or agreed;
    what is merely proposed or demanded is not. `left` is what is left of the promise after what was done since it was
    made, or of those taken where nothing was promised. Events without actor are counted for no party.
    """
    index = index_of(events)
    return tuple(tally for rule in tally_rules().tallies for tally in _of_rule(index, rule))


def _of_rule(index: EventIndex, rule: TallyRule) -> Iterable[Tally]:
    words = tally_rules().cumulative
    by_party: defaultdict[str, list[Event]] = defaultdict(list)
    for event in index.of(rule.type):
        for party in event.actors:
            by_party[party].append(event)
    held_by: defaultdict[str, list[Event]] = defaultdict(list)
    for event in index.of(rule.holding.type) if rule.holding else ():
        for party in event.actors:
            held_by[party].append(event)
    for party in sorted(by_party):
        own, further = _counted(rule, _own(by_party[party], party))
        done = amounts_of((one for one in own if one.is_real), rule.units, words)
        done += amounts_of((one for one in further if one.is_real), rule.takes_in, words)
        vows = [one for one in own if _is_promised(index, one)]
        planned = planned_amounts(vows, rule.units, words)
        # Without a last day it may be the promise told before: "the 120 that it had agreed to free".
        anew = [one for one in further if _is_promised(index, one) and (not planned or last_possible(one))]
        planned += planned_amounts(anew, rule.takes_in, words)
        if not done and not planned:
            continue
        add = level if rule.is_level else add_up
        stock = _stock(rule, held_by[party], done)
        achieved = add(done)
        vowed = level(planned) if rule.is_level else promised(planned, done)
        whole = vowed if vowed is not None else stock
        yield Tally(
            unit=rule.units[0],
            party=party,
            label=rule.label.format(party=named(party)),
            promised=vowed,
            done=achieved,
            left=difference(whole, add(done_since(planned, done)) if vowed is not None else achieved),
            points=tuple(
                sorted((point for one in done for point in _points(one, (*rule.units, *rule.takes_in))), key=_order)
            ),
            approximation=approximation_of(done, (*rule.units, *rule.takes_in)),
        )


def _counted(rule: TallyRule, own: list[Event]) -> tuple[list[Event], list[Event]]:
    """The events that a rule counts for a party, and the further ones whose figures it takes in, which tell the same in
    other words: "the 20 sailors" of prisoners, once reports speak of these.

    Of several rules that take in the same, the one whose unit reports give more often for the party does; what it takes
    in is counted by no rule of its own.
    """
    taking = [other for other in tally_rules().tallies if other.type is rule.type and other.takes_in]
    told = {other.units: [one for one in own if _has(one, other.units)] for other in taking}
    main = max(taking, key=lambda other: len(told[other.units]), default=None)
    if main is None or not told[main.units]:
        return own, []
    since = min(one.first_reported or date.min for one in told[main.units])
    taken = [
        one
        for one in own
        if _has(one, main.takes_in, known=True)
        and not _has(one, main.units, known=True)
        and len(one.actors) == 1
        and (last_possible(one) or date.max) >= since
    ]
    if main is rule:
        return own, taken
    is_taken = set(rule.units) <= set(main.takes_in)
    return [one for one in own if not (is_taken and one in taken)], []


def _has(event: Event, units: Sequence[Unit], *, known: bool = False) -> bool:
    """Whether a report gives a figure of an event in one of the units; with `known`, one that a tally counts."""
    figures = event.figures if not known else figures_done(event) if event.is_real else figures_of(event)
    return any(one.unit in units for one in figures)


def _own(events: Sequence[Event], party: str) -> list[Event]:
    """Events whose figures are the party's: an exchange by two sides gives each side's figure only where it says whose,
    so those with several actors count for the first alone."""
    return [event for event in events if len(event.actors) == 1 or event.actors[0] == party]


def _is_promised(index: EventIndex, event: Event) -> bool:
    """Whether the event is planned, was planned before it was done, or is what an agreement or a promise holds."""
    if is_planned(event) or event.is_real:
        return True
    holder = index.by_id.get(event.content_of) if event.content_of is not None else None
    return holder is not None and holder.is_real and holder.type in _BINDING


_BINDING = (EventType.AGREEMENT, EventType.ACCEPTANCE, EventType.TRUCE)


def _stock(rule: TallyRule, taken: Sequence[Event], done: Sequence[Amount]) -> tuple[float, float] | None:
    """How many there were to release: as the reports of releases say ("100 of the 253"), else as many as were taken."""
    units = {*rule.units, *rule.takes_in}
    totals = [one.total for amount in done for one in amount.event.figures if one.total and one.unit in units]
    if totals:
        return min(totals), max(totals)
    if rule.holding is None:
        return None
    real = [event for event in taken if event.is_real]
    return add_up(amounts_of(real, rule.holding.units, tally_rules().cumulative))


def _points(amount: Amount, units: Sequence[Unit]) -> Iterable[TallyPoint]:
    """A point for each outlet that gives a figure; one for the event where an analyst gave it."""
    event = amount.event
    unit = next(unit for unit in units if any(one.unit is unit for one in event.figures))
    by_outlet: dict[str | None, list[tuple[float, float]]] = {}
    for figure in event.figures:
        if figure.unit is unit:
            low = figure.low if figure.low is not None else figure.value
            high = figure.high if figure.high is not None else figure.value
            for outlet in {event.reports[place].outlet for place in figure.reports} or {None}:
                by_outlet.setdefault(outlet, []).append((low, high))
    day = exact_day(event)
    for outlet, given in by_outlet.items():
        low, high = max(given)
        yield TallyPoint(day, low, high, outlet, event.id)


def _order(point: TallyPoint) -> tuple[date, int, str]:
    return point.day or date.max, point.event_id, point.outlet or ""

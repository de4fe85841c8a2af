"""Adding up what reports tell in pieces and in running totals, without counting anything twice."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.model.dates import Span
from tracker.model.events import Event, Report
from tracker.model.mentions import Approximation, Status, Unit
from tracker.views.days import last_possible
from tracker.views.figures import figure_range, figures_done, figures_of
from tracker.views.quotes import clause_words, cut
from tracker.views.references import has_any

_WIDE = 2
_FURTHER = re.compile(r", (?:and|but|while) |; ")


@dataclass(frozen=True, slots=True)
class Amount:
    """One event's figure of a tally: least and most, the days in which it lies (None: open), and whether it is all that
    was done up to its last day rather than one step."""

    low: float
    high: float
    first: date | None
    last: date | None
    is_total: bool
    event: Event


def amounts_of(events: Iterable[Event], units: Sequence[Unit], cumulative: Sequence[str]) -> list[Amount]:
    """The figures of the events in one of the units; events without one are left out."""
    found = []
    for event in events:
        known = figures_done(event) if event.is_real else figures_of(event)
        unit = next((unit for unit in units if any(one.unit is unit for one in known)), None)
        if unit is None:
            continue
        figures = [one for one in known if one.unit is unit]
        low, high = figure_range(figures, event)
        if any(one.approximation is Approximation.AT_MOST and one.value == high for one in figures):
            low = min(low, 0.0)
        places = {place for one in figures for place in one.reports}
        totals = [is_running_total(event.reports[place], cumulative) for place in places]
        last = event.date.end_latest or last_possible(event)
        found.append(Amount(low, high, event.date.earliest, last, bool(totals) and all(totals), event))
    return found


def approximation_of(amounts: Iterable[Amount], units: Sequence[Unit]) -> Approximation:
    """How all the figures are meant together: as they all are, "about" where some are meant one way and some another;
    a figure that one report gives exactly is exact."""
    kinds = set()
    for one in amounts:
        known = [figure for figure in figures_done(one.event) if figure.unit in units and figure.value == one.high]
        if known and all(figure.approximation is not Approximation.EXACT for figure in known):
            kinds |= {figure.approximation for figure in known}
    if not kinds:
        return Approximation.EXACT
    return kinds.pop() if len(kinds) == 1 else Approximation.ABOUT


def is_running_total(report: Report, cumulative: Sequence[str]) -> bool:
    """Whether the report gives its figure as all until then ("so far", "in all"); what a further clause adds to the
    figure's is not said of it: "released two on Monday, and has now let all five go"."""
    mention = report.mention
    told = max([mention.trigger.last, *(one.span.last for one in mention.quantities)])
    if not mention.clause.first <= told <= mention.clause.last:
        return has_any(clause_words(report), cumulative)
    before, after = cut(report, Span(mention.clause.first, told)), cut(report, Span(told, mention.clause.last))
    return has_any(f"{before} {_FURTHER.split(after, maxsplit=1)[0]}", cumulative)


def planned_amounts(events: Iterable[Event], units: Sequence[Unit], cumulative: Sequence[str]) -> list[Amount]:
    """The figures that were promised: of events that are planned, and of those done since as their plans gave them."""
    found = []
    for event in events:
        if not event.is_real:
            found += amounts_of([event], units, cumulative)
            continue
        planned = {place for place, one in enumerate(event.reports) if one.mention.status is Status.PLANNED}
        values = [one.value for one in event.figures if one.unit in units and planned & set(one.reports)]
        if values:
            last = event.date.end_latest or last_possible(event)
            found.append(Amount(max(values), max(values), event.date.earliest, last, is_total=False, event=event))
    return found


def promised(amounts: Sequence[Amount], done: Sequence[Amount]) -> tuple[float, float] | None:
    """Least and most promised in all; None without figures.

    A promise is of what is still to come: it adds to what was done since the first one was made, and takes the place
    of earlier ones whose day had passed by then ("another 40 by May", after 20 of 60 in April, makes 60). The greatest
    such sum counts.
    """
    best: tuple[float, float] | None = None
    in_order = sorted(done_since(amounts, done), key=_last)
    for made_on in sorted({_made(one) for one in amounts}):
        standing = [
            one
            for one in amounts
            if _made(one) == made_on or (_made(one) < made_on and (one.last or made_on) >= made_on)
        ]
        own = {one.event.id for one in standing}
        reached = in_order[: bisect_left(in_order, made_on, key=_last)]
        ahead = add_up(standing) or (0.0, 0.0)
        behind = add_up([one for one in reached if one.event.id not in own]) or (0.0, 0.0)
        both = ahead[0] + behind[0], ahead[1] + behind[1]
        best = max(best, both) if best else both
    return best


def done_since(promises: Sequence[Amount], done: Sequence[Amount]) -> list[Amount]:
    """What was done since the first promise was made: what was given before, out of good will, keeps none."""
    first = min((_made(one) for one in promises), default=date.min)
    return [one for one in done if _last(one) >= first or one.is_total]


def _made(amount: Amount) -> date:
    """The day on which the promise was first reported."""
    return amount.event.first_reported or amount.first or date.min


def level(amounts: Sequence[Amount]) -> tuple[float, float] | None:
    """The largest figure: for what goes on and is told again. None without figures."""
    if not amounts:
        return None
    best = max(amounts, key=lambda one: (one.high, one.low))
    return best.low, best.high


def add_up(amounts: Sequence[Amount]) -> tuple[float, float] | None:
    """Least and most in all; None without figures.

    A figure for a span of days covers the steps that lie inside it, a running total those up to its day: the greater of
    the two counts. A figure of which no day is known may be one of the others: it counts only where it is greater than
    all of them together.
    """
    if not amounts:
        return None
    dated = [one for one in amounts if one.first is not None and one.last is not None]
    undated = [one for one in amounts if one.first is None or one.last is None]
    spans = [one for one in dated if _is_span(one)]
    steps = sorted((one for one in dated if not _is_span(one)), key=_last)
    low, high = 0.0, 0.0
    covered: set[int] = set()
    counted: list[Amount] = []
    for span in sorted(spans, key=lambda one: (-one.high, -_width(one), one.event.id)):
        if any(_covers(other, span) for other in counted):
            continue
        counted.append(span)
        reached = steps[: bisect_right(steps, _last(span), key=_last)]
        inside = [one for one in reached if one.event.id not in covered and _covers(span, one)]
        covered |= {one.event.id for one in inside}
        low += max(span.low, sum(one.low for one in inside))
        high += max(span.high, sum(one.high for one in inside))
    rest = [one for one in steps if one.event.id not in covered]
    low += sum(one.low for one in rest)
    high += sum(one.high for one in rest)
    for one in undated:
        low, high = max(low, one.low), max(high, one.high)
    return low, high


def _is_span(amount: Amount) -> bool:
    return amount.is_total or _width(amount) > _WIDE


def _last(amount: Amount) -> date:
    return amount.last or date.max


def _width(amount: Amount) -> int:
    return (amount.last - amount.first).days if amount.first and amount.last else 0


def _covers(outer: Amount, inner: Amount) -> bool:
    """Whether `inner` is part of what `outer` counts."""
    if not (outer.last and inner.first and inner.last and outer.first):
        return False
    if outer.is_total:
        return inner.last <= outer.last
    return outer.first <= inner.first and inner.last <= outer.last


def difference(whole: tuple[float, float] | None, part: tuple[float, float] | None) -> tuple[float, float] | None:
    """What is left of `whole` after `part`, never below nothing; None where no whole is known."""
    if whole is None:
        return None
    low, high = part or (0.0, 0.0)
    return max(whole[0] - high, 0.0), max(whole[1] - low, 0.0)

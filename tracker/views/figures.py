"""An event's quantities, as one number or range for each unit."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.model.events import Event, Figure
from tracker.model.mentions import Status, Unit

_PERSONS = frozenset({Unit.HOSTAGES, Unit.PRISONERS, Unit.BODIES, Unit.TROOPS})


def figures_of(event: Event) -> tuple[Figure, ...]:
    """The event's figures; those of mere people are left out where a figure says what people they are."""
    return _specific(event.figures)


def figures_done(event: Event) -> tuple[Figure, ...]:
    """The figures that reports of the deed give; those of all reports where these give none, so that a plan's figure
    stands for the deed only where nothing else does."""
    done = {place for place, one in enumerate(event.reports) if one.mention.status is Status.OCCURRED}
    told = tuple(
        replace(one, reports=tuple(place for place in one.reports if place in done))
        for one in event.figures
        if not one.reports or done.intersection(one.reports)
    )
    return _specific(told or event.figures)


def _specific(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    if any(one.unit in _PERSONS for one in figures):
        return tuple(one for one in figures if one.unit is not Unit.PEOPLE)
    return figures


def figure_range(figures: Sequence[Figure], event: Event) -> tuple[float, float]:
    """Least and most that the reports give for one unit. Of one article the greatest figure counts: smaller ones are
    parts of it ("18 children among the 30")."""
    whole: dict[int, tuple[float, float]] = {}
    for figure in figures:
        low = figure.low if figure.low is not None else figure.value
        high = figure.high if figure.high is not None else figure.value
        for place in figure.reports or (-1,):
            article = event.reports[place].article_id if place >= 0 else -1
            whole[article] = max(whole.get(article, (0.0, 0.0)), (low, high))
    return min(low for low, _ in whole.values()), max(high for _, high in whole.values())

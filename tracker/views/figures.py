"""An event's quantities, as one number or range for each unit."""

from collections.abc import Sequence

from tracker.model.events import Event, Figure
from tracker.model.mentions import Unit

_PERSONS = frozenset({Unit.HOSTAGES, Unit.PRISONERS, Unit.BODIES, Unit.TROOPS})


def figures_of(event: Event) -> tuple[Figure, ...]:
    """The event's figures; those of mere people are left out where a figure says what people they are."""
    if any(one.unit in _PERSONS for one in event.figures):
        return tuple(one for one in event.figures if one.unit is not Unit.PEOPLE)
    return event.figures


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

"""The quantities of an event, each with the reports that give it, and where they disagree."""

from collections import defaultdict
from collections.abc import Sequence

from tracker.model.events import Conflict, ConflictSide, Figure, Report
from tracker.model.mentions import Approximation, Unit
from tracker.resolve.profile import amount

_Value = tuple[Unit, float, Approximation, float | None, float | None, float | None]


def figures(reports: Sequence[Report]) -> tuple[Figure, ...]:
    """Every figure that a report gives, equal ones together, by unit and value."""
    found: defaultdict[_Value, list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        for one in report.mention.quantities:
            places = found[one.unit, one.value, one.approximation, one.low, one.high, one.total]
            if place not in places:
                places.append(place)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[0][1], item[0][2], str(item[0][3:])))
    return tuple(
        Figure(value, unit, approximation, low, high, total, tuple(places))
        for (unit, value, approximation, low, high, total), places in ordered
    )


def figure_conflicts(reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """One conflict for each unit whose figures cannot all be true of one number, across articles.

    Figures of one article are parts ("18 children among the 30"), not contradictions.
    """
    by_unit: defaultdict[Unit, list[tuple[float, float, str, int]]] = defaultdict(list)
    for place, report in enumerate(reports):
        for one in report.mention.quantities:
            span = amount(one)
            by_unit[one.unit].append((span.low, span.high, one.words, place))
    conflicts = []
    for _unit, given in sorted(by_unit.items()):
        apart = any(
            a[1] < b[0] and reports[a[3]].article_id != reports[b[3]].article_id and not _shares(a, b, given, reports)
            for a in given
            for b in given
        )
        if apart:
            sides: defaultdict[str, list[int]] = defaultdict(list)
            for _, _, words, place in sorted(given):
                sides[words].append(place)
            shown = tuple(ConflictSide(words, tuple(dict.fromkeys(places))) for words, places in sides.items())
            conflicts.append(Conflict("figure", shown))
    return tuple(conflicts)


def _shares(
    a: tuple[float, float, str, int],
    b: tuple[float, float, str, int],
    given: Sequence[tuple[float, float, str, int]],
    reports: Sequence[Report],
) -> bool:
    """Whether the two articles also give figures of this unit that agree."""
    ours = [one for one in given if reports[one[3]].article_id == reports[a[3]].article_id]
    theirs = [one for one in given if reports[one[3]].article_id == reports[b[3]].article_id]
    return any(one[0] <= other[1] and other[0] <= one[1] for one in ours for other in theirs)

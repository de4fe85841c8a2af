"""The best-grounded date of an event out of those of its reports, and where they disagree."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.model.dates import UNDATED, DateInterval, Ground, edtf
from tracker.model.events import Conflict, ConflictSide, Report
from tracker.model.mentions import Status

_RANK = {Ground.STATED: 0, Ground.ANCHORED: 1, Ground.IMPLIED: 2, Ground.UNKNOWN: 3}
# Days from the first to the last of a date that another may narrow: a week or more.
_COARSE = 6


def best_date(reports: Sequence[Report]) -> DateInterval:
    """The date that the reports together give.

    What words state goes before what is anchored to another event, and that before what is only implied; of dates
    with the same ground the narrowest. A less well grounded date narrows a better one of a week or more that it
    lies in.
    Reports of what occurred go before those of what was planned. Bounds are joined where no report has both.
    """
    done = [one for one in reports if one.mention.status is Status.OCCURRED] or list(reports)
    dated = sorted((one.mention.date for one in done if one.mention.date.is_known), key=_order)
    if not dated:
        dated = sorted((one.mention.date for one in reports if one.mention.date.is_known), key=_order)
    if not dated:
        return _bounds([one.mention.date for one in done])
    best = dated[0]
    for other in dated[1:]:
        if _width(best) >= _COARSE and _width(other) < _width(best) and _lies_in(other, best):
            best = replace(other, end_earliest=best.end_earliest, end_latest=best.end_latest, ongoing=best.ongoing)
    return _with_end(best, reports)


def date_conflict(reports: Sequence[Report], chosen: DateInterval) -> tuple[Conflict, ...]:
    """The dates that do not meet the chosen one, beside it; nothing where all meet. A planned day that moved is no
    conflict: reports of the same status are compared."""
    if not chosen.is_known:
        return ()
    status = Status.OCCURRED if any(one.mention.status is Status.OCCURRED for one in reports) else None
    sides: defaultdict[str, list[int]] = defaultdict(list)
    agree = True
    for place, one in enumerate(reports):
        date = one.mention.date
        if not date.is_known or (status and one.mention.status is not status):
            continue
        meets = _whole(date).meets(_whole(chosen))
        agree = agree and meets
        sides[edtf(chosen) if meets else edtf(date)].append(place)
    if agree:
        return ()
    return (Conflict("date", tuple(ConflictSide(value, tuple(places)) for value, places in sorted(sides.items()))),)


def _whole(date: DateInterval) -> DateInterval:
    """All the days of a lasting event as one interval."""
    last = date.end_latest or date.latest
    if last is None or (date.earliest and last < date.earliest):
        return DateInterval(date.earliest, date.latest)
    return DateInterval(date.earliest, last)


def _order(date: DateInterval) -> tuple[int, int, str, str]:
    return _RANK[date.ground], _width(date), edtf(date), date.words


def _width(date: DateInterval) -> int:
    return (date.latest - date.earliest).days if date.earliest and date.latest else 1_000_000


def _lies_in(inner: DateInterval, outer: DateInterval) -> bool:
    if not (inner.earliest and inner.latest and outer.earliest and outer.latest):
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _with_end(best: DateInterval, reports: Sequence[Report]) -> DateInterval:
    """Takes the end from the best-grounded report that tells one after this beginning, where `best` has none."""
    if best.end_earliest or best.end_latest or best.latest is None:
        return best
    ends = sorted(
        (one.mention.date for one in reports if one.mention.date.end_latest and one.mention.date.meets(best)),
        key=_order,
    )
    for date in ends:
        if date.end_latest and date.end_latest >= best.latest:
            return replace(best, end_earliest=date.end_earliest, end_latest=date.end_latest, ongoing=False)
    return best


def _bounds(dates: Sequence[DateInterval]) -> DateInterval:
    """What open dates bound together: the latest lower and the earliest upper bound, where they agree."""
    lower = max((date.earliest for date in dates if date.earliest), default=None)
    upper = min((date.latest for date in dates if date.latest), default=None)
    if lower and upper and lower > upper:
        return min(dates, key=lambda date: (date.latest is None, date.latest or date.earliest, _order(date)))
    if lower is None and upper is None:
        return UNDATED
    model = min(dates, key=_order)
    return replace(model, earliest=lower, latest=upper, end_earliest=None, end_latest=None)

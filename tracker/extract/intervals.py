"""What a time expression says of an event, by its status: its days, its grain and its ground."""

import re
from dataclasses import replace
from datetime import date

from tracker.extract.distances import days_from
from tracker.model.dates import DateInterval, Ground, shifted
from tracker.model.mentions import Status
from tracker.model.times import Bound, TimeExpression

_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_BACKWARD = re.compile(r"\b(last|past|previous|ago|earlier)\b", re.IGNORECASE)
_WEEK = 7


def _ahead(expression: TimeExpression, status: Status, published: date | None) -> tuple[date | None, date | None]:
    """The expression's days; for what has not happened a bare weekday is the next one, not the last."""
    earliest, latest, end = expression.earliest, expression.latest, expression.range_end
    if end is not None and earliest is not None and end >= earliest:
        latest = end
    if status not in {Status.PLANNED, Status.PROPOSED} or published is None or earliest is None or latest is None:
        return earliest, latest
    bare = _WEEKDAY.search(expression.words) and not _BACKWARD.search(expression.words) and earliest == latest
    if bare and shifted(published, -_WEEK) <= latest < published:
        return shifted(earliest, _WEEK), shifted(latest, _WEEK)
    return earliest, latest


def interval(
    expression: TimeExpression, anchor: date | None, status: Status, published: date | None
) -> DateInterval | None:
    """What an expression says of an event with this status; None where it says nothing.

    `anchor` is the day that "two days later" counts from.
    """
    earliest, latest = _ahead(expression, status, published)
    ground = Ground.STATED
    if expression.is_anaphoric and expression.offset_days is not None and anchor is not None:
        earliest, latest = days_from(anchor, expression, expression.offset_days)
        ground = Ground.ANCHORED
    if earliest is None and latest is None:
        return None
    happened = status is Status.OCCURRED
    if happened and _is_ahead(expression, earliest, latest, published):
        return None
    grain = expression.grain
    found = DateInterval(earliest, latest, grain=grain, ground=ground, span=expression.span, words=expression.words)
    match expression.bound:
        case Bound.SINCE:
            goes_on = expression.range_end is None and status in {Status.OCCURRED, Status.DENIED}
            return replace(found, ongoing=True) if goes_on else found
        case Bound.UNTIL | Bound.BEFORE:
            ahead = published is not None and latest is not None and latest >= published
            begin = published if ahead and status in {Status.PLANNED, Status.PROPOSED} else None
            return replace(found, earliest=begin, latest=latest)
        case Bound.AFTER:
            gone = happened and published is not None and earliest is not None and published >= earliest
            return replace(found, latest=published if gone else None)
    if happened and published is not None and earliest is not None and latest is not None:
        return replace(found, latest=max(earliest, min(latest, published)))
    return found


def as_loose(
    found: DateInterval | None, origin: DateInterval, anchor: date | None, published: date | None
) -> DateInterval | None:
    """A day at a distance from one that is known by its month or year only, `origin`, as loose as that: "was broken a
    day later" after "agreed to a truce in May"."""
    if found is None or found.ground is not Ground.ANCHORED or found.earliest is None:
        return found
    if origin.earliest is None or origin.latest is None or origin.earliest != anchor or origin.ongoing:
        return found
    if found.earliest != found.latest:
        return found  # "the month before" is as loose by itself
    latest = found.earliest + (origin.latest - origin.earliest)
    return replace(found, latest=max(found.earliest, min(latest, published) if published else latest))


def _is_ahead(expression: TimeExpression, earliest: date | None, latest: date | None, published: date | None) -> bool:
    """Whether an expression tells of days to come: "within 48 hours", "by 2030", "until June"."""
    if published is None or latest is None or latest <= published:
        return False
    if expression.bound in {Bound.UNTIL, Bound.BEFORE}:
        return True
    return earliest is not None and earliest >= published

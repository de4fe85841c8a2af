"""Lengths of time, and stretches of time that begin or end at the publication day."""

from datetime import date

from tracker.extract.times.calendar import Days, duration_value, length_in_days, shift_day_by_unit, shift_days
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.numbers import quantity
from tracker.extract.times.reading import Reading, reader
from tracker.extract.times.tense import Direction
from tracker.model.dates import Grain
from tracker.model.times import TimexType

_VAGUE_LENGTH = {  # units that "a few" may mean, least and most
    "few": (2, 6),
    "several": (3, 9),
    "some": (2, 9),
}


def _unit(match: Match) -> str:
    return match.key("unit") or match.key("units")


def _grain(unit: str) -> Grain:
    if unit.startswith("T") or unit == "D":
        return Grain.DAY
    return {"W": Grain.WEEK, "F": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.MONTH}.get(unit, Grain.YEAR)


def _days_around(origin: date | None, sign: int, length: tuple[int, int], unit: str) -> Days | None:
    """The stretch of at most `length` days before (-1) or from (1) `origin`."""
    if origin is None or sign == 0:
        return None
    other = shift_days(origin, sign * length[1])
    return Days(min(origin, other), max(origin, other), _grain(unit))


def _side(match: Match, context: Context) -> int:
    """-1 for a stretch that ends at the publication day, 1 for one that begins there ("within 48 hours" of what is to
    come), 0 for a length alone."""
    sign = match.number("rolling")
    if not sign and context.word_before(match) in ("within", "in") and context.direction(match) is Direction.FUTURE:
        return 1
    return sign


def _stretch(origin: date | None, count: float, unit: str) -> Days | None:
    """The stretch from `origin` to the day `count` units from it; none where `count` is 0."""
    if origin is None or count == 0:
        return None
    other = shift_day_by_unit(origin, count, unit)
    return Days(min(origin, other), max(origin, other), _grain(unit))


@reader
def duration(match: Match, context: Context) -> Reading | None:
    """ "seven days", "two and a half years", "a week", "the past two months", "within 48 hours"."""
    unit = _unit(match)
    count = quantity(match.text("n")) if match.has("n") else 2.0 if match.has("couple") else 1.0
    if count is None or count <= 0 or count > 100_000:
        return None
    if match.has("more"):
        total = count + 0.5
        return Reading(TimexType.DURATION, duration_value(total, unit), None, length_in_days(total, unit))
    if match.rule.name == "a week" and context.is_rate(match):
        return Reading(TimexType.SET, duration_value(count, unit))
    length = length_in_days(count, unit)
    if match.has("m") and (upper := quantity(match.text("m"))) and upper > count:
        length = (length[0], length_in_days(upper, unit)[1])
    sign = _side(match, context)
    longest = (quantity(match.text("m")) or count) if match.has("m") else count
    days = _stretch(context.published, sign * max(longest, count), unit)
    return Reading(TimexType.DURATION, duration_value(count, unit), days, length)


@reader
def vague_duration(match: Match, context: Context) -> Reading | None:
    """ "a few weeks", "several years", "months", "recent days", "the coming weeks"."""
    unit = _unit(match)
    word = match.text("vague").split()[-1] if match.has("vague") else ""
    least, most = _VAGUE_LENGTH.get(word, (2, 11))
    length = (length_in_days(least, unit)[0], length_in_days(most, unit)[1])
    letter = {"E": "Y", "F": "W", "WE": "D"}.get(unit, unit)
    value = f"PTX{unit[1]}" if unit.startswith("T") else f"PX{letter}"
    sign = _side(match, context)
    return Reading(TimexType.DURATION, value, _days_around(context.published, sign, length, unit), length)


@reader
def duration_told(match: Match, context: Context) -> Reading | None:
    """ "the following two weeks", "the previous months": a length beside a day of the text."""
    return duration(match, context) if match.has("n") else vague_duration(match, context)


@reader
def unmeasured(match: Match, context: Context) -> Reading | None:
    """ "a while", "some time", "a long time", "a lengthy period"."""
    return Reading(TimexType.DURATION, "PXX")

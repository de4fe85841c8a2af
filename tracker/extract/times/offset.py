"""Dates at a distance from another: from the publication day ("ago"), or from a day of the text ("later")."""

from datetime import date

from tracker.extract.times.calendar import (
    Days,
    days_of,
    duration_value,
    length_in_days,
    shift_day_by_unit,
    shift_days,
    shift_months,
    shifted_value,
    unknown_value,
    week_value,
)
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.likeliest import next_told
from tracker.extract.times.numbers import quantity
from tracker.extract.times.reading import Reading, dated, distance, reader
from tracker.model.dates import Grain
from tracker.model.times import TimexType


def _unit(match: Match) -> str:
    return match.key("unit") or match.key("units")


def _count(match: Match) -> float | None:
    if match.has("n"):
        return quantity(match.text("n"))
    return 2.0 if match.has("couple") else 1.5 if match.has("more") else 1.0


def _around(origin: date, count: float, unit: str, value: str) -> Days | None:
    """The days that "three weeks ago" may mean: those of its value, for decades five years either side."""
    if unit not in ("E", "C", "K"):
        return days_of(value)
    target = shift_day_by_unit(origin, count, unit)
    return Days(shift_months(target, -60), shift_months(target, 60), Grain.YEAR)


def _at_distance(origin: date, count: float, unit: str) -> str:
    """The TIMEX3 value, as coarse as the unit: "six weeks ago" is a week, "two decades ago" a year."""
    if unit in ("E", "C", "K"):
        return f"{shift_day_by_unit(origin, count, unit).year:04d}"
    if count != int(count):
        if unit == "Y":
            return shifted_value(origin, round(count * 12), "M")
        return shift_day_by_unit(origin, count, unit).isoformat()
    if unit in ("W", "F"):
        return week_value(shift_day_by_unit(origin, count, unit))
    return shifted_value(origin, int(count), unit)


@reader
def ago(match: Match, context: Context) -> Reading | None:
    """ "three weeks ago", "a year ago", "two years from now", "in two weeks' time"."""
    unit, count = _unit(match), _count(match)
    if count is None:
        return None
    sign = 1 if match.argument("sign") == "1" else -1
    origin = context.published
    if origin is None:
        return dated(unknown_value(unit))
    if unit == "Y" and count == 1 and sign < 0 and (period := context.period_before(match)):
        return dated(period, is_comparison=True)
    value = _at_distance(origin, sign * count, unit)
    return Reading(TimexType.DATE, value, _around(origin, sign * count, unit, value))


@reader
def vague_ago(match: Match, context: Context) -> Reading | None:
    """ "a few years ago", "long ago", "several weeks ago": in the past, the day not known."""
    return Reading(TimexType.DATE, "PAST_REF")


@reader
def later(match: Match, context: Context) -> Reading | None:
    """ "two days later", "a year earlier", "three weeks before": counts from the day told before."""
    unit, count = _unit(match), _count(match)
    if count is None:
        return None
    sign = match.number("shift") or 1
    if unit == "Y" and count == 1 and sign < 0 and (period := context.period_before(match)):
        return dated(period, is_anaphoric=True, offset_days=(-366, -365), is_comparison=True)
    origin = context.told_origin(unit)
    least, most = length_in_days(count, unit)
    if unit in ("D",):
        least = most = round(count)
    offset = (least, most) if sign > 0 else (-most, -least)
    if origin is None:
        return Reading(TimexType.DATE, unknown_value(unit), None, None, True, offset)
    value = _at_distance(origin, sign * count, unit)
    if unit.startswith("T"):
        other = date.fromisoformat(value)
        days = Days(min(origin, other), max(origin, other), Grain.DAY)
        return Reading(TimexType.DURATION, duration_value(count, unit), days, (least, most), True, offset)
    return Reading(TimexType.DATE, value, _around(origin, sign * count, unit, value), None, True, offset)


@reader
def vague_later(match: Match, context: Context) -> Reading | None:
    """ "a few days later", "some weeks earlier": before or after a day of the text, the distance not known."""
    unit = _unit(match)
    sign = match.number("shift") or 1
    least, most = length_in_days(2, unit)[0], length_in_days(10, unit)[1]
    offset = (least, most) if sign > 0 else (-most, -least)
    value = f"PTX{unit[1]}" if unit.startswith("T") else f"PX{unit}"
    origin = context.told_origin(unit)
    days = Days(shift_days(origin, offset[0]), shift_days(origin, offset[1]), Grain.DAY) if origin else None
    return Reading(TimexType.DURATION, value, days, (least, most), True, offset)


@reader
def neighbour(match: Match, context: Context) -> Reading | None:
    """ "the following day", "the previous week", "the next morning", "the same month", "that day", "the day before"."""
    shift = match.number("anaphoric") or match.number("shift")
    if match.has("weekday"):
        return _neighbour_weekday(match, context, shift)
    if match.has("season") or match.has("month"):
        return _neighbour_period(match, context, shift)
    unit = "D" if match.has("daypart") else _unit(match)
    if unit.startswith("T"):
        return None
    # The next week, month or year is the calendar's, at no fixed distance from the day told.
    offset = (shift, shift) if unit == "D" else None
    origin = context.told_origin(unit)
    part = f"T{match.key('daypart')}" if match.has("daypart") else ""
    kind = TimexType.TIME if part else TimexType.DATE
    if origin is None:
        return Reading(kind, unknown_value(unit) + part, None, None, True, offset)
    return dated(
        shifted_value(origin, shift, unit) + part, match.edge, type=kind, is_anaphoric=True, offset_days=offset
    )


def _neighbour_period(match: Match, context: Context, shift: int) -> Reading:
    """ "the following spring", "that winter", "the previous October": counted from the date told last."""
    name = match.key("season") or f"{match.number('month'):02d}"
    last = context.last_date
    told = last.reading.days if last else None
    if told is None and context.published:
        told = Days(context.published, context.published, Grain.DAY)
    years = range(told.earliest.year - 1, told.earliest.year + 2) if told else range(0)
    spans = [days for year in years if (days := days_of(f"{year:04d}-{name}"))]
    if told is None or not spans:
        return Reading(TimexType.DATE, f"XXXX-{name}", None, None, True)
    if shift > 0:
        spans = [days for days in spans if days.earliest > told.earliest] or spans
    elif shift < 0:
        spans = [days for days in spans if days.latest < told.earliest][-1:] or spans
    chosen = next_told(spans, told) if shift == 0 else spans[0]
    return dated(f"{chosen.earliest.year:04d}-{name}", is_anaphoric=True)


def _neighbour_weekday(match: Match, context: Context, shift: int) -> Reading:
    number = match.number("weekday")
    origin = context.told_origin("D")
    if origin is None:
        return Reading(TimexType.DATE, f"XXXX-WXX-{number}", None, None, True, (-7, -1) if shift < 0 else (1, 7))
    if shift < 0:
        day = shift_days(origin, -((origin.isoweekday() - number - 1) % 7 + 1))
    else:
        day = shift_days(origin, (number - origin.isoweekday() - 1) % 7 + 1)
    away = distance(day, origin)
    return dated(day.isoformat(), is_anaphoric=True, offset_days=(away, away))


@reader
def then(match: Match, context: Context) -> Reading | None:
    """ "since then", "until then": the date that was told last in a main clause."""
    last = context.last_main_date
    if last is None or last.reading.days is None:
        return Reading(TimexType.DATE, "PAST_REF", None, None, True, (0, 0))
    value = last.reading.value.split("T")[0]
    return Reading(TimexType.DATE, value, last.reading.days, None, True, (0, 0))

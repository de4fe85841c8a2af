"""Dates that count from the day on which the text is published."""

from datetime import date

from tracker.extract.times.absolute import month, month_and_day
from tracker.extract.times.calendar import (
    UNKNOWN_DAY,
    Days,
    days_of,
    duration_value,
    length_in_days,
    shift_days,
    shifted_value,
    unknown_value,
    week_value,
)
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.reading import Reading, dated, reader
from tracker.extract.times.tense import Direction
from tracker.model.dates import Grain
from tracker.model.times import TimexType


def with_part(value: str, match: Match, edge: str = "") -> Reading:
    """The day `value`, with the part of the day that the match names ("Friday night")."""
    if match.has("daypart"):
        return dated(f"{value}T{match.key('daypart')}", type=TimexType.TIME)
    return dated(value, edge)


@reader
def day_of_speech(match: Match, context: Context) -> Reading | None:
    """ "today", "late yesterday", "tomorrow night", "the day before yesterday"."""
    if context.published is None:
        return with_part(UNKNOWN_DAY, match)
    shift = match.number("day_of_speech")
    if match.has("beyond"):
        shift *= 2
    return with_part(shift_days(context.published, shift).isoformat(), match)


@reader
def this_part(match: Match, context: Context) -> Reading | None:
    """ "this morning", "tonight", "last night", "overnight"."""
    if context.published is None:
        return dated(f"{UNKNOWN_DAY}T{match.key('daypart') or 'NI'}", type=TimexType.TIME)
    shift = match.number("shift")
    day = shift_days(context.published, shift)
    part = match.key("daypart") or "NI"
    reading = dated(f"{day.isoformat()}T{part}", type=TimexType.TIME)
    if match.text("overnight") == "overnight" and context.direction(match) is not Direction.FUTURE:
        days = Days(shift_days(day, -1), day, Grain.DAY)
        return Reading(reading.type, reading.value, days)
    return reading


def nearest_weekday(origin: date, weekday: int, direction: Direction) -> date:
    """The weekday on or after `origin` for the future, on or before it for all else."""
    if direction is Direction.FUTURE:
        return shift_days(origin, (weekday - origin.isoweekday()) % 7)
    return shift_days(origin, -((origin.isoweekday() - weekday) % 7))


@reader
def weekday(match: Match, context: Context) -> Reading | None:
    """ "Friday", "last Friday", "this coming Sunday", "Friday night", "early Tuesday", "Friday last week"."""
    number, edge = match.number("weekday"), match.edge
    origin = context.published
    if context.is_narrative:
        origin = context.last_day or origin
    if origin is None:
        return with_part(f"XXXX-WXX-{number}", match)
    if match.has("of_week"):
        monday = shift_days(origin, 1 - origin.isoweekday() + 7 * match.number("of_week"))
        return with_part(shift_days(monday, number - 1).isoformat(), match, edge)
    shift = match.number("shift") or match.number("within")
    goes_forward = context.is_narrative and context.last_day is not None
    direction = Direction.FUTURE if goes_forward else context.direction(match)
    if match.has("shift") and shift < 0:
        day = nearest_weekday(shift_days(origin, -1), number, Direction.PAST)
    elif match.has("shift") and shift > 0:
        day = nearest_weekday(shift_days(origin, 1), number, Direction.FUTURE)
    elif match.has("shift") and direction not in (Direction.PAST, Direction.DONE):
        day = nearest_weekday(origin, number, Direction.FUTURE)
    else:
        is_event = direction is Direction.FUTURE and not goes_forward and context.is_attribute(match)
        if is_event and (origin.isoweekday() - number) % 7 <= 3:
            direction = Direction.PAST
        day = nearest_weekday(origin, number, direction)
    if match.argument("weeks"):
        weeks = int(match.argument("weeks"))
        day = shift_days(nearest_weekday(origin, number, Direction.FUTURE if weeks > 0 else Direction.PAST), 7 * weeks)
    return with_part(day.isoformat(), match, edge)


@reader
def relative_unit(match: Match, context: Context) -> Reading | None:
    """ "last week", "this month", "next year", "late last week", "earlier this year", "the week before last"."""
    unit, edge = match.key("unit"), match.edge
    if unit.startswith("T") or (unit == "D" and match.number("shift")):
        return None
    origin = context.published
    if origin is None:
        return dated(unknown_value(unit))
    shift = match.number("shift") * (2 if match.has("beyond") else 1)
    if unit == "WE":
        return _weekend(origin, match, context, shift)
    value = shifted_value(origin, shift, unit)
    reading = dated(value, edge)
    if reading.days and shift == 0:
        side = match.number("shifted") or _SIDES.get(context.direction(match), 0)
        # "Earlier this month" leaves today out.
        until = shift_days(origin, -1) if match.number("shifted") < 0 and reading.days.earliest < origin else origin
        return Reading(reading.type, value, _side(reading.days, until, side))
    return reading


_SIDES = {Direction.PAST: -1, Direction.DONE: -1, Direction.FUTURE: 1}


@reader
def past_unit(match: Match, context: Context) -> Reading | None:
    """ "the past year", "the past decade": the one before; "the past week": the stretch that ends today."""
    unit = match.key("unit")
    if unit in ("W", "M", "D", "Q") or unit.startswith("T"):
        length = length_in_days(1, unit)
        days = None
        if context.published:
            grain = Grain.DAY if unit == "D" or unit.startswith("T") else Grain.WEEK if unit == "W" else Grain.MONTH
            days = Days(shift_days(context.published, -length[1]), context.published, grain)
        return Reading(TimexType.DURATION, duration_value(1, unit), days, length)
    return relative_unit(match, context)


@reader
def week_of(match: Match, context: Context) -> Reading | None:
    """ "the week of March 6": the week in which that day lies."""
    day = month_and_day(match, context)
    return dated(week_value(day.days.earliest)) if day and day.days else None


# The first day of each week and half of a month, and the one after its last; the last week is counted from the end.
_WEEKS = {1: (1, 8), 2: (8, 15), 3: (15, 22), 4: (22, 29)}
_HALVES = {1: (1, 16), 2: (16, 0)}


@reader
def part_of_month(match: Match, context: Context) -> Reading | None:
    """ "The first week of March 2023", "the last week of May", "the second half of June": that many of its days."""
    whole, number = month(match, context), match.number("part")
    if whole is None or whole.days is None:
        return None
    first, last = whole.days.earliest, whole.days.latest
    parts = _HALVES if match.key("part_unit") == "H" else _WEEKS
    if number == -1:
        begins = shift_days(last, -6) if parts is _WEEKS else first.replace(day=16)
        return Reading(whole.type, whole.value, Days(begins, last, Grain.WEEK))
    if number not in parts:
        return None
    begin, end = parts[number]
    until = first.replace(day=end - 1) if end else last
    return Reading(whole.type, whole.value, Days(first.replace(day=begin), until, Grain.WEEK))


def _side(days: Days, origin: date, side: int) -> Days:
    """The part of `days` before `origin` ("earlier this year") or from it on ("later this year")."""
    if side < 0 and days.earliest <= origin:
        return Days(days.earliest, min(days.latest, origin), days.grain)
    if side > 0 and origin <= days.latest:
        return Days(max(days.earliest, origin), days.latest, days.grain)
    return days


def _weekend(origin: date, match: Match, context: Context, shift: int) -> Reading:
    """A weekend by its Saturday: the last one begun, or for what is to come the next one not yet over."""
    saturday = shift_days(origin, 6 - origin.isoweekday())
    past = saturday if origin.isoweekday() >= 6 else shift_days(saturday, -7)
    if not match.has("shift"):
        chosen = saturday if context.direction(match) is Direction.FUTURE else past
    elif shift < 0:
        chosen = past if origin.isoweekday() < 6 else shift_days(past, -7)
        chosen = shift_days(chosen, 7 * (shift + 1))
    elif shift > 0:
        chosen = shift_days(saturday, 7 * shift) if origin.isoweekday() > 2 else saturday
    else:
        chosen = past if context.direction(match) is Direction.PAST and origin.isoweekday() < 4 else saturday
    return dated(week_value(chosen) + "-WE")


@reader
def the_unit(match: Match, context: Context) -> Reading | None:
    """ "the week", "the year", "the end of the month": the one told last, else that of the publication day."""
    unit = match.key("unit")
    origin = context.published
    if unit == "D" or unit.startswith("T"):
        return None
    if unit == "WE":
        return dated("XXXX-WXX-WE") if origin is None else _weekend(origin, match, context, 0)
    if unit == "Y" and (last := _last_year(context)):
        return dated(last, match.edge)
    if origin is None:
        return dated(unknown_value(unit))
    value = shifted_value(origin, 0, unit)
    if unit == "W" and origin.isoweekday() == 1 and context.direction(match) is Direction.PAST:
        value = shifted_value(origin, -1, unit)
    return dated(value, match.edge)


@reader
def unit_end(match: Match, context: Context) -> Reading | None:
    """ "year-end", "month-end": the last day of the current one, after "since" of the one before."""
    unit = match.key("unit")
    if unit not in ("Y", "M", "Q"):
        return None
    if context.published is None:
        return dated(UNKNOWN_DAY)
    days = days_of(shifted_value(context.published, -1 if context.word_before(match) == "since" else 0, unit))
    return dated(days.latest.isoformat()) if days else None


def _last_year(context: Context) -> str:
    if not context.is_narrative:
        return ""
    last = context.last_date
    return f"{last.reading.days.earliest.year:04d}" if last and last.reading.days else ""

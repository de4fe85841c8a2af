"""Sets: what comes again and again."""

from tracker.extract.times.calendar import duration_value
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.numbers import quantity
from tracker.extract.times.reading import Reading, reader
from tracker.model.times import TimexType


@reader
def frequency(match: Match, context: Context) -> Reading | None:
    """ "daily", "weekly", "annually"."""
    return Reading(TimexType.SET, match.key("frequency"))


@reader
def every(match: Match, context: Context) -> Reading | None:
    """ "every day", "each month", "every two weeks", "every Friday", "Friday nights", "each July", "twice a week"."""
    part = match.key("daypart") or match.key("dayparts")
    if match.has("weekday") or match.has("weekdays"):
        number = match.number("weekday") or match.number("weekdays")
        return Reading(TimexType.SET, f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    if match.has("month"):
        return Reading(TimexType.SET, f"XXXX-{match.number('month'):02d}")
    if match.has("season") or match.has("seasons"):
        return Reading(TimexType.SET, f"XXXX-{match.key('season') or match.key('seasons')}")
    if part:
        return Reading(TimexType.SET, f"XXXX-XX-XXT{part}")
    unit = match.key("unit") or match.key("units")
    count = quantity(match.text("n")) if match.has("n") else 2.0 if match.has("other") else 1.0
    if unit == "WE":
        return Reading(TimexType.SET, "XXXX-WXX-WE")
    return Reading(TimexType.SET, duration_value(count, unit)) if count else None

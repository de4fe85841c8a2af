"""Times of day."""

from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.numbers import spelled
from tracker.extract.times.reading import Reading, reader
from tracker.model.times import TimexType


@reader
def clock(match: Match, context: Context) -> Reading | None:
    """ "9 a.m.", "10:35 p.m. EST", "18:30 GMT", "noon", "five o'clock": the value is that of the hour; its day is found
    among the neighbours afterwards."""
    if match.has("noon"):
        return Reading(TimexType.TIME, match.key("noon"))
    if match.has("clock") or match.has("point"):
        words = match.text("clock") or match.text("point")
        hour, minute = (int(part) for part in words.replace(".", ":").split(":")[:2])
    elif match.has("military"):
        if len(match.text("military")) != 4:
            return None
        hour, minute = divmod(match.number("military"), 100)
    elif match.has("hour"):
        hour, minute = match.number("hour"), 0
    else:
        hour, minute = spelled(match.text("spelled").split()) or 0, 0
    if match.has("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + match.number("half")
    elif match.key("daypart") in ("AF", "EV", "NI") and 1 <= hour < 12:
        hour += 12
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Reading(TimexType.TIME, f"T{hour:02d}:{minute:02d}")


@reader
def part_of_day(match: Match, context: Context) -> Reading | None:
    """ "the morning", "in the evening", "at dawn": its day is found among the neighbours afterwards."""
    return Reading(TimexType.TIME, f"T{match.key('daypart')}")

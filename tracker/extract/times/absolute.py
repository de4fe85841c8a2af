"""Dates that the calendar names: days, months, years, decades, centuries, seasons."""

from datetime import date

from tracker.extract.times.calendar import (
    UNKNOWN_DAY,
    Days,
    month_span,
    valid_date,
)
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.likeliest import likeliest
from tracker.extract.times.numbers import quantity, spelled, spelled_year
from tracker.extract.times.reading import Reading, dated, reader
from tracker.extract.times.tense import Direction
from tracker.model.dates import Grain

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def full_year(number: int, origin: date | None) -> int:
    """A year of two digits in the century that puts it nearest to `origin` (50 years either side, then the 1900s)."""
    if number >= 100:
        return number
    reference = origin.year if origin else 2000
    return min((century + number for century in (1800, 1900, 2000)), key=lambda year: (abs(year - reference), year))


def _year_for(month: int, day: int, origin: date, direction: Direction, is_narrative: bool) -> int:
    """The year that a month, or a month and day (0: none), has without saying it: in a narrative that of the last date
    told, in news that of the likeliest period."""
    if is_narrative:
        return origin.year
    candidates = []
    for year in (origin.year - 1, origin.year, origin.year + 1):
        if day and (found := valid_date(year, month, day)):
            candidates.append(Days(found, found, Grain.DAY))
        elif not day and 1 <= year <= 9999:
            candidates.append(month_span(year, month, 1, Grain.MONTH))
    if not candidates:
        return origin.year
    return likeliest(candidates, origin, direction).earliest.year


def _month_and_day(match: Match, context: Context, day: int) -> Reading | None:
    month, edge = match.number("month"), match.key("edge")
    year = match.number("year") if match.has("year") else 0
    if match.has("year2"):
        year = full_year(match.number("year2"), context.published)
    if match.has("shift") and context.published:
        year = context.published.year + match.number("shift")
    if year:
        found = valid_date(year, month, day)
        return dated(found.isoformat(), edge) if found else None
    if valid_date(2000, month, day) is None:
        return None
    origin = context.origin
    if origin is None:
        return dated(f"XXXX-{month:02d}-{day:02d}")
    if match.has("weekday"):
        for candidate in (origin.year, origin.year - 1, origin.year + 1):
            found = valid_date(candidate, month, day)
            if found and found.isoweekday() == match.number("weekday"):
                return dated(found.isoformat())
    year = _year_for(month, day, origin, context.direction(match), context.is_narrative)
    found = valid_date(year, month, day)
    return dated(found.isoformat()) if found else dated(f"XXXX-{month:02d}-{day:02d}")


@reader
def month_and_day(match: Match, context: Context) -> Reading | None:
    """ "March 5", "5 March 2024", "Tuesday, March the fifth", "March 5 last year"."""
    if match.has("day"):
        return _month_and_day(match, context, match.number("day"))
    day = spelled([word.text for word in match.captured["ordinal"]])
    return _month_and_day(match, context, day) if day else None


@reader
def month(match: Match, context: Context) -> Reading | None:
    """ "March", "March 2024", "last March", "March last year", "early March", "next March"."""
    number, edge = match.number("month"), match.key("edge")
    if match.has("year") or match.has("year2") or match.has("spelled"):
        if match.has("spelled"):
            year = spelled_year([word.text for word in match.captured["spelled"]]) or 0
        else:
            year = full_year(match.number("year") or match.number("year2"), context.published)
        return dated(f"{year:04d}-{number:02d}", edge)
    origin = context.origin
    if origin is None:
        return dated(f"XXXX-{number:02d}")
    if match.has("of_year") and context.published:
        return dated(f"{context.published.year + match.number('of_year'):04d}-{number:02d}", edge)
    if match.has("shift") and context.published:
        published, shift = context.published, match.number("shift") or match.number("within")
        year = published.year
        if shift < 0 and number >= published.month:
            year -= 1
        elif shift > 0 and number <= published.month:
            year += 1
        return dated(f"{year:04d}-{number:02d}", edge)
    year = _year_for(number, 0, origin, context.direction(match), context.is_narrative)
    return dated(f"{year:04d}-{number:02d}", edge)


@reader
def year(match: Match, context: Context) -> Reading | None:
    """ "1990", "early 1990", "'89", "nineteen ninety-four", "the year 2000"."""
    if match.has("spelled"):
        number = spelled_year([word.text for word in match.captured["spelled"]])
        if number is None or not 1000 <= number < 2100:
            return None
    else:
        number = full_year(match.number("year") or match.number("year2"), context.published)
    return dated(f"{number:04d}", match.key("edge"))


@reader
def decade(match: Match, context: Context) -> Reading | None:
    """ "the 1990s", "the late '80s", "the nineties"."""
    number = match.number("decade") or match.number("decade_word")
    number = full_year(number, context.published) if number < 100 else number
    if number % 100 == 0 and match.number("decade") >= 1000 and number < 1900:
        return dated(f"{number // 100:02d}", match.key("edge"))
    return dated(f"{number // 10:03d}", match.key("edge"))


@reader
def century(match: Match, context: Context) -> Reading | None:
    """ "the 20th century", "the late nineteenth century"."""
    number = match.number("ordinal") or spelled([word.text for word in match.captured.get("spelled", ())])
    return dated(f"{number - 1:02d}", match.key("edge")) if number and 1 <= number <= 22 else None


@reader
def season(match: Match, context: Context) -> Reading | None:
    """ "last summer", "the winter of 1994", "this fall", "summer 2023", "spring"."""
    code, edge = match.key("season"), match.key("edge")
    if match.has("year") or match.has("year2"):
        return dated(f"{full_year(match.number('year') or match.number('year2'), context.published):04d}-{code}", edge)
    if match.has("spelled"):
        named = spelled_year([word.text for word in match.captured["spelled"]])
        return dated(f"{named:04d}-{code}", edge) if named else None
    origin = context.origin
    if origin is None:
        return dated(f"XXXX-{code}")
    if match.has("of_year") and context.published:
        return dated(f"{context.published.year + match.number('of_year'):04d}-{code}", edge)
    years = [year for year in (origin.year - 1, origin.year, origin.year + 1) if 1 <= year <= 9998]
    candidates = [month_span(year, _SEASON_START[code], 3, Grain.MONTH) for year in years]
    shift = match.number("shift") or match.number("within")
    if shift < 0:
        past = [days for days in candidates if days.latest < origin]
        found = max(past, key=lambda days: days.earliest) if past else candidates[0]
    elif shift > 0:
        future = [days for days in candidates if days.earliest > origin]
        found = min(future, key=lambda days: days.earliest) if future else candidates[-1]
    else:
        found = likeliest(candidates, origin, context.direction(match))
    return dated(f"{found.earliest.year:04d}-{code}", edge)


@reader
def day_of_month(match: Match, context: Context) -> Reading | None:
    """ "the 25th": of the month told last, else the publication month."""
    day = match.number("day")
    last = context.last_date
    base = last.reading.days.latest if last and last.reading.days else context.published
    if base is None:
        return dated(UNKNOWN_DAY)
    found = valid_date(base.year, base.month, day)
    return dated(found.isoformat()) if found else None


@reader
def era(match: Match, context: Context) -> Reading | None:
    """ "300 BC", "44 B.C.": the TIMEX3 value begins with BC; no day of our calendar."""
    number = quantity(match.text("n"))
    return dated(f"BC{int(number):04d}") if number else None

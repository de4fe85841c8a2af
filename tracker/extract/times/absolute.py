"""Dates that the calendar names: days, months, years, decades, centuries, seasons."""

from datetime import date

from tracker.extract.times.calendar import (
    Days,
    month_span,
    valid_date,
)
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.numbers import quantity, spelled, spelled_year
from tracker.extract.times.reading import Reading, dated, reader
from tracker.extract.times.written import read_date
from tracker.model.dates import Grain
from tracker.model.times import TimexType
from tracker.rules import load_language

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def full_year(number: int, origin: date | None) -> int:
    """A year of two digits: the nearest to `origin`, or to 2000 where there is none."""
    if number >= 100:
        return number
    reference = origin.year if origin else 2000
    return min((century + number for century in (1800, 1900, 2000)), key=lambda year: (abs(year - reference), year))


def _month_and_day(match: Match, context: Context, day: int) -> Reading | None:
    month, edge = match.number("month"), match.edge
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
    if (known := _remembered(match, context, month, day)) is not None:
        return dated(known.isoformat(), edge)
    spans = [Days(found, found, Grain.DAY) for year in context.years if (found := valid_date(year, month, day))]
    if match.has("weekday"):
        named = [days for days in spans if days.earliest.isoweekday() == match.number("weekday")]
        spans = named or spans
    if context.published and match.number("beside") < 0:
        spans = [days for days in spans if days.latest < context.published][-1:]
    elif context.published and match.number("beside") > 0:
        spans = [days for days in spans if days.earliest > context.published][:1]
    chosen = context.likeliest(spans, match)
    return dated(chosen.earliest.isoformat()) if chosen else dated(f"XXXX-{month:02d}-{day:02d}")


def _remembered(match: Match, context: Context, month: int, day: int) -> date | None:
    """The day that everybody knows for what the words beside it name, or that the text has named so: "the October 7
    attack", "the attacks of September 11"; None for any other."""
    known = [d for d in load_language("en").remembered_days if (d.month, d.day) == (month, day)]
    if context.published is None or not known:
        return None
    words = [word.text for word in context.lexed.words]
    before, behind = words[max(match.first - 2, 0) : match.first], words[match.last : match.last + 1]
    named = {*behind, *(before[:1] if before[1:] in (["of"], ["on"]) else ())}
    told = {one.reading.days.earliest for one in context.told if one.reading.days is not None}
    days = [(date(d.year, d.month, d.day), bool(named & d.nouns)) for d in known]
    return next((found for found, is_named in days if found <= context.published and (is_named or found in told)), None)


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
    number, edge = match.number("month"), match.edge
    if match.has("year") or match.has("year2") or match.has("spelled"):
        if match.has("spelled"):
            year = spelled_year([word.text for word in match.captured["spelled"]]) or 0
        else:
            year = full_year(match.number("year") or match.number("year2"), context.published)
        return dated(f"{year:04d}-{number:02d}", edge)
    if match.has("told"):
        told = context.told_origin("Y") if match.key("told") == "Y" else None
        return dated(f"{told.year:04d}-{number:02d}", edge, is_anaphoric=True) if told else None
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
    found = context.likeliest([month_span(year, number, 1, Grain.MONTH) for year in context.years], match)
    return dated(f"{found.earliest.year:04d}-{number:02d}", edge) if found else dated(f"XXXX-{number:02d}")


@reader
def year(match: Match, context: Context) -> Reading | None:
    """ "1990", "early 1990", "'89", "nineteen ninety-four", "the year 2000"."""
    if match.has("spelled"):
        number = spelled_year([word.text for word in match.captured["spelled"]])
        if number is None or not 1000 <= number < 2100:
            return None
    else:
        number = full_year(match.number("year") or match.number("year2"), context.published)
    return dated(f"{number:04d}", match.edge)


@reader
def decade(match: Match, context: Context) -> Reading | None:
    """ "the 1990s", "the late '80s", "the nineties"."""
    number = match.number("decade") or match.number("decade_word")
    if number < 100:
        limit = context.published.year if context.published else 2009
        number = max(century + number for century in (1800, 1900, 2000) if century + number <= max(limit, 1900))
    if number % 100 == 0 and match.number("decade") >= 1000 and number < 1900:
        return dated(f"{number // 100:02d}", match.edge)
    return dated(f"{number // 10:03d}", match.edge)


@reader
def century(match: Match, context: Context) -> Reading | None:
    """ "the 20th century", "the late nineteenth century"."""
    number = match.number("ordinal") or spelled([word.text for word in match.captured.get("spelled", ())])
    if number is None or not 1 <= number <= 99:
        return None
    if match.has("era"):
        return Reading(TimexType.DATE, f"BC{number - 1:02d}")
    return dated(f"{number - 1:02d}", match.edge) if number <= 22 else None


@reader
def season(match: Match, context: Context) -> Reading | None:
    """ "last summer", "the winter of 1994", "this fall", "summer 2023", "spring"."""
    code, edge = match.key("season"), match.edge
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
    candidates = [month_span(year, _SEASON_START[code], 3, Grain.MONTH) for year in context.years]
    shift = match.number("shift") or match.number("within")
    if shift < 0:
        candidates = [
            max((d for d in candidates if d.latest < origin), key=lambda d: d.earliest, default=candidates[0])
        ]
    elif shift > 0:
        candidates = [
            min((d for d in candidates if d.earliest > origin), key=lambda d: d.earliest, default=candidates[-1])
        ]
    found = context.likeliest(candidates, match)
    return dated(f"{found.earliest.year:04d}-{code}", edge) if found else dated(f"XXXX-{code}")


@reader
def day_of_month(match: Match, context: Context) -> Reading | None:
    """ "on the 25th": of the month told last, else of the publication month."""
    day, last = match.number("day"), context.last_date
    base = last.reading.days.latest if last and last.reading.days else context.published
    if base is None:
        return dated(f"XXXX-XX-{day:02d}")
    found = valid_date(base.year, base.month, day)
    return dated(found.isoformat()) if found else None


@reader
def era(match: Match, context: Context) -> Reading | None:
    """ "300 BC", "44 B.C.": the TIMEX3 value begins with BC; no day of our calendar."""
    number = quantity(match.text("n"))
    return dated(f"BC{int(number):04d}") if number else None


@reader
def event_day(match: Match, context: Context) -> Reading | None:
    """ "9/11": the day that the words file gives."""
    return dated(match.key("event_day"))


@reader
def written(match: Match, context: Context) -> Reading | None:
    """ "2024-01-15", "15/01/2024", "15.01.2024", "5-Jan-2024": what the rules delimit and dateparser reads."""
    text = match.text("written") or "".join(word.text for word in match.words)
    day = read_date(text)
    if day is None:
        return None
    if match.has("clock"):
        return dated(f"{day.isoformat()}T{match.text('clock')[:5]}", type=TimexType.TIME)
    return dated(day.isoformat())

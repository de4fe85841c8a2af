"""Quarters, halves and fiscal years, as companies and statistics offices report them."""

from tracker.extract.times.absolute import full_year, month_and_day
from tracker.extract.times.calendar import Days, month_span, quarter_value, shift_days, shift_months, shifted_value
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.reading import Part, Reading, dated, reader
from tracker.model.dates import Grain
from tracker.model.times import TimexType


def _named_year(match: Match, context: Context) -> int:
    """The year that the words give; 0 where they give none."""
    if match.has("year") or match.has("year2"):
        return full_year(match.number("year") or match.number("year2"), context.published)
    if match.has("of_year") and context.published:
        return context.published.year + match.number("of_year")
    if match.has("year_ago") and context.published:
        return context.published.year - 1
    return 0


def _year(start_month: int, months: int, match: Match, context: Context) -> str:
    """The year of the period of `months` months from `start_month` on that the clause means; "XXXX" if not known."""
    candidates = [month_span(year, start_month, months, Grain.MONTH) for year in context.years]
    found = context.likeliest(candidates, match)
    return f"{found.earliest.year:04d}" if found else "XXXX"


@reader
def quarter(match: Match, context: Context) -> Reading | None:
    """ "the third quarter", "the 1988 second quarter", "last year's fourth quarter", "the first quarter of 1990"."""
    number = match.number("quarter_number")
    named = _named_year(match, context)
    if named:
        return dated(f"{named:04d}-Q{number}", match.edge, is_comparison=match.has("year_ago"))
    return dated(f"{_year(number * 3 - 2, 3, match, context)}-Q{number}", match.edge)


@reader
def half(match: Match, context: Context) -> Reading | None:
    """ "the first half", "the second half of 1990", "the last half of last year"."""
    number = 2 if match.text("which") in ("second", "last", "latter") else 1
    named = _named_year(match, context)
    if named:
        return dated(f"{named:04d}-H{number}")
    return dated(f"{_year(number * 6 - 5, 6, match, context)}-H{number}")


@reader
def the_quarter(match: Match, context: Context) -> Reading | None:
    """ "the quarter", "the latest period", "this quarter", "the 1988 quarter", "the year-ago quarter"."""
    told = (context.last_ended("-Q") if match.has("latest") else "") or context.last_value("-Q")
    named = _named_year(match, context)
    if named:
        if told:
            return dated(f"{named:04d}{told[4:]}", is_comparison=True)
        if match.text("noun") != "quarter":
            return dated(f"{named:04d}")
    if match.has("shift") and context.published:
        return dated(shifted_value(context.published, match.number("shift"), "Q"), match.edge)
    if told and "X" not in told:
        return dated(told)
    if match.text("noun") != "quarter" or context.published is None:
        return None
    begun = shift_months(context.published, -1 if context.published.day > 20 else -2)
    return dated(quarter_value(begun)) if not named else dated(f"{named:04d}{quarter_value(begun)[4:]}")


@reader
def fiscal_year(match: Match, context: Context) -> Reading | None:
    """ "fiscal 1989", "the current fiscal year", "the fiscal year", "fiscal year 2024", "the latest fiscal year"."""
    named = _named_year(match, context)
    if named:
        return dated(f"{named:04d}")
    if context.published is None:
        return dated("XXXX")
    shift = match.number("shift")
    if match.text("which") in ("latest", "previous"):
        shift = -1
    return dated(f"{context.published.year + shift:04d}", match.edge)


@reader
def quarter_code(match: Match, context: Context) -> Reading | None:
    """ "Q3 2023", "H1 2024", "Q4", "FY2024"."""
    letter, number = match.text("letter"), match.number("number")
    if letter == "fy":
        return dated(f"{number:04d}") if 1900 <= number < 2100 else None
    months = 3 if letter == "q" else 6
    if not 1 <= number <= 12 // months:
        return None
    named = _named_year(match, context)
    year = f"{named:04d}" if named else _year((number - 1) * months + 1, months, match, context)
    return dated(f"{year}-{letter.upper()}{number}")


def _year_to(day: Reading) -> Reading:
    """The twelve months that end on a day; TIMEX3 names them by the year of that day."""
    if day.days is None:
        return dated("XXXX")
    first = shift_days(shift_months(day.days.latest, -12), 1)
    return Reading(TimexType.DATE, f"{day.days.latest.year:04d}", Days(first, day.days.latest, Grain.YEAR))


@reader
def period_ended(match: Match, context: Context) -> list[Part] | None:
    """ "the quarter ended Sept. 30", "the year ended March 31": the quarter or the year, and the day."""
    day = month_and_day(match, context)
    if day is None:
        return None
    if match.text("noun") == "period":
        return None
    end = match.places["link"][0]
    if match.has("quarter_number"):
        year = day.value[:4] if day.days else "XXXX"
        period = dated(f"{year}-Q{match.number('quarter_number')}")
    elif match.has("noun"):
        period = dated(quarter_value(day.days.latest)) if day.days else dated("XXXX-QX")
    else:
        period = _year_to(day)
    return [Part(period, match.first, end), Part(day, match.places["month"][0], match.last)]

"""Holidays and religious dates."""

import warnings
from datetime import date
from functools import lru_cache

from tracker.extract.times.calendar import Days, narrow, shift_days, valid_date, week_value
from tracker.extract.times.context import Context
from tracker.extract.times.grammar import Match
from tracker.extract.times.reading import Reading, dated, reader
from tracker.model.dates import Grain
from tracker.model.times import TimexType

_HIJRI_YEARS = (1344, 1499)  # what hijridate's tables hold


@lru_cache(maxsize=256)
def easter_sunday(year: int) -> date:
    """Easter of the western churches (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    correction = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * correction) // 451
    month, day = divmod(h + correction - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th `weekday` of a month, -1 for the last one."""
    if number < 0:
        first_of_next = date(year + month // 12, month % 12 + 1, 1)
        return shift_days(first_of_next, -((first_of_next.isoweekday() - 1 - weekday) % 7 + 1))
    first = date(year, month, 1)
    return shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (number - 1))


@lru_cache(maxsize=256)
def _hijri_days(year: int, month: int, day: int, length: int) -> tuple[Days, ...]:
    """The Gregorian days, beginning in `year`, of `length` days from a day of the Islamic calendar (Umm al-Qura)."""
    from hijridate import Gregorian, Hijri

    found = []
    if not 1925 <= year <= 2075:
        return ()
    middle = Gregorian(year, 7, 1).to_hijri().year
    for hijri_year in (middle - 1, middle, middle + 1):
        if _HIJRI_YEARS[0] <= hijri_year <= _HIJRI_YEARS[1]:
            first = Hijri(hijri_year, month, day).to_gregorian()
            count = Hijri(hijri_year, month, 1).month_length() if length == 0 else length
            if first.year == year:
                begin = date(first.year, first.month, first.day)
                found.append(Days(begin, shift_days(begin, count - 1), Grain.DAY))
    return tuple(found)


@lru_cache(maxsize=256)
def _of_country(year: int, country: str, named: str, length: int) -> tuple[Days, ...]:
    """The first day of `year` whose holiday's English name begins with `named` in the table of a country."""
    import holidays

    entity = getattr(holidays, country)
    if not entity.start_year <= year <= entity.end_year:
        return ()
    categories = [name for name in ("public", "optional", "school") if name in entity.supported_categories]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tables warn of years that lack one of their other calendars' days
        table = holidays.country_holidays(country, years=year, language="en_US", categories=categories)
    days = sorted(day for day, name in table.items() if any(part.strip().startswith(named) for part in name.split(";")))
    return (Days(days[0], shift_days(days[0], length - 1), Grain.DAY),) if days else ()


def _in_year(match: Match, year: int) -> list[Days]:
    """The days of `year` that a holiday rule names by its arguments."""
    if not 1 <= year <= 9998:
        return []
    length = int(match.argument("length") or 1)
    if match.argument("hijri"):
        month, day = (int(part) for part in match.argument("hijri").split("-"))
        return list(_hijri_days(year, month, day, int(match.argument("length") or 1)))
    if match.argument("country"):
        return list(_of_country(year, match.argument("country"), match.argument("named"), length))
    day_found: date | None
    if match.argument("easter"):
        day_found = shift_days(easter_sunday(year), int(match.argument("easter")))
    elif match.argument("nth"):
        month, weekday, number = (int(part) for part in match.argument("nth").split("/"))
        day_found = _nth_weekday(year, month, weekday, number)
    else:
        month, day = (int(part) for part in match.argument("day").split("-"))
        day_found = valid_date(year, month, day)
    if day_found is None:
        return []
    begin = shift_days(day_found, int(match.argument("shift") or 0))
    return [Days(begin, shift_days(begin, length - 1), Grain.DAY)]


@reader
def holiday(match: Match, context: Context) -> Reading | None:
    """ "Christmas Eve", "last Thanksgiving", "Ramadan", "Eid al-Fitr 2023", "Easter weekend"."""
    if match.has("year"):
        return _value(next(iter(_in_year(match, match.number("year"))), None), match)
    published, candidates = context.published, [days for year in context.years for days in _in_year(match, year)]
    if published and match.has("of_year"):
        return _value(next(iter(_in_year(match, published.year + match.number("of_year"))), None), match)
    if published and match.number("shift_word") < 0:
        candidates = [days for days in candidates if days.latest < published][-1:]
    elif published and match.number("shift_word") > 0:
        candidates = [days for days in candidates if days.earliest > published][:1]
    return _value(context.likeliest(candidates, match), match)


def _value(days: Days | None, match: Match) -> Reading:
    if days is None:
        return Reading(TimexType.DATE, "XXXX-XX-XX")
    if match.text("around") == "week":
        return dated(week_value(days.earliest))
    if match.text("around") == "weekend":
        return dated(week_value(days.earliest) + "-WE")
    if days.earliest == days.latest:
        return dated(days.earliest.isoformat())
    value = f"{days.earliest.isoformat()}/{days.latest.isoformat()}"
    return Reading(TimexType.DATE, value, narrow(days, match.edge))

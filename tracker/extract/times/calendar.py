"""TIMEX3 values and the days that they name."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model.dates import Grain

UNKNOWN_DAY, UNKNOWN_WEEK, UNKNOWN_MONTH, UNKNOWN_YEAR = "XXXX-XX-XX", "XXXX-WXX", "XXXX-XX", "XXXX"
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FORMS = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:T.*)?|(?P<weekend>\d{4}-W\d{2})-WE|(?P<week>\d{4}-W\d{2})|(?P<quarter>\d{4}-Q[1-4])"
    r"|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))|(?P<month>\d{4}-\d{2})|(?P<year>\d{4})"
    r"|(?P<decade>\d{3})|(?P<century>\d{2})"
)


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `earliest` to `latest`, both included, and how fine they are."""

    earliest: date
    latest: date
    grain: Grain


def shift_days(day: date, count: int) -> date:
    """`day` moved by `count` days, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + count, date.min.toordinal()), date.max.toordinal()))


def shift_months(day: date, count: int) -> date:
    """`day` moved by `count` months, to the month's last day where it has no such day."""
    months = min(max(day.year * 12 + day.month - 1 + count, 12), 9999 * 12 + 11)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def valid_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def week_value(day: date) -> str:
    """The ISO 8601 week of a day, "2024-W05"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def quarter_value(day: date) -> str:
    return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"


def month_span(year: int, month: int, months: int, grain: Grain) -> Days:
    """The days of `months` months from `month` of `year` on."""
    first = date(year, month, 1)
    last = shift_months(first, months - 1)
    return Days(first, last.replace(day=monthrange(last.year, last.month)[1]), grain)


def days_of(value: str) -> Days | None:
    """The days that a TIMEX3 value of a date or time names; None for those that leave something open."""
    form = _FORMS.fullmatch(value)
    if form is None:
        return None
    kind, text = form.lastgroup, form.group(form.lastgroup or 0)
    if kind == "day":
        day = valid_date(int(text[:4]), int(text[5:7]), int(text[8:10]))
        return Days(day, day, Grain.DAY) if day else None
    number = int(text[:4])
    if kind in ("decade", "century"):
        width = 10 if kind == "decade" else 100
        first_year = max(int(text) * width, 1)
        return Days(date(first_year, 1, 1), date(min(int(text) * width + width - 1, 9999), 12, 31), Grain.YEAR)
    if number < 1:
        return None
    if kind in ("week", "weekend"):
        week = int(text[6:])
        if not 1 <= week <= date(number, 12, 28).isocalendar().week:
            return None
        monday = date.fromisocalendar(number, week, 1)
        first, grain = (shift_days(monday, 5), Grain.DAY) if kind == "weekend" else (monday, Grain.WEEK)
        return Days(first, shift_days(monday, 6), grain)
    if kind == "month":
        month = int(text[5:])
        return month_span(number, month, 1, Grain.MONTH) if 1 <= month <= 12 else None
    if kind == "quarter":
        return month_span(number, int(text[-1]) * 3 - 2, 3, Grain.MONTH)
    if kind == "half":
        return month_span(number, int(text[-1]) * 6 - 5, 6, Grain.MONTH)
    if kind == "season":
        return month_span(number, _SEASON_MONTHS[text[-2:]], 3, Grain.MONTH)
    return month_span(number, 1, 12, Grain.YEAR)


# The month in which the early, middle and late part of a year begins, and how many months it has.
_QUARTERS = {"START": (1, 3), "MID": (6, 2), "END": (10, 3)}


def narrow(days: Days, edge: str) -> Days:
    """The first, middle or last third of `days` for START, MID, END, of a year its first and last quarter and its
    two middle months; `days` for anything else or a single day."""
    length = (days.latest - days.earliest).days + 1
    if edge in _QUARTERS and days.grain is Grain.YEAR and days.earliest.year == days.latest.year:
        month, months = _QUARTERS[edge]
        return month_span(days.earliest.year, month, months, Grain.MONTH)
    if edge not in ("START", "MID", "END") or length < 3:
        return days
    third, number = length / 3, ("START", "MID", "END").index(edge)
    first = days.earliest + timedelta(days=round(third * number))
    last = days.earliest + timedelta(days=round(third * (number + 1)) - 1)
    grain = {Grain.YEAR: Grain.MONTH, Grain.MONTH: Grain.WEEK}.get(days.grain, Grain.DAY)
    return Days(first, min(last, days.latest), grain)


_MONTHS_PER_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "K": 12000}
_DAYS_PER_UNIT = {"TS": 0.0, "TM": 0.0, "TH": 1 / 24, "D": 1, "W": 7, "F": 14, "WE": 2}
_DAYS_PER_MONTH = 30.436875  # mean of the Gregorian calendar


def length_in_days(count: float, unit: str) -> tuple[int, int]:
    """The least and most days that `count` units may take: a month has 28 to 31, an hour none or one."""
    if unit in _DAYS_PER_UNIT:
        days = count * _DAYS_PER_UNIT[unit]
        return int(days), int(days) if days == int(days) and days > 0 else int(days) + 1
    days = count * _MONTHS_PER_UNIT[unit] * _DAYS_PER_MONTH
    return max(int(days) - 2, 0), int(days) + 1


def duration_value(count: float, unit: str) -> str:
    """The TIMEX3 value of a length: 7, "D" -> "P7D"; 2.5, "Y" -> "P2Y6M"; 36, "TH" -> "PT36H"."""
    if unit == "E" and count != 1:
        count, unit = count * 10, "Y"
    elif unit == "C":
        count, unit = count * 100, "Y"
    elif unit == "K":
        count, unit = count * 1000, "Y"
    elif unit == "F":
        count, unit = count * 2, "W"
    elif unit == "WE":
        count, unit = count * 2, "D"
    prefix, letter = ("PT", unit[1]) if unit.startswith("T") else ("P", unit)
    whole, rest = int(count), count - int(count)
    if rest == 0:
        return f"{prefix}{whole}{letter}"
    finer = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if prefix == "PT" else (0, ""), "D": (24, "H")}
    size, letter2 = finer.get(letter, (0, ""))
    if size and (rest * size).is_integer():
        head = f"{whole}{letter}" if whole else ""
        separator = "T" if prefix == "P" and letter2 == "H" else ""
        return f"{prefix}{head}{separator}{int(rest * size)}{letter2}"
    return f"{prefix}{count:g}{letter}"


def unknown_value(unit: str) -> str:
    """The TIMEX3 value of a date of which only the grain is known."""
    return {
        "D": UNKNOWN_DAY,
        "W": UNKNOWN_WEEK,
        "F": UNKNOWN_WEEK,
        "WE": "XXXX-WXX-WE",
        "M": UNKNOWN_MONTH,
        "Q": "XXXX-QX",
        "E": "XXX",
        "C": "XX",
    }.get(unit, UNKNOWN_YEAR if unit in ("Y", "K") else UNKNOWN_DAY)


def shifted_value(origin: date, count: int, unit: str) -> str:
    """The value, at the unit's own grain, of the unit that lies `count` units from that of `origin`."""
    if unit in ("TS", "TM", "TH"):
        hours = {"TH": 1, "TM": 1 / 60, "TS": 1 / 3600}[unit] * count
        return shift_days(origin, round(hours / 24)).isoformat()
    if unit == "D":
        return shift_days(origin, count).isoformat()
    if unit in ("W", "F"):
        return week_value(shift_days(origin, count * (14 if unit == "F" else 7)))
    if unit == "WE":
        return week_value(shift_days(origin, count * 7)) + "-WE"
    shifted = shift_months(origin, count * _MONTHS_PER_UNIT[unit])
    if unit == "M":
        return month_value(shifted)
    if unit == "Q":
        return quarter_value(shifted)
    if unit == "E":
        return f"{shifted.year // 10:03d}"
    if unit == "C":
        return f"{shifted.year // 100:02d}"
    return f"{shifted.year:04d}"


def shift_day_by_unit(origin: date, count: float, unit: str) -> date:
    """The day that lies `count` units from `origin`."""
    if unit in _MONTHS_PER_UNIT:
        return shift_months(origin, round(count * _MONTHS_PER_UNIT[unit]))
    return shift_days(origin, round(count * _DAYS_PER_UNIT[unit]))

"""Values and the days that they name."""

from datetime import date

import pytest

from tracker.extract.times.calendar import (
    Days,
    days_of,
    duration_value,
    length_in_days,
    narrow,
    shift_days,
    shift_months,
    shifted_value,
    week_value,
)
from tracker.extract.times.holiday import easter_sunday
from tracker.extract.times.numbers import quantity, spelled, spelled_year
from tracker.extract.times.written import read_date
from tracker.model.dates import Grain


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02-29TNI", "2024-02-29", "2024-02-29"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-W04-WE", "2024-01-27", "2024-01-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("1989", "1989-01-01", "1989-12-31"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_days_of(value: str, earliest: str, latest: str) -> None:
    days = days_of(value)
    assert days is not None
    assert (str(days.earliest), str(days.latest)) == (earliest, latest)


@pytest.mark.parametrize("value", ["2023-02-29", "2021-W53", "XXXX-05-03", "PAST_REF", "P3D", "2024-13", "0000", ""])
def test_values_that_name_no_days(value: str) -> None:
    assert days_of(value) is None


def test_thirds() -> None:
    days = days_of("2024-01")
    assert days is not None
    assert [str(narrow(days, edge).earliest) for edge in ("START", "MID", "END")] == [
        "2024-01-01",
        "2024-01-11",
        "2024-01-22",
    ]
    assert narrow(days, "END").latest == date(2024, 1, 31)
    day = Days(date(2024, 1, 1), date(2024, 1, 1), Grain.DAY)
    assert narrow(day, "END") == day


@pytest.mark.parametrize(
    ("count", "unit", "value", "days"),
    [
        (7, "D", "P7D", (7, 7)),
        (2.5, "Y", "P2Y6M", (911, 914)),
        (1.5, "TM", "PT1M30S", (0, 1)),
        (48, "TH", "PT48H", (2, 2)),
        (4, "E", "P40Y", (14607, 14610)),
        (1, "F", "P2W", (14, 14)),
        (1, "M", "P1M", (28, 31)),
    ],
)
def test_durations(count: float, unit: str, value: str, days: tuple[int, int]) -> None:
    assert duration_value(count, unit) == value
    assert length_in_days(count, unit) == days


def test_shifts_stay_in_the_calendar() -> None:
    assert shift_days(date.min, -5) == date.min
    assert shift_days(date.max, 5) == date.max
    assert shift_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shift_months(date(1, 1, 1), -12).year == 1
    assert shift_months(date(9999, 12, 31), 12).year == 9999


def test_shifted_values_have_the_units_grain() -> None:
    day = date(2024, 1, 30)
    assert [shifted_value(day, -1, unit) for unit in ("D", "W", "M", "Q", "Y", "E", "C")] == [
        *("2024-01-29", "2024-W04", "2023-12", "2023-Q4", "2023", "201", "19"),
    ]
    assert week_value(date(2021, 1, 1)) == "2020-W53"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(("7", 7), ("1,000", 1000), ("two and a half", 2.5), ("2 1/2", 2.5), ("twenty - four", 24)),
        *(("a hundred", 100), ("half a", 0.5), ("three hundred", 300), ("a", 1), ("two dozen", 24)),
    ],
)
def test_quantity(words: str, number: float) -> None:
    assert quantity(words) == number


def test_spelled_numbers_and_years() -> None:
    assert spelled(["twenty", "-", "first"]) == 21
    assert spelled(["banana"]) is None
    assert spelled_year(["nineteen", "ninety", "-", "four"]) == 1994
    assert spelled_year(["two", "thousand", "and", "three"]) == 2003
    assert spelled_year(["twenty", "oh", "nine"]) == 2009


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-15", date(2024, 1, 15)),
        ("15/01/2024", date(2024, 1, 15)),
        ("01/15/2024", date(2024, 1, 15)),
        ("05.03.2024", date(2024, 3, 5)),
        ("5-jan-2024", date(2024, 1, 5)),
        ("2024-02-30", None),
        ("99/99/2024", None),
    ],
)
def test_written_dates(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("year", "day"), [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))]
)
def test_easter(year: int, day: date) -> None:
    assert easter_sunday(year) == day

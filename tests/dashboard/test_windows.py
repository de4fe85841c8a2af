import datetime as dt

import pytest

from tests.dashboard.made import day
from tracker.dashboard.windows import ALL, opening_span, shifted, span_names, window

JANUARY = [day("2024-01-01") + dt.timedelta(days=n) for n in range(31)]
TWO_MONTHS = [shifted(day("2024-05-11"), 2 * n) for n in range(33)]
LONG_AGO = day("1979-03-26")


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ([], (ALL,)),
        ([day("2024-01-01"), day("2024-01-05")], (ALL,)),
        (JANUARY, ("last week", ALL)),
        (
            [LONG_AGO, *JANUARY],
            ("last week", "last month", "last 3 months", "last year", "last 3 years", "last 10 years", ALL),
        ),
    ],
)
def test_only_spans_shorter_than_the_whole_are_offered(days: list[dt.date], names: tuple[str, ...]) -> None:
    assert span_names(days) == names


@pytest.mark.parametrize(
    ("starts", "name"),
    [
        ([LONG_AGO, *JANUARY], "last month"),
        (JANUARY, ALL),
        ([*[day("2024-01-30")] * 8, day("2023-10-07"), day("2023-11-24")], "last week"),
        ([day("2024-01-30"), day("2023-10-07"), day("2023-11-24")], ALL),
        # A plan two months ahead does not squeeze two months of talks; one within a month is shown with them.
        ([day("1993-01-01"), *TWO_MONTHS, day("2024-09-01")], "last 3 months"),
        ([*TWO_MONTHS, day("2024-08-01")], ALL),
    ],
)
def test_a_few_early_events_do_not_squeeze_the_rest(starts: list[dt.date], name: str) -> None:
    assert opening_span(starts, starts) == name


def test_a_window_ends_with_what_is_known_and_counts_what_lies_beyond() -> None:
    starts = [LONG_AGO, *[day("2024-01-10")] * 20, day("2024-01-29"), day("2024-01-31"), day("2030-01-01")]
    shown = window("last week", starts, starts)
    assert shown is not None
    assert day("2024-01-10") < shown.first < day("2024-01-29")
    assert day("2024-01-31") < shown.last < day("2024-02-10")
    assert shown.outside == 22


def test_all_days_leave_nothing_out_and_no_days_give_no_window() -> None:
    starts = [LONG_AGO, *JANUARY]
    shown = window(ALL, starts, [*starts, day("2024-03-01")])
    assert shown is not None
    assert shown.outside == 0
    assert shown.last > day("2024-03-01")
    assert window(ALL, [], []) is None


def test_the_edges_of_the_calendar_hold() -> None:
    shown = window(ALL, [dt.date.min, dt.date.max], [dt.date.min, dt.date.max])
    assert shown is not None
    assert (shown.first, shown.last) == (dt.date.min, dt.date.max)

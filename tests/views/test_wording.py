import datetime as dt

import pytest

from tests.dashboard.made import day, event, interval, report
from tracker.model.dates import UNDATED, DateInterval, Ground
from tracker.model.events import EventStatus, Trust
from tracker.model.standing import AnswerKind, Direction, Progress
from tracker.views.wording import (
    ANSWER_WORDS,
    DIRECTION_WORDS,
    GROUND_WORDS,
    PROGRESS_WORDS,
    STATUS_MEANINGS,
    STATUS_WORDS,
    TRUST_WORDS,
    amounts,
    counted,
    interval_words,
    listing,
    support,
    titled,
    when,
    when_and_why,
)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-30", "2024-01-30", "30 Jan 2024"),
        ("2024-01-27", "2024-01-28", "27–28 Jan 2024"),
        ("2023-11-01", "2023-11-30", "Nov 2023"),
        ("2024-02-01", "2024-02-28", "1–28 Feb 2024"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2023-01-01", "2023-11-30", "1 Jan – 30 Nov 2023"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
    ],
)
def test_days_are_written_in_the_shortest_form_that_is_unambiguous(first: str, last: str, words: str) -> None:
    assert interval_words(day(first), day(last)) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (UNDATED, "day not known"),
        (DateInterval(latest=dt.date(2024, 1, 30)), "by 30 Jan 2024"),
        (DateInterval(earliest=dt.date(2024, 1, 30)), "from 30 Jan 2024 on"),
        (interval("2023-10-07", ongoing=True), "since 7 Oct 2023, still going on"),
        (DateInterval(latest=dt.date(2024, 1, 30), ongoing=True), "began by 30 Jan 2024, still going on"),
        (interval("2023-11-24", end="2023-11-30"), "24–30 Nov 2023"),
        (interval("2023-11-20", "2023-11-24", end="2023-11-30"), "began 20–24 Nov 2023, ended by 30 Nov 2023"),
        (interval("2023-11-20", "2023-11-24", end="2023-11-24"), "20–24 Nov 2023"),
    ],
)
def test_an_event_s_days_say_what_is_open(date: DateInterval, words: str) -> None:
    assert when(date) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (interval("2024-01-29"), "29 Jan 2024, stated: “on Monday”"),
        (
            DateInterval(day("2024-01-29"), day("2024-01-29"), ground=Ground.IMPLIED),
            "29 Jan 2024, implied by the text",
        ),
        (
            DateInterval(day("2024-01-29"), day("2024-01-29"), ground=Ground.ANCHORED, words="two days later"),
            "29 Jan 2024, counted from another event: “two days later”",
        ),
        (
            DateInterval(day("2024-01-29"), day("2024-01-30"), ground=Ground.STATED, words="2024-01-29/2024-01-30"),
            "29–30 Jan 2024, set by an analyst",
        ),
        (DateInterval(latest=day("2024-01-30")), "by 30 Jan 2024, exact day not known"),
        (DateInterval(words="recently"), "day not known; the text says “recently”"),
        (UNDATED, "day not known"),
    ],
)
def test_a_date_shows_its_ground(date: DateInterval, words: str) -> None:
    assert when_and_why(date) == words


def test_every_value_of_the_model_has_words() -> None:
    assert set(STATUS_WORDS) == set(STATUS_MEANINGS) == set(EventStatus)
    assert set(TRUST_WORDS) == set(Trust)
    assert set(PROGRESS_WORDS) == set(Progress)
    assert set(ANSWER_WORDS) == set(AnswerKind)
    assert set(DIRECTION_WORDS) == set(Direction)
    assert set(GROUND_WORDS) == set(Ground)


def test_lists_counts_and_ranges_read_as_english() -> None:
    assert [listing(()), listing(["A"]), listing(["A", "B"]), listing(["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
    assert [counted(1, "reply", "replies"), counted(2, "reply", "replies"), counted(1200, "event")] == [
        "1 reply",
        "2 replies",
        "1,200 events",
    ]
    assert [amounts(100, 100), amounts(1000, 1050.5)] == ["100", "1,000–1,050.5"]


def test_support_counts_reports_and_sources() -> None:
    assert support(event(1, reports=(report(1), report(2)))) == "2 reports, 1 independent source, not reviewed"
    assert support(event(1, reports=())) == "added by hand, not reviewed"


@pytest.mark.parametrize(("party", "shown"), [("safety commission", "Safety commission"), ("al-Shabaab", "al-Shabaab")])
def test_a_common_name_that_stands_alone_begins_with_a_capital(party: str, shown: str) -> None:
    assert titled(party) == shown

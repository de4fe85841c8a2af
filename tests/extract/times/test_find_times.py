"""What the rest of the program reads off an expression: interval, bound, range, length, distance."""

from collections.abc import Callable
from datetime import date

import pytest

from tracker.extract.times import find_times, tag_times
from tracker.extract.tokens import Doc
from tracker.model.dates import Grain
from tracker.model.times import Bound, TimexType

TUESDAY = date(2024, 1, 30)

# text, publication day, words, earliest, latest, grain
_INTERVALS = [
    ("The ceasefire took effect on Monday.", TUESDAY, "Monday", "2024-01-29", "2024-01-29", Grain.DAY),
    ("The ceasefire took effect on Tuesday.", TUESDAY, "Tuesday", "2024-01-30", "2024-01-30", Grain.DAY),
    ("The ceasefire will take effect on Monday.", TUESDAY, "Monday", "2024-02-05", "2024-02-05", Grain.DAY),
    ("Mediators are due to arrive on Sunday.", TUESDAY, "Sunday", "2024-02-04", "2024-02-04", Grain.DAY),
    (
        "China told its neighbour on Friday it should withdraw.",
        TUESDAY,
        "Friday",
        "2024-01-26",
        "2024-01-26",
        Grain.DAY,
    ),
    ("They held men on May 26 - 31 of them hurt.", TUESDAY, "May 26", "2023-05-26", "2023-05-26", Grain.DAY),
    ("The offer was extended until Friday.", TUESDAY, "Friday", "2024-02-02", "2024-02-02", Grain.DAY),
    ("Shelling went on over the weekend.", TUESDAY, "the weekend", "2024-01-27", "2024-01-28", Grain.DAY),
    ("They will meet next weekend.", TUESDAY, "next weekend", "2024-02-03", "2024-02-04", Grain.DAY),
    ("Envoys met last week.", TUESDAY, "last week", "2024-01-22", "2024-01-28", Grain.WEEK),
    ("Envoys met this week.", TUESDAY, "this week", "2024-01-29", "2024-01-30", Grain.WEEK),
    ("A deal was signed in November.", TUESDAY, "November", "2023-11-01", "2023-11-30", Grain.MONTH),
    ("Troops left in late December.", TUESDAY, "late December", "2023-12-22", "2023-12-31", Grain.WEEK),
    ("Gunmen stormed the base on 7 October.", date(2024, 8, 17), "7 October", "2023-10-07", "2023-10-07", Grain.DAY),
    ("He condemned the October 7 massacre.", date(2024, 9, 10), "October 7", "2023-10-07", "2023-10-07", Grain.DAY),
    ("He condemned the October 7 massacre.", date(2025, 9, 10), "October 7", "2023-10-07", "2023-10-07", Grain.DAY),
    ("Aid fell since the Sept. 11 attacks.", date(2003, 9, 10), "Sept. 11", "2001-09-11", "2001-09-11", Grain.DAY),
    ("He hailed the October 7 ruling.", date(2025, 9, 10), "October 7", "2025-10-07", "2025-10-07", Grain.DAY),
    ("The accord was signed in July.", date(2016, 6, 15), "July", "2015-07-01", "2015-07-31", Grain.MONTH),
    ("The vote is set for Nov. 8.", date(2016, 1, 30), "Nov. 8", "2016-11-08", "2016-11-08", Grain.DAY),
    ("The group has held the town since May.", date(2016, 3, 24), "May", "2015-05-01", "2015-05-31", Grain.MONTH),
    ("Two weeks ago the army advanced.", TUESDAY, "Two weeks ago", "2024-01-15", "2024-01-21", Grain.WEEK),
    ("In the coming days envoys will travel.", TUESDAY, "the coming days", "2024-01-30", "2024-02-10", Grain.DAY),
    ("Captives will be freed within 48 hours.", TUESDAY, "48 hours", "2024-01-30", "2024-02-01", Grain.DAY),
    (
        "Fighting has spread over the past three weeks.",
        TUESDAY,
        "the past three weeks",
        "2024-01-09",
        "2024-01-30",
        None,
    ),
]


@pytest.mark.parametrize(("text", "published", "words", "earliest", "latest", "grain"), _INTERVALS)
def test_interval(
    parse: Callable[[str], Doc], text: str, published: date, words: str, earliest: str, latest: str, grain: Grain | None
) -> None:
    (found,) = find_times(parse(text), published)
    assert found.words == words
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert grain is None or found.grain is grain


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It has held since Friday.", Bound.SINCE),
        ("It will hold until Friday.", Bound.UNTIL),
        ("It must be signed by Friday.", Bound.BEFORE),
        ("It collapsed before Friday.", Bound.BEFORE),
        ("It collapsed after Friday.", Bound.AFTER),
        ("It collapsed ahead of Friday.", Bound.BEFORE),
        ("It collapsed on Friday.", Bound.AT),
    ],
)
def test_bound(parse: Callable[[str], Doc], text: str, bound: Bound) -> None:
    (found,) = find_times(parse(text), TUESDAY)
    assert found.bound is bound


# text, the two ends
_RANGES = [
    ("Talks ran from Monday to Wednesday.", "2024-01-22", "2024-01-24"),
    ("Talks will run from Friday to Sunday.", "2024-02-02", "2024-02-04"),
    ("The office opens Wednesday through Friday.", "2024-01-31", "2024-02-02"),
    ("They met in Geneva on July 12-14.", "2023-07-12", "2023-07-14"),
    ("The vote will be held between 3 and 5 March.", "2024-03-03", "2024-03-05"),
    ("It lasted from November to January.", "2023-11-01", "2024-01-31"),
    ("Curfew ran from 28 December to 3 January 2021.", "2020-12-28", "2021-01-03"),
]


@pytest.mark.parametrize(("text", "first", "last"), _RANGES)
def test_range(parse: Callable[[str], Doc], text: str, first: str, last: str) -> None:
    begin, end = find_times(parse(text), TUESDAY)
    assert (begin.bound, end.bound) == (Bound.SINCE, Bound.UNTIL)
    assert str(begin.earliest) == first
    assert str(begin.range_end) == str(end.latest) == last


@pytest.mark.parametrize(
    "text",
    ["They met on Monday and Wednesday.", "The vote was postponed from Friday to Monday.", "They met Monday to vote."],
)
def test_no_range(parse: Callable[[str], Doc], text: str) -> None:
    found = find_times(parse(text), TUESDAY)
    assert found
    assert all(expression.range_end is None for expression in found)


@pytest.mark.parametrize(
    ("text", "words", "value", "days"),
    [
        ("A seven-day truce was agreed.", "seven-day", "P7D", (7, 7)),
        ("The siege took two weeks.", "two weeks", "P2W", (14, 14)),
        ("They fought for two to three weeks.", "two to three weeks", "P2W", (14, 21)),
        ("He was held for a month.", "a month", "P1M", (28, 31)),
        ("The war has lasted for years.", "years", "PXY", None),
    ],
)
def test_length(parse: Callable[[str], Doc], text: str, words: str, value: str, days: tuple[int, int] | None) -> None:
    (found,) = find_times(parse(text), TUESDAY)
    assert (found.words, found.value, found.type) == (words, value, TimexType.DURATION)
    assert found.days is not None
    assert days is None or found.days == days


@pytest.mark.parametrize(
    ("text", "value", "offset"),
    [
        ("It began on 7 October 2023. Two days later it ended.", "2023-10-09", (2, 2)),
        ("It began on 7 October 2023. The following day it ended.", "2023-10-08", (1, 1)),
        ("It began on 7 October 2023. That day many died.", "2023-10-07", (0, 0)),
        ("It began on 7 October 2023. A day earlier all was calm.", "2023-10-06", (-1, -1)),
        ("It began on 7 October 2023. A few days later it ended.", "PXD", (2, 10)),
    ],
)
def test_anaphora(parse: Callable[[str], Doc], text: str, value: str, offset: tuple[int, int]) -> None:
    found = find_times(parse(text), TUESDAY)[-1]
    assert found.is_anaphoric
    assert (found.value, found.offset_days) == (value, offset)


def test_narrative_counts_from_the_date_told_last(parse: Callable[[str], Doc]) -> None:
    text = (
        "The revolt began on 1 September 1832 in the north. On 17 September the capital fell. In November 1833 the "
        "king fled; by January the army had split. The following spring a truce was signed, and on June 22 it broke. "
        "In December 1834 the last fort gave up, and on January 16 the captives came home. In 1836 a law was passed."
    )
    found = find_times(parse(text), date(2010, 1, 1))
    assert [expression.value for expression in found] == [
        *("1832-09-01", "1832-09-17", "1833-11", "1834-01", "1834-SP", "1834-06-22"),
        *("1834-12", "1835-01-16", "1836"),
    ]


def test_news_counts_from_publication_even_with_old_years(parse: Callable[[str], Doc]) -> None:
    text = (
        "Envoys met on Monday, and today a truce took hold. The war of 1994 and the accord of 1998 were recalled. "
        "Talks resume next week. A deal was near in November, officials said on Friday."
    )
    values = [expression.value for expression in find_times(parse(text), TUESDAY)]
    assert values == ["2024-01-29", "2024-01-30", "1994", "1998", "2024-W06", "2023-11", "2024-01-26"]


@pytest.mark.parametrize(
    "text",
    [
        "You may go, and they may march to the second gate.",
        "Mrs. May said nothing, and Theresa May left.",
        "The 100 days' war and the Six-Day War are taught.",
        "They won 3-2 and 21-14, by 45 percent, for $1990.",
        "Call 212-555-1990 or +44 20 7946 0958.",
        "She is 45 years old, and he, a 6-year-old, is in his 30s.",
        "He reads The Sunday Times and the Sunday Telegraph.",
        "Some 2000 troops and 1,950 prisoners were moved.",
        "Prices fall and they spring a trap after the fall of the city.",
        "Three quarters of the votes went to the left; the second proposal failed.",
        "The Good Friday Agreement and the Yom Kippur War are history.",
        "I am here, as soon as I can be; good evening.",
        "They kept long business hours in close quarters.",
        "He was named person of the year.",
    ],
)
def test_not_times(parse: Callable[[str], Doc], text: str) -> None:
    assert find_times(parse(text), TUESDAY) == []


def test_tag_times_parses_and_tags() -> None:
    (found,) = tag_times("The envoys met on Monday.", TUESDAY)
    assert (found.words, found.value) == ("Monday", "2024-01-29")

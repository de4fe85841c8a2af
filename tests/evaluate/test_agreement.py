from datetime import date
from pathlib import Path

import pytest
from labelled_articles import PARTIES, TEXT, count, day, label, mention, party, write_article

from tracker.evaluate.agreement import is_complete, near_date, overlaps, pair, same_count, same_date
from tracker.evaluate.gold import GoldEvent, Reading, read_gold
from tracker.evaluate.naming import namer
from tracker.model.dates import UNDATED, DateInterval, Span
from tracker.model.mentions import EventType, Status, Unit

NAME = namer(PARTIES)
MONDAY = date(2021, 3, 8)
SUNDAY = date(2021, 3, 14)


def event(tmp_path: Path, quote: str, type_: str, **fields: object) -> GoldEvent:
    return read_gold(write_article(tmp_path, [label(quote, type_, **fields)])).events[0]


def reading(tmp_path: Path, **fields: object) -> Reading:
    return event(tmp_path, "struck on Monday", "protest", **fields).readings[0]


@pytest.mark.parametrize(
    ("start", "end", "words", "given", "same"),
    [
        ("2021-03-08", "2021-03-08", "on Monday", day(MONDAY), True),
        ("2021-03-08", "2021-03-08", "on Monday", day(date(2021, 3, 9)), False),
        ("2021-03-08", "2021-03-14", "last week", day(MONDAY, SUNDAY), True),
        ("2021-03-08", "2021-03-14", "last week", day(MONDAY), False),
        ("2021-03-08", "2021-03-08", "on Monday", UNDATED, False),
        (None, None, "", UNDATED, True),
        (None, None, "", day(MONDAY), False),
        (None, None, "", DateInterval(latest=MONDAY), True),
        ("2021-03-08", None, "since Monday", day(MONDAY, ongoing=True), True),
        ("2021-03-08", None, "since Monday", day(MONDAY), True),
        ("2021-03-08", None, "since Monday", day(SUNDAY, ongoing=True), False),
        ("2021-03-08", "2021-03-08", "on Monday", day(MONDAY, ongoing=True), False),
        ("2021-03-06", "2021-03-10", "", day(MONDAY), True),
        ("2021-03-06", "2021-03-10", "", day(date(2021, 3, 11)), False),
        ("2021-03-06", "2021-03-11", "", day(MONDAY), False),
        ("2021-03-06", "2021-03-10", "this week", day(MONDAY), False),
    ],
)
def test_same_date(
    tmp_path: Path, start: str | None, end: str | None, words: str, given: DateInterval, same: bool
) -> None:
    wanted = reading(tmp_path, start=start, end=end, date_text=words)
    assert same_date(wanted, mention("struck", EventType.PROTEST, date=given)) is same


@pytest.mark.parametrize(
    ("start", "end", "given", "near"),
    [
        ("2021-03-08", "2021-03-08", day(MONDAY, SUNDAY), True),
        ("2021-03-08", "2021-03-08", day(date(2021, 3, 1), date(2021, 3, 31)), False),
        ("2021-03-08", "2021-03-08", day(date(2021, 3, 9)), False),
        ("2021-03-08", "2021-03-08", UNDATED, False),
        (None, None, UNDATED, True),
        (None, None, day(MONDAY), False),
    ],
)
def test_near_date(tmp_path: Path, start: str | None, end: str | None, given: DateInterval, near: bool) -> None:
    assert near_date(reading(tmp_path, start=start, end=end), mention("struck", EventType.PROTEST, date=given)) is near


@pytest.mark.parametrize(
    ("wanted", "value", "unit", "same"),
    [
        ((12.0, "people"), 12, Unit.HOSTAGES, True),
        ((12.0, "prisoners"), 12, Unit.PEOPLE, True),
        ((12.0, "prisoners"), 12, Unit.HOSTAGES, True),
        ((12.0, "dead"), 12, Unit.PEOPLE, False),
        ((12.0, "dead"), 12, Unit.DEAD, True),
        ((12.0, "dead"), 13, Unit.DEAD, False),
    ],
)
def test_same_count(wanted: tuple[float, str], value: float, unit: Unit, same: bool) -> None:
    assert same_count(wanted, mention("freed", EventType.RELEASE, quantities=count(value, unit))) is same


def test_no_quantity_is_no_count() -> None:
    assert not same_count((12.0, "people"), mention("freed", EventType.RELEASE))


def test_a_trigger_overlaps_the_quote_it_lies_in(tmp_path: Path) -> None:
    wanted = event(tmp_path, "offered a bonus", "proposal")
    assert overlaps(wanted, mention("offered", EventType.PROPOSAL))
    assert not overlaps(wanted, mention("praised", EventType.SUPPORT))


def test_only_the_first_characters_of_a_long_trigger_count(tmp_path: Path) -> None:
    wanted = event(tmp_path, "Police freed 12 pickets", "release")
    assert not overlaps(wanted, mention(TEXT, EventType.RELEASE))


def test_a_quote_that_is_nowhere_meets_nothing(tmp_path: Path) -> None:
    wanted = event(tmp_path, "the union struck", "protest")
    assert not overlaps(wanted, mention("The", EventType.PROTEST))


def test_pairs_are_one_to_one_and_prefer_the_pair_that_agrees_on_more(tmp_path: Path) -> None:
    wanted = event(tmp_path, "The miners struck on Monday", "protest", start="2021-03-08", end="2021-03-08")
    poor = mention("miners", EventType.PROTEST)
    good = mention("struck", EventType.PROTEST, date=day(MONDAY))
    assert pair([wanted], [poor, good], NAME) == [(0, 1)]
    assert pair([wanted, wanted], [good], NAME) in ([(0, 0)], [(1, 0)])


def test_another_type_is_paired_only_where_types_are_ignored(tmp_path: Path) -> None:
    wanted = event(tmp_path, "miners struck on Monday", "protest")
    other = mention("struck", EventType.ATTACK)
    assert pair([wanted], [other], NAME) == []
    assert pair([wanted], [other], NAME, typed=False) == [(0, 0)]


def test_complete_asks_for_type_status_date_and_all_actors(tmp_path: Path) -> None:
    wanted = reading(tmp_path, start="2021-03-08", end="2021-03-08", date_text="on Monday", actors=["Miners"])
    whole = {"date": day(MONDAY), "actors": (party("the Miners"),)}
    assert is_complete(wanted, mention("struck", EventType.PROTEST, **whole), NAME)
    for spoilt in (
        {"status": Status.PLANNED},
        {"date": UNDATED},
        {"actors": ()},
        {"actors": (party("Miners"), party("Chile"))},
    ):
        assert not is_complete(wanted, mention("struck", EventType.PROTEST, **(whole | spoilt)), NAME)
    assert not is_complete(wanted, mention("struck", EventType.ATTACK, **whole), NAME)


def test_targets_do_not_count_for_completeness(tmp_path: Path) -> None:
    wanted = reading(tmp_path, actors=["Miners"], targets=["Copper Hill"])
    given = mention("struck", EventType.PROTEST, actors=(party("Miners"),), targets=(party("Chile"),))
    assert is_complete(wanted, given, NAME)
    assert given.trigger == Span(11, 17)

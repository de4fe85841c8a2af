from datetime import date
from pathlib import Path

import pytest
from labelled_articles import count, day, label, mention, party, write_article

from tracker.evaluate.gold import read_gold
from tracker.evaluate.scores import Figures, Rate, Score, rate
from tracker.model.mentions import EventType, Mention, Status, Unit

MONDAY = date(2021, 3, 8)
STRIKE = label(
    "miners struck on Monday",
    "protest",
    start="2021-03-08",
    end="2021-03-08",
    date_text="on Monday",
    actors=["Miners"],
    targets=["Copper Hill"],
)
OFFER = label("offered a bonus", "proposal", status="proposed", actors=["Copper Hill"], source="Chile")
PRAISE = label("the minister praised both", "support", actors=["Chile"], optional=True)
FREED = label("freed 12 pickets", "release", count={"value": 12, "unit": "people"})

FOUND_STRIKE = mention("struck", EventType.PROTEST, date=day(MONDAY), actors=(party("Miners"),))
FOUND_OFFER = mention("offered", EventType.PROPOSAL, actors=(party("Copper Hill"),), source=party("Chile"))
FOUND_PRAISE = mention("praised", EventType.SUPPORT)
FOUND_FREED = mention("freed", EventType.RELEASE, quantities=count(12, Unit.PRISONERS))


def figures(tmp_path: Path, labels: list[dict[str, object]], found: list[Mention]) -> Figures:
    score = Score()
    score.add(read_gold(write_article(tmp_path, labels)), found)
    return score.figures()


@pytest.mark.parametrize(
    ("hit", "wanted", "given", "rates"),
    [
        (0, 0, 0, Rate(0.0, 0.0, 0.0)),
        (0, 4, 0, Rate(0.0, 0.0, 0.0)),
        (2, 4, 2, Rate(1.0, 0.5, 2 / 3)),
        (3, 3, 6, Rate(0.5, 1.0, 2 / 3)),
    ],
)
def test_rate(hit: int, wanted: int, given: int, rates: Rate) -> None:
    assert rate(hit, wanted, given) == rates


def test_what_is_found_missed_and_too_much(tmp_path: Path) -> None:
    found = figures(tmp_path, [STRIKE, OFFER], [FOUND_STRIKE, FOUND_FREED])
    assert (found.articles, found.gold_events, found.predicted) == (1, 2, 2)
    assert found.detection == Rate(0.5, 0.5, 0.5)
    assert found.types[EventType.PROTEST] == Rate(1.0, 1.0, 1.0)
    assert found.types[EventType.RELEASE] == Rate(0.0, 0.0, 0.0)


def test_what_one_reader_alone_saw_is_neither_rewarded_nor_punished(tmp_path: Path) -> None:
    with_it = figures(tmp_path, [STRIKE, PRAISE], [FOUND_STRIKE, FOUND_PRAISE])
    without = figures(tmp_path, [STRIKE, PRAISE], [FOUND_STRIKE])
    assert with_it.detection == without.detection == Rate(1.0, 1.0, 1.0)


def test_either_reading_of_an_event_is_right(tmp_path: Path) -> None:
    double = OFFER | {"alt": label("offered a bonus", "acceptance", actors=["Copper Hill"])}
    as_acceptance = mention("offered", EventType.ACCEPTANCE, actors=(party("Copper Hill"),))
    assert figures(tmp_path, [double], [as_acceptance]).detection.f1 == 1.0
    assert figures(tmp_path, [double], [as_acceptance, FOUND_OFFER]).detection.precision == 1.0


def test_a_wrong_type_counts_only_untyped(tmp_path: Path) -> None:
    found = figures(tmp_path, [STRIKE], [mention("struck", EventType.ATTACK)])
    assert (found.detection.f1, found.untyped.f1) == (0.0, 1.0)


def test_false_happened_is_the_share_of_unreal_events_given_as_occurred(tmp_path: Path) -> None:
    found = figures(tmp_path, [STRIKE, OFFER], [FOUND_STRIKE, FOUND_OFFER])
    assert (found.status, found.false_happened, found.false_unreal) == (0.5, 1.0, 0.0)


def test_false_unreal_is_the_reverse(tmp_path: Path) -> None:
    denied = mention("struck", EventType.PROTEST, status=Status.DENIED)
    found = figures(tmp_path, [STRIKE, OFFER], [denied])
    assert (found.status, found.false_happened, found.false_unreal) == (0.0, 0.0, 1.0)


def test_known_dates_are_counted_apart(tmp_path: Path) -> None:
    found = figures(tmp_path, [STRIKE, OFFER], [mention("struck", EventType.PROTEST), FOUND_OFFER])
    assert (found.date, found.date_known) == (0.5, 0.0)


def test_parties_are_counted_over_roles(tmp_path: Path) -> None:
    found = figures(tmp_path, [STRIKE], [FOUND_STRIKE])
    assert found.parties == Rate(1.0, 0.5, 2 / 3)


def test_source_and_count(tmp_path: Path) -> None:
    found = figures(tmp_path, [OFFER, FREED], [FOUND_OFFER, FOUND_FREED])
    assert (found.source.f1, found.count.f1) == (1.0, 1.0)
    wrong = figures(tmp_path, [FREED], [mention("freed", EventType.RELEASE, source=party("Chile"))])
    assert (wrong.source, wrong.count) == (Rate(0.0, 0.0, 0.0), Rate(0.0, 0.0, 0.0))


def test_complete_counts_over_all_events(tmp_path: Path) -> None:
    assert figures(tmp_path, [STRIKE, OFFER], [FOUND_STRIKE, FOUND_OFFER]).complete == Rate(0.5, 0.5, 0.5)


def test_macro_leaves_out_types_with_few_labels(tmp_path: Path) -> None:
    words = [f"Unit {number} attacked town {number}." for number in range(10)]
    text = " ".join(words)
    labels = [label(sentence, "attack") for sentence in words]
    found = [mention(f"{number} attacked", EventType.ATTACK, text) for number in range(5)]
    score = Score()
    score.add(read_gold(write_article(tmp_path, labels, text=text)), found)
    score.add(read_gold(write_article(tmp_path, [STRIKE])), [])
    assert score.figures().macro == pytest.approx(2 / 3)


def test_articles_add_up(tmp_path: Path) -> None:
    score = Score()
    gold = read_gold(write_article(tmp_path, [STRIKE]))
    score.add(gold, [FOUND_STRIKE])
    score.add(gold, [])
    assert score.figures().articles == 2
    assert score.figures().detection == Rate(1.0, 0.5, 2 / 3)


def test_no_article_gives_nought_and_no_fault() -> None:
    assert Score().figures().detection == Rate(0.0, 0.0, 0.0)

from datetime import date
from pathlib import Path

import pytest
from labelled_articles import TEXT, label, write_article

from tracker.evaluate.gold import gold_articles, read_gold
from tracker.model.articles import PublicationGround
from tracker.model.errors import ArticleError
from tracker.model.mentions import EventType, Status


def test_a_label_is_read_with_the_place_of_its_quote(tmp_path: Path) -> None:
    event = label(
        "miners struck on Monday",
        "protest",
        start="2021-03-08",
        end="2021-03-08",
        date_text="on Monday",
        actors=["Miners"],
        targets=["Copper Hill"],
        count={"value": 40, "unit": "people"},
        same_as="strike",
    )
    gold = read_gold(write_article(tmp_path, [event]))
    [read] = gold.events
    [reading] = read.readings
    first, last = reading.at
    assert TEXT[first:last] == "miners struck on Monday"
    assert (reading.type, reading.status) == (EventType.PROTEST, Status.OCCURRED)
    assert (reading.start, reading.end, reading.has_words) == (date(2021, 3, 8), date(2021, 3, 8), True)
    assert (reading.actors, reading.targets, reading.count) == (("Miners",), ("Copper Hill",), (40.0, "people"))
    assert (read.optional, read.same_as) == (False, "strike")
    assert (gold.name, gold.article.published, gold.article.outlet) == ("01", date(2021, 3, 9), "Wire")


def test_a_second_reading_and_what_one_reader_alone_saw_are_kept(tmp_path: Path) -> None:
    event = label("offered a bonus", "proposal", optional=True, alt=label("offered a bonus", "acceptance"))
    [read] = read_gold(write_article(tmp_path, [event])).events
    assert [reading.type for reading in read.readings] == [EventType.PROPOSAL, EventType.ACCEPTANCE]
    assert read.optional


def test_a_quote_that_is_not_in_the_text_lies_nowhere(tmp_path: Path) -> None:
    [read] = read_gold(write_article(tmp_path, [label("the union struck", "protest")])).events
    assert read.readings[0].at == (-1, -1)


def test_an_article_without_a_day_says_so(tmp_path: Path) -> None:
    article = read_gold(write_article(tmp_path, [], published=None)).article
    assert (article.published, article.publication_ground) == (None, PublicationGround.UNKNOWN)


@pytest.mark.parametrize(
    "fields",
    [
        {"events": [{"quote": "struck"}]},
        {"events": [label("struck on Monday", "quarrel")]},
        {"events": [label("struck on Monday", "protest", status="maybe")]},
        {"events": [label("struck on Monday", "protest", start="Monday")]},
        {"events": None},
        {"published": "9 March"},
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, fields: dict[str, object]) -> None:
    path = write_article(tmp_path, **({"events": []} | fields))
    with pytest.raises(ArticleError, match=r"01\.json"):
        read_gold(path)


def test_text_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "02.json"
    path.write_text("miners", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"02\.json"):
        read_gold(path)


def test_a_folder_gives_its_articles_by_name_and_an_empty_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no labelled articles"):
        gold_articles(tmp_path)
    write_article(tmp_path, [], "02")
    write_article(tmp_path, [], "01")
    assert [gold.name for gold in gold_articles(tmp_path)] == ["01", "02"]

import datetime as dt
from pathlib import Path

import pytest
from labelled_articles import label, write_article

from tracker.evaluate.as_read import as_read
from tracker.evaluate.same_as import SameAsFigures, evaluate_same_as, read_labelled
from tracker.model.articles import Article
from tracker.model.mentions import Extraction

TEXT = "Norway met Sweden in Oslo on Monday. Chile freed 12 miners on Tuesday. Norway and Sweden met in Oslo on Monday."
FIRST = label("Norway met Sweden in Oslo on Monday", "meeting", same_as="oslo")
FREED = label("Chile freed 12 miners on Tuesday", "release")
AGAIN = label("Norway and Sweden met in Oslo", "meeting", same_as="oslo")


def test_shares_of_pairs() -> None:
    figures = SameAsFigures(hits=3, extras=1, misses=2, mentions=6)
    assert (figures.precision, figures.recall) == (0.75, 0.6)
    assert figures.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_without_pairs_all_shares_are_nought() -> None:
    figures = SameAsFigures(0, 0, 0, 4)
    assert (figures.precision, figures.recall, figures.f1) == (0.0, 0.0, 0.0)


def test_an_event_told_twice_is_put_together(tmp_path: Path) -> None:
    write_article(tmp_path, [FIRST, FREED, AGAIN], text=TEXT, parties={})
    assert evaluate_same_as(tmp_path) == SameAsFigures(hits=1, extras=0, misses=0, mentions=3)


def test_labels_that_keep_them_apart_make_it_an_extra(tmp_path: Path) -> None:
    write_article(tmp_path, [FIRST, FREED, AGAIN | {"same_as": "another"}], text=TEXT, parties={})
    assert evaluate_same_as(tmp_path) == SameAsFigures(hits=0, extras=1, misses=0, mentions=3)


def test_a_faulty_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "07.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ValueError, match=r"07\.json"):
        list(read_labelled(tmp_path))


def test_labels_put_in_as_mentions_need_no_extraction(tmp_path: Path) -> None:
    told = label("Twelve miners are home again", "release")
    write_article(tmp_path, [FIRST, told, AGAIN], text=TEXT + " Twelve miners are home again.", parties={})
    assert evaluate_same_as(tmp_path, as_read=True) == SameAsFigures(hits=1, extras=0, misses=0, mentions=3)


def test_labels_without_a_mention_of_theirs_are_compared_by_their_sentences_and_not_by_sense() -> None:
    text = "Dust fell. Homes lay in ruins and wells were dry. Nothing grew there."
    article = Article(text, published=dt.date(2031, 3, 9))
    read, _ = as_read(article, [label("lay in ruins", "attack"), label("Nothing grew", "attack")], Extraction(()))
    ruins, grew = read.mentions
    assert text[ruins.sentence.first : ruins.sentence.last].strip() == "Homes lay in ruins and wells were dry."
    assert text[grew.sentence.first : grew.sentence.last].strip() == "Nothing grew there."
    assert ruins.sense == grew.sense == ""

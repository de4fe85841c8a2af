from pathlib import Path

import pytest
from labelled_articles import label, write_article

from tracker.evaluate.labelled import evaluate
from tracker.evaluate.scores import Figures
from tracker.model.errors import ArticleError

TEXT = "Norway met Sweden on Monday."
RIGHT = label(
    "Norway met Sweden on Monday", "meeting", actors=["Norway", "Sweden"], start="2021-03-08", end="2021-03-08"
)
PARTIES: dict[str, list[str]] = {"Norway": [], "Sweden": []}


def test_a_folder_is_extracted_and_scored(tmp_path: Path) -> None:
    write_article(tmp_path, [RIGHT], "01", text=TEXT, parties=PARTIES)
    write_article(tmp_path, [], "02", text="The weather was fine.", parties={})
    told: dict[str, Figures] = {}
    figures = evaluate(tmp_path, lambda name, one: told.update({name: one}))
    assert (figures.articles, figures.gold_events, figures.predicted) == (2, 1, 1)
    assert figures.complete.f1 == 1.0
    assert {name: one.gold_events for name, one in told.items()} == {"01": 1, "02": 0}


def test_a_faulty_article_stops_the_measuring_and_is_named(tmp_path: Path) -> None:
    write_article(tmp_path, [RIGHT], "01", text=TEXT, parties=PARTIES)
    (tmp_path / "02.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"02\.json"):
        evaluate(tmp_path)

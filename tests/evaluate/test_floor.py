"""No figure on the project's own labelled articles falls below `tests/labelled/floor.toml`."""

import shutil
import tomllib
from pathlib import Path

import pytest

from tracker.evaluate.gold import gold_articles
from tracker.evaluate.labelled import evaluate
from tracker.evaluate.scores import Figures, Rate
from tracker.model.mentions import EventType

LABELLED = Path(__file__).parents[1] / "labelled"
FLOOR = tomllib.loads((LABELLED / "floor.toml").read_text(encoding="utf-8"))
LEAST = ("detection", "macro", "status", "date_known", "parties", "source", "count", "complete")
MOST = ("false_happened",)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figures]:
    held_out = tmp_path_factory.mktemp("held_out")
    for path in LABELLED.glob("*.json"):
        if int(path.stem) % 2 == 0:
            shutil.copy(path, held_out)
    return {"all": evaluate(LABELLED), "held_out": evaluate(held_out)}


def shown(figures: Figures, key: str) -> float:
    value = getattr(figures, key)
    return value.f1 if isinstance(value, Rate) else value


@pytest.mark.parametrize("part", ["all", "held_out"])
@pytest.mark.parametrize("key", LEAST)
def test_figure_is_not_below_the_floor(part: str, key: str, measured: dict[str, Figures]) -> None:
    assert shown(measured[part], key) >= FLOOR[part]["least"][key]


@pytest.mark.parametrize("part", ["all", "held_out"])
@pytest.mark.parametrize("key", MOST)
def test_figure_is_not_above_the_ceiling(part: str, key: str, measured: dict[str, Figures]) -> None:
    assert shown(measured[part], key) <= FLOOR[part]["most"][key]


def test_the_floor_names_every_figure_and_nothing_else() -> None:
    assert FLOOR.keys() == {"all", "held_out"}
    for part in FLOOR.values():
        assert {kind: tuple(figures) for kind, figures in part.items()} == {"least": LEAST, "most": MOST}


def test_the_articles_hold_to_the_label_form() -> None:
    articles = gold_articles(LABELLED)
    assert len(articles) >= 14
    for gold in articles:
        assert gold.article.published is not None
        assert len(gold.events) >= 10
        for event in gold.events:
            for reading in event.readings:
                first, last = reading.at
                quote = gold.article.text[first:last]
                assert quote, f"{gold.name}: a quote that is not in the text"
                assert gold.article.text.count(quote) == 1, f"{gold.name}: {quote!r} stands twice"
                named = {*reading.actors, *reading.targets, *reading.mediators, *filter(None, [reading.source])}
                assert named <= gold.parties.keys(), f"{gold.name}: {quote!r}"
                assert not reading.end or (reading.start and reading.start <= reading.end), f"{gold.name}: {quote!r}"


def test_the_articles_hold_every_type() -> None:
    types = {r.type for gold in gold_articles(LABELLED) for event in gold.events for r in event.readings}
    assert types == set(EventType)

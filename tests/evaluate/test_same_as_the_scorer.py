"""The program's figures equal those of the shared scorer on the same predictions."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.evaluate.gold import gold_articles
from tracker.evaluate.scores import Figures, Rate, Score
from tracker.export.labels import as_written, label_events
from tracker.extract import extract_many

SHARED = Path(__file__).parents[3] / "shared" / "eval"
OWN = Path(__file__).parents[1] / "labelled"
SCORER = SHARED / "score.py"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SCORER.exists(), reason="the shared scorer is not beside this checkout"),
]


@pytest.mark.parametrize("folder", [SHARED / "dev", OWN], ids=["dev", "own"])
def test_figures_equal_the_scorers(folder: Path, tmp_path: Path) -> None:
    score = Score()
    gold = gold_articles(folder)
    for labels, extraction in zip(gold, extract_many([g.article for g in gold]), strict=True):
        score.add(labels, as_written(extraction))
        written = {"events": label_events(extraction)}
        (tmp_path / f"{labels.name}.json").write_text(json.dumps(written), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SCORER, folder, tmp_path, "--json"], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    for rates in told["types"].values():
        del rates["gold"]
    assert rounded(score.figures()) == told


def rounded(figures: Figures) -> dict[str, object]:
    """The figures in the scorer's form."""

    def shown(value: object) -> object:
        if isinstance(value, Rate):
            return {"p": round(value.precision, 3), "r": round(value.recall, 3), "f1": round(value.f1, 3)}
        return round(value, 3) if isinstance(value, float) else value

    plain = {key: shown(getattr(figures, key)) for key in figures.__slots__ if key != "types"}
    return plain | {"types": {str(type_): shown(rates) for type_, rates in figures.types.items()}}

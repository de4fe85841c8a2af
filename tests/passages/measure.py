"""The extraction's figures on files of labelled passages.

    python tests/passages/measure.py [FILE.jsonl ...]

A passage counts as an article of its own. Dates are not labelled.
"""

import json
import sys
import tempfile
from pathlib import Path

from tracker.evaluate.labelled import evaluate
from tracker.evaluate.scores import Figures

HERE = Path(__file__).parent
_FIELDS = ("start", "end", "same_as")


def files() -> list[Path]:
    """The files of this folder, by name."""
    return sorted(HERE.glob("*.jsonl"))


def measure(path: Path) -> Figures:
    """The figures of one file."""
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            passage = json.loads(line)
            for event in passage["events"]:
                event |= {"date_text": "", **dict.fromkeys(_FIELDS)}
            label = {"id": f"{path.stem}-{number}", "title": None, **passage}
            (Path(folder) / f"{number:04d}.json").write_text(json.dumps(label), encoding="utf-8")
        return evaluate(Path(folder))


def main() -> None:
    for path in [Path(name) for name in sys.argv[1:]] or files():
        figures = measure(path)
        rate = figures.detection
        detection = f"P {rate.precision:.2f} R {rate.recall:.2f} F1 {rate.f1:.3f}"
        others = f"macro {figures.macro:.3f}  parties {figures.parties.f1:.3f}  status {figures.status:.3f}"
        print(f"{path.stem:36} detection {detection}  {others}")


if __name__ == "__main__":
    main()

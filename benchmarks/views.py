"""Times party status and proposals of a negotiation against reading its events through the store.

    python benchmarks/views.py ../shared/eval/chronicles/gaza-2023-2025.jsonl --articles 400

Each line of the chronicle (`{"date", "text"}`) is an article. Warm, median of 20, in processor time (steady on a shared
machine): reading alone; reading, then both views from one index. The two may take 1.2 times the reading.
"""

import argparse
import gc
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tracker.app import App
from tracker.app.chronology import Chronology, read_chronology
from tracker.model.articles import Article, PublicationGround
from tracker.store import Store, open_store
from tracker.views import EventIndex, agreements, deadlines, key_days, proposals, standing, tallies

SLUG = "benchmark"


def articles(path: Path, most: int) -> list[Article]:
    """The first `most` lines of a chronicle as articles."""
    lines = path.read_text(encoding="utf-8").splitlines()[:most]
    found = []
    for line in lines:
        item = json.loads(line)
        day = date.fromisoformat(item["date"])
        found.append(Article(item["text"], None, None, path.stem, day, PublicationGround.GIVEN))
    return found


def medians(*actions: Callable[[], object], times: int = 20) -> list[float]:
    """Seconds of processor time of each action, the median after one warming run; the actions take turns, so that what
    else the machine does falls on all of them."""
    taken: list[list[float]] = [[] for _ in actions]
    for turn in range(times + 1):
        for action, own in zip(actions, taken, strict=True):
            gc.collect()  # else one action pays for the garbage of the other
            began = time.process_time()
            action()
            if turn:
                own.append(time.process_time() - began)
    return [statistics.median(own) for own in taken]


def read(store: Store) -> Chronology:
    with store.read() as unit:
        return read_chronology(unit, SLUG, None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chronicle", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/views.db")
        App(store).create_negotiation("Benchmark", SLUG)
        for _ in App(store).add_many(articles(given.chronicle, given.articles), [SLUG]):
            pass
        known = read(store)

        def both() -> None:
            index = EventIndex(read(store).events)
            standing(index, known.parties, known.today)
            proposals(index, known.today)

        alone, together = medians(lambda: read(store), both)
        print(f"{given.articles} articles, {len(known.events)} events")
        print(f"reading: {alone * 1000:.0f} ms; with status and proposals: {together * 1000:.0f} ms")
        print(f"ratio {together / alone:.2f} (at most 1.2)")
        index = EventIndex(known.events)
        for name, view in (
            ("index", lambda: EventIndex(known.events)),
            ("standing", lambda: standing(index, known.parties, known.today)),
            ("proposals", lambda: proposals(index, known.today)),
            ("tallies", lambda: tallies(index)),
            ("deadlines", lambda: deadlines(index, known.today)),
            ("agreements", lambda: agreements(index, known.today)),
            ("key days", lambda: key_days(index, 10)),
        ):
            print(f"  {name}: {medians(view, times=5)[0] * 1000:.0f} ms")


if __name__ == "__main__":
    main()

"""Times adding one article to a small and to a large database, and reading a large negotiation.

    python benchmarks/add_article.py ../shared/eval/chronicles/*.jsonl --mentions 500 50000

Each line of a chronicle (`{"date", "text"}`) is an article of its own. A copy of all lines has its days shifted and its
names changed, letter by letter, so that words keep their places and the copies' events do not merge with each other.
Lines are extracted once; a copy's extraction is the original's, shifted and renamed. What is timed is the whole of
`App.add`, extraction included, for articles that the database does not have. Copies of all chronicles go into one
negotiation: the hardest case.
"""

import argparse
import gc
import json
import re
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from tracker.app import App
from tracker.app.adding import add_article
from tracker.app.changing import save_extraction
from tracker.app.resolving import Resolver
from tracker.model.articles import Article, PublicationGround
from tracker.model.mentions import Extraction
from tracker.store import Store, describe, open_store

SHIFT_DAYS = 611
CHUNK = 50
# Articles that are added first and not counted: caches fill, statements are compiled.
WARMING = 5
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
Line = tuple[Article, Extraction]


def read_lines(paths: Sequence[Path]) -> list[Article]:
    """An article for each line of the chronicles, each text once."""
    found: dict[str, Article] = {}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            day = date.fromisoformat(item["date"])
            article = Article(item["text"], None, None, path.stem, day, PublicationGround.GIVEN)
            found.setdefault(article.text_hash, article)
    return list(found.values())


def renamer(number: int) -> Callable[[str], str]:
    """Changes the letters of all capitalised words; copy 0 stays as it is."""

    def rename(match: re.Match[str]) -> str:
        word = match.group()
        moved = [ALPHABET[(ALPHABET.index(sign) + number) % 26] if sign in ALPHABET else sign for sign in word.lower()]
        return "".join(new.upper() if old.isupper() else new for old, new in zip(word, moved, strict=True))

    return lambda text: re.sub(r"\b[A-Z][A-Za-z]{2,}\b", rename, text)


def changed(value: Any, rename: Callable[[str], str], shift: timedelta) -> Any:
    """A copy of nested dataclasses with renamed strings and shifted days."""
    if isinstance(value, str) and type(value) is str:
        return rename(value)
    if isinstance(value, date):
        return value + shift
    if type(value) is tuple:
        return tuple(changed(one, rename, shift) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: changed(getattr(value, one.name), rename, shift) for one in fields(value)}
        return replace(value, **parts)
    return value


def copies(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, then 25 changed copies of them, each with other names and later days."""
    for number in range(len(ALPHABET)):
        rename, shift = renamer(number), timedelta(SHIFT_DAYS * number)
        for article, extraction in lines:
            yield (
                replace(article, text=rename(article.text), published=article.published + shift),
                replace(changed(extraction, rename, shift), rules_version=extraction.rules_version),
            )


def fill(store: Store, lines: Iterator[Line], mentions: int, slug: str) -> None:
    """Adds copies until the negotiation has so many mentions, some at a time."""
    with store.begin() as unit:
        unit.negotiations.add(slug, "Benchmark")
    while describe(store).mentions < mentions:
        with store.begin() as unit:
            at = unit.negotiations.get(slug).id
            versions: list[int] = []
            chunk = list(islice(lines, CHUNK))
            if not chunk:
                raise SystemExit(f"These chronicles give fewer than {mentions} mentions: name more of them.")
            for article, extraction in chunk:
                if unit.articles.with_text(article.text_hash) is None:
                    article_id, version_id = unit.articles.add(article, None)
                    unit.articles.link(article_id, at)
                    save_extraction(unit, version_id, article, extraction)
                    versions.append(version_id)
            resolver = Resolver(unit, at, keeps_touched=False)
            resolver.put_in(list(unit.reports.of_versions(versions)))


def report_filling(store: Store, lines: Iterator[Line], mentions: int) -> None:
    """Fills a database that is empty and prints what it holds."""
    seconds = 0.0
    if not describe(store).mentions:
        seconds = timed(lambda: fill(store, lines, mentions, "benchmark"))
    known = describe(store)
    print(f"{known.mentions} mentions, {known.events} events, {known.articles} articles, ", end="")
    print(f"{(known.bytes or 0) / 1e6:.0f} MB, filled in {seconds:.0f} s", flush=True)


def timed(action: Callable[[], object]) -> float:
    """Seconds of the processor, which other programs do not lengthen; waiting for the disk is no part of it."""
    began = time.process_time()
    action()
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chronicles", nargs="+", type=Path)
    parser.add_argument("--mentions", nargs="+", type=int, default=[500, 50_000])
    parser.add_argument("--articles", type=int, default=40, help="how many added articles are timed")
    parser.add_argument("--rotation", type=int, default=25, help="other names for the added articles (22 to 25)")
    parser.add_argument("--keep", type=Path, help="folder for the databases (default: one that is deleted)")
    parser.add_argument("--memory", action="store_true", help="measure the peak memory of a rebuild too")
    given = parser.parse_args()
    from tracker.extract import extract_many

    articles = read_lines(given.chronicles)
    (*base,) = zip(articles, extract_many(articles), strict=True)
    fresh = [
        replace(one, text=renamer(given.rotation)(one.text))
        for one in articles[:: max(1, len(articles) // (WARMING + given.articles))]
    ]
    print(f"{len(base)} lines, {sum(len(one.mentions) for _, one in base)} mentions")
    with tempfile.TemporaryDirectory() as temporary:
        stores = [open_store(f"sqlite:///{(given.keep or Path(temporary)) / f'{size}.db'}") for size in given.mentions]
        for store, size in zip(stores, given.mentions, strict=True):
            report_filling(store, copies(base), size)
        # What the filling left in memory would be searched for garbage again and again.
        gc.collect()
        gc.freeze()
        times: list[list[float]] = [[] for _ in stores]
        for one in fresh[: WARMING + given.articles]:  # in turns, so that no size has a faster hour of the machine
            for store, found in zip(stores, times, strict=True):
                found.append(timed(lambda one=one, store=store: add_article(store, one, ["benchmark"])))
        medians = []
        for store, found in zip(stores, times, strict=True):
            known, ordered = describe(store), sorted(found[WARMING:])
            medians.append(statistics.median(ordered))
            print(f"{known.mentions} mentions: adding an article: median {medians[-1] * 1000:.1f} ms, ", end="")
            print(f"the slowest tenth from {ordered[int(len(ordered) * 0.9)] * 1000:.1f} ms", flush=True)
            app = App(store)
            print(f"  reading all events: {timed(lambda app=app: app.events('benchmark')) * 1000:.0f} ms")
            if given.memory:
                tracemalloc.start()
                seconds = timed(lambda app=app: app.rebuild("benchmark"))
                print(f"  rebuilding: {seconds:.0f} s, peak {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")
                tracemalloc.stop()
            store.close()
        print(f"largest : smallest = {medians[-1] / medians[0]:.2f}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What finding and normalising time expressions costs, beside what parsing the same texts costs.

    python benchmarks/times.py ../shared/eval/bulk/articles.jsonl.gz [--articles 200]

The file holds one article a line with "text" and, if known, "published" (ISO day), plain or packed with gzip. Prints
both times in seconds, words a second, and the ratio; exits with 1 if the ratio exceeds the limit of 15%.
"""

import argparse
import gzip
import json
import sys
import time
from datetime import date
from pathlib import Path

from tracker.extract.text import parse
from tracker.extract.times import find_times

LIMIT = 0.15


def read(path: Path, count: int) -> list[tuple[str, date | None]]:
    """The first `count` articles of a file of JSON lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in content.decode("utf-8").splitlines()[:count]]
    return [(row["text"], date.fromisoformat(row["published"][:10]) if row.get("published") else None) for row in rows]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("articles", type=Path, metavar="FILE")
    arguments.add_argument("--articles", dest="count", type=int, default=200, help="how many of the file (200)")
    given = arguments.parse_args()
    articles = read(given.articles, given.count)
    find_times(next(iter(parse(["Talks began on Monday."]))), date(2024, 1, 30))

    start = time.process_time()
    docs = list(parse(text for text, _ in articles))
    parsing = time.process_time() - start

    start = time.process_time()
    found = sum(len(find_times(doc, day)) for doc, (_, day) in zip(docs, articles, strict=True))
    tagging = time.process_time() - start

    words = sum(len(doc) for doc in docs)
    ratio = tagging / parsing
    print(f"{len(articles)} articles, {words} words, {found} time expressions")
    print(f"parsing {parsing:.2f} s, {words / parsing:.0f} words/s")
    print(f"times {tagging:.2f} s, {words / tagging:.0f} words/s")
    print(f"ratio {ratio:.3f} (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())

"""The cost of the whole extraction over bare spaCy, and its memory, on a bulk file of articles.

    python benchmarks/extraction.py ARTICLES.jsonl.gz [COUNT]

Each line of the file is {"text", "title", "published", ...}. The same model with the same pipes parses the same texts
bare and within the extraction, in turns of 100 articles, in one process; the ratio of the two sums is what counts, in
processor time, which other programs do not lengthen.
Memory is the process's peak after each turn: flat means that it does not grow with the number of articles.
"""

import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from tracker.extract import extract_many
from tracker.extract.text import load_model
from tracker.model.articles import Article

TURN = 100
# The batch of the extraction itself: larger ones pad short articles to the longest and take more time and memory.
BATCH = 16


def articles(path: Path) -> Iterator[Article]:
    """The articles of a JSON lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            published = date.fromisoformat(row["published"]) if row.get("published") else None
            yield Article(row["text"], row.get("title"), published=published)


def main(path: Path, count: int) -> None:
    """Prints a line a turn and the ratio over all."""
    nlp = load_model()
    list(extract_many([Article("Egypt met Israel on Monday.", published=date(2024, 1, 30))]))
    bare = whole = 0.0
    mentions = done = 0
    source = articles(path)
    while turn := list(islice(source, TURN)):
        start = time.process_time()
        for _ in nlp.pipe((article.text for article in turn), batch_size=BATCH):
            pass
        middle = time.process_time()
        mentions += sum(len(extraction.mentions) for extraction in extract_many(turn))
        end = time.process_time()
        bare, whole, done = bare + middle - start, whole + end - middle, done + len(turn)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{done:5} articles bare {bare:6.1f} s  whole {whole:6.1f} s  ratio {whole / bare:.3f}  peak {peak:.0f} MiB"
        )
        if done >= count:
            break
    print(f"ratio {whole / bare:.3f} over {done} articles, {mentions} mentions")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)

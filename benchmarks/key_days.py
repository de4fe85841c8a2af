"""Date F1 of the key days against a reference timeline.

    python benchmarks/key_days.py tests/timelines/gaza-2023-2025.toml ../shared/eval/chronicles

Each line of the chronicle (`{"date", "text"}`) is an article. As many days are picked as the reference has within the
chronicle. For comparison: the days with the most lines, and every n-th day.
"""

import argparse
import datetime as dt
import json
import tomllib
from collections import Counter
from pathlib import Path

from tracker.extract import extract_many
from tracker.model.articles import Article, PublicationGround
from tracker.resolve import PartyRules, resolve
from tracker.resolve.reporting import reports_of
from tracker.views import EventIndex, date_f1, key_days

ENTERED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timeline", type=Path)
    parser.add_argument("chronicles", type=Path)
    given = parser.parse_args()
    wanted = tomllib.loads(given.timeline.read_text(encoding="utf-8"))
    path = given.chronicles / f"{wanted['chronicle']}.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(one["text"], None, None, path.stem, dt.date.fromisoformat(one["date"]), PublicationGround.GIVEN)
        for one in lines
    ]
    reports, affiliations = [], []
    for number, (article, extraction) in enumerate(zip(articles, extract_many(articles), strict=True), start=1):
        reports += reports_of(article, extraction, number, ENTERED)
        affiliations += extraction.affiliations
    index = EventIndex(resolve(reports, PartyRules.of(affiliations)).events)
    told = sorted(article.published for article in articles if article.published)
    reference = [one["day"] for one in wanted["days"] if told[0] <= one["day"] <= told[-1]]
    found = key_days(index, len(reference))
    busiest = [day for day, _ in Counter(told).most_common(len(reference))]
    days = sorted(set(told))
    even = days[:: max(1, len(days) // len(reference))][: len(reference)]
    print(f"{len(articles)} lines, {len(index)} events, {len(reference)} reference days")
    print(f"key days: date F1 {date_f1([one.day for one in found], reference):.2f}")
    print(
        f"days with the most lines: {date_f1(busiest, reference):.2f}; every n-th day: {date_f1(even, reference):.2f}"
    )
    for one in found:
        print(f"  {'*' if one.day in reference else ' '} {one.day} {one.weight:.1f} {'; '.join(one.reasons)}")


if __name__ == "__main__":
    main()

"""How well the mentions of one article are put together, on labels that name the same event by a key (`same_as`).

Only mentions that match a label count: same type, and the trigger within the label's quote. The figure is pairwise:
over all pairs of such mentions of an article, those that one event holds against those that one key holds.

    python -m tracker.evaluate.same_as ../shared/eval/dev [--as-read]

`--as-read` puts the labels themselves in as mentions: what resolve alone loses.
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from tracker.evaluate.as_read import as_read as labels_as_mentions
from tracker.model.articles import Article, PublicationGround
from tracker.model.dates import Span
from tracker.model.events import Report
from tracker.model.mentions import Extraction, MentionKey
from tracker.resolve import PartyRules, resolve
from tracker.resolve.reporting import reports_of

_ENTERED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class SameAsFigures:
    """Pairs of mentions put together rightly, wrongly, and missed; `mentions` is how many matched a label."""

    hits: int
    extras: int
    misses: int
    mentions: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.extras) if self.hits + self.extras else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 0.0

    @property
    def f1(self) -> float:
        together = 2 * self.hits + self.extras + self.misses
        return 2 * self.hits / together if together else 0.0


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its labels as they were read."""

    name: str
    article: Article
    labels: Sequence[Mapping[str, Any]]


def read_labelled(folder: Path) -> Iterator[LabelledArticle]:
    """The labelled articles of a folder, by name. Raises ValueError naming the file that is none."""
    for path in sorted(folder.glob("*.json")):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            article = Article(
                data["text"],
                data.get("title"),
                outlet=data.get("source"),
                published=dt.date.fromisoformat(data["published"]) if data.get("published") else None,
                publication_ground=PublicationGround.GIVEN,
            )
            yield LabelledArticle(path.name, article, data["events"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path.name}: no labelled article ({error})") from error


def label_keys(labelled: LabelledArticle, reports: Sequence[Report]) -> dict[MentionKey, str]:
    """The key of the label that each mention matches, one to one; a label without a key is an event of its own."""
    free = {report.key: report for report in reports}
    found: dict[MentionKey, str] = {}
    for number, label in enumerate(labelled.labels):
        first = labelled.article.text.find(label["quote"])
        if first < 0:
            continue
        place = Span(first, first + len(label["quote"]))
        here = [
            key
            for key, one in free.items()
            if key.type == label["type"] and _start(one.mention.trigger).overlaps(place)
        ]
        if here:
            key = min(here)
            del free[key]
            found[key] = label.get("same_as") or f"alone {number}"
    return found


def evaluate_same_as(folder: Path, *, as_read: bool = False) -> SameAsFigures:
    """Extracts and resolves each labelled article by itself and compares the groups; `as_read`: the labels stand for
    the extracted mentions."""
    from tracker.extract import extract_many

    articles = list(read_labelled(folder))
    extractions = extract_many(labelled.article for labelled in articles)
    hits = extras = misses = mentions = 0
    for labelled, extraction in zip(articles, extractions, strict=True):
        reports, keys = keyed_reports(labelled, extraction, as_read=as_read)
        resolution = resolve(reports, PartyRules.of(extraction.affiliations))
        event_of = {report.key: event.id for event in resolution.events for report in event.reports}
        mentions += len(keys)
        for one, other in combinations(sorted(keys), 2):
            wanted, given = keys[one] == keys[other], event_of[one] == event_of[other]
            hits += wanted and given
            extras += given and not wanted
            misses += wanted and not given
    return SameAsFigures(hits, extras, misses, mentions)


def keyed_reports(
    labelled: LabelledArticle, extraction: Extraction, *, as_read: bool = False
) -> tuple[tuple[Report, ...], dict[MentionKey, str]]:
    """An article's reports, extracted or as its labels give them, and the key of those that match a label."""
    if not as_read:
        reports = reports_of(labelled.article, extraction, 1, _ENTERED)
        return reports, label_keys(labelled, reports)
    read, names = labels_as_mentions(labelled.article, labelled.labels, extraction)
    reports = reports_of(labelled.article, read, 1, _ENTERED)
    return reports, dict(zip((report.key for report in reports), names, strict=True))


def _start(span: Span) -> Span:
    """The first characters of a trigger, as the labels' scorer counts them."""
    return Span(span.first, min(span.last, span.first + _LONGEST))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures of a folder."""
    parser = argparse.ArgumentParser(description="How well the mentions of one article are put together.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-read", action="store_true", help="put the labels in as mentions")
    given = parser.parse_args(arguments)
    found = evaluate_same_as(given.folder, as_read=given.as_read)
    print(f"precision {found.precision:.2f}, recall {found.recall:.2f}, F1 {found.f1:.2f}, {found.mentions} mentions")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How well reports of one event are told from reports of two, on labelled pairs of dated reports.

A file holds one JSON object a line: `id`, `a` and `b` (each `published` and `text`), `same`, and where it applies
`border` (same or not by convention only) and `shared_background` (an older event that both tell beside their own).
"""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.model.articles import Article, PublicationGround
from tracker.model.events import Event, Report
from tracker.model.mentions import Extraction
from tracker.resolve import PartyRules, resolve
from tracker.resolve.reporting import reports_of

_ENTERED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two dated reports and whether they tell one event."""

    id: str
    first: Article
    second: Article
    is_same: bool
    is_border: bool
    shares_background: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Pairs found to be the same, rightly (`hits`) and wrongly (`extras`), and those missed. A share is None where
    there is nothing to divide by."""

    hits: int = 0
    extras: int = 0
    misses: int = 0
    apart: int = 0

    @property
    def precision(self) -> float | None:
        found = self.hits + self.extras
        return self.hits / found if found else None

    @property
    def recall(self) -> float | None:
        wanted = self.hits + self.misses
        return self.hits / wanted if wanted else None

    def plus(self, is_same: bool, found: bool) -> "Figures":
        """The figures with one more pair."""
        return Figures(
            self.hits + (is_same and found),
            self.extras + (found and not is_same),
            self.misses + (is_same and not found),
            self.apart + (not is_same and not found),
        )


@dataclass(frozen=True, slots=True)
class PairFigures:
    """`clear`: pairs that convention does not decide; `border`: those it does; `all`: both. `without_background`:
    clear pairs but those that share an older event, which is rightly one event of both. `wrong` names the clear pairs
    judged wrongly, with the events that joined them."""

    clear: Figures
    border: Figures
    all: Figures
    without_background: Figures
    wrong: tuple[str, ...]


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file. Raises ValueError naming the line that is no pair."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            first, second = (
                Article(
                    data[side]["text"],
                    published=dt.date.fromisoformat(data[side]["published"]),
                    publication_ground=PublicationGround.GIVEN,
                )
                for side in "ab"
            )
            yield Pair(
                data["id"],
                first,
                second,
                bool(data["same"]),
                bool(data.get("border")),
                bool(data.get("shared_background")),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path.name}, line {number}: no labelled pair ({error})") from error


def shared_events(first: Sequence[Report], second: Sequence[Report], rules: PartyRules) -> tuple[Event, ...]:
    """The events that have reports of both articles when the two are resolved together."""
    articles = {report.article_id for report in (*first, *second)}
    resolution = resolve([*first, *second], rules)
    return tuple(
        event for event in resolution.events if len({report.article_id for report in event.reports} & articles) > 1
    )


def judge(pair: Pair, first: Extraction, second: Extraction) -> tuple[Event, ...]:
    """The events that one pair's extractions share: none, if the two are held to tell different events."""
    rules = PartyRules.of((*first.affiliations, *second.affiliations))
    return shared_events(
        reports_of(pair.first, first, 1, _ENTERED), reports_of(pair.second, second, 2, _ENTERED), rules
    )


def evaluate_pairs(path: Path) -> PairFigures:
    """Puts each pair's reports in as two articles; they are the same if one event has mentions of both."""
    from tracker.extract import extract_many

    pairs = list(read_pairs(path))
    extractions = list(extract_many(article for pair in pairs for article in (pair.first, pair.second)))
    clear = border = every = without = Figures()
    wrong = []
    for place, pair in enumerate(pairs):
        shared = judge(pair, extractions[2 * place], extractions[2 * place + 1])
        found = bool(shared)
        every = every.plus(pair.is_same, found)
        if pair.is_border:
            border = border.plus(pair.is_same, found)
            continue
        clear = clear.plus(pair.is_same, found)
        if not pair.shares_background:
            without = without.plus(pair.is_same, found)
        if found is not pair.is_same:
            types = ", ".join(str(event.type) for event in shared)
            wrong.append(f"{pair.id} {'not joined' if pair.is_same else f'joined by {types}'}")
    return PairFigures(clear, border, every, without, tuple(wrong))

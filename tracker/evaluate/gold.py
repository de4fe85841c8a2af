"""Labelled articles: reading the label form and refusing files that do not hold to it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import ArticleError
from tracker.model.mentions import EventType, Status


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's view of one event. `at` are the characters of the quote, first and past-last; days are inclusive."""

    type: EventType
    status: Status
    at: tuple[int, int]
    start: date | None
    end: date | None
    has_words: bool
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    mediators: tuple[str, ...]
    source: str | None
    count: tuple[float, str] | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A labelled event: one reading or two, either of them right. What only one reader saw is `optional`."""

    readings: tuple[Reading, ...]
    optional: bool
    same_as: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A labelled article with its parties' surface forms."""

    name: str
    article: Article
    parties: dict[str, list[str]]
    events: tuple[GoldEvent, ...]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _reading(event: dict[str, Any], text: str) -> Reading:
    at = text.find(event["quote"])
    count = event.get("count")
    return Reading(
        type=EventType(event["type"]),
        status=Status(event["status"]),
        at=(at, at + len(event["quote"])) if at >= 0 else (-1, -1),
        start=_day(event.get("start")),
        end=_day(event.get("end")),
        has_words=bool(event.get("date_text")),
        actors=tuple(event.get("actors") or ()),
        targets=tuple(event.get("targets") or ()),
        mediators=tuple(event.get("mediators") or ()),
        source=event.get("source"),
        count=(float(count["value"]), count["unit"]) if count else None,
    )


def read_gold(path: Path) -> GoldArticle:
    """One labelled article. Raises ArticleError, naming the file, where it is not in the label form."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = data["text"]
        events = tuple(
            GoldEvent(
                tuple(_reading(reading, text) for reading in (event, *([event["alt"]] if event.get("alt") else []))),
                bool(event.get("optional")),
                event.get("same_as"),
            )
            for event in data["events"]
        )
        published = _day(data.get("published"))
        ground = PublicationGround.GIVEN if published else PublicationGround.UNKNOWN
        article = Article(
            text, data.get("title"), outlet=data.get("source"), published=published, publication_ground=ground
        )
        return GoldArticle(path.stem, article, data["parties"], events)
    except (KeyError, TypeError, ValueError) as fault:
        raise ArticleError(
            f"{path} is not a labelled article ({fault!r}); it needs text, published, parties and events."
        ) from fault


def gold_articles(folder: Path) -> list[GoldArticle]:
    """The labelled articles of a folder, by name. Raises ArticleError where there is none or one is faulty."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise ArticleError(f"{folder} holds no labelled articles (*.json); name a folder that does.")
    return [read_gold(path) for path in paths]

"""Reports made by hand for the tests of resolve."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.model.dates import UNDATED, DateInterval, Grain, Ground, Span
from tracker.model.events import Report
from tracker.model.mentions import (
    Approximation,
    EventType,
    Mention,
    Phase,
    PlaceReference,
    Quantity,
    Status,
    Unit,
)
from tracker.model.parties import PartyKind, PartyReference

ENTERED = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
KNOWN = {
    "type",
    "status",
    "published",
    "on",
    "ground",
    "trigger",
    "text",
    "actors",
    "targets",
    "mediators",
    "source",
} | {
    *(
        "count",
        "about_count",
        "place",
        "outlet",
        "article",
        "phase",
        "at",
        "sense",
        "unverified",
        "persons",
        "quoted",
        "about",
        "date_words",
    )
}


def made(data: Mapping[str, Any], number: int = 0) -> Report:
    """A report from plain fields.

    `on`: an ISO day, "start/end" or "" (not known, at the latest when published); `trigger`: its words, found in `text`
    (the sentence); `article`: a name, the same for reports of one text; `at`: where in the text the sentence
    begins; `persons`: the parties that are persons; `quoted`: it stands in direct speech; `about`: words of the
    sentence that say what it is about; `date_words`: those that tell its time.
    """
    assert set(data) <= KNOWN, set(data) - KNOWN
    text, trigger = data["text"], data["trigger"]
    base = data.get("at", 0)
    first = text.index(trigger)
    article = data.get("article", f"article {number}")
    published = dt.date.fromisoformat(data["published"]) if data.get("published") else None
    ground = Ground(data.get("ground", "stated"))
    verified = not data.get("unverified", False)

    def parties(names: Sequence[str]) -> tuple[PartyReference, ...]:
        persons = data.get("persons", ())
        kinds = {name: PartyKind.PERSON if name in persons else PartyKind.UNKNOWN for name in names}
        return tuple(
            PartyReference(Span(base, base + 1), name, name, name, kinds[name], is_verified=verified) for name in names
        )

    quantities = []
    for field, approximation in (("count", Approximation.EXACT), ("about_count", Approximation.ABOUT)):
        for words in data.get(field, []):
            value, unit = words.split(" ")
            quantities.append(Quantity(float(value), Unit(unit), Span(base, base + 1), words, approximation))
    sentence = Span(base, base + len(text))
    mention = Mention(
        type=EventType(data["type"]),
        status=Status(data.get("status", "occurred")),
        trigger=Span(base + first, base + first + len(trigger)),
        words=trigger,
        clause=sentence,
        sentence=sentence,
        sense=data.get("sense", data["type"]),
        date=replace(interval(data.get("on", ""), published, ground), words=data.get("date_words", "")),
        actors=parties(data.get("actors", [])),
        targets=parties(data.get("targets", [])),
        mediators=parties(data.get("mediators", [])),
        source=parties([data["source"]])[0] if data.get("source") else None,
        quantities=tuple(quantities),
        place=PlaceReference(Span(base, base + 1), data["place"]) if data.get("place") else None,
        phase=Phase(data["phase"]) if data.get("phase") else None,
        is_quoted=data.get("quoted", False),
        about=_span(base, text, data["about"]) if data.get("about") else None,
    )
    text_hash = hashlib.sha256(article.encode()).hexdigest()
    return Report(
        key=mention.key(text_hash),
        mention=mention,
        article_id=int(text_hash[:6], 16),
        title=None,
        outlet=data.get("outlet"),
        published=published,
        entered=ENTERED,
        evidence=text,
        at=Span(first, first + len(trigger)),
    )


def _span(base: int, text: str, words: str) -> Span:
    first = base + text.index(words)
    return Span(first, first + len(words))


def interval(on: str, published: dt.date | None, ground: Ground) -> DateInterval:
    if not on:
        return DateInterval(None, published) if published else UNDATED
    first, _, last = on.partition("/")
    start = dt.date.fromisoformat(first)
    end = dt.date.fromisoformat(last) if last else start
    return DateInterval(start, end, grain=Grain.DAY if start == end else None, ground=ground)

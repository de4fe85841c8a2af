"""Labels and mentions made for the tests of measuring."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from tracker.model.dates import DateInterval, Ground, Span
from tracker.model.mentions import EventType, Mention, Quantity, Status, Unit
from tracker.model.parties import PartyReference

TEXT = (
    "The miners struck on Monday. The company offered a bonus, and the minister praised both. Police freed 12 pickets."
)
PARTIES = {"Miners": ["The miners"], "Copper Hill": ["The company"], "Chile": ["the minister", "Police"]}


def label(quote: str, type_: str, **fields: Any) -> dict[str, Any]:
    """One labelled event; what is not given is null or empty, and it occurred."""
    return {
        "quote": quote,
        "type": type_,
        "status": "occurred",
        "start": None,
        "end": None,
        "date_text": "",
        "actors": [],
        "targets": [],
        "mediators": [],
        "source": None,
        "count": None,
        "same_as": None,
    } | fields


def write_article(folder: Path, events: object, name: str = "01", **fields: Any) -> Path:
    """A label file in `folder`, about `TEXT` unless another text is given."""
    data = {
        "id": name,
        "title": "Miners",
        "published": "2021-03-09",
        "source": "Wire",
        "text": TEXT,
        "parties": PARTIES,
        "events": events,
    }
    path = folder / f"{name}.json"
    path.write_text(json.dumps(data | fields), encoding="utf-8")
    return path


def party(name: str, first: int = 0) -> PartyReference:
    """A reference whose words are the side's name."""
    return PartyReference(Span(first, first + len(name)), name, name, name)


def day(first: date, last: date | None = None, *, ongoing: bool = False) -> DateInterval:
    """A known day or stretch of days."""
    return DateInterval(
        earliest=first, latest=first if ongoing else (last or first), ongoing=ongoing, ground=Ground.STATED
    )


def mention(words: str, type_: EventType, text: str = TEXT, **fields: Any) -> Mention:
    """A mention whose trigger is the first place of `words` in the text."""
    first = text.index(words)
    span = Span(first, first + len(words))
    given = {"status": Status.OCCURRED, "clause": span, "sentence": span, "sense": f"{type_}.made"} | fields
    return Mention(type=type_, trigger=span, words=words, **given)


def count(value: float, unit: Unit) -> tuple[Quantity, ...]:
    """One quantity."""
    return (Quantity(value, unit, Span(0, 1), str(value)),)

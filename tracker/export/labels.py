"""Mentions in the label form, which scorers, `tracker evaluate` and `tracker export gold` share.

The form: one object per mention; null where unknown, dates as ISO days, parties as the names of sides.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from tracker.model.dates import Span, label_dates
from tracker.model.mentions import Extraction, Mention
from tracker.model.parties import PartyReference


class LabelCount(TypedDict):
    """A number of something."""

    value: float
    unit: str


class LabelPartySpans(TypedDict):
    """The characters behind the parties in each role, [first, past-last] each, in the order of the text."""

    actors: list[list[int]]
    targets: list[list[int]]
    mediators: list[list[int]]


class LabelEvent(TypedDict):
    """One mention. `span` is the trigger's, `plover` the PLOVER root."""

    type: str
    status: str
    start: str | None
    end: str | None
    date_text: str
    actors: list[str]
    targets: list[str]
    mediators: list[str]
    source: str | None
    count: LabelCount | None
    span: list[int]
    plover: str | None
    party_spans: LabelPartySpans


def sides(references: Iterable[PartyReference]) -> list[str]:
    """The sides that the references stand for, each once, in the order given."""
    return list(dict.fromkeys(reference.side for reference in references))


def label_count(mention: Mention) -> LabelCount | None:
    """The number that a mention gives; whole numbers are written as such."""
    if mention.count is None:
        return None
    value = mention.count.value
    return {"value": int(value) if float(value).is_integer() else value, "unit": mention.count.unit.value}


def label_event(mention: Mention) -> LabelEvent:
    """A mention in the label form."""
    start, end = label_dates(mention.date)
    return {
        "type": mention.type.value,
        "status": mention.status.value,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "date_text": mention.date.words,
        "actors": sides(mention.actors),
        "targets": sides(mention.targets),
        "mediators": sides(mention.mediators),
        "source": mention.source.side if mention.source else None,
        "count": label_count(mention),
        "span": list(mention.trigger),
        "plover": mention.plover or None,
        "party_spans": {
            "actors": _places(mention.actors),
            "targets": _places(mention.targets),
            "mediators": _places(mention.mediators),
        },
    }


def as_written(extraction: Extraction) -> list[Mention]:
    """The mentions of one article, each side under the name that the article itself writes, where it writes one."""

    def named(one: PartyReference) -> PartyReference:
        return replace(one, side=extraction.written.get(one.side, one.side))

    return [
        replace(
            mention,
            actors=tuple(map(named, mention.actors)),
            targets=tuple(map(named, mention.targets)),
            mediators=tuple(map(named, mention.mediators)),
            source=named(mention.source) if mention.source else None,
        )
        for mention in extraction.mentions
    ]


def label_events(extraction: Extraction) -> list[LabelEvent]:
    """All that one article gives in the label form, in the order of the text, the sides as the article names them."""
    return [label_event(mention) for mention in as_written(extraction)]


def _places(references: Iterable[PartyReference]) -> list[list[int]]:
    places: set[Span] = {reference.span for reference in references}
    return [list(place) for place in sorted(places)]

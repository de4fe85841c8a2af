"""What an export is made of, and one event as programs read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict

from tracker.model.articles import Article
from tracker.model.dates import edtf, label_dates
from tracker.model.events import Conflict, Event, Figure, Report
from tracker.model.negotiations import Negotiation


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A negotiation with its events in the order of time and its articles by id. `corrected` names the fields that an
    analyst corrected, by event id."""

    negotiation: Negotiation
    events: tuple[Event, ...]
    articles: Mapping[int, Article]
    corrected: Mapping[int, frozenset[str]] = field(default_factory=dict)


class FigureRecord(TypedDict):
    """A reported number; `low` and `high` bound it where it is not exact, `articles` are the ids of who gives it."""

    value: float
    unit: str
    approximation: str
    low: float | None
    high: float | None
    total: float | None
    articles: list[int]


class ConflictRecord(TypedDict):
    """A field on which articles disagree, and who says what."""

    field: str
    values: list[dict[str, str | list[int]]]


class ReportRecord(TypedDict):
    """One sentence that reports the event; `trigger` are the characters of `evidence` that tell it, `terms` the
    sentences that spell out what a proposal or an agreement holds."""

    article: int
    title: str | None
    outlet: str | None
    published: str | None
    status: str
    evidence: str
    trigger: list[int]
    terms: str | None
    source: str | None


class EventRecord(TypedDict):
    """An event: `start` and `end` are inclusive ISO days, null where not known; `edtf` is the same as EDTF."""

    id: int
    type: str
    status: str
    start: str | None
    end: str | None
    edtf: str
    grain: str | None
    ground: str
    date_text: str
    actors: list[str]
    targets: list[str]
    mediators: list[str]
    source: str | None
    place: str | None
    plover: str | None
    cameo: str | None
    figures: list[FigureRecord]
    conflicts: list[ConflictRecord]
    content_of: int | None
    trust: str
    note: str
    independent_sources: int
    reports: list[ReportRecord]


def event_record(event: Event) -> EventRecord:
    """An event with everything that is behind it."""
    start, end = label_dates(event.date)
    first = event.reports[0].mention if event.reports else None
    return {
        "id": event.id,
        "type": event.type.value,
        "status": event.status.value,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "edtf": edtf(event.date),
        "grain": event.date.grain.value if event.date.grain else None,
        "ground": event.date.ground.value,
        "date_text": event.date.words,
        "actors": list(event.actors),
        "targets": list(event.targets),
        "mediators": list(event.mediators),
        "source": event.source,
        "place": event.place,
        "plover": (first.plover or None) if first else None,
        "cameo": (first.cameo or None) if first else None,
        "figures": [_figure(figure, event) for figure in event.figures],
        "conflicts": [_conflict(conflict, event) for conflict in event.conflicts],
        "content_of": event.content_of,
        "trust": event.trust.value,
        "note": event.note,
        "independent_sources": event.independent_sources,
        "reports": [_report(report) for report in event.reports],
    }


def _figure(figure: Figure, event: Event) -> FigureRecord:
    return {
        "value": figure.value,
        "unit": figure.unit.value,
        "approximation": figure.approximation.value,
        "low": figure.low,
        "high": figure.high,
        "total": figure.total,
        "articles": _articles(figure.reports, event),
    }


def _conflict(conflict: Conflict, event: Event) -> ConflictRecord:
    return {
        "field": conflict.field,
        "values": [{"value": side.value, "articles": _articles(side.reports, event)} for side in conflict.sides],
    }


def _articles(indices: tuple[int, ...], event: Event) -> list[int]:
    return list(dict.fromkeys(event.reports[index].article_id for index in indices))


def _report(report: Report) -> ReportRecord:
    return {
        "article": report.article_id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "status": report.mention.status.value,
        "evidence": report.evidence,
        "trigger": list(report.at),
        "terms": report.terms or None,
        "source": report.source,
    }

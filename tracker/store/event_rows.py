"""Events into rows and back."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracker.model.events import (
    Conflict,
    ConflictSide,
    Event,
    EventStatus,
    Figure,
    Report,
    StatusChange,
    Trust,
)
from tracker.model.mentions import Approximation, EventType, Status, Unit
from tracker.store.mention_rows import interval_of, interval_values

_ROLES = ("actor", "target", "mediator")


def event_values(event: Event, negotiation_id: int, *, is_rejected: bool) -> dict[str, Any]:
    """The columns of an event itself."""
    return {
        "id": event.id,
        "negotiation_id": negotiation_id,
        "is_rejected": is_rejected,
        "type": event.type.value,
        "status": event.status.value,
        **interval_values(event.date),
        "source": event.source,
        "place": event.place,
        "content_of": event.content_of,
        "independent_sources": event.independent_sources,
        "trust": event.trust.value,
        "note": event.note,
        "detail": {
            "figures": [
                [one.value, one.unit.value, one.approximation.value, one.low, one.high, one.total, one.reports]
                for one in event.figures
            ],
            "conflicts": [[one.field, [[side.value, side.reports] for side in one.sides]] for one in event.conflicts],
            "history": [
                [one.day and one.day.isoformat(), one.status.value, one.reports] for one in event.status_history
            ],
            "decisions": event.decision_ids,
        },
    }


def event_party_values(event: Event) -> Iterator[dict[str, Any]]:
    """The rows of an event's parties."""
    for role, names in zip(_ROLES, (event.actors, event.targets, event.mediators), strict=True):
        for position, name in enumerate(names):
            yield {"event_id": event.id, "role": role, "position": position, "name": name}


def report_names(report: Report) -> list[Any]:
    """The names that resolve gave the parties of a report, as one column holds them."""
    return [report.actors, report.targets, report.mediators, report.source]


def event_of(row: Any, parties: Mapping[str, Sequence[str]], reports: Sequence[Report]) -> Event:
    """The event of a row, with its parties by role and its reports, both in order."""
    detail = row.detail
    return Event(
        id=row.id,
        type=EventType(row.type),
        status=EventStatus(row.status),
        date=interval_of(row),
        actors=tuple(parties.get("actor", ())),
        targets=tuple(parties.get("target", ())),
        mediators=tuple(parties.get("mediator", ())),
        reports=tuple(reports),
        source=row.source,
        place=row.place,
        figures=tuple(
            Figure(value, Unit(unit), Approximation(how), low, high, total, tuple(places))
            for value, unit, how, low, high, total, places in detail["figures"]
        ),
        conflicts=tuple(
            Conflict(field, tuple(ConflictSide(value, tuple(places)) for value, places in sides))
            for field, sides in detail["conflicts"]
        ),
        status_history=tuple(
            StatusChange(dt.date.fromisoformat(day) if day else None, Status(status), tuple(places))
            for day, status, places in detail["history"]
        ),
        content_of=row.content_of,
        independent_sources=row.independent_sources,
        trust=Trust(row.trust),
        decision_ids=tuple(detail["decisions"]),
        note=row.note,
    )

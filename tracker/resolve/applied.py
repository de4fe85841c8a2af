"""Decisions on a derived event: confirmed, rejected, corrected, added by hand."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from tracker.model.dates import UNDATED, DateInterval, Grain, Ground
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.events import Event, EventStatus, Figure, Trust
from tracker.model.mentions import Approximation, EventType, Unit

Kind = TypeVar("Kind", bound=StrEnum)


def apply(event: Event, decisions: Sequence[Decision]) -> tuple[Event, bool]:
    """The event after the decisions on it, in their order, and whether it is rejected.

    A later confirmation takes back a rejection and the other way round. Raises ValueError where a correction's field or
    value cannot be read.
    """
    rejected = False
    for decision in sorted(decisions, key=lambda one: one.id):
        if decision.kind is DecisionKind.REJECT:
            rejected = True
        elif decision.kind is DecisionKind.CONFIRM:
            rejected = False
            trust = Trust.CORRECTED if event.trust is Trust.CORRECTED else Trust.CONFIRMED
            event = replace(event, trust=trust)
        elif decision.kind is DecisionKind.CORRECT:
            event = replace(corrected(event, decision.field, decision.value), trust=Trust.CORRECTED)
        event = replace(event, decision_ids=tuple(dict.fromkeys((*event.decision_ids, decision.id))))
    return event, rejected


def corrected(event: Event, field: str, value: str) -> Event:
    """The event with one field as an analyst gives it.

    `value` by field: type, status: their words; date: ISO day, `start/end`, `start/..` for what goes on, "" for not
    known; actors, targets, mediators: names parted by ";"; source, place, note: text; count: "13 hostages", "" for
    none. Raises ValueError naming the field and what it takes.
    """
    if field not in _FIELDS:
        raise ValueError(f"no field {field!r} to correct; the fields are {', '.join(sorted(_FIELDS))}")
    try:
        return replace(event, **_FIELDS[field](value.strip()))
    except ValueError as error:
        raise ValueError(f"{value!r} is no value for {field}: {error}") from error


def added(decision: Decision, public_id: int) -> Event:
    """The event that an analyst adds by hand: `decision.value` is a JSON object of the fields that `corrected` takes,
    `type` at least; it has no reports and is as trusted as a correction. Raises ValueError where it cannot be read."""
    fields = json.loads(decision.value)
    if not isinstance(fields, dict) or "type" not in fields:
        raise ValueError("an event added by hand needs at least its type")
    event = Event(
        id=public_id,
        type=_one_of(EventType, str(fields["type"])),
        status=EventStatus.OCCURRED,
        date=UNDATED,
        actors=(),
        targets=(),
        mediators=(),
        reports=(),
        independent_sources=0,
        trust=Trust.CORRECTED,
        decision_ids=(decision.id,),
        note=decision.why,
    )
    for field, value in sorted(fields.items()):
        event = corrected(event, field, "; ".join(value) if isinstance(value, list) else str(value))
    return event


def interval(text: str) -> DateInterval:
    """An analyst's date: an ISO day, `start/end`, `start/..` (goes on), `../end`, or "" (not known)."""
    if not text:
        return UNDATED
    first, slash, last = text.partition("/")
    start, end = _day(first), _day(last) if slash else _day(first)
    goes_on = bool(slash) and last == ".." and start is not None
    if start and end and start > end:
        raise ValueError("the start lies after the end")
    grain = Grain.DAY if start == end else None
    upper = start if goes_on else end
    return DateInterval(start, upper, ongoing=goes_on, grain=grain, ground=Ground.STATED, words=text)


def _day(text: str) -> dt.date | None:
    if text in ("", ".."):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError("write a day as 2024-01-27, days as 2024-01-27/2024-01-28") from None


def _one_of(kind: type[Kind], text: str) -> Kind:
    """The member of `kind` with this value."""
    if text not in (known := [member.value for member in kind]):
        raise ValueError(f"it is one of {', '.join(known)}")
    return kind(text)


def names_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(";") if name.strip()))


def _count(text: str) -> tuple[Figure, ...]:
    if not text:
        return ()
    number, _, unit = text.partition(" ")
    try:
        value = float(number.replace(",", ""))
    except ValueError:
        raise ValueError("write a number and what it counts, as in 13 hostages") from None
    return (Figure(value, _one_of(Unit, unit.strip()), Approximation.EXACT, None, None, None, ()),)


_FIELDS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "type": lambda text: {"type": _one_of(EventType, text)},
    "status": lambda text: {"status": _one_of(EventStatus, text)},
    "date": lambda text: {"date": interval(text)},
    "actors": lambda text: {"actors": names_in(text)},
    "targets": lambda text: {"targets": names_in(text)},
    "mediators": lambda text: {"mediators": names_in(text)},
    "source": lambda text: {"source": text or None},
    "place": lambda text: {"place": text or None},
    "count": lambda text: {"figures": _count(text)},
    "note": lambda text: {"note": text},
}

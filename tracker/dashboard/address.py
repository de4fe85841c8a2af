"""What is looked at, as it stands in the page's address, so that a view can be shared and restored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tracker.model.events import EventStatus
from tracker.model.mentions import EventType

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader chose to see. `events` are the ids of the events that are open, `as_of` the day of knowledge."""

    negotiation: str | None = None
    party: str | None = None
    types: tuple[EventType, ...] = ()
    statuses: tuple[EventStatus, ...] = ()
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    confirmed_only: bool = False
    events: tuple[int, ...] = ()

    @property
    def filter_count(self) -> int:
        """How many filters narrow the view (the negotiation and the day of knowledge are not filters)."""
        chosen = (self.party, self.types, self.statuses, self.since, self.until, self.confirmed_only)
        return sum(1 for choice in chosen if choice)


def read_address(params: Mapping[str, Sequence[str]]) -> tuple[Selection, tuple[str, ...]]:
    """The selection that the address's parameters give, and one sentence for each part that could not be read."""
    notices: list[str] = []
    since, until = (_day(params, name, notices) for name in ("since", "until"))
    if since and until and since > until:
        notices.append(f"The address asks for days from {since} to {until}, which is no span; the end was left out.")
        until = None
    selection = Selection(
        negotiation=_one(params, "negotiation"),
        party=_one(params, "party"),
        types=_choices(params, "type", EventType, notices),
        statuses=_choices(params, "status", EventStatus, notices),
        since=since,
        until=until,
        as_of=_day(params, "as_of", notices),
        confirmed_only=_one(params, "confirmed") == "yes",
        events=_numbers(params, "event", notices),
    )
    return selection, tuple(notices)


def write_address(selection: Selection) -> dict[str, list[str]]:
    """The parameters that `read_address` reads back as `selection`; what is not chosen is left out."""
    single = {
        "negotiation": selection.negotiation,
        "party": selection.party,
        "since": selection.since.isoformat() if selection.since else None,
        "until": selection.until.isoformat() if selection.until else None,
        "as_of": selection.as_of.isoformat() if selection.as_of else None,
        "confirmed": "yes" if selection.confirmed_only else None,
    }
    several = {
        "type": [t.value for t in selection.types],
        "status": [s.value for s in selection.statuses],
        "event": [str(e) for e in selection.events],
    }
    return {name: [value] for name, value in single.items() if value} | {n: v for n, v in several.items() if v}


def _one(params: Mapping[str, Sequence[str]], name: str) -> str | None:
    values = params.get(name) or [""]
    return values[-1] or None


def _day(params: Mapping[str, Sequence[str]], name: str, notices: list[str]) -> date | None:
    value = _one(params, name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        notices.append(f"The address has {name}={value}, which is no day (write 2024-01-30); it was left out.")
        return None


def _choices(
    params: Mapping[str, Sequence[str]], name: str, kind: type[Choice], notices: list[str]
) -> tuple[Choice, ...]:
    known = {choice.value: choice for choice in kind}
    for value in params.get(name, ()):
        if value not in known:
            notices.append(f"The address has {name}={value}, which is none of {', '.join(known)}; it was left out.")
    return tuple(known[value] for value in dict.fromkeys(params.get(name, ())) if value in known)


def _numbers(params: Mapping[str, Sequence[str]], name: str, notices: list[str]) -> tuple[int, ...]:
    numbers: list[int] = []
    for value in dict.fromkeys(params.get(name, ())):
        if value.isascii() and value.isdigit() and len(value) < 19:
            numbers.append(int(value))
        else:
            notices.append(f"The address has {name}={value}, which is no event number; it was left out.")
    return tuple(numbers)

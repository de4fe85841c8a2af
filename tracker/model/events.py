"""What mentions of the same thing, in one article or many, add up to."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.dates import DateInterval, Span
from tracker.model.mentions import Approximation, EventType, Mention, MentionKey, Status, Unit

# No event is given an id from here on.
_PARTS = 1_000_000_000


def part_id(event_id: int, number: int) -> int:
    """The id of what was an event of its own on an earlier day and is a part of another today; `number` from 1 on."""
    return number * _PARTS + event_id


def whole_id(event_id: int) -> int:
    """The id of the event of which `event_id` is a part; itself where it is none."""
    return event_id % _PARTS


class EventStatus(StrEnum):
    """The status of an event over all its reports. `UNCONFIRMED`: planned for a day that has gone without a report of
    it; `DISPUTED`: claimed by one and denied by another."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    DISPUTED = "disputed"


class Trust(StrEnum):
    """What an analyst said of an event."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Report:
    """One mention within its article, with its parties resolved over all articles to the names of sides.

    `evidence` is the exact sentence, `at` the trigger's place within it, `terms` the sentences that spell out what a
    proposal or an agreement holds. `entered` is when it was added, in UTC.
    `source_grade` is Admiralty A-F and `information_grade` 1-6 where an analyst gave them.
    """

    key: MentionKey
    mention: Mention
    article_id: int
    title: str | None
    outlet: str | None
    published: dt.date | None
    entered: dt.datetime
    evidence: str
    at: Span
    terms: str = ""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    source: str | None = None
    source_grade: str | None = None
    information_grade: str | None = None

    @property
    def further_terms(self) -> str:
        """The sentences that spell out what an offer or a deal holds; "" where the evidence itself tells them."""
        return "" if self.terms in self.evidence else self.terms


@dataclass(frozen=True, slots=True)
class Figure:
    """One reported quantity of an event and the reports that give it (indices into `Event.reports`)."""

    value: float
    unit: Unit
    approximation: Approximation
    low: float | None
    high: float | None
    total: float | None
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the values that reports disagree on, as words to show, and who gives it (indices into `Event.reports`)."""

    value: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field (`date`, `figure`, `actors`, `status`) in which reports of one event disagree."""

    field: str
    sides: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The status that the reports published on `day` gave the event (None: publication day not known)."""

    day: dt.date | None
    status: Status
    reports: tuple[int, ...]


_REAL = (EventStatus.OCCURRED, EventStatus.DISPUTED)


@dataclass(frozen=True, slots=True)
class Event:
    """A derived event.

    `id` is public and stays. Reports are ordered by (publication, article, place in the text); the best-grounded date
    of all of them is `date`. `source` is the claiming party where no reporter tells it without one. `content_of` is the
    id of the event (a proposal, a demand) whose content this one is. `independent_sources` counts outlets and quoted
    speakers, copies of one text as one.
    """

    id: int
    type: EventType
    status: EventStatus
    date: DateInterval
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    mediators: tuple[str, ...]
    reports: tuple[Report, ...]
    source: str | None = None
    place: str | None = None
    figures: tuple[Figure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    status_history: tuple[StatusChange, ...] = ()
    content_of: int | None = None
    independent_sources: int = 1
    trust: Trust = Trust.UNREVIEWED
    decision_ids: tuple[int, ...] = ()
    note: str = ""

    @property
    def is_real(self) -> bool:
        """Whether it took place, as far as any report says."""
        return self.status in _REAL

    @property
    def sense_names(self) -> set[str]:
        """The rules that found its reports of its own type: "set free"."""
        return {one.mention.sense_name for one in self.reports if one.mention.type is self.type}

    @property
    def first_reported(self) -> dt.date | None:
        """The earliest publication day among its reports."""
        return min((r.published for r in self.reports if r.published), default=None)

    @property
    def last_reported(self) -> dt.date | None:
        """The latest publication day among its reports."""
        return max((r.published for r in self.reports if r.published), default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """All sides in it, in the order actors, targets, mediators, each once."""
        return tuple(dict.fromkeys((*self.actors, *self.targets, *self.mediators)))

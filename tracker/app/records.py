"""What the application tells of what it did."""

from dataclasses import dataclass
from typing import Literal

from tracker.model.decisions import Decision, DecisionTarget
from tracker.model.events import Event
from tracker.model.mentions import Extraction
from tracker.model.standing import Changes, StatusLine

Outcome = Literal["added", "same", "new version"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What adding an article would find; nothing is stored. The events are those of this article alone, their ids mean
    nothing yet. `proposed_negotiations` are slugs, the likeliest first; those that share no party are not among them.
    `known_as` is the id of the article that has this text already."""

    extraction: Extraction
    events: tuple[Event, ...]
    proposed_negotiations: tuple[str, ...]
    known_as: int | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article did. `notices` are sentences that the user has to read."""

    article_id: int
    outcome: Outcome
    changes: Changes
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """An article of many that could not be added: its place among them (from 0), its title and why."""

    place: int
    title: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class LostDecision:
    """A decision one of whose targets no mention matches any more."""

    decision: Decision
    target: DecisionTarget


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What extracting and resolving everything anew changed. Lines name events; those of `gone` can no longer be
    opened. `extracted` counts the versions of articles that were read anew."""

    extracted: int
    added: tuple[StatusLine, ...]
    gone: tuple[StatusLine, ...]
    changed: tuple[StatusLine, ...]
    lost_decisions: tuple[LostDecision, ...]

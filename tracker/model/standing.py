"""Where a negotiation stands: plain data that views make from events, for any front.

Every line names the events that it rests on by public id, so it can be opened.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tracker.model.mentions import Approximation, Unit
from tracker.model.parties import NegotiationRole, PartyKind


class AnswerKind(StrEnum):
    """An addressee's answer to a proposal."""

    NONE = "no answer"
    STUDYING = "studying"
    ACCEPTED = "accepted"
    CONDITIONAL = "accepted with conditions"
    REJECTED = "rejected"


class TermKind(StrEnum):
    """What a term of a proposal or agreement is about."""

    TRUCE = "truce"
    WITHDRAWAL = "withdrawal"
    RELEASE = "release"
    AID = "aid"
    MONITORING = "monitoring"
    GOVERNANCE = "governance"
    GUARANTEE = "guarantee"
    PAY = "pay"
    HOURS = "hours"
    SANCTIONS = "sanctions"
    OTHER = "other"


class Progress(StrEnum):
    """How far something promised has come."""

    NOT_BEGUN = "not begun"
    PARTLY = "partly"
    DONE = "done"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Where a party moves, against the month before."""

    TOWARDS = "towards agreement"
    AWAY = "away from agreement"
    STEADY = "no change"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its kind, the words that say it and the event (None: only words) that it became."""

    kind: TermKind
    words: str
    event_id: int | None = None
    days: float | None = None
    value: float | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One party's answer to one proposal, on a day (None: not known), in the words of `speaker`."""

    party: str
    kind: AnswerKind
    day: date | None = None
    speaker: str | None = None
    words: str = ""
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal with its terms and answers. `parent` is the event id of the proposal that it counters or revises;
    `added` and `dropped` are the terms in which it differs from that."""

    event_id: int
    title: str
    authors: tuple[str, ...]
    carriers: tuple[str, ...]
    addressees: tuple[str, ...]
    earliest: date | None
    latest: date | None
    is_live: bool
    terms: tuple[Term, ...] = ()
    answers: tuple[Answer, ...] = ()
    history: tuple[Answer, ...] = ()
    parent: int | None = None
    added: tuple[Term, ...] = ()
    dropped: tuple[Term, ...] = ()
    event_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One line of a party's status: words to show, the events behind it, and how well they are known.

    `is_tentative`: it rests only on unreviewed or single-source events.
    """

    words: str
    event_ids: tuple[int, ...] = ()
    day: date | None = None
    is_tentative: bool = True


@dataclass(frozen=True, slots=True)
class PartyStatus:
    """Where one party stands on the day of the view."""

    party: str
    kind: PartyKind
    role: NegotiationRole
    last_move: StatusLine | None = None
    last_statement: StatusLine | None = None
    last_attack: StatusLine | None = None
    latest_answer: StatusLine | None = None
    live_answer: Answer | None = None
    is_its_turn: bool | None = None
    days_waited: int | None = None
    demands_made: tuple[StatusLine, ...] = ()
    demands_on_it: tuple[StatusLine, ...] = ()
    demands_met: tuple[StatusLine, ...] = ()
    commitments: tuple[tuple[Progress, StatusLine], ...] = ()
    alleged_breaches: tuple[StatusLine, ...] = ()
    direction: Direction = Direction.UNKNOWN
    direction_events: tuple[int, ...] = ()
    contradictions: tuple[tuple[StatusLine, StatusLine], ...] = ()
    independent_sources: int = 0
    last_report: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The whole state: the live proposal, whose turn it is and each party's status. `today` is the day to which waits
    are counted; `undated_articles` were left out."""

    today: date | None
    live_proposal: Proposal | None
    turn: tuple[str, ...]
    parties: tuple[PartyStatus, ...]
    undated_articles: int = 0


@dataclass(frozen=True, slots=True)
class TallyPoint:
    """One figure of a tally on a day, as a range, with its source and event."""

    day: date | None
    low: float
    high: float
    outlet: str | None
    event_id: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What was promised and done of one unit by one party. Ranges are (least, most); None: no figure. `approximation`
    is how the reports mean what was done: "over 100" is at least that many."""

    unit: Unit
    party: str
    label: str
    promised: tuple[float, float] | None
    done: tuple[float, float] | None
    left: tuple[float, float] | None
    points: tuple[TallyPoint, ...] = ()
    approximation: Approximation = Approximation.EXACT


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due: the day, who owes it, and whether the day has passed without a report of it."""

    due: date
    parties: tuple[str, ...]
    words: str
    event_id: int
    has_passed: bool
    progress: Progress


@dataclass(frozen=True, slots=True)
class Stipulation:
    """One thing that an agreement promises, how far it has come, and the events that show it."""

    term: Term
    progress: Progress
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A deal or truce with its days (None: not known), stipulations and breaches."""

    event_id: int
    title: str
    parties: tuple[str, ...]
    declared: date | None
    effective: date | None
    expiry: date | None
    ended: date | None
    stipulations: tuple[Stipulation, ...] = ()
    breaches: tuple[StatusLine, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that matters: its events, a weight, and the reasons for it in words."""

    day: date
    event_ids: tuple[int, ...]
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What an article, or the time since a day, changed. Each line names its events."""

    new: tuple[StatusLine, ...] = field(default=())
    confirmed: tuple[StatusLine, ...] = field(default=())
    contradicted: tuple[StatusLine, ...] = field(default=())
    narrowed: tuple[StatusLine, ...] = field(default=())
    answers: tuple[StatusLine, ...] = field(default=())
    turns: tuple[StatusLine, ...] = field(default=())
    gone: tuple[StatusLine, ...] = field(default=())

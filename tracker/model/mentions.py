"""What one sentence of one article reports."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from tracker.model.dates import UNDATED, DateInterval, Span
from tracker.model.parties import Affiliation, PartyReference, Role


class EventType(StrEnum):
    """The 22 types of the codebook; `tracker codebook` prints their definitions from the rule files."""

    MEETING = "meeting"
    MEDIATION = "mediation"
    PROPOSAL = "proposal"
    DEMAND = "demand"
    ACCEPTANCE = "acceptance"
    REJECTION = "rejection"
    AGREEMENT = "agreement"
    SUSPENSION = "suspension"
    TRUCE = "truce"
    VIOLATION = "violation"
    RELEASE = "release"
    AID = "aid"
    WITHDRAWAL = "withdrawal"
    ATTACK = "attack"
    DETENTION = "detention"
    THREAT = "threat"
    SANCTION = "sanction"
    MOBILIZATION = "mobilization"
    PROTEST = "protest"
    ACCUSATION = "accusation"
    SUPPORT = "support"
    STATEMENT = "statement"


# The acts that answer what somebody has offered or asked.
ANSWERS = frozenset({EventType.ACCEPTANCE, EventType.REJECTION})


class Status(StrEnum):
    """Whether the event took place; says nothing about who claims it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


class Unit(StrEnum):
    """What a quantity counts."""

    HOSTAGES = "hostages"
    PRISONERS = "prisoners"
    PEOPLE = "people"
    BODIES = "bodies"
    DEAD = "dead"
    WOUNDED = "wounded"
    TROOPS = "troops"
    TRUCKS = "trucks"
    DAYS = "days"


class Approximation(StrEnum):
    """How a number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


class Phase(StrEnum):
    """Which moment of a lasting thing (a truce, talks, a strike) the trigger tells."""

    BEGIN = "begin"
    GO_ON = "go on"
    EXTEND = "extend"
    END = "end"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `low` and `high` bound it ("dozens": 24, 99; None: open); `total` is 253 in
    "100 of the 253"."""

    value: float
    unit: Unit
    span: Span
    words: str
    approximation: Approximation = Approximation.EXACT
    low: float | None = None
    high: float | None = None
    total: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """Where an event took place, in the article's words."""

    span: Span
    words: str


class MentionKey(NamedTuple):
    """What identifies a mention for good: the same text, words and type give the same key in every run."""

    text_hash: str
    first: int
    last: int
    type: EventType

    def __str__(self) -> str:
        return f"{self.text_hash}:{self.first}-{self.last}:{self.type}"


@dataclass(frozen=True, slots=True)
class Mention:
    """One report of one event in one sentence.

    `trigger` is the verb or noun that tells it, with its particle or light verb; `clause` the characters of the clause
    that is its evidence, `sentence` those of the sentence. `sense` names the rule that found it ("release.set free").
    `source` is the party that claims it where a party and not the reporter does; `is_quoted` says that the trigger
    stands in direct speech. `content_of` is the trigger of the mention whose content this one is (the release that a
    proposal offers, the ceasefire that a demand asks for). `terms` are the sentences in which the article spells out
    what a proposal or an agreement holds ("Under the proposal, ..."), `due` the last day that a
    demand, threat or proposal leaves ("gave them until April 22"). `about` are the words of what a proposal,
    acceptance, rejection, demand, agreement or statement is about ("the Paris proposal"). `is_conditional`: the act is
    tied to a condition. `plover` and `cameo` are the codes of the codebook for this sense.
    """

    type: EventType
    status: Status
    trigger: Span
    words: str
    clause: Span
    sentence: Span
    sense: str
    date: DateInterval = UNDATED
    actors: tuple[PartyReference, ...] = ()
    targets: tuple[PartyReference, ...] = ()
    mediators: tuple[PartyReference, ...] = ()
    source: PartyReference | None = None
    quantities: tuple[Quantity, ...] = ()
    place: PlaceReference | None = None
    about: Span | None = None
    content_of: Span | None = None
    terms: Span | None = None
    due: dt.date | None = None
    is_quoted: bool = False
    is_conditional: bool = False
    phase: Phase | None = None
    plover: str = ""
    plover_mode: str = ""
    cameo: str = ""

    @property
    def sense_name(self) -> str:
        """The rule that found it without the type: "set free"."""
        return self.sense.partition(".")[2]

    @property
    def count(self) -> Quantity | None:
        """The first quantity that is a number and no mere range ("dozens")."""
        return next((one for one in self.quantities if one.low is None or one.low == one.high), None)

    def parties(self, role: Role) -> tuple[PartyReference, ...]:
        """The references that stand in `role`."""
        return {Role.ACTOR: self.actors, Role.TARGET: self.targets, Role.MEDIATOR: self.mediators}[role]

    @property
    def references(self) -> tuple[PartyReference, ...]:
        """Those of all roles, then the source."""
        return (*self.actors, *self.targets, *self.mediators, *((self.source,) if self.source else ()))

    def key(self, text_hash: str) -> MentionKey:
        """The mention's key in the text with this hash."""
        return MentionKey(text_hash, self.trigger.first, self.trigger.last, self.type)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article gives: its mentions in the order of the text and the affiliations that it teaches.

    `written` is what the article itself calls those of the mentions' sides whose name it does not write ("Congo" for
    DR Congo). Reproducible from (article text, publication date, `rules_version`).
    """

    mentions: tuple[Mention, ...]
    affiliations: tuple[Affiliation, ...] = ()
    rules_version: str = field(default="")
    written: Mapping[str, str] = field(default_factory=dict)

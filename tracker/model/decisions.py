"""What an analyst said: append-only, applied on top of the derivation."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DecisionKind(StrEnum):
    """The kinds of decision. Those on events name mentions (by key), those on parties and articles name them."""

    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    ADD = "add"
    PARTY_ALIAS = "party alias"
    PARTY_ROLE = "party role"
    PARTY_SIDE = "party side"
    GRADE = "grade"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class DecisionTarget:
    """A mention that a decision is about: its key as text, and the words at that place, by which it is found again
    when new rules have moved the trigger."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the analyst's record.

    `field` and `value` carry what is said (for a correction: the event's field, and the new value as text in the form
    of the export; for an alias: the words and the party's name). `undoes` is the id of the decision taken back.
    `at` is UTC. `event_id` is the event's public id when it was said.
    """

    id: int
    kind: DecisionKind
    negotiation_id: int
    at: datetime
    by: str
    why: str = ""
    event_id: int | None = None
    targets: tuple[DecisionTarget, ...] = ()
    field: str = ""
    value: str = ""
    undoes: int | None = None

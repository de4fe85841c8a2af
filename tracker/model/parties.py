"""Who negotiates, and the words that stand for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.model.dates import Span


class PartyKind(StrEnum):
    """What a party is; `PERSON` only where no side is known."""

    STATE = "state"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed group"
    ORGANISATION = "organisation"
    UNION = "union"
    COMPANY = "company"
    ALLIANCE = "alliance"
    PERSON = "person"
    UNKNOWN = "unknown"


class NegotiationRole(StrEnum):
    """What a party is to a negotiation."""

    PARTY = "party"
    MEDIATOR = "mediator"
    GUARANTOR = "guarantor"
    HOST = "host"
    OBSERVER = "observer"


class Role(StrEnum):
    """What a party does in an event."""

    ACTOR = "actor"
    TARGET = "target"
    MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Party:
    """A side. `name` is the short English name that news uses and is unique; `is_verified` is False for a name that
    only articles, neither the packaged rules nor an analyst, know."""

    name: str
    kind: PartyKind = PartyKind.UNKNOWN
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """Words that stand for a party, from the day `since` to the day `until` (both included, None: open)."""

    words: str
    party: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PartyReference:
    """The words of one article that put a party into an event.

    `words` are the exact words at `span` ("he"); `name` is the fullest name in this article of what they stand for
    ("Benjamin Netanyahu", or the words themselves); `side` is the party that the packaged rules and this article alone
    give for it ("Israel"), `name` again where they know none; it is not `is_verified` where only the article knows it,
    or where it is a state inferred for somebody from what the article is about. Resolve decides the party over all
    articles.
    """

    span: Span
    words: str
    name: str
    side: str
    kind: PartyKind = PartyKind.UNKNOWN
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What an article teaches about a name: "Israeli Prime Minister Benjamin Netanyahu" puts Netanyahu to Israel.

    `words` at `span` are the words that teach it.
    """

    name: str
    side: str
    span: Span
    words: str

"""A negotiation: the container of articles and parties."""

from dataclasses import dataclass

from tracker.model.parties import NegotiationRole, PartyKind


@dataclass(frozen=True, slots=True)
class NegotiationParty:
    """A party with its role in one negotiation."""

    name: str
    kind: PartyKind
    role: NegotiationRole
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Negotiation:
    """A negotiation. `slug` is its short name in commands and addresses; `title` is shown."""

    id: int
    slug: str
    title: str

"""How events are drawn: colour tells the kind of act, shape and filling its status. Safe for colour-blind readers.

Colours are five of Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), chosen to stand out on white and on
black; no meaning hangs on colour alone, since the type is written beside the mark or in its tooltip.
"""

from dataclasses import dataclass

from tracker.model.events import EventStatus
from tracker.model.mentions import EventType


@dataclass(frozen=True, slots=True)
class Shape:
    """The look of a status: `path` is a Vega symbol, `sign` the character that stands for it in legends and lines."""

    path: str
    sign: str
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Types of event that share a colour."""

    name: str
    colour: str
    types: tuple[EventType, ...]


SHAPES = {
    EventStatus.OCCURRED: Shape("circle", "●", True),
    EventStatus.PLANNED: Shape("triangle-right", "▷", False),
    EventStatus.PROPOSED: Shape("diamond", "◇", False),
    EventStatus.DENIED: Shape("M-.8,-.8L.8,.8M.8,-.8L-.8,.8", "✕", False),
    EventStatus.UNCONFIRMED: Shape("triangle-down", "▽", False),
    EventStatus.DISPUTED: Shape("square", "■", True),
}

FAMILIES = (
    Family("Talks", "#0072B2", (EventType.MEETING, EventType.MEDIATION, EventType.SUSPENSION)),
    Family(
        "Offers and answers",
        "#56B4E9",
        (EventType.PROPOSAL, EventType.DEMAND, EventType.ACCEPTANCE, EventType.REJECTION, EventType.AGREEMENT),
    ),
    Family("Easing", "#009E73", (EventType.TRUCE, EventType.RELEASE, EventType.AID, EventType.WITHDRAWAL)),
    Family(
        "Force and pressure",
        "#D55E00",
        (
            EventType.ATTACK,
            EventType.VIOLATION,
            EventType.DETENTION,
            EventType.THREAT,
            EventType.SANCTION,
            EventType.MOBILIZATION,
            EventType.PROTEST,
        ),
    ),
    Family("Words", "#CC79A7", (EventType.STATEMENT, EventType.ACCUSATION, EventType.SUPPORT)),
)

FAMILY_OF = {kind: family for family in FAMILIES for kind in family.types}

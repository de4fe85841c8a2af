"""Whether an order goes to the speaker's own forces: it asks for nothing, it is how the deed comes about.

"The president ordered his troops to pull back" tells of a withdrawal; "ordered the rebels to pull back" of a demand.
"""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDERING = {"order", "instruct", "command", "direct", "tell"}
# Forces that nobody need call his own: who orders "the army" has one, who orders "the rebels" has none.
_OWN = {
    "army",
    "troop",
    "soldier",
    "military",
    "force",
    "commander",
    "unit",
    "navy",
    "man",
    "officer",
    "general",
    "jet",
}
_OWNERS = {"poss", "compound", "amod", "nmod"}
_DEEDS = {EventType.TRUCE, EventType.WITHDRAWAL, EventType.MOBILIZATION, EventType.RELEASE}


def _is_own(context: Context, addressee: "Token", sides: set[str]) -> bool:
    own = addressee.lemma_.lower() in _OWN or addressee.lemma_.lower() in word_class("own_side")
    owners = {r.side for c in addressee.children if c.dep_ in _OWNERS for r in context.sides(c)}
    return own and owners <= sides


def is_own_order(context: Context, trigger: Trigger, kept: dict[int, Trigger]) -> bool:
    """Whether a demand is an order to the forces of whoever gives it, to do what another of the kept triggers tells."""
    if trigger.type is not EventType.DEMAND or trigger.token.lemma_ not in _ORDERING:
        return False
    deeds = [kept[c.i] for c in trigger.arguments.get("clause") if c.i in kept]
    if not any(deed.type in _DEEDS for deed in deeds):
        return False
    sides = {r.side for t in trigger.arguments.get("subject") for r in context.sides(t)}
    return any(_is_own(context, t, sides) for t in trigger.arguments.get("object"))

"""Whether an order goes to the speaker's own forces: it asks for nothing, it is how the deed comes about.

"The president ordered his troops to pull back" tells of a withdrawal; "ordered the rebels to pull back" of a demand.
"""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_ORDERING = {"order", "instruct", "command", "direct", "tell"}
# Forces that nobody need call his own: who orders "the army" has one, who orders "the rebels" has none.
_OWN = {
    "army", "battalion", "brigade", "commander", "force", "general", "jet", "man", "military", "navy", "officer",
    "police", "soldier", "troop", "unit",
}  # fmt: skip
_MINE = {"my", "our"}
_OWNERS = {"poss", "compound", "amod", "nmod"}


def _is_own(context: Context, addressee: "Token", sides: set[str]) -> bool:
    if any(c.lower_ in _MINE for c in addressee.children):
        return True  # "I have told my cooks to plan for three days"
    his = any(c.tag_ == "PRP$" for c in addressee.children)
    own = addressee.lemma_.lower() in _OWN or (his and addressee.lemma_.lower() in word_class("own_side"))
    named = any(c.dep_ in _OWNERS for c in addressee.children)
    return own and (not named or {r.side for r in context.sides(addressee)} <= sides)


def is_own_order(context: Context, trigger: Trigger) -> bool:
    """Whether a demand is an order to the forces of whoever gives it."""
    if trigger.type is not EventType.DEMAND or trigger.token.lemma_ not in _ORDERING:
        return False
    sides = {r.side for t in trigger.arguments.get("subject") for r in context.sides(t)}
    return any(_is_own(context, t, sides) for t in trigger.arguments.get("object"))

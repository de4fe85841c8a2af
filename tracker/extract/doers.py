"""Who strike each other, where the clause of an act of force names both elsewhere."""

from tracker.extract.arguments import arguments
from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.parties import PartyReference

# Violence that two do to each other.
_MUTUAL = {
    "battle", "clash", "combat", "conflict", "confrontation", "crossfire", "exchange", "fight", "fighting", "firefight",
    "gunbattle", "hostility", "shootout", "skirmish", "standoff", "violence", "war",
}  # fmt: skip
_OCCASIONS = ("in", "during", "object in", "object during", "from")


def both(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Those who strike each other in "killed on both sides", "killed in clashes between Chad and Mali"."""
    found = trigger.arguments
    told = [t for slot in ("on", "object on") for t in found.get(slot) if t.lemma_ == "side"]
    for occasion in (t for slot in _OCCASIONS for t in found.get(slot) if t.lemma_ in _MUTUAL):
        told += arguments(occasion).get("between")
    sides = {r.side: r for t in told for r in context.sides(t)}
    return tuple(sides.values()) if len(sides) > 1 else ()

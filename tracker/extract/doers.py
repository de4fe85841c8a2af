"""Who does an act of force that its own clause names elsewhere: on both sides, between two, "was behind the raid"."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import arguments
from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_passive, subject
from tracker.model.parties import PartyReference

if TYPE_CHECKING:
    from spacy.tokens import Token

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


def held_responsible(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who is said to be behind what a noun tells: "Chad was behind the raid", "was blamed for the raid"."""
    noun = trigger.token
    verb = _of_blame(noun.head) if noun.dep_ == "pobj" else None
    who = subject(verb) if verb is not None else None
    return context.sides(who) if who is not None else ()


def _of_blame(preposition: "Token") -> "Token | None":
    over = preposition.head
    if preposition.lower_ == "behind":
        return over if over.lemma_ == "be" else None
    if preposition.lower_ != "for":
        return None
    if over.lemma_ == "responsible" and over.dep_ == "acomp":
        return over.head
    return over if over.lemma_ == "blame" and is_passive(over) else None

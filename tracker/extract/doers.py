"""Who does an act of force where its clause names them elsewhere: on both sides, by whose deed it is a breach, who
tells of an operation."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import arguments
from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import subject
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

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


def breaker(context: Context, noun: "Token") -> tuple[PartyReference, ...]:
    """Whose deed is told to be a breach: "opened fire in violation of", "the army's raid was a breach of"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun.head
    if verb == noun or verb.pos_ not in {"VERB", "AUX"} or noun.dep_ not in {"pobj", "attr"}:
        return ()
    doer = subject(verb)
    for token in (*arguments(verb).get("by"), *([doer] if doer is not None else [])):
        found = context.sides(token) or next(
            (s for slot in ("poss", "by", "modifier") for t in arguments(token).get(slot) if (s := context.sides(t))),
            (),
        )
        if found:
            return found
    return ()


def reconqueror(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who tells of the operation "to retake" a place: it is the speaker's own, unless it is told against them."""
    noun = trigger.token
    aims = [*(c for c in noun.children if c.dep_ in {"acl", "relcl"}), *([noun.head] if noun.dep_ == "nsubj" else [])]
    aim = next((a for a in aims if a.tag_ == "VB" and a.lemma_ in word_class("retaking")), None)
    if aim is None or noun.pos_ != "NOUN":
        return ()
    enemies = {r.side for slot in ("from", "object") for t in arguments(aim).get(slot) for r in context.sides(t)}
    fights = {PartyKind.STATE, PartyKind.ARMED_GROUP, PartyKind.ALLIANCE}
    return tuple(r for r in context.speaker_sides(noun) if r.kind in fights and r.side not in enemies)


def is_of_a_civil_war(trigger: Trigger) -> bool:
    """Whether a war within a state kills: "Chad's civil war", where the state is the scene and not who strikes."""
    return any(
        t.lemma_ == "war" and any(c.lower_ == "civil" for c in t.children) for t in trigger.arguments.get("subject")
    )

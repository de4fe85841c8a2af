"""Who does an act of force where its clause names them elsewhere: on both sides, by whose deed it is a breach, who
tells of an operation."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import arguments
from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_passive, prepositional_objects, subject
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Violence that two do to each other.
MUTUAL_VIOLENCE = {
    "battle", "clash", "combat", "conflict", "confrontation", "crossfire", "exchange", "fight", "fighting", "firefight",
    "gunbattle", "hostility", "shootout", "skirmish", "standoff", "violence", "war",
}  # fmt: skip
_FORCE = {EventType.ATTACK, EventType.DETENTION}
# Answers that may be words.
_OF_WORDS = {"reaction", "reply"}
_OCCASIONS = ("in", "during", "object in", "object during", "from")


def both(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Those who strike each other in "killed on both sides", "killed in clashes between Chad and Mali"."""
    found = trigger.arguments
    told = [t for slot in ("on", "object on") for t in found.get(slot) if t.lemma_ == "side"]
    for occasion in (t for slot in _OCCASIONS for t in found.get(slot) if t.lemma_ in MUTUAL_VIOLENCE):
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


def own_deed(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who tells of the operation "to retake" a place, or of an armed group tells that an attack was an answer or that
    more are to come: it is the speaker's own, unless it is told against them."""
    noun = trigger.token
    if noun.pos_ == "NOUN" and noun.dep_ == "nsubj" and (_is_justified(noun.head) or _is_to_follow(noun.head)):
        return tuple(r for r in context.speaker_sides(noun) if r.kind is PartyKind.ARMED_GROUP)
    aims = [*(c for c in noun.children if c.dep_ in {"acl", "relcl"}), *([noun.head] if noun.dep_ == "nsubj" else [])]
    aim = next((a for a in aims if a.tag_ == "VB" and a.lemma_ in word_class("retaking")), None)
    if aim is None or noun.pos_ != "NOUN":
        return ()
    enemies = {r.side for slot in ("from", "object") for t in arguments(aim).get(slot) for r in context.sides(t)}
    fights = {PartyKind.STATE, PartyKind.ARMED_GROUP, PartyKind.ALLIANCE}
    return tuple(r for r in context.speaker_sides(noun) if r.kind in fights and r.side not in enemies)


def _is_justified(verb: "Token") -> bool:
    """Whether a copula tells that its subject was an answer: "was in response to", "was revenge for"."""
    told = [c for c in verb.children if c.dep_ == "attr"]
    told += prepositional_objects(verb, {"in"})
    return verb.lemma_ == "be" and any(t.lemma_ in word_class("deeds_in_answer") - _OF_WORDS for t in told)


def _is_to_follow(verb: "Token") -> bool:
    return verb.lemma_ in {"come", "continue", "follow"} and any(c.tag_ == "MD" for c in verb.children)


def is_of_a_civil_war(trigger: Trigger) -> bool:
    """Whether a war within a state kills: "Chad's civil war", where the state is the scene and not who strikes."""
    return any(
        t.lemma_ == "war" and any(c.lower_ == "civil" for c in t.children) for t in trigger.arguments.get("subject")
    )


def shared_doer(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """By whom an act of force was done that shares its "by" with the next: "kidnapped and killed by rebels"."""
    verb = trigger.token
    if trigger.type not in _FORCE or not trigger.arguments.passive or trigger.arguments.get("by"):
        return ()
    beside = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN"]
    thought = [g for c in beside for g in c.children if g.tag_ == "VBN" and g.dep_ in {"oprd", "xcomp", "acomp"}]
    if beside and verb.dep_ == "acl":  # "kidnapped and presumed killed by", read as two clauses on the noun
        thought += [c for c in verb.head.children if c.dep_ == "acl" and c.i > verb.i]
    for other in (*beside, *thought):
        told = load_lexicon().verbs.get(other.lemma_, ())
        if any(entry.rules.type in _FORCE for entry in told) and is_passive(other):
            by = prepositional_objects(other, {"by"})
            return tuple(r for t in by for r in context.sides(t))
    return ()


def where_it_is(context: Context, verb: "Token") -> tuple[PartyReference, ...]:
    """The state that a clause with "where" tells of: "Peru, where he was arrested"."""
    if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
        return ()
    return context.parties.grounds(verb.head)


def let_go_by(context: Context, held: "Token") -> tuple[PartyReference, ...]:
    """Who lets go those of whom a clause tells that they are held, and so holds them: "Chad released ten men who had
    been arrested in Niger"; who frees hostages rather rescues them."""
    noun = held.head
    verb = noun.head
    if held.dep_ not in {"acl", "relcl"} or noun.dep_ != "dobj" or verb.lemma_ not in {"parole", "release"}:
        return ()
    who = subject(verb)
    return context.sides(who) if who is not None and noun.lemma_.lower() not in word_class("hostages") else ()

"""Words for violence and arrest that tell of none: the wounded as people, a toll that may rise, accidents, habits."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.extract.verb_forms import modal_status
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_HABITS = {"generally", "normally", "often", "rarely", "seldom", "sometimes", "traditionally", "typically", "usually"}
_ONE = {"a", "an", "the"}
_DEPTH = 4


def _are_people(token: "Token") -> bool:
    """Whether a participle names those hurt, as in "evacuated the wounded", "the sick and the injured"."""
    article = any(c.dep_ == "det" for c in token.children)
    return token.tag_ == "VBN" and article and not any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)


def _may_rise(trigger: Trigger) -> bool:
    """Whether a toll is only expected to go up: "the death toll could climb"."""
    return trigger.sense.name == "toll stands" and (
        modal_status(trigger.token) is not None or trigger.token.dep_ == "xcomp"
    )


def _may_fall(trigger: Trigger) -> bool:
    """Whether it is only foretold where debris comes down: "the rocket's debris would land near the island"."""
    debris = any(t.lower_ == "debris" for t in trigger.arguments.get("subject"))
    return debris and modal_status(trigger.token) is not None


def _is_accident(trigger: Trigger) -> bool:
    """Whether people died by what befell a vehicle or a building: "were killed when their bus overturned"."""
    verb = trigger.token
    if verb.lemma_ not in word_class("killing") | word_class("wounding") or trigger.arguments.get("by"):
        return False
    weapons = word_class("weapon") | {"bomber", "attacker"}
    causes = [*trigger.arguments.get("subject")] if not trigger.arguments.passive else []
    if any(t.lemma_.lower() in word_class("disasters") and any(c.lower_ in _ONE for c in t.children) for t in causes):
        return True  # "a fire killed ten"; "army fire" did
    befell = verb.head if verb.dep_ in {"acl", "advcl"} and verb.tag_ == "VBG" else None
    if befell is not None and befell.lemma_ in word_class("accidents"):
        things = [c for c in befell.children if c.dep_ in {"nsubj", "nsubjpass"}]
        return bool(things) and not any(t.lemma_.lower() in weapons for t in things)
    for clause in (c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in word_class("accidents")):
        subjects = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if subjects and not any(t.lemma_.lower() in weapons for t in subjects):
            return True
    return False


def _is_habit(token: "Token") -> bool:
    """Whether the clause around a word tells in the present what somebody is wont to do: "rarely claims its raids"."""
    node = token
    for _ in range(_DEPTH):
        if node.pos_ in {"VERB", "AUX"} and any(c.lower_ in _HABITS and c.dep_ == "advmod" for c in node.children):
            return node.tag_ in {"VBZ", "VBP"}
        if node.pos_ in {"VERB", "AUX"} or node.head == node:
            return False
        node = node.head
    return False


def _names_others(noun: "Token") -> bool:
    """Whether a noun only says which victims, suspects or talk somebody is told of: "a suspect in the bombing"; who is
    told to be a victim of raids has suffered them."""
    if noun.dep_ != "pobj":
        return False
    over = noun.head.head
    named = over.dep_ in {"nsubj", "nsubjpass", "dobj", "poss", "conj"} or (
        over.dep_ == "pobj" and over.head.lower_ != "as"
    )
    return named and noun.head.lower_ in {"of", "in"} and over.lemma_.lower() in word_class("concerned_in")


def _is_judged(noun: "Token") -> bool:
    """Whether somebody only says what to think of the deed: "found the shooting justified", "saw the raid as legal"."""
    clause = noun.head
    if noun.dep_ != "nsubj" or clause.dep_ not in {"ccomp", "oprd", "xcomp"}:
        return False
    small = clause.pos_ in {"ADJ", "NOUN"} or (clause.lemma_ == "be" and any(c.dep_ == "aux" for c in clause.children))
    return (small or clause.tag_ == "VBN") and clause.head.lemma_ in word_class("naming") and clause.head.i < noun.i


def _is_what_helps_find(noun: "Token") -> bool:
    """Whether it is only what somebody wants to learn for: "information leading to their arrest"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "to":
        return False
    verb = noun.head.head
    return (
        verb.lemma_ == "lead" and verb.dep_ == "acl" and verb.head.lemma_ in {"information", "tip", "clue", "evidence"}
    )


def _is_left_undone(verb: "Token") -> bool:
    """Whether it is done without the deed: "took the town without firing a shot"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _is_in_general(noun: "Token") -> bool:
    """Whether it is told how common such deeds are: "arrests of editors are rare"."""
    said = [c for c in noun.head.children if c.dep_ == "acomp"] if noun.head.lemma_ == "be" else []
    return noun.dep_ == "nsubj" and any(t.lower_ in word_class("frequent") for t in said)


def _may_do(noun: "Token") -> bool:
    """Whether a deed that is known only might have an effect: "the strike could disrupt flights"."""
    verb = noun.head
    known = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that", "these"} for c in noun.children)
    bare = not any(c.dep_ in {"prep", "acl", "relcl"} for c in noun.children)
    might = any(c.dep_ == "aux" and c.lower_ in {"could", "may", "might", "would"} for c in verb.children)
    return noun.dep_ == "nsubj" and known and bare and might and verb.pos_ == "VERB"


def _goes_into_the_sea(token: "Token") -> bool:
    """Whether what is fired falls into the sea, as tests of weapons do: "sent a barrage of shells into the sea"."""
    verb = token.head if token.dep_ == "dobj" else token
    aims = prepositional_objects(verb, {"into", "toward", "towards"}) if verb.lemma_ in word_class("firing") else ()
    return any(t.lemma_.lower() in word_class("seas") for t in aims)


def is_no_violence(trigger: Trigger) -> bool:
    """Whether a word for an attack, an arrest or the like tells of none that took place."""
    token = trigger.token
    if trigger.type in {EventType.MOBILIZATION, EventType.PROTEST}:
        return token.pos_ == "NOUN" and _may_do(token)
    if trigger.type not in {EventType.ATTACK, EventType.DETENTION}:
        return False
    if _goes_into_the_sea(token):
        return True
    if token.pos_ == "NOUN":
        named = _names_others(token) or _is_judged(token) or _is_in_general(token) or _may_do(token)
        return named or _is_habit(token) or _is_what_helps_find(token)
    foretold = _may_rise(trigger) or _may_fall(trigger)
    return foretold or _is_left_undone(token) or _are_people(token) or _is_accident(trigger) or _is_habit(token)

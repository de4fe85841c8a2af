"""Words for violence and arrest that tell of none: the wounded as people, a toll that may rise, accidents, habits."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.extract.verb_forms import modal_status
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

_HABITS = {"generally", "normally", "often", "rarely", "seldom", "sometimes", "traditionally", "typically", "usually"}
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


def _is_accident(trigger: Trigger) -> bool:
    """Whether people died by what befell a vehicle or a building: "were killed when their bus overturned"."""
    verb = trigger.token
    if verb.lemma_ not in word_class("killing") | word_class("wounding") or trigger.arguments.get("by"):
        return False
    weapons = word_class("weapon") | {"bomber", "attacker"}
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


def is_no_violence(trigger: Trigger) -> bool:
    """Whether a word for an attack or an arrest tells of none that took place."""
    if trigger.type not in {EventType.ATTACK, EventType.DETENTION}:
        return False
    token = trigger.token
    return _are_people(token) or _may_rise(trigger) or _is_accident(trigger) or _is_habit(token)

"""Where a noun for talks only names them: they are what is broken off, what somebody is near, or a mere aim."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# What befalls talks that go on: their break, their state, who is kept out of them.
_BEFALLS = {EventType.SUSPENSION, EventType.STATEMENT}
_KEEPS_OUT = {EventType.SUSPENSION, EventType.REJECTION, EventType.SANCTION}
_OUT_OF = {"of", "from"}
# What a sentence with "this is" tells the nature of.
_COURSE = {"consultation", "dialogue", "discussion", "mediation", "negotiation", "process"}
_BROKEN = {"of", "from", "on", "in"}
# How many words lie between the verb and its talks: "walked away from", "suspended its part in".
_UP = 4
# Who speaks of talks because of being near them.
_NEAR = {"close", "familiar", "privy", "party", "briefed", "involved"}
_NEAR_LINKS = {"at", "in", "to", "with", "on", "over", "about"}


def broken_off(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The event that tells what befalls the talks that a noun names: "walked away from the talks", "suspended its part
    in the talks", "was shut out of the summit", "negotiations between the two have stalled", "thanked them for their
    mediation"; else None."""
    noun = trigger.token
    if trigger.type not in {EventType.MEETING, EventType.MEDIATION}:
        return None
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        told = kept.get(noun.head.i)
        return told if told is not None and told.type in _BEFALLS else None
    if noun.dep_ != "pobj":
        return None
    links, node = {noun.head.lower_}, noun.head.head
    for _ in range(_UP):
        told = kept.get(node.i)
        if told is not None:
            thanked = told.type is EventType.SUPPORT and trigger.type is EventType.MEDIATION and "for" in links
            broken = thanked or (told.type is EventType.SUSPENSION and links & _BROKEN)
            return told if broken or (told.type in _KEEPS_OUT and links & _OUT_OF) else None
        if node.dep_ not in {"prep", "advmod", "prt", "dobj", "pcomp"} or node.head == node:
            return None
        if node.dep_ == "prep":
            links.add(node.lower_)
        node = node.head
    return None


def only_named(noun: "Token") -> bool:
    """Whether a noun for talks tells only who is near them or what is hoped for: "people at the talks", "officials
    close to the negotiations", "an attempt at talks", "no basis for dialogue"; or how they are: "this is not a
    negotiation", "the talks appear headed for collapse"."""
    if noun.dep_ == "attr" and noun.lemma_ in _COURSE and noun.head.lower_ in {"is", "'s"}:
        return any(c.dep_ == "nsubj" and c.lower_ in {"it", "this", "that"} for c in noun.head.children)
    if noun.dep_ == "nsubj" and noun.head.lemma_ in word_class("appearing"):
        return any(c.dep_ in {"acomp", "oprd"} for c in noun.head.children)
    if noun.dep_ != "pobj":
        return False
    over, link = noun.head.head, noun.head.lower_
    if link in _NEAR_LINKS:
        if over.lower_ in _NEAR:
            return True
        if over.lower_ in {"split", "divided"}:
            return True
        person = over.lemma_ in word_class("person_or_party") | {"source", "people", "person"}
        if person and over.pos_ == "NOUN" and link == "at":
            return True
    return over.pos_ == "NOUN" and over.lemma_ in word_class("before_talks")

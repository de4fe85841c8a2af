"""What the numbers of an event count: hostages, prisoners, the dead, troops, days."""

from typing import TYPE_CHECKING

from tracker.extract.attack_telling import is_toll
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType, Unit
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

DAY_TYPES = {EventType.TRUCE, EventType.PROPOSAL, EventType.AGREEMENT}


def unit_of(noun: "Token", trigger: Trigger) -> Unit | None:
    """The unit in which an event counts what a noun tells; None for what is not counted."""
    lemma = noun.lower_.removesuffix("s") if noun.pos_ == "PROPN" else noun.lemma_.lower()
    units = (Unit(name) for name, words in load_language("en").units.items() if lemma in words)
    is_people = noun.ent_type_ == "NORP" and noun.tag_ in {"NNS", "NNPS"}
    # "Seven Maoists": of a people or party that the model does not know.
    named_people = Unit.PEOPLE if is_people or (noun.tag_ == "NNPS" and not noun.ent_type_) else None
    whose = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if whose is not noun and {whose.lemma_.lower(), whose.lower_} & load_language("en").units[Unit.BODIES.value]:
        return Unit.BODIES  # "the remains of nine soldiers"
    unit = next(units, named_people)
    if unit is None:
        return None
    if unit is Unit.PEOPLE and trigger.type is EventType.RELEASE:
        return _held_as(noun) or unit
    if unit is Unit.DAYS:
        return unit if trigger.type in DAY_TYPES else None
    if trigger.type is EventType.ATTACK and unit in {Unit.PEOPLE, Unit.TROOPS, Unit.HOSTAGES, Unit.PRISONERS}:
        return _harm(noun, trigger) or unit
    if trigger.type in {EventType.RELEASE, EventType.DETENTION} and unit is Unit.TROOPS:
        return Unit.PRISONERS if trigger.type is EventType.RELEASE else Unit.PEOPLE
    return unit


def _held_as(noun: "Token") -> Unit | None:
    """What people are who are told to be held: "the jailed editors", "the sailors whom it has been holding"."""
    telling = (c for c in noun.children if c.pos_ == "VERB" and c.dep_ in {"amod", "acl", "relcl"})
    lemmas = {c.lemma_.lower() for c in telling}
    return (
        Unit.HOSTAGES
        if lemmas & word_class("abducting")
        else Unit.PRISONERS
        if lemmas & word_class("holding_people")
        else None
    )


def _harm(token: "Token", trigger: Trigger) -> Unit | None:
    node = token
    for _ in range(4):
        if node.lemma_.lower() in word_class("killing"):
            return Unit.DEAD
        if node.lemma_.lower() in word_class("wounding"):
            return Unit.WOUNDED
        if any(c.lemma_.lower() in {"dead"} and c.dep_ in {"amod", "acomp", "oprd"} for c in node.children):
            return Unit.DEAD
        node = node.head
    lemma = trigger.token.lemma_.lower()
    return (
        Unit.DEAD
        if lemma in word_class("killing") or is_toll(trigger)
        else Unit.WOUNDED
        if lemma in word_class("wounding")
        else None
    )


def bare_unit(numeral: "Token", trigger: Trigger) -> Unit | None:
    """What a number without a noun counts: "killed 12", "251 were taken hostage"."""
    match trigger.type:
        case EventType.ATTACK:
            return _harm(numeral, trigger)
        case EventType.RELEASE:
            return Unit.PEOPLE
        case EventType.DETENTION:
            taken = any(t.lemma_.lower() == "hostage" for t in trigger.token.subtree)
            return Unit.HOSTAGES if taken else Unit.PEOPLE
    return None

"""Verbs that tell only what something that is no event is for."""

from typing import TYPE_CHECKING

from tracker.extract.governors import is_aimed_by
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_to_infinitive
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_CLAUSES = {"VERB", "AUX"}
_FOUNDED = {"create", "establish", "form", "found", "set"}
# Acts whose content and aim count.
WILLS = {
    EventType.ACCEPTANCE,
    EventType.REJECTION,
    EventType.DEMAND,
    EventType.PROPOSAL,
    EventType.MEETING,
    EventType.STATEMENT,
    EventType.MEDIATION,
}
# What is expected, due or promised is a planned event, not a mere aim.
_AIMED = {
    EventType.MEETING,
    EventType.AGREEMENT,
    EventType.TRUCE,
    EventType.STATEMENT,
    EventType.ATTACK,
    EventType.SUPPORT,
    EventType.ACCEPTANCE,
    EventType.REJECTION,
    EventType.DEMAND,
}


def is_of_founding(trigger: Trigger) -> bool:
    """Whether a verb tells what a body was made for, which it does not do by being made: "a council set up to oversee
    talks"."""
    verb, made = trigger.token, trigger.token.head
    made_for = made.dep_ in {"acl", "relcl"} and made.lemma_ in _FOUNDED and made.tag_ == "VBN"
    return made_for and verb.dep_ in {"advcl", "xcomp"} and is_to_infinitive(verb)


def is_mere_aim(trigger: Trigger, kept: dict[int, Trigger]) -> bool:
    """Whether a verb is only the purpose of something that is no event: "efforts to reach a deal", "flew there to end
    the war". What a proposal, a demand or a plan aims at is its content and does count."""
    token = trigger.token
    node = token
    if trigger.type is EventType.MEETING and token.pos_ == "NOUN":
        node = _let_happen(trigger)
        if node.dep_ not in {"acl", "advcl"}:
            return False
    while (
        node.dep_ == "conj"
        and node.head.pos_ in _CLAUSES
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children)
    ):
        node = node.head
    if trigger.type not in _AIMED:
        return False
    if node.dep_ == "pcomp" and (aimed := _aimed_at(node)) is not None:
        above = kept.get(aimed.head.i)
        return above is None or above.type not in WILLS
    if node.dep_ not in {"acl", "advcl", "xcomp", "ccomp"}:
        return False
    if trigger.type is EventType.ATTACK and _is_judged(node):
        return True
    if trigger.type is EventType.DEMAND and node.head.lemma_ in word_class("attempting") | {"hire", "pay"}:
        return False
    if node.head.pos_ == "ADJ" or (node.dep_ in {"xcomp", "ccomp"} and node.head.lemma_ in word_class("expecting")):
        return False
    if not is_to_infinitive(node) or any(c.dep_ == "nsubj" for c in node.children):
        return False
    # Who tries to storm a town fights for it.
    if trigger.type is EventType.ATTACK and node.dep_ == "xcomp" and node.head.lemma_ in word_class("attempting"):
        return False
    above = kept.get(node.head.i)
    return above is None or above.type not in WILLS


def _is_judged(verb: "Token") -> bool:
    """Whether an infinitive tells only what "it" is said to be: "it is an affront to wage war in a town"."""
    over = verb.head
    subject = any(c.dep_ == "nsubj" and c.lower_ == "it" and c.i < over.i for c in over.children)
    return over.lemma_ == "be" and subject and any(c.dep_ == "attr" for c in over.children)


def _aimed_at(gerund: "Token") -> "Token | None":
    """The participle on a noun that is told to be aimed at something: "talks aimed at ending the war"."""
    verb = gerund.head.head
    return verb if verb.dep_ == "acl" and is_aimed_by(verb, gerund.head.lower_) else None


def _let_happen(trigger: Trigger) -> "Token":
    """The verb that tells what shall become of talks: "allow" in "to allow talks to take place", "hasten" in "to hasten
    negotiations"."""
    noun = trigger.token
    told = noun.dep_ in {"dobj", "nsubj", "nsubjpass"} and noun.head.pos_ in _CLAUSES
    node = trigger.arguments.light or (noun.head if told else noun)
    while node.dep_ in {"ccomp", "xcomp"} and node.head.lemma_ in {"allow", "enable", "get", "help", "let"}:
        node = node.head
    return node

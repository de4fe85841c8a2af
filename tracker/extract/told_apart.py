"""Events that a sentence tells beside another, though the other's words hold theirs."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_ANSWERS = {EventType.ACCEPTANCE, EventType.REJECTION, EventType.SUPPORT, EventType.STATEMENT, EventType.ACCUSATION}

# What is said to another side, which may judge it.
_GIVEN = {EventType.ACCEPTANCE, EventType.REJECTION, EventType.THREAT}
_OWN = {"its", "their", "his", "her", "our", "my"}
# "acceded to the request", "went along with the plan", "balked at the demand"
_ANSWERED_BY = {"to", "with", "at", "on", "up", "off"}


def is_answered(trigger: Trigger, above: Trigger, link: str) -> bool:
    """Whether a proposal, demand or promise after a preposition is only what its verb answers or breaks: "complied
    with the request"."""
    if trigger.type is EventType.ACCEPTANCE and above.type is EventType.VIOLATION:
        return above.token.pos_ == "VERB"  # "went back on its pledge to pay"
    taken = trigger.type in {EventType.PROPOSAL, EventType.DEMAND} and link in _ANSWERED_BY
    answering = above.type in {EventType.ACCEPTANCE, EventType.REJECTION} and above.token.pos_ == "VERB"
    return taken and answering and not answers_another(trigger, above)


def answers_another(trigger: Trigger, above: Trigger) -> bool:
    """Whether a proposal or demand is told with its content and the side that made it, or as one of many, under the
    verb that answers it: "accepted Oman's offer to host them", "rejected calls for a vote" tell of two acts."""
    if trigger.type not in {EventType.PROPOSAL, EventType.DEMAND} or above.type not in _ANSWERS:
        return False
    # Who gives in to a demand tells it with the giving in, as does who drops its own.
    own = any(t.lower_ in _OWN for t in trigger.arguments.get("poss"))
    if trigger.type is EventType.DEMAND and (above.type is EventType.ACCEPTANCE or own):
        return False
    if trigger.token.dep_ == "nsubjpass" and trigger.arguments.get("from"):
        return True  # "the call from the Greens was rebuffed by the minister"
    named = (
        any(trigger.arguments.get(slot) for slot in ("poss", "from"))
        or any(t.ent_type_ in {"NORP", "GPE", "ORG"} for t in trigger.arguments.get("modifier"))
        or trigger.token.tag_ == "NNS"
    )
    is_dated = any(t.ent_type_ == "DATE" for t in trigger.arguments.get("of"))  # "rejected Peru's offer of May 3"
    return named and (is_dated or bool(trigger.arguments.get("clause")) or bool(trigger.arguments.get("for")))


def is_answered_by_another(trigger: Trigger, above: Trigger) -> bool:
    """Whether a promise, refusal or threat is told with its content and whose it is under the verb that judges it:
    "condemned Peru's refusal to free them", "its threat to leave drew criticism"."""
    judged = above.type in {EventType.ACCUSATION, EventType.SUPPORT}
    if not judged or trigger.type not in _GIVEN:
        return False
    return bool(trigger.arguments.get("poss")) and bool(trigger.arguments.get("clause"))


def is_cause(trigger: Trigger, above: Trigger) -> bool:
    """Whether a refusal is told as what brought about another event: "its refusal to pay sank the talks"."""
    refusal = trigger.type is EventType.REJECTION and bool(trigger.arguments.get("clause"))
    return refusal and trigger.token.dep_ == "nsubj" and above.type is not EventType.REJECTION


def tells_of_a_former(trigger: Trigger) -> bool:
    """Whether a participle tells of penalties laid before those that its sentence tells: "will lift the sanctions
    imposed in 2012", "an embargo imposed over the coup"."""
    if trigger.type is not EventType.SANCTION or trigger.token.dep_ != "acl" or trigger.token.tag_ != "VBN":
        return False
    return any(trigger.arguments.get(slot) for slot in ("in", "on", "over", "after", "since", "by", "for"))


def condemned_by_name(trigger: Trigger, above: Trigger) -> bool:
    """Whether an act of violence is told with whose it is under the verb that condemns it: "denounced Peru's raid"."""
    if trigger.type is not EventType.ATTACK or above.type is not EventType.ACCUSATION or trigger.token.dep_ != "dobj":
        return False
    return any(t.ent_type_ in {"NORP", "GPE", "ORG"} for t in trigger.arguments.get("poss"))


def stands_apart(verb: "Token", other: "Token") -> bool:
    """Whether a semicolon parts two verbs that the parser joins."""
    first, last = sorted((verb.i, other.i))
    return any(t.text == ";" for t in verb.doc[first:last])


def is_brokered(trigger: Trigger, above: Trigger) -> bool:
    """Whether "by" tells who brings a truce about and not whose it is: "a truce was brokered by Oman"."""
    passive = trigger.token.dep_ == "nsubjpass" and not trigger.arguments.get("between")
    return passive and trigger.type is EventType.TRUCE and above.type is EventType.MEDIATION

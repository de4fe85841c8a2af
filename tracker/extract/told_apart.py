"""Events that a sentence tells beside another, though the other's words hold theirs."""

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType

_ANSWERS = {EventType.ACCEPTANCE, EventType.REJECTION, EventType.SUPPORT, EventType.STATEMENT, EventType.ACCUSATION}


def answers_another(trigger: Trigger, above: Trigger) -> bool:
    """Whether a proposal or demand is told with its content and the side that made it, or as one of many, under the
    verb that answers it: "accepted Oman's offer to host them", "rejected calls for a vote" tell of two acts."""
    if trigger.type not in {EventType.PROPOSAL, EventType.DEMAND} or above.type not in _ANSWERS:
        return False
    named = (
        any(trigger.arguments.get(slot) for slot in ("poss", "from"))
        or any(t.ent_type_ in {"NORP", "GPE", "ORG"} for t in trigger.arguments.get("modifier"))
        or trigger.token.tag_ == "NNS"
    )
    return named and (bool(trigger.arguments.get("clause")) or bool(trigger.arguments.get("for")))


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


def is_brokered(trigger: Trigger, above: Trigger) -> bool:
    """Whether "by" tells who brings a truce about and not whose it is: "a truce was brokered by Oman"."""
    passive = trigger.token.dep_ == "nsubjpass" and not trigger.arguments.get("between")
    return passive and trigger.type is EventType.TRUCE and above.type is EventType.MEDIATION

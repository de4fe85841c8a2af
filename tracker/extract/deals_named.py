"""Where a noun for a deal or an offer only names it: it is what is breached, what acts are done under, what a vote or
an answer is on."""

from typing import TYPE_CHECKING

from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How many words lie between the breach and its deal: "overran the terms of a deal", "went back on a pact".
_UP = 5
_ANSWERING = {"response", "respond", "reply", "answer", "react", "reaction"}


def breached(trigger: Trigger, kept: dict[int, Trigger]) -> Trigger | None:
    """The violation whose object a deal is: "went back on a pact", "overran the terms of a deal"; else None."""
    node = trigger.token
    if trigger.type is not EventType.AGREEMENT or node.dep_ != "pobj":
        return None
    for _ in range(_UP):
        within = node.lemma_ in word_class("counter")  # "breached it within hours of the deal"
        if node.dep_ not in {"pobj", "prep", "pcomp", "dobj", "advmod", "prt"} or node.head == node or within:
            return None
        node = node.head
        told = kept.get(node.i)
        if told is not None:
            return told if told.type is EventType.VIOLATION else None
    return None


def is_under(noun: "Token") -> bool:
    """Whether a noun is only what something is done under or at: "under the plan", "at the invitation of"."""
    link = noun.head.lower_ if noun.dep_ == "pobj" else ""
    return link == "under" or (link == "at" and noun.lemma_ == "invitation")


def only_a_frame(noun: "Token") -> bool:
    """Whether a deal is only what something is done under or a part or hope of: "evacuated under a deal with Chad",
    "a draft of the deal", "the terms of a deal between the two"."""
    if noun.dep_ != "pobj":
        return False
    over = noun.head.head
    return is_under(noun) or (noun.head.lower_ == "of" and over.lemma_.lower() in word_class("parts_of_a_deal"))


def only_answered(noun: "Token") -> bool:
    """Whether an offer is only what something is said, done or voted about: "comment on the plan", "throw open the door
    to its offer"; a response to it answers it and tells that it was made."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"to", "on"}:
        return False
    over = noun.head.head
    return not any(t.lemma_ in _ANSWERING for t in (over, *(c for c in over.children if c.dep_ == "dobj")))


def only_judged(deal: "Token") -> bool:
    """Whether only how a deal stands is told: "the pact between Chad and Mali is in danger", "looks doomed"."""
    verb = deal.head
    if deal.dep_ != "nsubj" or verb.lemma_ not in word_class("appearing") | {"be", "remain"}:
        return False
    told = {c.dep_ for c in verb.children if c.i > verb.i}
    definite = any(c.lower_ == "the" for c in deal.children)
    return definite and bool(told & {"acomp", "oprd", "prep", "advmod"}) and "attr" not in told

"""The terms that a plan, an offer or a deal lists as nouns."""

from typing import TYPE_CHECKING

from tracker.extract.governors import given_by_modifier
from tracker.extract.verb_forms import modal_status, status_words
from tracker.model.mentions import Status
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How many items a list of terms may have.
_LONGEST = 8
# "The plan begins with a truce".
_OPENS = {"begin", "start", "open"}
# What of "it" can only be said of a text.
_SAYS = {"envisage", "envision", "foresee", "provide", "stipulate"}
_BRINGS = {"bring", "mean", "see"}


def held_in(noun: "Token") -> Status | None:
    """What a plan, an offer or a deal makes of an event that it lists, in whichever place: "the draft provides for a
    truce of a month, aid deliveries and the release of captives"; None for what is no item of one."""
    node, listed = noun, False
    for _ in range(_LONGEST):
        over = node.head
        if node.dep_ == "conj":
            node, listed = over, True
        elif node.dep_ == "dobj":
            return _given(over, "dobj")
        elif node.dep_ == "appos" and over.dep_ == "nsubj" and over.head.i < node.i:
            return _given(over.head, "dobj")  # the parser may hang the second item on the subject
        elif node.dep_ == "pobj" and over.head.pos_ == "VERB":
            return _given(over.head, over.lower_)
        elif listed and node.dep_ == "pobj" and over.head.pos_ == "NOUN":
            node = over.head  # "a truce of a month, aid and ...": the parser lists the aid with the month
        else:
            return None
    return None


def _given(verb: "Token", link: str) -> Status | None:
    """What a verb that is tied to an item by `link` makes of it; None where it lists no terms."""
    if any(c.dep_ == "aux" and c.lower_ in {"must", "should"} for c in verb.children):
        return None  # "any deal must include a pardon" demands it
    offered = modal_status(verb) is Status.PROPOSED
    if link == "dobj" and verb.lemma_ in _BRINGS and offered:
        return Status.PROPOSED
    container = _container(verb, link)
    lemma = container.lemma_.lower() if container is not None else ""
    if container is None or lemma in word_class("instances"):
        return None
    if offered or given_by_modifier(container) is Status.PROPOSED:
        return Status.PROPOSED
    words = status_words()
    says = lemma == "it" and verb.lemma_ in _SAYS
    if says or lemma in words.proposed_nouns or lemma in word_class("drafts"):
        return Status.PROPOSED
    return Status.PLANNED if lemma in words.planned_nouns else None


def _container(verb: "Token", link: str) -> "Token | None":
    """What is said to hold what is tied to a verb by `link`: "the plan" in "the plan provides for", "begins with"."""
    contains = link in {"dobj", "for"} and verb.lemma_ in word_class("containing")
    if not contains and not (link == "with" and verb.lemma_ in _OPENS):
        return None
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and verb.dep_ == "relcl" and subject.lower_ in {"which", "that"}:
        return verb.head
    return subject

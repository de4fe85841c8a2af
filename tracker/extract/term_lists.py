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
_PARTS = {
    "aspect", "cornerstone", "component", "condition", "element", "feature", "goal", "part", "pillar", "plank", "point",
    "provision", "requirement", "term",
}  # fmt: skip
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
        elif node.dep_ == "nsubj" and over.lemma_ == "be":
            return Status.PROPOSED if _is_part_of_a_deal(over) else None
        elif node.dep_ == "appos" and over.dep_ == "nsubj" and over.head.i < node.i:
            return _given(over.head, "dobj")  # the parser may hang the second item on the subject
        elif node.dep_ == "pobj" and over.head.pos_ == "VERB":
            return _given(over.head, over.lower_)
        elif node.dep_ == "pobj" and over.lower_ == "including":
            return _included(over.head)
        elif listed and node.dep_ == "pobj" and over.head.pos_ == "NOUN":
            node = over.head  # "a truce of a month, aid and ...": the parser lists the aid with the month
        else:
            return None
    return None


def _included(whole: "Token") -> Status | None:
    """What a text makes of what it is told to include: "accepted parts of the plan, including the release of ten"."""
    text = whole
    if text.lemma_.lower() in _PARTS:
        text = next((g for c in text.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), text)
    lemma = text.lemma_.lower()
    if lemma not in word_class("deal") | word_class("offers") | word_class("drafts"):
        return None
    return Status.PLANNED if lemma in status_words().planned_nouns else Status.PROPOSED


def _is_part_of_a_deal(be: "Token") -> bool:
    """Whether something is told to be an item of a text: "their release was a key element of the accord"."""
    named = (c for c in be.children if c.dep_ == "attr" and c.lemma_.lower() in _PARTS)
    # "The truce is part of a deal" tells where a truce comes from.
    parts = (c for c in named if c.lemma_.lower() != "part" or any(g.dep_ in {"amod", "det"} for g in c.children))
    texts = (g for part in parts for c in part.children if c.lower_ in {"of", "in"} for g in c.children)
    return any(g.lemma_.lower() in word_class("deal") | word_class("offers") | word_class("drafts") for g in texts)


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

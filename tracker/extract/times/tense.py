"""Which way a clause looks in time, by the verbs that govern a place in the parse."""

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.rules.times import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Direction(StrEnum):
    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    NONE = "none"


def direction_at(doc: "Doc", first: int, last: int) -> Direction:
    """The direction of the clause that holds the characters `first` to `last`."""
    span = doc.char_span(first, last, alignment_mode="expand")
    if span is None or len(span) == 0:
        return Direction.NONE
    return _climb(span.root)


def _climb(token: "Token") -> Direction:
    """Goes up from `token` to the first verb that tells a direction."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and (found := _of_verb(token)) is not Direction.NONE:
            return found
        if token.lower_ in ("due", "ahead") and token.pos_ in ("ADJ", "ADV", "ADP"):
            return Direction.FUTURE
        if token.head is token or token.head == token:
            break
        token = token.head
    return Direction.NONE


def _of_verb(verb: "Token") -> Direction:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    tags = {child.tag_ for child in helpers}
    lemma = verb.lemma_.lower()
    if words & {"have", "has", "had", "'ve", "having"}:
        return Direction.FUTURE if words & {"will", "'ll"} else Direction.PAST
    if words & word_set("modals"):
        return Direction.FUTURE
    if "TO" in tags:
        if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in word_set("verbs_aspectual"):
            return _of_verb(verb.head)
        return Direction.FUTURE
    if verb.tag_ in ("VBN", "VBD") and lemma in word_set("verbs_planned"):
        return Direction.FUTURE if verb.tag_ == "VBN" or lemma in ("expect", "plan", "schedule") else Direction.PAST
    if "VBD" in tags or verb.tag_ == "VBD":
        return Direction.PAST
    if verb.tag_ == "VBN":
        return Direction.PRESENT if tags & {"VBZ", "VBP"} else Direction.PAST
    if verb.tag_ == "VBG":
        return Direction.FUTURE if tags & {"VBZ", "VBP"} else Direction.NONE
    if verb.tag_ in ("VBZ", "VBP"):
        return Direction.PRESENT
    return Direction.FUTURE if verb.tag_ == "VB" else Direction.NONE

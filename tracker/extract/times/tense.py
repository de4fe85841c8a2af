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
    return _climb(span.root, span[0].i)


def is_attribute(doc: "Doc", first: int, last: int) -> bool:
    """Whether the words modify a noun ("Wednesday's ruling", "the Tuesday deadline"), not a verb."""
    span = doc.char_span(first, last, alignment_mode="expand")
    return span is not None and len(span) > 0 and span.root.dep_ in ("poss", "compound", "nmod", "amod")


def _climb(token: "Token", begin: int) -> Direction:
    """Goes up from `token` to the first verb that tells a direction."""
    before = token.doc[begin - 1].lower_ if begin else ""
    is_limit = before in word_set("limits") or (token.dep_ == "pobj" and token.head.lower_ in word_set("limits"))
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX"):
            if is_limit and token.lemma_.lower() in word_set("verbs_deferring"):
                return Direction.FUTURE
            if (found := _of_verb(token)) is not Direction.NONE:
                return found
        if token.lower_ in word_set("looking_ahead") and token.pos_ in ("ADJ", "ADV", "ADP"):
            return Direction.FUTURE
        if token.head == token:
            break
        token = token.head
    return Direction.NONE


def _of_verb(verb: "Token") -> Direction:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    tags = {child.tag_ for child in helpers}
    lemma = verb.lemma_.lower()
    if "TO" in tags:
        return _of_infinitive(verb, words)
    if words & word_set("modals"):
        refused = "could" in words and any(child.dep_ in ("neg", "preconj") for child in verb.children)
        return Direction.PAST if refused or ("have" in words and "will" not in words) else Direction.FUTURE
    if words & word_set("perfect"):
        planned = lemma in word_set("verbs_planned") and "had" not in words
        return Direction.FUTURE if planned else Direction.PAST
    if lemma in word_set("verbs_planned") and verb.tag_ in ("VBN", "VBD", "VBZ", "VBP"):
        if verb.dep_ == "advcl" and verb.tag_ == "VBN":
            return Direction.NONE
        return Direction.PAST if verb.tag_ == "VBD" and lemma in word_set("verbs_proposing") else Direction.FUTURE
    if "VBD" in tags or verb.tag_ == "VBD":
        return Direction.PAST
    if verb.tag_ == "VBN":
        return Direction.PRESENT if tags & {"VBZ", "VBP"} else Direction.PAST
    if verb.tag_ == "VBG":
        return Direction.FUTURE if tags & {"VBZ", "VBP"} else Direction.NONE
    if verb.tag_ in ("VBZ", "VBP"):
        return Direction.FUTURE if lemma in word_set("verbs_scheduled") else Direction.PRESENT
    return Direction.FUTURE if verb.tag_ == "VB" else Direction.NONE


def _of_infinitive(verb: "Token", words: set[str]) -> Direction:
    """ "to have met" looks back; "to meet" ahead, unless what governs it tells that it was done or was once to be."""
    if words & {"have"}:
        return Direction.PAST
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_.lower() in word_set("verbs_aspectual"):
        return _of_verb(head)
    if verb.dep_ == "xcomp" and any(child.lower_ == "had" for child in (*head.children, *head.head.children)):
        return Direction.PAST
    if verb.dep_ == "advcl" and head.pos_ == "VERB" and head.lemma_.lower() not in word_set("verbs_planned"):
        return _of_verb(head)
    return Direction.FUTURE

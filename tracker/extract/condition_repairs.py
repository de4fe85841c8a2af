"""Lists of conditions put right in the tree."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import FINITE, PROVISOS, SUBJECTS, VERBS
from tracker.rules import load_language

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_OPENING = {"if", "once", "unless", "until"} | PROVISOS


def join_conditions(verb: "Token") -> None:
    """Makes the second of three conditions, which the parser takes for what is said or done, a part of their list:
    "there will be no talks until the raids end, the sieges are lifted and the crews freed"."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if (
        subject is None
        or verb.lemma_ in load_language("en").speech.verbs
        or not any(c.dep_ == "conj" and c.i > verb.i for c in verb.children)
    ):
        return
    comma = subject.left_edge.i - 1
    if comma <= verb.sent.start or verb.doc[comma].text != "," or any(c.tag_ == "MD" for c in verb.children):
        return
    opening = _opening_before(verb, comma)
    first = _condition_of(opening, comma) if opening is not None else None
    if opening is None or first is None or first == verb:
        return
    if opening.lower_ in PROVISOS and first.head != opening:
        first.head, first.dep_ = opening, "ccomp"
    if verb in first.ancestors:
        top = next(t for t in (first, *first.ancestors) if t.head == verb)
        top.head, top.dep_ = (top if verb.head == verb else verb.head), verb.dep_
    verb.head, verb.dep_ = first, "conj"
    if any(c.dep_ == "auxpass" for c in verb.children):
        for last in [c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD"]:
            _make_passive(last)


def _opening_before(verb: "Token", comma: int) -> "Token | None":
    """The word that opens a condition before a comma, set by a clause before it."""
    start = verb.sent.start
    opening = next((t for t in reversed(list(verb.doc[start:comma])) if t.lower_ in _OPENING), None)
    is_set = opening is not None and any(t.tag_ in FINITE or t.tag_ == "MD" for t in verb.doc[start : opening.i])
    return opening if is_set else None


def _condition_of(opening: "Token", comma: int) -> "Token | None":
    """The verb of the condition that a word opens."""
    for token in opening.doc[opening.i + 1 : comma]:
        has_subject = any(c.dep_ in SUBJECTS for c in token.children)
        if token.pos_ in VERBS and token.tag_ in FINITE | {"VBN"} and has_subject:
            return token
    return None


def _make_passive(verb: "Token") -> None:
    """Makes a participle of "freed" in "the sieges are lifted and the crews freed"."""
    if any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return
    verb.tag_ = "VBN"
    for subject in [c for c in verb.children if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubjpass"

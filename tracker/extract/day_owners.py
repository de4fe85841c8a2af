"""Which other events a time in a clause dates: the deed whose object a participle describes, what is told to begin,
what is counted; and where it is part of a judgement and dates none."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.parse_labels import HAVE
from tracker.extract.scheduled import begun_by, over
from tracker.extract.senses import Trigger
from tracker.extract.verb_forms import auxiliaries
from tracker.model.mentions import EventType
from tracker.model.times import Bound, TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Span, Token

_CLAUSES = {"VERB", "AUX"}
_STARTING = {"begin", "start", "commence"}
_JUDGING = {EventType.ACCUSATION, EventType.REJECTION, EventType.SUPPORT, EventType.STATEMENT}


def dates_no_clause(context: Context, verb: "Token", words: "Span", triggers: dict[int, Trigger]) -> bool:
    """Whether a time does not date its clause: it stands in a judgement or in a heading before it."""
    return is_within_a_judgement(context, verb, words, triggers) or is_in_a_heading(words, verb)


def is_within_a_judgement(context: Context, verb: "Token", words: "Span", triggers: dict[int, Trigger]) -> bool:
    """Whether a time is part of the words with which somebody judges: "called it "a relic of the 1990s""."""
    judges = verb.i in triggers and triggers[verb.i].type in _JUDGING and words.start > verb.i
    if not judges or not context.speech.is_quoted(words.root) or context.speech.is_quoted(verb):
        return False
    over = (t for t in words.root.ancestors if t.i > verb.i and t.pos_ != "ADP")
    return any(context.speech.is_quoted(t) for t in over)


def is_in_a_heading(words: "Span", verb: "Token") -> bool:
    """Whether a time stands in the words before a colon that name what a report belongs to, and not in its clause:
    "2012 Osa uprising: Peru calls for a truce"."""
    doc, first = verb.doc, verb.sent.start
    colon = next((t for t in doc[words.end : max(verb.i, words.end)] if t.text == ":"), None)
    return colon is not None and all(t.pos_ not in _CLAUSES for t in doc[first : colon.i])


def told_with(verb: "Token", triggers: dict[int, Trigger], last: int) -> "Token | None":
    """The event whose object a participle only describes, at the end of the clause: "struck" in "struck a bus carrying
    pilgrims on Monday", "struck a convoy guarded by Chad on Monday"; not where it is told in the perfect, or who did
    what the participle tells comes after the time, which ends at `last`: "have accepted a plan presented on Monday"."""
    noun = verb.head
    describes = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG"} and verb.i not in triggers
    if not describes or noun.dep_ not in {"dobj", "nsubjpass"} or noun.head.i not in triggers or noun.head.i > noun.i:
        return None
    of_before = verb.tag_ == "VBN" and noun.head.tag_ in {"VBZ", "VBP"}  # "rejects the terms signed on Monday"
    perfect = of_before or bool(auxiliaries(noun.head) & HAVE)
    return noun.head if not perfect and all(c.dep_ != "agent" or c.i < last for c in verb.children) else None


def told_to_begin(verb: "Token", triggers: dict[int, Trigger]) -> list["Token"]:
    """The event noun above the one on which the parser hangs a clause on its time: "delivery" in "the last delivery to
    the town, which took place in May"; the verb that a participle tells the beginning of: "strike for two days starting
    on Monday"."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_ in _STARTING and verb.head.pos_ in _CLAUSES:
        return [verb.head]
    node = begun_by(verb)
    if node is not None and node.lemma_.lower() in word_class("quarrels"):
        return []  # "the fourth walkout in the dispute, which began in May"
    while node is not None and node.i not in triggers and over(node) != node:
        node = over(node)
    found = node is not None and node.i in triggers and node.pos_ in {"NOUN", "PROPN"}
    return [node] if node is not None and found else []


def days_taken_up(context: Context) -> Iterator[tuple["Token", TimeExpression]]:
    """The verbs of sentences that open with "that is when", with the time that the sentence before tells last."""
    before: Span | None = None
    for sentence in context.doc.sents:
        opening = [t.lower_ for t in sentence[:3]]
        if before is not None and opening[:1] in (["that"], ["this"]) and opening[2:] == ["when"]:
            told = [e for e in context.times if before.start_char <= e.span.first < before.end_char]
            dates = [e for e in told if e.earliest is not None and e.bound is Bound.AT]
            if dates and sentence[2].head.pos_ in _CLAUSES:
                yield sentence[2].head, dates[-1]
        before = sentence


def counted_by(noun: "Token") -> list["Token"]:
    """What a noun counts: "talks" in "a round of talks on Monday"."""
    if noun.lemma_.lower() not in word_class("counter"):
        return []
    return [c for of in noun.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]


def is_within(inner: "Token", outer: "Token") -> bool:
    """Whether a word stands in a clause on a noun below another: "imposed in May" in "the lifting of sanctions"; below
    a verb only where the clause is one by itself: "blamed the rebels, who have carried out raids since May"."""
    node = inner
    while node.head != node and node != outer:
        clause = node.dep_ in {"relcl", "acl"} and node.tag_ == "VBN" and node.head != outer
        if clause and (outer.pos_ == "NOUN" or (node.dep_ == "relcl" and outer.pos_ in _CLAUSES)):
            return outer in node.ancestors
        node = node.head
    return False


def beside_the_dead(verb: "Token") -> "Token | None":
    """The verb that tells the dead of a deed in which others were hurt: "ten died and two were wounded on Friday"."""
    first = verb
    while first.dep_ == "conj" and first.head != first and first.lemma_ not in word_class("killing"):
        first = first.head
    hurt = verb.lemma_ in word_class("wounding") or (first != verb and verb.tag_ == "VBN")
    return first if hurt and first != verb and first.lemma_ in word_class("killing") else None

"""Days that stand before the noun they name: "Thursday's vote", "the Nov. 13 attacks"."""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.subjects import is_to_infinitive
from tracker.model.dates import shifted
from tracker.model.mentions import Status
from tracker.model.times import Bound, TimeExpression
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_YEAR = re.compile(r"\d{4}")
_DEICTIC = re.compile(r"\b(today|tonight|yesterday|tomorrow)\b", re.IGNORECASE)
_WEEK = 7


def stands_before(expression: TimeExpression, noun: "Token") -> bool:
    """Whether an expression stands in a noun's own phrase, before the noun."""
    return noun.pos_ in {"NOUN", "PROPN"} and noun.left_edge.idx <= expression.span.first < noun.idx


def naming(expression: TimeExpression, status: Status, published: date | None) -> TimeExpression:
    """What an expression before its noun says of it. A preposition before the phrase is that of the noun, not of the
    day ("before Thursday's raid"), and the day of what happened is not one to come ("face trial for the Nov. 13
    attacks")."""
    at = expression if expression.range_end is not None else replace(expression, bound=Bound.AT)
    first, last = at.earliest, at.latest
    if status is not Status.OCCURRED or published is None or first is None or last is None or first <= published:
        return at
    if any(day in expression.words.lower() for day in word_class("weekday")):
        return replace(at, earliest=shifted(first, -_WEEK), latest=shifted(last, -_WEEK))
    if _YEAR.search(expression.words) is None and first.year == last.year:
        return replace(at, earliest=_year_before(first), latest=_year_before(last))
    return at


def _year_before(day: date) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def is_right_before_when(expression: TimeExpression, verb: "Token") -> bool:
    """Whether the clause of a verb goes on from a time: "pulling back since May, when it lost the port"."""
    last = expression.span.last
    return any(c.lower_ == "when" and last < c.idx <= last + len(", ") for c in verb.children)


def is_yet_to_be_announced(verb: "Token") -> bool:
    """Whether a verb's day is one on which something is going to be announced: "will announce a truce on Thursday"."""
    return verb.tag_ == "VB" and verb.lemma_ in word_class("announcing")


def is_deictic(expression: TimeExpression) -> bool:
    """Whether a day counts from that of the words themselves: "today", "yesterday"."""
    return _DEICTIC.search(expression.words) is not None


def moved(expression: TimeExpression, days: int) -> TimeExpression:
    """An expression so many days later."""
    first, last = expression.earliest, expression.latest
    if first is None or last is None:
        return expression
    return replace(expression, earliest=shifted(first, days), latest=shifted(last, days))


def clauses_dated_by(noun: "Token", last: int) -> list["Token"]:
    """The verbs of the clauses that a noun with a day before them dates: "expand" in "Friday's vote to expand it", "the
    decision on Tuesday to expand it", "voted" in "Thursday's referendum at which they voted to leave". `last` is the
    place of the last word of the day."""
    decides = noun.lemma_.lower() in word_class("decisions")
    return [
        c
        for c in noun.children
        if c.i > last and ((decides and c.dep_ == "acl" and is_to_infinitive(c)) or is_occasion(c))
    ]


def outlasts_its_day(noun: "Token") -> bool:
    """Whether a deal that a day tells apart is told to fare, not to be made: "the February accord has collapsed",
    "broke the January truce". What befalls it is of another day."""
    is_deal = noun.lemma_.lower() in word_class("deal") and noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return is_deal and noun.head.lemma_ not in word_class("making_of_a_deal")


def is_occasion(verb: "Token") -> bool:
    """Whether a relative clause tells what is done at its noun: "at which", "during which", "where", "when"."""
    if verb.dep_ != "relcl":
        return False
    opening = verb.doc[verb.left_edge.i : verb.i]
    at = len(opening) > 1 and opening[0].lower_ in {"at", "in", "during", "on"} and opening[1].lower_ == "which"
    return at or (len(opening) > 0 and opening[0].lower_ in {"where", "when"})


def told_before(verb: "Token", first: int) -> "Token | None":
    """The verb of telling to which a day belongs that the parser hangs on what is told: "told them on Friday it
    would stay". `first` is the place of the day's first word."""
    over = verb.head
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if (planned := _planned_before(verb, first)) is not None:
        return planned
    if verb.dep_ != "ccomp" or subject is None or over.pos_ not in {"VERB", "AUX"}:
        return None
    between = over.i < first < subject.left_edge.i
    marked = any(c.dep_ == "mark" and c.i < first for c in verb.children)
    parted = any(t.dep_ == "cc" or t.text == "," for t in verb.doc[over.i : first])
    return over if between and not marked and not parted else None


def _planned_before(verb: "Token", first: int) -> "Token | None":
    """What is told to be scheduled right before a day: "said it would not harm the talks scheduled to begin in Osh,
    Kyrgyzstan, later this month"."""
    set_down = (t for t in verb.doc[verb.i + 1 : first] if t.dep_ == "acl" and t.lemma_ in word_class("scheduling"))
    for participle in set_down:
        last = participle.right_edge.i
        if last < first and all(t.text == "," for t in verb.doc[last + 1 : first]):
            return next((c for c in participle.children if c.dep_ == "xcomp"), participle)
    return None

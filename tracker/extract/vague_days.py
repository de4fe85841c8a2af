"""Days that no expression tells: of what somebody "has just" said, of what was done "recently", of what "it was there
that" somebody did, and of the entries of a live report."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.calendar import is_recent
from tracker.extract.context import Context
from tracker.extract.parse_labels import HAVE
from tracker.extract.senses import Trigger
from tracker.extract.telling import PRESENT, SPOKEN, clause_verb
from tracker.model.dates import DateInterval, Grain, Ground, Span
from tracker.model.times import TimeExpression

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# The hour that opens an entry of a live report, and how many of them make one.
_ENTRY = re.compile(r"^(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\.|:| |$)", re.MULTILINE)
_ENTRIES = 3
_THERE = {"there", "then"}


def told_vaguely(trigger: Trigger, held: Iterable[TimeExpression], published: date) -> DateInterval | None:
    """The day of publication for what somebody "has just" said; before it, where the expressions that the trigger holds
    say "recently" or "a few weeks ago" and nothing closer."""
    just = _just_done(clause_verb(trigger)) if trigger.type in SPOKEN else None
    if just is not None:
        span = Span(just.idx, just.idx + len(just))
        return DateInterval(published, published, grain=Grain.DAY, ground=Ground.STATED, span=span, words=just.text)
    for expression in held:
        is_vague = expression.value.startswith("P") and "X" in expression.value and "ago" in expression.words
        if is_recent(expression) or expression.value == "PAST_REF" or is_vague:
            return DateInterval(latest=published, span=expression.span, words=expression.words)
    return None


def _just_done(verb: "Token") -> "Token | None":
    """The word that tells that something was done as the report was written: "has just demanded"; not "had just"."""
    is_perfect = verb.tag_ == "VBN" and any(c.lower_ in HAVE for c in verb.children)
    before = (c for c in verb.children if c.lower_ == "just" and c.i < verb.i)
    return next(before, None) if is_perfect and not any(c.dep_ == "neg" for c in verb.children) else None


def day_before(context: Context, trigger: Trigger) -> DateInterval | None:
    """The one day that the sentence before tells, for what "it was there that" or "it was then that" was done."""
    verb, sentence = clause_verb(trigger), trigger.token.sent
    was = verb.head
    is_cleft = verb.dep_ in {"ccomp", "relcl", "advcl"} and was.lemma_ == "be" and was.nbor(-1).lower_ == "it"
    if not (is_cleft and was.nbor(1).lower_ in _THERE and was.nbor(2).lower_ == "that") or not sentence.start:
        return None
    before = sentence.doc[sentence.start - 1].sent
    times = [t for t in context.times if before.start_char <= t.span.first < before.end_char and t.earliest]
    days = {t.earliest for t in times if t.earliest == t.latest}
    if len(days) != 1 or len(times) > 1:
        return None
    (time,) = times
    return DateInterval(
        time.earliest, time.latest, grain=Grain.DAY, ground=Ground.ANCHORED, span=time.span, words=time.words
    )


def day_of_entry(context: Context, trigger: Trigger) -> DateInterval | None:
    """The day of publication for what an entry of a live report tells in the present or perfect: "16.05. The union
    accuses Orvin of a breach"."""
    entries = [m.start() for m in _ENTRY.finditer(context.text)]
    is_told = len(entries) >= _ENTRIES and trigger.token.idx > entries[0]
    verb = clause_verb(trigger)
    is_of_now = any(t.tag_ in PRESENT for t in (verb, *verb.children) if t == verb or t.dep_ in {"aux", "auxpass"})
    if context.published is None or not is_told or not is_of_now:
        return None
    return DateInterval(context.published, context.published, grain=Grain.DAY, ground=Ground.IMPLIED)

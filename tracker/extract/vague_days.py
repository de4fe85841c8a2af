"""Days that no expression tells: of what somebody "has just" said, of what was done "recently"."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tracker.extract.calendar import is_recent
from tracker.extract.parse_labels import HAVE
from tracker.extract.senses import Trigger
from tracker.extract.telling import SPOKEN, clause_verb
from tracker.model.dates import DateInterval, Grain, Ground, Span
from tracker.model.times import TimeExpression

if TYPE_CHECKING:
    from tracker.extract.tokens import Token


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

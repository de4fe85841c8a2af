"""The time expressions that belong to a noun, and not to the clause around it, or to a clause that tells when."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.model.times import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extract.tokens import Token
    from tracker.model.times import TimeExpression

_WHEN = {"before", "after", "when"}


def own_times(context: Context, token: "Token") -> "Iterator[TimeExpression]":
    """The time expressions that hang on a noun itself ("the truce of November", "Saturday's attack"); "ruled out any
    talks on Monday" tells the day of the refusal, if it is past."""
    published = context.published
    is_any = published is not None and any(c.lower_ == "any" for c in token.children)
    first, last = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    for time in context.times:
        if first <= time.span.first and time.span.last <= last and time.type.value in {"DATE", "TIME"}:
            words = context.doc.char_span(time.span.first, time.span.last)
            if words is None or (is_any and time.latest is not None and published and time.latest < published):
                continue
            head = words.root
            while head.head != token and head != head.head and head.pos_ not in {"VERB", "AUX"}:
                head = head.head
            if head.head == token and head.lower_ != "since":  # "the first talks since the raid of May"
                yield time


def has_time(context: Context, token: "Token") -> bool:
    """Whether a time expression hangs on the noun itself."""
    return any(True for _ in own_times(context, token))


def is_set_for(context: Context, time: "TimeExpression") -> bool:
    """Whether something is told to be for a day, which is then to come: "announced talks for Monday"; what is welcomed
    and was "scheduled for Monday" may be done, but not what "planned for Monday, will go ahead"."""
    words = context.doc.char_span(time.span.first, time.span.last)
    link = words.root.head if words is not None else None
    if link is None or link.lower_ != "for":
        return False
    return link.head.tag_ != "VBN" or any(c.lower_ in {"will", "'ll"} for c in link.head.head.head.children)


def is_past(context: Context, token: "Token") -> bool:
    """Whether a noun has a day of its own before the article's, "the attacks of 2001", or the verb of a clause that
    tells when: "wanted to see the town before rebels shelled it on Sunday"."""
    if context.published is None or not (token.pos_ == "NOUN" or _tells_when(token)):
        return False
    times = (time for time in own_times(context, token) if time.bound is not Bound.SINCE)  # "the first since May"
    times = (time for time in times if not is_set_for(context, time))
    return any(time.latest is not None and time.latest < context.published for time in times)


def _tells_when(verb: "Token") -> bool:
    """Whether a verb stands in the simple past of a clause with a subject after "before", "after" or "when"."""
    if verb.tag_ != "VBD" or verb.dep_ != "advcl":
        return False
    return any(c.lower_ in _WHEN for c in verb.children) and any(c.dep_ == "nsubj" for c in verb.children)

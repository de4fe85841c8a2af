"""The time expressions that belong to a noun and not to the clause around it."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extract.tokens import Token
    from tracker.model.times import TimeExpression


def own_times(context: Context, token: "Token") -> "Iterator[TimeExpression]":
    """The time expressions that hang on a noun itself ("the truce of November", "Saturday's attack")."""
    first, last = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    for time in context.times:
        if first <= time.span.first and time.span.last <= last and time.type.value in {"DATE", "TIME"}:
            words = context.doc.char_span(time.span.first, time.span.last)
            if words is None:
                continue
            head = words.root
            while head.head != token and head != head.head and head.pos_ not in {"VERB", "AUX"}:
                head = head.head
            if head.head == token:
                yield time


def has_time(context: Context, token: "Token") -> bool:
    """Whether a time expression hangs on the noun itself."""
    return any(True for _ in own_times(context, token))


def is_past(context: Context, token: "Token") -> bool:
    """Whether a noun has a day of its own before the article's: "the attacks of 2001"."""
    if token.pos_ != "NOUN" or context.published is None:
        return False
    return any(time.latest is not None and time.latest < context.published for time in own_times(context, token))

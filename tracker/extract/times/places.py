"""From a rule's match to the parse."""

from typing import TYPE_CHECKING

from tracker.extract.times.grammar import Match

if TYPE_CHECKING:
    from tracker.extract.tokens import Doc, Token


def token_of(doc: "Doc", match: Match, name: str) -> "Token | None":
    """The token of the words captured as `name`; None where nothing is captured."""
    words = match.captured.get(name)
    if not words:
        return None
    span = doc.char_span(words[0].first, words[0].last)
    return span[0] if span is not None and len(span) else None

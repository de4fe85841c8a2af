"""People who speak for no side and are told only by what they are: "critics", "rights advocates"."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.model.dates import Span
from tracker.model.parties import PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# What tells whose critics they are, so that they are no side of their own.
_WITHIN = {"within", "inside", "in", "of", "from", "at"}


def commentators(context: Context, token: "Token") -> tuple[PartyReference, ...]:
    """The side of their own that a bare plural makes as actors of what they say: "many observers accused Peru" gives
    the observers; () for other nouns and for those of a known side."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in word_class("commentators") or context.sides(token):
        return ()
    if any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in _WITHIN) for c in token.children):
        return ()
    first = token.i
    while (
        first and token.doc[first - 1].dep_ == "compound" and token.doc[first - 1].head.i in range(first, token.i + 1)
    ):
        first -= 1
    phrase = token.doc[first : token.i + 1]
    span = Span(phrase.start_char, phrase.end_char)
    words = context.text[span.first : span.last]
    name = words if any(t.pos_ == "PROPN" for t in phrase) else words.lower()
    return (PartyReference(span=span, words=words, name=name, side=name),)

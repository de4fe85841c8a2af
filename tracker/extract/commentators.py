"""Who speaks, told only by what they are: "critics", "rights advocates", who speak for no side, and a ministry."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.dates import Span
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# What tells whose critics they are, so that they are no side of their own.
_WITHIN = {"within", "inside", "in", "of", "from", "at"}

_OF_STATES = {"cabinet", "embassy", "government", "ministry", "presidency"}


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


def is_of_its_own(context: Context, trigger: Trigger, actors: tuple[PartyReference, ...]) -> bool:
    """Whether a ministry of no state that is told speaks for who acts: "Peru will not pay, the foreign ministry
    said"."""
    speaker = context.speech.speaker(trigger.token)
    is_state = len(actors) == 1 and actors[0].kind is PartyKind.STATE
    if speaker is None or speaker.i < trigger.token.i or not is_state:
        return False
    words = speaker.subtree
    return any(t.lemma_.lower() in _OF_STATES for t in words) and not any(t.tag_ in {"NNP", "PRP$"} for t in words)

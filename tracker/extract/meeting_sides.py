"""Who meets where a noun names only with whom: the one who speaks at, or acts in or after, the meeting."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import subject
from tracker.model.parties import PartyKind, PartyReference

if TYPE_CHECKING:
    from spacy.tokens import Token

_OCCASIONS = {"in", "at", "during", "after", "following", "before"}
# What tells whose a meeting is beside "with".
_OF_OTHERS = ("poss", "modifier", "between", "by", "of", "from", "among", "subject")
_VERBS = {"VERB", "AUX"}


def companion(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The side of the clause's subject: "in a session with Peru, the minister said", "told a news conference with his
    Italian counterpart"; () where the noun names more than with whom."""
    if trigger.token.pos_ != "NOUN" or not trigger.arguments.get("with"):
        return ()
    if any(context.sides(t) for slot in _OF_OTHERS for t in trigger.arguments.get(slot)):
        return ()
    verb = _clause(trigger.token)
    doer = subject(verb) if verb is not None else None
    if doer is None or doer in trigger.token.subtree:
        return ()
    return tuple(r for r in context.voices(doer) if r.is_verified or r.kind is PartyKind.PERSON)


def _clause(noun: "Token") -> "Token | None":
    """The verb of which a meeting is the occasion or, of "told", the audience."""
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in {"tell", "address"}:
        return head
    is_occasion = noun.dep_ == "pobj" and head.lower_ in _OCCASIONS and head.head.pos_ in _VERBS
    return head.head if is_occasion else None

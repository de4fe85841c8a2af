"""The occasions and houses at which something is said, whose names tell no addressee: "at an African Union summit"."""

from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import load_language, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_DEEPEST = 5
_AT = {"at", "during", "in"}
_OF = {"amod", "compound", "nmod", "poss"}
# Whose summits others speak at; states that are named beside talks rather take part in them.
_HOSTS = {PartyKind.ALLIANCE, PartyKind.ORGANISATION, PartyKind.UNION, PartyKind.UNKNOWN}
_SAID = {
    EventType.ACCEPTANCE, EventType.ACCUSATION, EventType.DEMAND, EventType.PROPOSAL, EventType.REJECTION,
    EventType.SUPPORT, EventType.THREAT,
}  # fmt: skip
# What is said there of others; an answer or an offer may well be to those who meet.
_OF_OTHERS = {EventType.ACCUSATION, EventType.SUPPORT, EventType.THREAT}


def hosts(context: Context, trigger: Trigger) -> set[str]:
    """Who is named in a sentence only for the occasion or house at which a charge, praise or threat is spoken, or for
    the press to which anything is said."""
    if trigger.type not in _SAID:
        return set()
    named = [(t, sides) for t in trigger.token.sent if (sides := context.sides(t))]
    others = trigger.type in _OF_OTHERS
    aside = [_is_press(t) or (others and is_venue(t, sides)) for t, sides in named]
    besides = {r.side for (_, sides), is_aside in zip(named, aside, strict=True) if not is_aside for r in sides}
    return {r.side for (_, sides), is_aside in zip(named, aside, strict=True) if is_aside for r in sides} - besides


def _is_press(token: "Token") -> bool:
    """Whether a name tells whose press it is that hears or brings something: "in an interview with Iranian TV"."""
    press = token.head if token.dep_ in _OF else token
    if press.pos_ == "VERB" or press.lemma_.lower() not in word_class("press"):
        return False
    told = press.dep_ in {"dobj", "dative"} and press.head.lemma_ == "tell"
    return told or (press.dep_ == "pobj" and press.head.lower_ in {"by", "in", "to", "with"})


def is_venue(token: "Token", sides: tuple[PartyReference, ...]) -> bool:
    """Whether a name tells whose gathering it is at which something is said, "at a meeting of the Andean Union", or is
    a body at whose seat somebody speaks, "told reporters at the United Nations"."""
    if not sides or any(r.kind not in _HOSTS for r in sides):
        return False
    said = token.head.head
    if said.dep_ == "npadvmod":  # "last month at the UN"
        said = said.head
    if token.dep_ == "pobj" and said.lemma_ in load_language("en").speech.verbs and token.head.lower_ == "at":
        return True
    occasion = token
    for _ in range(_DEEPEST):  # "at the opening session of its summit"
        if _is_occasion(occasion) and occasion.dep_ == "pobj" and occasion.head.lower_ in _AT:
            return True
        if occasion.dep_ in _OF:
            occasion = occasion.head
        elif occasion.dep_ == "pobj" and occasion.head.lower_ == "of":
            occasion = occasion.head.head
        else:
            return False
    return False


def _is_occasion(noun: "Token") -> bool:
    return noun.lemma_.lower() in word_class("talks") | word_class("venues")

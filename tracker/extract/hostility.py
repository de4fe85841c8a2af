"""Nouns for what is done against somebody, and whom the words behind them name."""

from typing import TYPE_CHECKING

from tracker.model.mentions import EventType
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_HOSTILE = {EventType.ATTACK, EventType.DETENTION, EventType.SANCTION, EventType.THREAT, EventType.VIOLATION}
_JUDGING = {EventType.ACCUSATION, EventType.REJECTION, EventType.SUPPORT}


def is_hostile(noun: "Token") -> bool:
    """Whether a noun tells a deed or measure against somebody: "strikes", "the embargo", "a resolution against"."""
    word = noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()
    told = (entry.rules.type for entry in load_lexicon().nouns.get(word, ()))
    return word in word_class("measures_against") or any(kind in _HOSTILE for kind in told)


def hang_on_struck(link: "Token") -> None:
    """Puts "on" to the deed right before it and not to who judges that: "backed the strikes on Peru", "voiced support
    for sanctions on Chad"."""
    deed, over = link.nbor(-1), link.head
    if over == deed or deed.pos_ != "NOUN" or not is_hostile(deed) or over not in deed.ancestors:
        return
    if any(c.ent_type_ in {"DATE", "TIME"} for c in link.children):
        return
    lexicon = load_lexicon()
    told = lexicon.verbs if over.pos_ == "VERB" else lexicon.nouns
    if any(entry.rules.type in _JUDGING for entry in told.get(over.lemma_, ())):
        link.head = deed

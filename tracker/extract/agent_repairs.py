"""Who does it, told by a "by" that the parser hangs elsewhere: on what it is done to, what is asked, an occasion."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import ACTOR_NAMES
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_ORDERING = {"ask", "instruct", "order", "tell", "urge", "warn"}
_OCCASIONS = {"after", "before", "during", "following", "since"}


def hang_on_act(by: "Token") -> None:
    """Puts "by" to the deed, not to what it is done to: "the expulsion of two envoys by Mali"; what is a deed itself
    and nobody else's keeps it: "the condemnation of a raid by rebels"."""
    thing, of, deed = by.head, by.head.head, by.head.head.head
    if _is_asked_by(by):
        by.head, by.dep_ = of, "agent"
        return
    if thing.dep_ != "pobj" or of.lower_ != "of" or deed.pos_ != "NOUN" or by.i < thing.i:
        return
    nouns = load_lexicon().nouns
    is_owned = any(c.dep_ == "poss" or c.ent_type_ in {"GPE", "NORP"} for c in thing.children if c.i < thing.i)
    by_side = any(c.ent_type_ in ACTOR_NAMES for c in by.children if c.dep_ == "pobj")
    if by_side and deed.lemma_.lower() in nouns and (is_owned or thing.lemma_.lower() not in nouns):
        by.head = deed


def _is_asked_by(by: "Token") -> bool:
    """Whether "by" names who gives the order that an infinitive before it tells: "were told to leave by the army"."""
    inner, over = by.head, by.head.head
    asked = inner.dep_ == "xcomp" and inner.tag_ == "VB" and over.tag_ == "VBN" and over.lemma_ in _ORDERING
    named = any(c.ent_type_ in ACTOR_NAMES or c.lemma_ in word_class("person_or_party") for c in by.children)
    told = {c.dep_ for c in over.children}
    return asked and named and "auxpass" in told and "agent" not in told


def hang_on_occasion(by: "Token") -> None:
    """Puts "by" to the deed right before it that only tells when something else was done: "were freed after a visit by
    the pope"."""
    deed = by.nbor(-1) if by.i else by
    verb = by.head
    is_beside = by.lower_ == "by" and deed.dep_ == "pobj" and deed.head.lower_ in _OCCASIONS and deed.head.head == verb
    if is_beside and deed.lemma_.lower() in load_lexicon().nouns:
        by.head, by.dep_ = deed, "prep"

"""Participles that the parser takes for the verb of a clause, and clauses that it takes for participles: "the nurses
held hostage in Chad are free", "freed two reporters accused of spying", "the deal agreed with Peru"."""

from typing import TYPE_CHECKING

from tracker.extract.parse_labels import SUBJECTS
from tracker.extract.word_class_repairs import OWN, SECOND, goes_on, hang_participle
from tracker.model.mentions import EventType
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# "Had their assets frozen".
_HAVING = {"find", "get", "have", "keep", "leave", "see", "want", "watch"}
_CAUSING = {"get", "have", "want"}
_NOUNS = {"NOUN", "PROPN"}
# How many words before "agreed" the deal stands at most.
_NEAR = 6
# What is done to persons of whom a participle tells more: "freed two reporters accused of spying".
_DONE_TO = {EventType.RELEASE, EventType.DETENTION, EventType.ATTACK, EventType.SANCTION}


def make_held(verb: "Token") -> None:
    """Makes a passive of "held" in "the ten nurses held hostage in Chad are free", which the parser takes for what the
    nurses did: who takes somebody hostage has more of an object than that."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    how = [c for c in verb.children if c.dep_ in {"dobj", "oprd", "acomp", "advmod"} and c.i > verb.i]
    bare = len(how) == 1 and how[0].i == verb.i + 1 and how[0].lower_ in word_class("held_as")
    if not bare or subject is None or subject.i > verb.i or subject.pos_ == "PRON":
        return
    if any(c.dep_ in {"aux", "auxpass", "neg"} for c in verb.children):
        return
    over, clausal = verb.head, verb.dep_ in {"csubj", "csubjpass"}
    beside = over.children if verb.dep_ == "ccomp" else ()
    after = [c for c in (*verb.children, *beside) if c.i > verb.i and c.dep_ in SECOND and goes_on(c, verb)]
    main = over if clausal else next(iter(after), None)
    if main is None:
        subject.dep_, verb.tag_ = "nsubjpass", "VBN"
        return
    held = verb.nbor(-1)
    hang_participle(verb, subject, main)
    if held.pos_ in _NOUNS and held in subject.subtree:
        verb.head = held


def make_caused(verb: "Token") -> None:
    """Makes a clause of what somebody is to have done: "would have the six men freed", read as men who were freed."""
    noun, over = verb.head, verb.head.head
    is_to_come = any(c.tag_ == "MD" or (c.lower_ == "to" and c.dep_ == "aux") for c in over.children)
    if verb.dep_ != "acl" or noun.dep_ != "dobj" or over.lemma_ not in _CAUSING or not is_to_come:
        return
    if noun.i == verb.i - 1 and noun.i > over.i:
        verb.head, verb.dep_ = over, "ccomp"
        noun.head, noun.dep_ = verb, "nsubjpass"


def make_bare(verb: "Token") -> bool:
    """Makes an infinitive of what others are to be made to do: "would have the two sides swap ten men"; whether it was
    one."""
    over, has_mark = verb.head, any(c.dep_ == "mark" for c in verb.children)
    is_to_come = any(c.tag_ == "MD" for c in over.children)
    if verb.dep_ != "ccomp" or over.lemma_ not in _CAUSING or not is_to_come or has_mark:
        return False
    verb.tag_ = "VB"
    return True


def hang_on_freed(verb: "Token") -> None:
    """Hangs a participle on who was let go, seized or struck: "freed two reporters accused of spying", read as a clause
    of what was told."""
    over = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ != "ccomp" or verb.tag_ != "VBN" or subject is None or subject.i != verb.i - 1 or over.i > verb.i:
        return
    if any(c.dep_ in OWN for c in verb.children) or any(c.dep_ == "dobj" for c in over.children):
        return
    has = over.lemma_ in _HAVING
    told = set() if has else {entry.rules.type for entry in load_lexicon().verbs.get(over.lemma_, ())}
    if told & _DONE_TO and over.i == subject.left_edge.i - 1:
        subject.head, subject.dep_ = over, "dobj"
        verb.head, verb.dep_ = subject, "acl"


def hang_on_agreed(verb: "Token") -> None:
    """Hangs "agreed" on the deal before it that was agreed with somebody: "approved the deal on its arms agreed with
    Chad", read as what who approves it does."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.lower_ != "agreed" or verb.dep_ not in {"advcl", "acl", "ccomp"} or before.pos_ not in _NOUNS:
        return
    if not any(c.lower_ == "with" for c in verb.children) or any(c.dep_ in {"aux", "mark"} for c in verb.children):
        return
    if (made := next((c for c in verb.children if c.dep_ in SUBJECTS), None)) is not None:
        if verb.dep_ == "ccomp" and verb.head.i == made.left_edge.i - 1 and made.lemma_ in word_class("deal"):
            made.head, made.dep_ = verb.head, "dobj"
            verb.head, verb.dep_, verb.tag_ = made, "acl", "VBN"
        return
    near = reversed(verb.doc[max(verb.i - _NEAR, verb.sent.start) : verb.i])
    deal = next((t for t in near if t.pos_ == "NOUN" and t.lemma_ in word_class("deal")), None)
    if deal is not None and verb not in deal.ancestors:
        verb.head, verb.dep_, verb.tag_ = deal, "acl", "VBN"


def free_from_place(state: "Token") -> None:
    """Makes no doer of the state behind its town: "held talks in Osh, Kyrgyzstan discussing a truce"."""
    verb, town = state.head, state.nbor(-2) if state.i > state.sent.start + 2 else state
    in_town = town.dep_ == "pobj" and town.head.lower_ in {"at", "in"} and state.nbor(-1).text == ","
    bare = verb.tag_ == "VBG" and verb.dep_ == "advcl" and not any(c.dep_ == "aux" for c in verb.children)
    if in_town and bare and state.i == verb.i - 1 and town not in state.subtree:
        state.head, state.dep_ = town, "appos"


def free_from_noun(verb: "Token") -> None:
    """Makes a clause of "says that Mali has repelled rebels", read as a kind of rebels."""
    noun, helpers = verb.head, {c.dep_ for c in verb.children}
    over = noun.head
    if verb.dep_ == "amod" and {"nsubj", "aux"} <= helpers and noun.i > verb.i and over.i < verb.left_edge.i:
        verb.head, verb.dep_ = over, "ccomp"
        noun.head, noun.dep_ = verb, "dobj"

"""Where violence is named only as what stops or is kept from happening: the truce is the event, not the fighting."""

from typing import TYPE_CHECKING

from tracker.extract.noun_places import whole
from tracker.extract.senses import Trigger
from tracker.extract.subjects import is_to_infinitive
from tracker.extract.verb_forms import is_negated
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_VIOLENT = {EventType.ATTACK, EventType.DETENTION}


def _stops(verb: "Token") -> bool:
    return verb.lemma_ in word_class("ceasing") and not is_negated(verb)


def _is_deed_stopped(verb: "Token") -> bool:
    """Whether a gerund is what its subject stops or keeps from: "stopped shelling", "refrain from striking"."""
    if verb.tag_ != "VBG":
        return False
    if verb.dep_ in {"xcomp", "dobj", "ccomp", "advcl"}:
        return verb.dep_ != "advcl" and _stops(verb.head)
    return verb.dep_ in {"pcomp", "pobj"} and verb.head.lower_ == "from" and _stops(verb.head.head)


def _is_subsiding(verb: "Token") -> bool:
    """ "The shelling stopped", "is to stop"."""
    below = (c.lemma_ for c in verb.children if c.dep_ == "xcomp") if verb.lemma_ == "be" else ()
    return verb.lemma_ in word_class("subsiding") or any(lemma in word_class("subsiding") for lemma in below)


def _is_aimed_at(end: "Token") -> bool:
    """Whether "an end to" something is yet to come: "to put an end to the war", "called for an end to the war"."""
    verb = end.head if end.dep_ == "dobj" else end.head.head
    return is_to_infinitive(verb) or end.dep_ == "pobj"


def _is_fighting_stopped(noun: "Token") -> bool:
    """Whether a noun is what there is a pause in, what is stopped or stops: "a break in the fighting", "halted its
    air strikes", "the shelling died down"."""
    noun = whole(noun)
    if any(c.dep_ == "amod" and c.tag_ == "VBG" and _stops(c) for c in noun.children):
        return True  # "replied by halting air raids", read as "halting raids"
    if noun.dep_ == "pobj":
        over = noun.head.head  # "called a halt to the raids" hangs on its verb
        paused = [over] if over.pos_ != "VERB" else [c for c in over.children if c.dep_ == "dobj"]
        if over.lemma_ == "end" and noun.head.lower_ == "to":
            return _is_aimed_at(over)
        return noun.head.lower_ in {"in", "to", "of"} and any(t.lemma_.lower() in word_class("pauses") for t in paused)
    if noun.dep_ in {"nsubj", "csubj"}:
        return _is_subsiding(noun.head) and not is_negated(noun.head)
    return noun.dep_ == "dobj" and (_stops(noun.head) or (noun.head.lemma_ == "end" and is_to_infinitive(noun.head)))


def is_ceased(trigger: Trigger) -> bool:
    """Whether a deed of violence or arming is told of only in that it stops."""
    if trigger.type is EventType.MOBILIZATION:
        return _is_deed_stopped(trigger.token)
    if trigger.type not in _VIOLENT:
        return False
    token = trigger.token
    return _is_deed_stopped(token) or ((token.pos_ == "NOUN" or token.tag_ == "VBG") and _is_fighting_stopped(token))

"""Where the words around a noun for violence or a protest tell that it took place, though it has no side, day or place,
and whose deed they call it."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import arguments
from tracker.extract.noun_places import has_measure, is_indefinite, whole
from tracker.extract.senses import Trigger
from tracker.extract.subjects import subject
from tracker.extract.verb_forms import is_negated
from tracker.model.mentions import EventType
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_BEGINS = {"begin", "start", "erupt", "occur", "happen", "last", "rage", "flare"}
_BARE = {"det", "poss", "nummod"}
# "Who was behind the blast", "blamed for the raids", "linked to the killings"; in which slot of the verb the doer is.
_LINKS = {"behind": {"be", "stand"}, "for": {"blame"}, "to": {"link", "tie", "connect"}}
_DOER = {"behind": "subject", "for": "object", "to": "object"}


def is_there(noun: "Token") -> bool:
    """Whether it is what somebody runs from or hears: "to escape the shelling", "could hear explosions"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in {"flee", "escape", "hear"} and not _is_feared(noun)


def _is_suffered(noun: "Token") -> bool:
    """Whether it is what somebody suffers: "endured years of shelling", "a victim of attacks"."""
    if _is_feared(noun):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "of" and noun.head.head.lemma_ == "victim"
    return noun.dep_ == "dobj" and noun.head.lemma_ in word_class("undergoing")


def helped(deed: "Token") -> "list[Token]":
    """Who is told to be helped by violence, and so is not struck: "forces backed by Chadian air strikes", "stepped in
    to prop up the president"."""
    if deed.pos_ in {"VERB", "AUX"}:
        aims = (c for c in deed.children if c.dep_ in {"xcomp", "advcl"} and c.lemma_ in word_class("helping"))
        return [g for aim in aims for g in aim.children if g.dep_ == "dobj"]
    if not _is_help(deed) or deed.head.lower_ == "of":
        return []
    verb = deed.head.head
    backed = verb.head if verb.dep_ in {"acl", "relcl"} else subject(verb)
    return [backed] if backed is not None else []


def _is_help(noun: "Token") -> bool:
    """Whether it is by what one side helps another: "backed by air strikes", "with the help of air strikes"."""
    if noun.dep_ != "pobj" or _is_feared(noun):
        return False
    link, over = noun.head.lower_, noun.head.head
    if link == "of":
        return over.dep_ == "pobj" and over.head.lower_ == "with" and over.lemma_ in word_class("helping")
    return link in {"by", "with"} and over.pos_ == "VERB" and over.lemma_ in word_class("helping")


def _is_feared(noun: "Token") -> bool:
    """A bare singular is what may come: "to escape attack"."""
    return noun.tag_ == "NN" and not any(c.dep_ in _BARE for c in noun.children)


def is_laid_at_a_door(noun: "Token") -> bool:
    """Whether it is the deed that somebody is said to have done."""
    if noun.dep_ != "pobj":
        return False
    return noun.head.head.lemma_ in _LINKS.get(noun.head.lower_, ()) or _is_answerable(noun.head)


def _is_answerable(preposition: "Token") -> bool:
    """Whether what follows is what somebody "is responsible for"."""
    over = preposition.head
    return preposition.lower_ == "for" and over.lemma_ == "responsible" and over.dep_ == "acomp"


def doers(noun: "Token") -> "list[Token]":
    """Who is said to have done the deed: "the group was behind the blast", "blamed Peru for the raids"."""
    deed = whole(noun)
    if not is_laid_at_a_door(deed) or is_negated(deed.head.head):
        return []
    if _is_answerable(deed.head):
        who = subject(deed.head.head.head)
        return [who] if who is not None else []
    return arguments(deed.head.head).get(_DOER[deed.head.lower_])


def is_reported(noun: "Token") -> bool:
    """Whether a report tells of it: "reports of a blast", "confirmed an air strike"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "of" and noun.head.head.lemma_ == "report"
    return noun.dep_ == "dobj" and noun.head.lemma_ == "confirm" and is_indefinite(noun)


def _is_told_by_its_clause(noun: "Token") -> bool:
    """Whether a clause on it tells when it began or that it came: "the clashes that erupted there"."""
    return any(
        c.dep_ == "relcl"
        and (c.lemma_ in _BEGINS or (c.lemma_ == "take" and any(g.lower_ == "place" for g in c.children)))
        and any(g.dep_ == "nsubj" and g.tag_ == "WDT" for g in c.children)
        for c in noun.children
    )


def is_told_as_done(noun: "Token", kind: EventType) -> bool:
    """Whether the words around an event noun tell that the violence or protest it names took place."""
    if kind is EventType.MOBILIZATION:
        return is_reported(whole(noun))  # "reports of a troop build-up"
    if kind not in {EventType.ATTACK, EventType.PROTEST}:
        return False
    if _is_told_by_its_clause(noun):
        return True
    if kind is EventType.PROTEST:
        return has_measure(noun)  # "after a six-week strike"
    outer = whole(noun)
    return any(holds(outer) for holds in (_is_suffered, is_laid_at_a_door, is_reported, _is_help))


def deeds_told(verb: "Token", triggers: dict[int, Trigger], *, old: bool) -> "list[Token]":
    """What a time at the end of a clause dates instead of its verb: what somebody is told to be behind ("was behind two
    killings last week"), or condemned for, where the time is `old`, long before the news."""
    if verb.pos_ == "AUX":
        return [g for c in verb.children if c.lower_ == "behind" for g in c.children if g.i in triggers]
    accuses = verb.i in triggers and triggers[verb.i].type is EventType.ACCUSATION
    return [c for c in verb.children if old and accuses and c.dep_ == "dobj" and c.i in triggers]


def charged_before(verb: "Token", time: int) -> "Token | None":
    """The deed that a verb charges somebody with before the word at the place `time`: "raiding" in "accused them on
    Monday of raiding a ship, the Ann, on Sunday", wherever the parser hangs the second day."""
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "with"})
    return next((g for link in links for g in link.children if g.dep_ == "pcomp" and g.i < time), None)


def names_a_stranger(trigger: Trigger) -> bool:
    """Whether an attack's noun stands with words for who did it, be it "who", so that one without a side among them can
    borrow none: "NATO-led raids", "strikes from a coalition", "a network blamed for the blasts"."""
    if trigger.type is not EventType.ATTACK or trigger.token.pos_ != "NOUN":
        return False
    found = trigger.arguments
    led = any(t.lower_.endswith(("-led", "-backed", "-supported")) for t in found.get("modifier"))
    return led or bool(doers(trigger.token)) or any(t.lemma_ in {"alliance", "coalition"} for t in found.get("from"))

"""Whom an attack strikes where its own slots name no side: at whom it is aimed, who holds the place, whose embassy."""

from typing import TYPE_CHECKING

from tracker.extract.arguments import Arguments, arguments
from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.mentions import EventType
from tracker.model.parties import PartyReference
from tracker.rules import load_lexicon, word_class
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_AIMED = {"aim", "direct"}
# By what people are killed, and where it strikes.
_BY_WHAT = ("subject", "by", "in", "during")
_PLACES = ("object", "on", "against", "of", "in", "at", "object in", "object at", "object near")
_DEEDS = {
    "abduction", "arrest", "assassination", "beating", "capture", "conviction", "custody", "death", "detention",
    "disappearance", "execution", "freedom", "imprisonment", "incarceration", "internment", "jailing", "kidnap",
    "kidnapping", "killing", "liberation", "lynching", "murder", "release", "rescue", "seizure", "shooting",
    "slaying", "stabbing",
}  # fmt: skip


def names_the_struck(found: Arguments) -> bool:
    """Whether what stands before the noun of an attack is where it strikes: "the Kenya embassy bombing"."""
    before = found.get("modifier")
    return any(t.lemma_.lower() in word_class("struck_place") and t.dep_ == "compound" for t in before)


def struck_places(context: Context, trigger: Trigger) -> set[str]:
    """The sides whose place the noun of an attack names that a verb hangs on: "killed in the Kenya embassy bombing"."""
    nouns = (arguments(t) for t in trigger.arguments.get("in") if t.pos_ == "NOUN")
    struck = (t for found in nouns if names_the_struck(found) for t in found.get("modifier"))
    return {r.side for t in struck for r in context.sides(t)}


def struck_beside(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Whom the words around an attack say that it strikes: "raids in Yemen targeting the Houthis", "the strikes were
    aimed at rebel bases", "shelled a rebel-held town", "raids on the rebel-held hills killed ten"."""
    told = [trigger.arguments]
    if trigger.token.pos_ == "VERB":
        told += [arguments(t) for slot in _BY_WHAT for t in trigger.arguments.get(slot) if is_attack(t)]
    for found in told:
        if struck := _aimed_at(context, found.trigger):
            return struck
        places = (t for slot in _PLACES for t in found.get(slot))
        if held := next((held for t in places if (held := context.parties.holders(t) or _owners(context, t))), ()):
            return held
    return ()


def _owners(context: Context, place: "Token") -> tuple[PartyReference, ...]:
    """Whose the thing is that is struck: "the army's headquarters", "Tiger territory"; the state of a town is none."""
    if place.pos_ != "NOUN" or place.lemma_ not in word_class("violence_object") | word_class("strategic"):
        return ()
    owners = (r for how, r in context.parties.modifiers(place) if how in {"poss", "compound", "amod"})
    return tuple({r.side: context.own_words(r) for r in owners}.values())


def is_attack(noun: "Token") -> bool:
    """Whether a noun can tell an attack."""
    word = noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower() if noun.pos_ == "NOUN" else ""
    known = load_lexicon().nouns.get(word, ())
    return any(entry.rules.type is EventType.ATTACK for entry in known)


def _aimed_at(context: Context, attack: "Token") -> tuple[PartyReference, ...]:
    """At whom a verb on the noun of an attack, or whose subject it is, says that it is aimed."""
    verbs = [c for c in attack.children if c.dep_ == "acl"]
    verbs += [attack.head] if attack.dep_ in {"nsubj", "nsubjpass"} else []
    for verb in verbs:
        goals = prepositional_objects(verb, {"at", "against"}) if verb.lemma_ in _AIMED else []
        goals += [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_ == "target" else []
        for goal in goals:
            inside = (r for t in prepositional_objects(goal, {"of"}) for r in context.sides(t))
            if found := context.sides(goal) or context.parties.holders(goal) or tuple(inside):
                return found
    return ()


def undergone(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The people whose arrest, killing or release a noun tells; whoever does it to another is told with "of"."""
    noun = trigger.token
    if noun.lemma_.lower() not in _DEEDS or any(c.lower_ == "of" for c in noun.children):
        return ()
    people = (c for c in noun.children if c.dep_ == "poss" and _is_somebody(c))
    found = (r for c in people if c.lower_ != "its" for r in context.sides(c))
    return tuple({r.side: r for r in found}.values())


def _is_somebody(owner: "Token") -> bool:
    """ "His", "Ana Ruiz's", "the pilot's"."""
    is_one = owner.tag_ == "NN" and owner.lemma_ in load_party_nouns().for_one_person
    return is_one or owner.tag_ in {"PRP$", "WP$"} or owner.ent_type_ == "PERSON"

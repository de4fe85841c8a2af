"""Who stands between the sides of an event: "a truce brokered by Egypt", "Qatari-mediated talks"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.frames import hyphenated
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects, subject
from tracker.model.mentions import EventType
from tracker.model.parties import PartyReference
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# "Mediating", as the parser reads it for a noun.
_BROKERING = {"mediating", "brokering", "facilitating"}
_BY_MEANS_OF = {"after", "by", "following", "through", "under", "via", "with"}
# Where the talks or the deal of an event stand that others have brought about.
_MADE_BY_BROKERS = ("object", "subject", "in", "under")
# Where somebody brokers what an event's clause has just told: "a deal brokered by Oman", "signed it, brokered by Oman".
_ASIDE = {"acl", "advcl", "relcl"}
_RELATIVE = {"WDT", "WP", "IN"}
_TAKING_UP = {"the", "this", "that", "their"}
# Within so many sentences of a deal it is told who brokered it.
_SOON_AFTER = 3
_BETWEEN = {EventType.AGREEMENT, EventType.TRUCE}
# What comes out of the talks that a clause tells before: "signed a truce after weeks of talks mediated by Oman".
_AFTER_TALKS = {EventType.AGREEMENT, EventType.TRUCE, EventType.RELEASE, EventType.ACCEPTANCE}
# In what events those whom a clause calls mediators act themselves, and in which slots they stand.
_PLACES_OF_MEDIATORS = {
    EventType.DEMAND: ("subject",),
    EventType.MEETING: ("subject", "with", "object", "object with"),
    EventType.PROPOSAL: ("subject", "by"),
    EventType.STATEMENT: ("subject",),
}


def brokers(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The sides told as mediators of an event, each once: by a verb over it, by what stands beside it, its light verb
    or the talks and deals of its clause ("reached a deal through Omani mediators", "talks mediated by Oman resumed",
    "signed a pact, with Norway mediating")."""
    found: dict[str, PartyReference] = {}
    for word in _named(trigger):
        for reference in context.sides(word) or context.parties.grounds(word):
            found.setdefault(reference.side, reference)
    for reference in _apart(context, trigger) if trigger.type in _BETWEEN else ():
        found.setdefault(reference.side, reference)
    return tuple(found.values())


def _apart(context: Context, trigger: Trigger) -> "Iterator[PartyReference]":
    """Whoever works for a deal of others: "is to put in place a truce among the factions", "won a pact between two"."""
    between = [t for slot in ("among", "between") for t in trigger.arguments.get(slot)]
    sides = {r.side for t in between for r in context.sides(t)}
    doing = trigger.arguments.get("subject") if len(sides) > 1 and trigger.token.pos_ == "NOUN" else []
    yield from (r for t in doing for r in context.sides(t) if r.side not in sides)


def _named(trigger: Trigger) -> "Iterator[Token]":
    token, light, told = trigger.token, trigger.arguments.light, trigger.arguments
    if token.dep_ == "dobj" and token.head.lemma_ in word_class("brokering"):
        broker = subject(token.head)
        if broker is not None:
            yield broker
    if token.dep_ == "nsubjpass" and token.head.lemma_ in word_class("brokering") | word_class("convening"):
        yield from (g for c in token.head.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
    talks = word_class("talks") | word_class("deal")
    brokered = [t for slot in _MADE_BY_BROKERS for t in told.get(slot) if t.lemma_.lower() in talks]
    if trigger.type in _AFTER_TALKS:
        brokered += [t for t in _measured(told.get("after")) if t.lemma_.lower() in talks]
    for child in (c for thing in (token, *brokered) for c in thing.children):
        if child.dep_ in _ASIDE and child.lemma_ in word_class("brokering") | word_class("convening"):
            yield from (g for c in child.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj")
            others = child.dep_ != "advcl" and child.lemma_ in word_class("brokering") - {"negotiate"}
            who = subject(child) if others else None
            if who is not None and who.tag_ not in _RELATIVE:  # "a deal that Oman had brokered"
                yield from (who, *who.conjuncts)
        if child.dep_ == "amod" and child.lemma_ in word_class("brokering") | {"mediated", "brokered"}:
            yield from child.children
            if child.i > 1 and child.nbor(-1).text == "-":
                yield child.nbor(-2)  # "UN-brokered", read as two modifiers
    acts = (token, light) if light is not None else (token,)
    goes = trigger.type is EventType.RELEASE or token.lemma_ in word_class("visiting")
    for place in (p for act in acts for p in prepositional_objects(act, {"at", "in"})):
        for child in (c for c in place.children if c.lower_ == "with"):  # "opened at the palace with Oman in the chair"
            yield from _in_office(child, place)
    for word in dict.fromkeys((*acts, *told.get("object"), *brokered)):
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ == "with":
                yield from _with(child)
                yield from _in_office(child, word)
            if child.dep_ == "prep" and child.lower_ in _BY_MEANS_OF:
                yield from _means(child, is_plain=child.lower_ in {"through", "via"} and not goes)


def _measured(words: "tuple[Token, ...] | list[Token]") -> "Iterator[Token]":
    """Words, and what they measure: "weeks" and "talks" in "after three weeks of talks"."""
    for word in words:
        yield word
        yield from prepositional_objects(word, {"of"})


def _means(preposition: "Token", *, is_plain: bool) -> "Iterator[Token]":
    """Who stands between in "through Omani mediators", "after mediation by Oman", "with the help of Oman"; where it is
    plain, in "via Oman" too."""
    for thing in preposition.children:
        if thing.dep_ != "pobj":
            continue
        between = word_class("mediators_help") if preposition.lower_ == "with" else word_class("go_betweens")
        if thing.lemma_.lower() in between:
            yield thing
            yield from (c for c in thing.children if c.dep_ in {"poss", "amod", "compound"})
            yield from prepositional_objects(thing, {"of", "by", "from"})
        elif is_plain:
            yield thing


def _with(preposition: "Token") -> "Iterator[Token]":
    """Who mediates in "with Norway mediating", "with Norway shuttling between them"."""
    for verb in preposition.children:
        mediates = verb.lemma_ in word_class("brokering") | {"shuttle"} or any(
            o.lemma_.lower() in word_class("offices_at_talks") for o in prepositional_objects(verb, {"as"})
        )
        if verb.lower_ in _BROKERING or (verb.dep_ == "pcomp" and mediates):
            yield from (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "compound"})


def _in_office(preposition: "Token", word: "Token") -> "Iterator[Token]":
    """Who is with the sides, each of them, in "with Norway and Oman as mediators", "with Oman in the chair"; the parser
    hangs "as" and "in" anywhere."""
    for name in preposition.children:
        over = (word, preposition, name, *name.conjuncts)
        offices = (o for w in over for c in w.children if c.lower_ == "as" and c.i > name.i for o in c.children)
        chairs = (o for w in over for o in prepositional_objects(w, {"in"}) if o.i > name.i and o.lower_ == "chair")
        presides = any(c.lower_ == "the" for o in chairs for c in o.children)
        held = presides or any({o.lemma_.lower(), hyphenated(o)} & word_class("offices_at_talks") for o in offices)
        if name.dep_ == "pobj" and held:
            yield from (name, *name.conjuncts)


def called_mediators(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The sides that a clause calls mediators where they act themselves: "mediators from Oman proposed a truce", "both
    sides met with the mediators"."""
    slots = _PLACES_OF_MEDIATORS.get(trigger.type, ())
    named = (t for slot in slots for t in trigger.arguments.get(slot) if _is_mediator(t))
    return tuple({r.side: r for t in named for r in context.sides(t)}.values())


def _is_mediator(token: "Token") -> bool:
    grouped = (g for c in token.children if c.lower_ == "of" for g in c.children)  # "a group of mediators"
    return any(t.lemma_.lower() in load_party_nouns().mediation.nouns for t in (token, *grouped))


def with_their_brokers(context: Context, told: list[Trigger], found: list[Roles]) -> list[Roles]:
    """The roles of the triggers with those in between of a deal of which a sentence soon after tells who brokered it:
    "signed an accord ... The accord, which was brokered by Oman"."""
    found = list(found)
    for k, trigger in enumerate(told):
        if trigger.type is not EventType.MEDIATION or not found[k].mediators:
            continue
        token = trigger.token
        things = [token.head] if token.dep_ in {"acl", "relcl"} else trigger.arguments.get("object")
        deals = [t for t in things if t.lemma_.lower() in word_class("deal")]
        if not any(c.lower_ in _TAKING_UP for t in deals for c in t.children):
            continue
        number, between = context.sentence_number(token), {r.side for r in found[k].mediators}
        for j in range(k - 1, -1, -1):
            if number - context.sentence_number(told[j].token) > _SOON_AFTER:
                break
            roles = found[j]
            if told[j].type in _BETWEEN and not between & {r.side for r in roles.actors}:
                found[j] = replace(roles, mediators=roles.mediators or found[k].mediators)
                if told[j].token not in deals:
                    break
    return found

"""Who stands between the sides of an event: "a truce brokered by Egypt", "Qatari-mediated talks"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import subject
from tracker.model.mentions import EventType
from tracker.model.parties import PartyReference
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# "Mediating", as the parser reads it for a noun.
_BROKERING = {"mediating", "brokering", "facilitating"}
# Who does so to others' talks sits between them.
_CONVENING = {"arrange", "chair", "convene", "lead", "moderate", "oversee"}
_GO_BETWEENS = {"mediator", "mediation", "auspex", "auspice", "intermediary"}
# What somebody is at an event of others: "signed with Norway as mediator".
_OFFICES = {
    "arbiter", "broker", "facilitator", "go-between", "guarantor", "host", "intermediary", "mediator", "moderator",
    "observer", "referee", "witness",
}  # fmt: skip
# In what events those whom a clause calls mediators act themselves, and in which slots they stand.
_PLACES_OF_MEDIATORS = {
    EventType.DEMAND: ("subject",),
    EventType.MEETING: ("subject", "with", "object", "object with"),
    EventType.PROPOSAL: ("subject", "by"),
    EventType.STATEMENT: ("subject",),
}


def brokers(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The sides told as mediators of an event, each once: by a verb over it, by what stands beside it or its light
    verb ("reached a deal through Omani mediators", "signed a pact, with Norway mediating")."""
    token, light = trigger.token, trigger.arguments.light
    found: dict[str, PartyReference] = {}
    for word in _named(token, light, trigger.arguments.get("object")):
        for reference in context.sides(word):
            found.setdefault(reference.side, reference)
    return tuple(found.values())


def _named(token: "Token", light: "Token | None", objects: "list[Token]") -> "Iterator[Token]":
    if token.dep_ == "dobj" and token.head.lemma_ in word_class("brokering"):
        broker = subject(token.head)
        if broker is not None:
            yield broker
    for child in token.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in word_class("brokering") | _CONVENING:
            yield from (g for c in child.children if c.lower_ == "by" for g in c.children if g.dep_ == "pobj")
        if child.dep_ == "amod" and child.lemma_ in word_class("brokering") | {"mediated", "brokered"}:
            yield from child.children
    for word in (token, light) if light is not None else (token,):
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ == "with":
                yield from _with(child)
            if child.dep_ == "prep" and child.lower_ in {"through", "under", "by"}:
                near = (child, *child.children)
                if any(w.lemma_.lower() in _GO_BETWEENS for w in near):
                    yield from near
    for word in (token, *objects, *([light] if light is not None else [])):
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ == "with":
                yield from _in_office(child, word)


def _with(preposition: "Token") -> "Iterator[Token]":
    """Who mediates in "with Norway mediating"."""
    for verb in preposition.children:
        if verb.lower_ in _BROKERING or (verb.dep_ == "pcomp" and verb.lemma_ in word_class("brokering")):
            yield from (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "compound"})


def _in_office(preposition: "Token", word: "Token") -> "Iterator[Token]":
    """Who is with the sides, each of them, in "with Norway and Oman as mediators"; the parser hangs "as" anywhere."""
    for name in preposition.children:
        over = (word, preposition, name, *name.conjuncts)
        offices = (o for w in over for c in w.children if c.lower_ == "as" and c.i > name.i for o in c.children)
        if name.dep_ == "pobj" and any(o.lemma_.lower() in _OFFICES for o in offices):
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

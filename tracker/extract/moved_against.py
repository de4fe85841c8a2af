"""Against whom troops or weapons are moved, by what the words around the move tell of its aim."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.mentions import EventType
from tracker.model.parties import PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_AIMS = {"advcl", "xcomp", "acl"}
# "To help fight X", "bringing the total to 300 to fight X", "to accelerate gains against X".
_DEEPEST = 4
_OBJECTS = {"dobj", "ccomp", "oprd"}


def moved_against(context: Context, trigger: Trigger, roles: Roles) -> Roles:
    """The roles with whom a move of troops is to fight or deter, where it names no target: "sent a jet to intercept a
    Chadian aircraft", "will send 250 men to help fight Islamic State", "a build-up to counter a threat from Mali"."""
    if trigger.type is not EventType.MOBILIZATION or roles.targets:
        return roles
    own = {r.side for r in roles.actors}
    verbs = [trigger.token]
    if trigger.token.pos_ == "NOUN" and trigger.token.dep_ in {"nsubj", "dobj"}:
        verbs.append(trigger.token.head)
    for aim in (a for verb in verbs for a in _aims(verb, _DEEPEST)):
        foes = list(prepositional_objects(aim, {"against"}))
        if aim.lemma_ in word_class("opposing_by_force"):
            foes += list(_opposed(aim, 2))
        foes += [g for c in aim.children if c.dep_ == "dobj" for g in prepositional_objects(c, {"against"})]
        found = {r.side: r for t in foes for r in (context.sides(t) or _whose(context, t)) if r.side not in own}
        if found:
            return replace(roles, targets=tuple(found.values()))
    return roles


def _aims(verb: "Token", depth: int) -> "Iterator[Token]":
    """The clauses below a verb that tell what for, the nearest first."""
    below = [c for c in verb.children if c.dep_ in _AIMS and c.tag_ in {"VB", "VBG"} and c.i > verb.i]
    yield from below
    if depth:
        for clause in below:
            yield from _aims(clause, depth - 1)


def _opposed(verb: "Token", depth: int) -> "Iterator[Token]":
    """What a verb of opposing has for its object, through "what it considers X" and "a show of force by X"."""
    for child in verb.children:
        if child.dep_ in _OBJECTS and child.i > verb.i:
            yield child
            yield from prepositional_objects(child, {"by", "from", "of"})
            if child.dep_ == "ccomp" and depth:
                yield from _opposed(child, depth - 1)


def _whose(context: Context, thing: "Token") -> tuple[PartyReference, ...]:
    """Whose the thing is: "Chadian missiles", "Mali's advance"."""
    return tuple(r for how, r in context.parties.modifiers(thing) if how in {"poss", "amod", "compound"})

"""Who does the same as another side ("along with Mali"), or takes part in its attack or move ("alongside Malian
troops", "with Chadian air support")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_JOINT = {EventType.ATTACK, EventType.MOBILIZATION}
_JOINTLY = {"jointly", "together"}
_HELP = {"aid", "assistance", "backing", "cover", "help", "support"}
_HELPING = {"aid", "assist", "back", "join", "reinforce", "support"}
_WHOSE = {"poss", "amod", "compound", "from", "of", "by"}
# "Backed by" what fights; a state or body that only stands behind somebody does not act.
_FIGHTS = {
    "force",
    "troop",
    "soldier",
    "fighter",
    "militia",
    "militiaman",
    "army",
    "tank",
    "warplane",
    "jet",
    "helicopter",
}


def _companions(context: Context, trigger: Trigger) -> Iterator[PartyReference]:
    """The sides told beside the subject of a verb: "Russia, along with China, rejected it"."""
    verb = trigger.token
    for doer in (*trigger.arguments.get("subject"), verb):
        for child in (*doer.children, *(g for c in doer.children if c.tag_ == "WDT" for g in c.children)):
            if (child.i < verb.i and _is_beside(child)) or (doer == verb and _is_together(child)):
                for thing in (g for c in (child, *child.children) for g in c.children if g.dep_ == "pobj"):
                    yield from context.sides(thing)


def _is_beside(link: "Token") -> bool:
    """Whether a preposition, or a participle, begins who goes along with a subject: ", together with Mali", ", joined
    by Mali"."""
    if link.lower_ == "joined":
        return link.dep_ == "acl"
    is_like = link.dep_ == "prep" and link.lower_ == "like" and link.i > 0 and link.nbor(-1).text == ","
    return is_like or _is_together(link)


def _is_together(link: "Token") -> bool:
    """Whether a preposition is that of "together with Mali", "jointly with Mali", "along with Mali"."""
    if link.lower_ == "with":
        return link.i > 0 and link.nbor(-1).lower_ in _JOINTLY
    return link.lower_ == "along" and link.dep_ == "prep" and any(c.lower_ == "with" for c in link.children)


def allies(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The sides told to do the same as the actor; for an attack or a mobilization also those who fight beside it."""
    found: dict[str, PartyReference] = {}
    fighting = _beside(context, trigger) if trigger.type in _JOINT else ()
    for reference in (*_companions(context, trigger), *fighting):
        if reference.kind is not PartyKind.PERSON:
            found.setdefault(reference.side, reference)
    return tuple(found.values())


def _beside(context: Context, trigger: Trigger) -> Iterator[PartyReference]:
    told = trigger.arguments
    state = (trigger.token.head,) if trigger.token.pos_ == "ADJ" else ()  # "were present, alongside"
    doers = (trigger.token, *state, *told.get("subject"))
    near = [*told.get("alongside"), *(t for doer in doers for t in prepositional_objects(doer, {"alongside"}))]
    for thing in near:
        yield from context.sides(thing) or _owners(context, thing)
    hosts = (*doers, *told.get("object"), *told.get("from"))  # the parser hangs the help on whom it is given against
    for thing in (*told.get("with"), *(t for host in hosts for t in prepositional_objects(host, {"with"}))):
        if thing.lemma_.lower() in _HELP:
            yield from _owners(context, thing)
    for doer in doers:
        for clause in doer.children:
            if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in _HELPING:
                for thing in prepositional_objects(clause, {"by"}):
                    if thing.lemma_.lower() in _FIGHTS:
                        yield from context.sides(thing)
                    elif thing.lemma_.lower() in word_class("strikes"):
                        yield from _owners(context, thing)


def _owners(context: Context, thing: "Token") -> Iterator[PartyReference]:
    """Whose help or strikes they are, in the article's own words."""
    for how, reference in context.parties.modifiers(thing):
        if how in _WHOSE:
            yield context.own_words(reference)

"""Who does an act of force that names nobody: by its kind told before, by whom it strikes, by whom it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.principals import Roles, other_principal
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects, subject
from tracker.extract.verb_forms import is_negated
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

PHYSICAL = {
    EventType.AID,
    EventType.MOBILIZATION,
    EventType.SANCTION,
    EventType.ATTACK,
    EventType.RELEASE,
    EventType.DETENTION,
    EventType.WITHDRAWAL,
    EventType.PROTEST,
    EventType.VIOLATION,
}
_SANCTIONS = {"sanction", "embargo"}
# What they are imposed by, or written in.
_INSTRUMENTS = {"blacklist", "list", "measure", "resolution"}
_STRIKING = {EventType.ATTACK, EventType.DETENTION}
_STRIKES = {
    "workers' strike (noun)",
    "on strike",
    "walk out (workers)",
    "strike (workers)",
    "strikes of a labour dispute (noun)",
}
_STOPPAGES = {"walkout", "stoppage", "walk-out"}
# A siege is not by who imposed something just before.
_SIEGES = {"siege (noun)", "siege goes on", "besiege"}
_STATES = {PartyKind.STATE, PartyKind.GOVERNMENT}
# Of how many principals they are sought among.
_LEADING = 3
# How far back, in sentences, an event of the same type lends its actor.
_NEAR_SENTENCES = 3
# People who do what their verb tells, though nobody says for which side.
_SOMEBODY = {
    "boyfriend", "bomber", "driver", "girlfriend", "gunman", "he", "husband", "man", "murderer", "person", "people",
    "policeman", "relative", "she", "shooter", "suspect", "teenager", "who", "woman", "youth",
}  # fmt: skip


def agents(
    trigger: Trigger,
    roles: Roles,
    before: tuple[int, Roles] | None,
    number: int,
    principal: tuple[PartyReference, ...],
    grounds: set[str],
) -> Roles:
    """The roles with the actors of the same kind of act just `before`, with a principal against whom it strikes, or
    with those who hold captives or strike."""
    if is_done_by_somebody(trigger) or _is_unclaimed(trigger):
        return roles
    lent = before is not None and not _are_fighters(trigger) and trigger.sense.name not in _SIEGES
    if before is not None and lent and number - before[0] <= _NEAR_SENTENCES:
        struck = {t.side for t in roles.targets} | grounds
        actors = tuple(r for r in before[1].actors if r.side not in struck and r.kind is not PartyKind.ORGANISATION)
        if actors:
            return replace(roles, actors=actors)
    if _are_fighters(trigger):  # "six militants were let go": not by the group that they fight for
        return replace(roles, actors=tuple(p for p in principal[:_LEADING] if p.kind in _STATES)[:1])
    sides = {r.side for r in roles.targets}
    pair = {p.side for p in principal[:2]}
    if trigger.type in _STRIKING and sides & pair and len(pair) == 2:
        other = other_principal(principal[:2], sides | grounds)
        return replace(roles, actors=tuple(r for r in other if r.kind is not PartyKind.ORGANISATION))
    if trigger.type in {EventType.RELEASE, EventType.DETENTION}:
        return _held(trigger, roles, principal)
    if trigger.type is EventType.PROTEST and (trigger.sense.name in _STRIKES or trigger.token.lemma_ in _STOPPAGES):
        return _strike(roles, principal)
    return roles


def _is_unclaimed(trigger: Trigger) -> bool:
    """Whether it is told right behind an attack that nobody has claimed it: "a bomb killed two; no one claimed it"."""
    if trigger.type is not EventType.ATTACK:
        return False
    token = trigger.token
    end = token.sent.end
    last = token.doc[end].sent.end if end < len(token.doc) else end
    claims = [t for t in token.doc[token.i : last] if t.lemma_ == "claim" and t.pos_ == "VERB"]
    by = [c for t in claims for c in t.children if c.dep_ == "nsubj"]
    nobody = any(t.lower_ in {"nobody", "none"} or any(c.lower_ == "no" for c in t.children) for t in by)
    return nobody or any(is_negated(t) for t in claims)


def promised_by(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who promises what will be done, by whom is not told: "the last prisoner will be released by May, Peru vowed". A
    mediator promises what others do."""
    reporter = context.speech.reporter(trigger.token)
    if not trigger.arguments.passive or reporter is None or reporter.lemma_ not in word_class("promising"):
        return ()
    between = {r.side for r in context.parties.mediators}
    return tuple(r for r in context.speaker_sides(trigger.token) if r.side not in between)


def _are_fighters(trigger: Trigger) -> bool:
    """Whether those let go or held are an armed group's: a state does so."""
    told = (t for slot in ("object", "of") for t in trigger.arguments.get(slot))
    held = trigger.type in {EventType.RELEASE, EventType.DETENTION}
    return held and any(t.lemma_.lower() in word_class("fighters_held") for t in told)


def is_done_by_somebody(trigger: Trigger) -> bool:
    """Whether a clause tells who does the act by a noun that stands for no side: "a gunman shot two guards"."""
    found = trigger.arguments
    slot = "by" if found.passive else "subject"
    acting = trigger.sense.roles is None or slot in trigger.sense.roles.actor
    is_verb = trigger.token.pos_ in {"VERB", "AUX"}
    return is_verb and acting and any(t.lemma_.lower() in _SOMEBODY for t in found.get(slot))


def is_of_sanctions(trigger: Trigger) -> bool:
    """Whether an act is told of sanctions by that word, "sanctions were lifted", "the lifting of sanctions", or of what
    they are written in: "the measures ban", "was added to the blacklist"."""
    named = (t for slot in ("object", "of", "subject") for t in trigger.arguments.get(slot))
    written = (t for slot in ("subject", "object", "to", "on") for t in trigger.arguments.get(slot))
    told = trigger.token.lemma_ in _SANCTIONS or any(t.lemma_ in _SANCTIONS for t in named)
    return told or (trigger.type is EventType.SANCTION and any(t.lemma_ in _INSTRUMENTS for t in written))


def imposers(context: Context, told: Sequence[tuple[Trigger, Roles]]) -> Roles:
    """Whose the sanctions are of which an article tells, the most that it names together, in an event or as "sanctions
    imposed by the UN and the EU", and the one side that they strike."""
    events = [(t, roles) for t, roles in told if t.type is EventType.SANCTION and is_of_sanctions(t)]
    struck = {r.side: r for _, roles in events for r in roles.targets}
    struck = struck or {r.side: r for noun in context.doc if noun.lemma_ in _SANCTIONS for r in _under(context, noun)}
    target = tuple(struck.values()) if len(struck) == 1 else ()
    if all(roles.actors for _, roles in events):
        return Roles((), target, ())
    named = [roles.actors for _, roles in events]
    for noun in (t for t in context.doc if t.lemma_ in _SANCTIONS):
        makers = (g for c in noun.children if c.dep_ == "acl" for g in prepositional_objects(c, {"by"}))
        own = [r for how, r in context.parties.modifiers(noun) if how in {"poss", "amod", "compound", "by"}]
        named.append((*own, *(r for m in makers for r in context.sides(m))))
    actors = max((tuple(r for r in group if r.side not in struck) for group in named), key=len, default=())
    return Roles(actors, target, ())


def _under(context: Context, sanctions: "Token") -> Iterator[PartyReference]:
    """On whom sanctions are told to be: "sanctions on Mali", "Mali was under sanctions", "sanctions imposed over Mali's
    programme"."""
    told = prepositional_objects(sanctions, {"on", "against"})
    if sanctions.dep_ == "pobj" and sanctions.head.lower_ == "under":
        who = subject(sanctions.head.head) if sanctions.head.head.pos_ in {"VERB", "AUX"} else None
        told += [who] if who is not None else []
    yield from (r for t in told for r in context.sides(t))
    for clause in (sanctions, *(c for c in sanctions.children if c.dep_ == "acl")):
        for ground in prepositional_objects(clause, {"over", "for"}):
            yield from (r for how, r in context.parties.modifiers(ground) if how == "poss")


def _held(trigger: Trigger, roles: Roles, principal: tuple[PartyReference, ...]) -> Roles:
    """Who lets go or takes: an armed group holds hostages, the state that fights it holds prisoners."""
    captives = {t.lemma_.lower() for slot in ("object", "of") for t in trigger.arguments.get(slot)}
    group = next((p for p in principal[:_LEADING] if p.kind is PartyKind.ARMED_GROUP), None)
    state = next((p for p in principal[:_LEADING] if p.kind in _STATES), None)
    if group is None or state is None:
        return roles
    if captives & word_class("hostages") or "hostage" in trigger.sense.name:
        return replace(roles, actors=(group,), targets=roles.targets or (state,))
    if captives & word_class("prisoners"):
        return replace(roles, actors=(state,), targets=roles.targets or (group,))
    return roles


def _strike(roles: Roles, principal: tuple[PartyReference, ...]) -> Roles:
    """A strike told without more is that of the unions of the dispute against its company."""
    unions = tuple(p for p in principal[:_LEADING] if p.kind is PartyKind.UNION)
    if not unions:
        return roles
    against = roles.targets or tuple(p for p in principal[:2] if p.kind is not PartyKind.UNION)
    return replace(roles, actors=unions, targets=against)

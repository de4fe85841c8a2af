"""Whom an article is about: the sides that deal with or fight each other, and what their events lend to those told
without a side."""

from collections import Counter
from dataclasses import dataclass, replace

from tracker.extract.context import Context
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference

# Events that need two sides, all of them actors.
MUTUAL = {EventType.MEETING, EventType.AGREEMENT, EventType.TRUCE, EventType.SUSPENSION}
_PHYSICAL = {
    EventType.ATTACK,
    EventType.RELEASE,
    EventType.DETENTION,
    EventType.WITHDRAWAL,
    EventType.PROTEST,
    EventType.VIOLATION,
}
# What an event says about who stands opposite whom.
_WEIGHTS = {
    EventType.AGREEMENT: 3,
    EventType.TRUCE: 3,
    EventType.ATTACK: 2,
    EventType.RELEASE: 2,
    EventType.REJECTION: 2,
    EventType.ACCEPTANCE: 2,
    EventType.MEETING: 1,
    EventType.SUSPENSION: 2,
    EventType.VIOLATION: 2,
    EventType.DETENTION: 2,
    EventType.PROTEST: 2,
    EventType.WITHDRAWAL: 2,
    EventType.PROPOSAL: 1,
    EventType.DEMAND: 1,
    EventType.ACCUSATION: 1,
    EventType.THREAT: 1,
}
# Senses of meeting that need another side even where only one is named: "we discussed".
_TAKES_TWO = {"discuss", "talks", "talk", "speak with"}
# Acts that are done to somebody: without a target, the other side of the dispute is meant.
_DIRECTED = {
    EventType.DEMAND,
    EventType.REJECTION,
    EventType.ACCEPTANCE,
    EventType.PROPOSAL,
    EventType.THREAT,
    EventType.RELEASE,
    EventType.DETENTION,
    EventType.ATTACK,
    EventType.PROTEST,
    EventType.ACCUSATION,
}
_TO_BOTH = {EventType.DEMAND, EventType.PROPOSAL}
# How far back, in sentences, an event of the same type lends its actor.
_NEAR_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Roles:
    """Actors, targets and mediators of one trigger."""

    actors: tuple[PartyReference, ...]
    targets: tuple[PartyReference, ...]
    mediators: tuple[PartyReference, ...]


def principals(context: Context, told: list[tuple[Trigger, Roles]]) -> tuple[PartyReference, ...]:
    """The two sides that the article's events set against or beside each other most, then the others by how much
    they do in it; mediators last."""
    weights: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    references: dict[str, PartyReference] = {}
    mediating = Counter(r.side for _, roles in told for r in roles.mediators)
    between = {side for side, times in mediating.items() if times > 1} | {r.side for r in context.parties.mediators}
    for trigger, roles in told:
        weight = _WEIGHTS.get(trigger.type, 0)
        parts = (*roles.actors, *roles.targets)
        several = len({r.side for r in parts}) > 1
        for reference in parts:
            references.setdefault(reference.side, reference)
            weights[reference.side] += weight * (2 if several else 1)
        for one, other in _opposed(trigger, roles):
            if not {one, other} & between:
                pairs[one, other] += 2 * weight
    for place, reference in enumerate(context.parties.main):
        references.setdefault(reference.side, reference)
        weights[reference.side] += max(0, 4 - place)
    for side in between:
        weights[side] //= 3
    ranked = sorted(weights, key=lambda side: (-weights[side], side))
    if pairs:
        best = min(pairs, key=lambda pair: (-pairs[pair] - weights[pair[0]] - weights[pair[1]], pair))
        ranked = [*sorted(best, key=ranked.index), *(side for side in ranked if side not in best)]
    return tuple(references[side] for side in ranked if references[side].kind is not PartyKind.PERSON)


def _opposed(trigger: Trigger, roles: Roles) -> set[tuple[str, str]]:
    """The pairs of sides, each in alphabetical order, of which one acts on the other or both make a deal."""
    actors, targets = sorted({r.side for r in roles.actors}), {r.side for r in roles.targets}
    mutual = trigger.type in {EventType.AGREEMENT, EventType.TRUCE} and len(actors) == 2
    found = {(actors[0], actors[1])} if mutual else set()
    return found | {(min(a, t), max(a, t)) for a in actors for t in targets if a != t}


def _other(principal: tuple[PartyReference, ...], sides: set[str]) -> tuple[PartyReference, ...]:
    return next(((p,) for p in principal if p.side not in sides), ())


def complete(context: Context, told: list[tuple[Trigger, Roles]]) -> list[Roles]:
    """Fills in the sides that clauses leave out.

    Talks, deals and truces without sides are the principals'; with one side alone, a deal or truce is with the first
    other principal. Violence, releases and withdrawals without an actor take that of the same kind of event told just
    before, or the principal opposite to whom it strikes.
    """
    principal = principals(context, told)
    last: dict[EventType, tuple[int, Roles]] = {}
    found = []
    for trigger, roles in told:
        number = context.sentence_number(trigger.token)
        if trigger.type in MUTUAL:
            roles = _mutual(trigger, roles, principal)
        elif trigger.type in _PHYSICAL and not roles.actors:
            roles = _physical(trigger, roles, last.get(trigger.type), number, principal)
        if trigger.type is EventType.MEDIATION and roles.actors and not roles.targets:
            roles = _mediated(context, roles, principal)
        if roles.actors and not roles.targets and trigger.type in _DIRECTED:
            roles = _directed(trigger, roles, principal)
        if roles.actors:
            last[trigger.type] = (number, roles)
        found.append(roles)
    return found


def _mutual(trigger: Trigger, roles: Roles, principal: tuple[PartyReference, ...]) -> Roles:
    if not roles.actors and len(principal) >= 2:
        return replace(roles, actors=principal[:2])
    alone = trigger.type in {EventType.AGREEMENT, EventType.TRUCE} and not trigger.sense.phase
    if len(roles.actors) == 1 and (alone or trigger.sense.name in _TAKES_TWO):
        return replace(roles, actors=(*roles.actors, *_other(principal, {r.side for r in roles.actors})))
    return roles


def _mediated(context: Context, roles: Roles, principal: tuple[PartyReference, ...]) -> Roles:
    """Who mediates without more does so between the two sides of the dispute."""
    apart = {r.side for r in (*roles.actors, *roles.mediators, *context.parties.mediators)}
    return replace(roles, targets=tuple(p for p in principal if p.side not in apart)[:2])


def _directed(trigger: Trigger, roles: Roles, principal: tuple[PartyReference, ...]) -> Roles:
    """A side of the dispute acts on the other; a third party asks or offers something of both."""
    pair, sides = principal[:2], {r.side for r in roles.actors}
    if len(pair) < 2:
        return roles
    if len(sides) == 1 and sides & {p.side for p in pair}:
        return replace(roles, targets=_other(pair, sides))
    if trigger.type in _TO_BOTH and not sides & {p.side for p in pair}:
        return replace(roles, targets=pair)
    return roles


def _physical(
    trigger: Trigger, roles: Roles, before: tuple[int, Roles] | None, number: int, principal: tuple[PartyReference, ...]
) -> Roles:
    if before is not None and number - before[0] <= _NEAR_SENTENCES:
        struck = {t.side for t in roles.targets}
        actors = tuple(r for r in before[1].actors if r.side not in struck and r.kind is not PartyKind.ORGANISATION)
        if actors:
            return replace(roles, actors=actors)
    sides = {r.side for r in roles.targets}
    pair = {p.side for p in principal[:2]}
    if trigger.type is EventType.ATTACK and sides & pair and len(pair) == 2:
        return replace(roles, actors=_other(principal[:2], sides))
    return roles

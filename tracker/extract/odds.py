"""Whether an article tells its two leading sides to be at odds, so that what the one does is done to the other."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.context import Context
from tracker.extract.principals import MUTUAL, Roles, is_faction_of, opposed
from tracker.extract.reach import in_complements
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference

_BARGAINING = {PartyKind.UNION, PartyKind.COMPANY}
# What both of two sides do to or with each other where both are its actors.
_BETWEEN_TWO = MUTUAL | {EventType.ATTACK, EventType.RELEASE}
_PAIR = 2
# One event between two sides is little beside so many that set anybody against another.
_SCATTERED = 7
# Of so many events one or the other sets two sides against each other that are at odds.
_TELLING = 8


def are_at_odds(context: Context, told: Sequence[tuple[Trigger, Roles]], pair: Sequence[PartyReference]) -> bool:
    """Whether any clause sets the two sides against each other or lets them deal alone, more than one where an article
    tells of many quarrels; an armed group is at odds with its state by itself, two states that a donors' conference
    names most are not."""
    if len(pair) < _PAIR or {p.kind for p in pair} & _BARGAINING:
        return True
    if any(is_faction_of(one, other) for one in pair for other in pair):
        return True
    both = {p.side for p in pair}
    dealing = sum(
        trigger.type in _BETWEEN_TWO and {r.side for r in roles.actors} == both and not roles.targets
        for trigger, roles in told
    )
    quarrels = [
        set(one)
        for trigger, roles in told
        for one in opposed(trigger, roles) or _by_complements(context, trigger, roles)
    ]
    between = quarrels.count(both) + dealing
    if between > 1:
        return True
    if between or any(p.kind is PartyKind.ARMED_GROUP for p in pair):
        return len(quarrels) < _SCATTERED
    return len(told) < _TELLING


def _by_complements(context: Context, trigger: Trigger, roles: Roles) -> set[tuple[str, str]]:
    """Whom a demand or the like is put to by what its complements tell: "demanded that Mali free the crew"."""
    if roles.targets or not roles.actors or trigger.type in MUTUAL:
        return set()
    return opposed(trigger, replace(roles, targets=in_complements(context, trigger, {r.side for r in roles.actors})))

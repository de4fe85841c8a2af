"""Whom an article is about: the sides that deal with or fight each other."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from tracker.extract.context import Context
from tracker.extract.parties.national import adjective
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns

# Events that need two sides, all of them actors.
MUTUAL = {EventType.MEETING, EventType.AGREEMENT, EventType.TRUCE, EventType.SUSPENSION}
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
# What tells that talks or a deal are to end a war.
_OF_WAR = {"peace", "truce", "ceasefire", "cease", "fire"}
# Who can wage a war; what kind an unknown side is of is not known.
FIGHTERS = {PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.ARMED_GROUP, PartyKind.ALLIANCE, PartyKind.UNKNOWN}
# Who does so with one other deals with him, whereas anybody may meet or visit anybody.
_BARGAINING = {"negotiate", "talk", "discuss", "bargain", "negotiation"}
# What tells that somebody is a side himself.
_HOSTILE = {EventType.ATTACK, EventType.DETENTION, EventType.RELEASE, EventType.THREAT, EventType.ACCUSATION}
_BODIES = {PartyKind.ALLIANCE, PartyKind.ORGANISATION}
# With whom a union bargains.
EMPLOYERS = {PartyKind.COMPANY, PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.ORGANISATION, PartyKind.UNKNOWN}
# What it counts that a state and its rebels both fight, beside what they are told to do to each other.
_WAR_WITHIN = 8
# Among how many leading sides the state of a war within it is sought.
_LEADING = 3
# How much more two that no clause sets against each other must do than the weaker of those whom one does.
_CLEARLY = 3
# A deal of so many sides tells who stands beside whom.
_FEW = 3


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
    fighting = {r.side for trigger, roles in told if trigger.type in _HOSTILE for r in (*roles.actors, *roles.targets)}
    putting = [r for trigger, roles in told if _is_to_two(trigger, roles) for r in roles.actors]
    between |= {r.side for r in putting if r.kind in _BODIES or r.side not in fighting}
    watching: set[str] = set()
    for trigger, roles in told:
        weight = _WEIGHTS.get(trigger.type, 0)
        parts = (*roles.actors, *roles.targets)
        several = len({r.side for r in parts}) > 1
        for reference in parts:
            references.setdefault(reference.side, reference)
            weights[reference.side] += weight * (2 if several else 1)
            if watches(reference) or _hears(reference):
                watching.add(reference.side)
        for one, other in opposed(trigger, roles) if weight else ():
            unions = {references[one].kind, references[other].kind} == {PartyKind.UNION}
            if not unions and not {one, other} & (between | watching):
                pairs[one, other] += 2 * weight
    for one, other in _at_war_within(references, told):
        pairs[min(one, other), max(one, other)] += _WAR_WITHIN
    for place, reference in enumerate(context.parties.main):
        references.setdefault(reference.side, reference)
        weights[reference.side] += max(0, 4 - place)
    for side in between & weights.keys():
        weights[side] //= 3
    ranked = sorted(weights, key=lambda side: (-weights[side], side))
    if pairs:
        best = min(pairs, key=lambda pair: (-_strength(pair, pairs, weights, references), pair))
        foes = _foremost([references[side] for side in ranked if side not in between | watching], told)
        if len(foes) > 1 and _CLEARLY * min(weights[side] for side in best) < weights[foes[1]]:
            best = foes[0], foes[1]
        if any(_is_crowd(references[side]) for side in best):
            leading = [r.side for r in context.parties.main if r.side not in between | watching][:2]
            acting = [{r.side for r in roles.actors} for trigger, roles in told if trigger.type not in _HOSTILE]
            if len(leading) == len(best) and set(leading) & set(best) and set(leading) in acting:
                best = leading[0], leading[1]
        ranked = [*sorted(best, key=ranked.index), *(side for side in ranked if side not in best)]
    elif all(references[side].kind is PartyKind.UNION for side in ranked[:2]):
        facing = [side for side in ranked if references[side].kind in EMPLOYERS and side not in between | watching]
        ranked = [*ranked[:1], *facing[:1], *(side for side in ranked[1:] if side not in facing[:1])]
    return tuple(references[side] for side in ranked if references[side].kind is not PartyKind.PERSON)


def _strength(
    pair: tuple[str, str], pairs: Counter[tuple[str, str]], weights: Counter[str], references: dict[str, PartyReference]
) -> float:
    """How much an article sets two sides against each other; less a union and "the owners" than it and a firm."""
    kinds = {references[side].kind for side in pair}
    vague = kinds == {PartyKind.UNION, PartyKind.UNKNOWN} and any(side.split()[-1].islower() for side in pair)
    return (pairs[pair] + weights[pair[0]] + weights[pair[1]]) / (2 if vague else 1)


def _is_crowd(reference: PartyReference) -> bool:
    """Whether a side is told by a common noun alone and neither armed nor a union: "nationalist groups"."""
    return reference.kind is PartyKind.UNKNOWN and reference.side.split()[-1].islower()


def _foremost(ranked: list[PartyReference], told: list[tuple[Trigger, Roles]]) -> list[str]:
    """The first side and the next that does nothing together with it, for a union no other union."""
    sides = [r.side for r in ranked if r.kind not in {PartyKind.PERSON, PartyKind.UNKNOWN}]
    beside = [
        {r.side for r in roles.actors}
        for trigger, roles in told
        if trigger.type not in MUTUAL and trigger.type is not EventType.RELEASE
    ]
    allied = set[str]().union(*(acting for acting in beside if sides and sides[0] in acting))
    unions = {r.side for r in ranked if r.kind is PartyKind.UNION}
    allied |= unions if unions & set(sides[:1]) else set()
    return [*sides[:1], *(side for side in sides if side not in allied)][:2]


def _at_war_within(references: dict[str, PartyReference], told: list[tuple[Trigger, Roles]]) -> list[tuple[str, str]]:
    """The states and their rebels that are both told to fight."""
    fighting = {r.side for trigger, roles in told if trigger.type is EventType.ATTACK for r in roles.actors}
    return [
        (state.side, group.side)
        for state in references.values()
        for group in references.values()
        if {state.side, group.side} <= fighting and is_faction_of(group, state)
    ]


def _is_to_two(trigger: Trigger, roles: Roles) -> bool:
    """Whether somebody puts a plan to two sides, or a body asks something of two."""
    body_asks = trigger.type is EventType.DEMAND and all(r.kind in _BODIES for r in roles.actors)
    is_third = trigger.type is EventType.PROPOSAL or body_asks
    return is_third and len({r.side for r in roles.targets}) > 1


def opposed(trigger: Trigger, roles: Roles) -> set[tuple[str, str]]:
    """The pairs of sides, each in alphabetical order, of which one acts on the other or both make a deal; who puts a
    plan to two stands against neither, nor does a body that asks something of two."""
    if _is_to_two(trigger, roles):
        return set()
    # The charity or church to which captives are handed over is no adversary.
    apart = PartyKind.ORGANISATION if trigger.type is EventType.RELEASE else None
    actors, targets = sorted({r.side for r in roles.actors}), {r.side for r in roles.targets if r.kind is not apart}
    bargains = {r.kind for r in roles.actors} & {PartyKind.UNION, PartyKind.COMPANY}
    bargain = bool(bargains) or trigger.token.lemma_ in _BARGAINING
    talks = trigger.type is EventType.MEETING and len(actors) == 2 and bargain
    mutual = (trigger.type in {EventType.AGREEMENT, EventType.TRUCE} and len(actors) <= _FEW) or talks
    found = set(combinations(actors, 2)) if mutual else set()
    return found | {(min(a, t), max(a, t)) for a in actors for t in targets if a != t}


def watches(reference: PartyReference) -> bool:
    """Whether an organisation only observes, by its name."""
    return load_party_nouns().is_watcher(reference.side)


def _hears(reference: PartyReference) -> bool:
    """Whether an organisation is a court, by its name."""
    return load_party_nouns().is_court(reference.side)


def other_principal(principal: tuple[PartyReference, ...], sides: set[str]) -> tuple[PartyReference, ...]:
    """The first principal that is none of these sides; for a union no other union, where there is anybody else."""
    others = [p for p in principal if p.side not in sides]
    if any(p.kind is PartyKind.UNION for p in principal if p.side in sides):
        others.sort(key=lambda p: p.kind is PartyKind.UNION)
    return tuple(others[:1])


def at_war(
    trigger: Trigger, principal: tuple[PartyReference, ...], *, is_of_war: bool = False
) -> tuple[PartyReference, ...]:
    """The two sides of a truce or of peace talks that name none: a leading state and those who fight or oppose it at
    home, where the article tells of them, else the first two principals that can fight."""
    words = (t for w in (trigger.token, *trigger.arguments.get("subject")) for t in (w, *w.children))
    is_of_war = is_of_war or trigger.type is EventType.TRUCE
    if not is_of_war and not any(t.lower_ in _OF_WAR for t in words):
        return principal[:2]
    talks = trigger.type in {EventType.MEETING, EventType.SUSPENSION}  # an opposition talks, rebels cease fire
    for state in principal[:_LEADING]:
        home = [p for p in principal if is_faction_of(p, state)]
        if not talks and all(p.kind in FIGHTERS for p in principal[:2]):
            home = [p for p in home if not p.side.endswith("opposition") or p in principal[:2]]
        if home:
            return state, next((p for p in home if p.side.endswith("opposition") is talks), home[0])
    return tuple(p for p in principal if p.kind in FIGHTERS)[:2]


def is_faction_of(party: PartyReference, state: PartyReference) -> bool:
    """Whether a side is the rebels or the opposition of a state: "Chadian rebels"."""
    if party.kind not in {PartyKind.ARMED_GROUP, PartyKind.ORGANISATION} or state.kind is not PartyKind.STATE:
        return False
    words = party.side.split()
    if words[-1].lower() not in word_class("home_factions"):
        return False
    return words[:-1] == adjective(state.side).split()


def circle(
    context: Context, told: list[tuple[Trigger, Roles]], principal: tuple[PartyReference, ...]
) -> tuple[PartyReference, ...]:
    """The sides of talks or a deal of more than two, the first two principals among them, where the article tells of
    them together more often than of those two alone: "Talks among the three parties broke down"."""
    pair, between = {p.side for p in principal[:2]}, {r.side for r in context.parties.mediators}
    groups: Counter[frozenset[str]] = Counter()
    for trigger, roles in told:
        for parts in (roles.actors, roles.targets):
            sides = frozenset(r.side for r in parts if r.kind is not PartyKind.PERSON) - between
            groups[sides] += 2 if trigger.type is EventType.AGREEMENT else 1
    larger = [sides for sides in groups if pair < sides and groups[sides] > max(1, groups[frozenset(pair)])]
    best = min(larger, key=lambda sides: (-groups[sides], len(sides)), default=frozenset[str]())
    return tuple(p for p in principal if p.side in best)


def in_full(sides: tuple[PartyReference, ...], several: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
    """All the sides of a `circle` whose first two are meant."""
    return several if {s.side for s in sides} == {s.side for s in several[:2]} else sides


def with_allies(sides: tuple[PartyReference, ...], told: list[tuple[Trigger, Roles]]) -> tuple[PartyReference, ...]:
    """The two sides of a labour dispute and the unions that strike or bargain together with the one of them."""
    unions = {s.side for s in sides if s.kind is PartyKind.UNION}
    if len(sides) != 2 or len(unions) != 1:
        return sides
    found = {s.side: s for s in sides}
    for _, roles in told:
        if unions & {r.side for r in roles.actors}:
            for reference in roles.actors:
                if reference.kind is PartyKind.UNION:
                    found.setdefault(reference.side, reference)
    return tuple(found.values())

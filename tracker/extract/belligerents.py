"""Between whom fighting goes on that is told without its sides."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tracker.extract.addressees import SCENES
from tracker.extract.context import Context
from tracker.extract.doers import MUTUAL_VIOLENCE
from tracker.extract.principals import FIGHTERS, Roles
from tracker.extract.reach import grounds
from tracker.extract.senses import Trigger
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference

_FORCE = {EventType.ATTACK, EventType.DETENTION, EventType.RELEASE, EventType.MOBILIZATION, EventType.TRUCE}
_SPEAKING_OF = {EventType.ACCUSATION, EventType.DEMAND, EventType.STATEMENT, EventType.SUPPORT}
# In what an attack is told to cost lives: "killed in the fighting".
_OCCASIONS = ("subject", "in", "during", "object in", "object during")
# Where a whole war is told to cost lives.
_TOLLS = ("subject", "in", "during")
# A whole war.
WARS = {"conflict", "insurgency", "war"}
# Words for a whole war, or for violence that may well be one side's.
_NO_FIGHT = {"conflict", "shootout", "standoff", "violence", "war"}
# How often two sides must be told to strike each other before fighting is theirs.
_LEAST = 2


def is_mutual(trigger: Trigger) -> bool:
    """Whether an attack is told as what two sides do to each other: "fighting erupted", "killed in the clashes"."""
    if trigger.type is not EventType.ATTACK:
        return False
    words = [trigger.token, *(t for slot in _OCCASIONS for t in trigger.arguments.get(slot))]
    return any(t.lemma_.lower() in MUTUAL_VIOLENCE - _NO_FIGHT for t in words)


def is_of_a_war(trigger: Trigger) -> bool:
    """Whether a whole war is told to kill, by no one side of it and on no one day: "the war has killed thousands",
    "3,000 died in the conflict"."""
    if trigger.type is not EventType.ATTACK:
        return False
    words = (t for slot in _TOLLS for t in trigger.arguments.get(slot))
    counted = any(t.lemma_ == "toll" for t in trigger.arguments.get("object"))  # "puts the toll at ten"
    return counted or any(t.lemma_ in WARS and t != trigger.token for t in words)


def belligerents(
    told: Sequence[tuple[Trigger, Roles]], principal: tuple[PartyReference, ...]
) -> tuple[PartyReference, ...]:
    """The two sides that an article's events tell most to strike each other, else its first two if they are a state and
    an armed group or the two states that alone strike or are struck; none where it tells of no such war."""
    pairs: Counter[tuple[str, str]] = Counter()
    references: dict[str, PartyReference] = {}
    for trigger, roles in told:
        if trigger.type is not EventType.ATTACK:
            continue
        actors = {r.side: r for r in roles.actors if r.kind in FIGHTERS}
        others = {r.side: r for r in roles.targets if r.kind in FIGHTERS}
        if not others and is_mutual(trigger) and len(actors) == 2:
            others = actors
        for side, reference in (actors | others).items():
            references.setdefault(side, reference)
        pairs.update({(min(a, b), max(a, b)) for a in actors for b in others if a != b})
    best = min(pairs, key=lambda pair: (-pairs[pair], pair), default=None)
    if best is not None and pairs[best] >= _LEAST:
        return tuple(references[side] for side in best)
    leading = principal[:2]
    kinds = {p.kind for p in leading}
    between_states = (
        kinds == {PartyKind.STATE} and len(references) == 2 and {p.side for p in leading} == set(references)
    )
    return leading if between_states or kinds == {PartyKind.STATE, PartyKind.ARMED_GROUP} else ()


def those_at_war(context: Context, told: Sequence[tuple[Trigger, Roles]]) -> set[str]:
    """The sides that an article's own clauses tell to use force or to suffer it, at home too."""
    found = set[str]()
    for trigger, roles in told:
        if trigger.type in _FORCE:
            struck = grounds(context, trigger, SCENES, set()) if trigger.type is EventType.ATTACK else ()
            found |= {r.side for r in (*roles.actors, *roles.targets, *struck)}
    return found


def watchers(
    context: Context, trigger: Trigger, told: Mapping[int, tuple[Trigger, Roles]], at_war: set[str]
) -> set[str]:
    """Who only speaks of a deed of force: "Jordan condemns the shelling", "Egypt says the raid may spread".

    `told` holds the article's events by the place of their word, `at_war` the sides that do such deeds or suffer them.
    """
    over = (told[t.i] for t in trigger.token.ancestors if t.i in told)
    judging = (roles.actors for other, roles in over if other.type in _SPEAKING_OF)
    return {r.side for found in (context.speaker_sides(trigger.token), *judging) for r in found} - at_war

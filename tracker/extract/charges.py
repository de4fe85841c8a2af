"""Deeds told as the content of a charge: "accused Peru of violating the truce", "condemned the killing of ten men"."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.hostility import is_charge, is_hostile
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.extract.venues import hosts
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Ways up from a deed to the verb that judges it.
_WITHIN = {"dobj", "pobj", "pcomp", "prep", "conj", "nsubjpass"}
_SINGLE = {PartyKind.PERSON, PartyKind.UNKNOWN}
# What is said of the acts of others.
_JUDGED = {
    EventType.ACCEPTANCE, EventType.ACCUSATION, EventType.DEMAND, EventType.REJECTION, EventType.SUPPORT,
}  # fmt: skip
# Acts of those who have not done what they speak of.
JUDGING = {EventType.ACCUSATION, EventType.DEMAND}
_STRIKING = {EventType.ATTACK, EventType.DETENTION}
# Where the deed that is judged stands.
_OF_DEEDS = ("object", "for", "over", "at", "about", "object over", "object at", "object about")


def place_of_charge(trigger: Trigger) -> int | None:
    """The token of the verb whose "of" or "for" holds an event, in the place where an accusation would be, or that
    names something a breach: "called the raid a violation of the truce", "described it as a breach"."""
    node = trigger.token
    if (
        trigger.type is EventType.VIOLATION
        and node.head.lower_ == "as"
        and node.head.head.lemma_ in word_class("naming")
    ):
        return node.head.head.i
    if trigger.type is EventType.VIOLATION and node.dep_ == "oprd" and node.head.lemma_ in word_class("naming"):
        return node.head.i
    for _ in range(4):
        if node.dep_ in {"pobj", "pcomp"} and node.head.lower_ in {"of", "for"}:
            accused = node.head.head
            # "Accused the rebels of shelling": the parser hangs "of" on the accused.
            return accused.head.i if accused.dep_ == "dobj" else accused.i
        if node.dep_ not in {"dobj", "xcomp", "conj"}:
            return None
        node = node.head
    return None


def accused(trigger: Trigger, charges: Mapping[int, Roles]) -> tuple[PartyReference, ...]:
    """Who is charged with the event, where the clause itself names nobody: "accused its neighbour of closing the
    pass". `charges` are the accusations by token."""
    if trigger.token.dep_ == "dobj" and trigger.token.head.lemma_ in word_class("causing"):
        return ()  # "accused the firm of provoking the strike": who causes it is not who does it
    roles = charges.get(place_of_charge(trigger) or -1)
    return roles.targets if roles is not None else ()


def condemners(trigger: Trigger, judges: Mapping[int, Roles]) -> set[str]:
    """Who condemns a deed or wants it undone, and so has not done it: "denounced the arrest of ten men", "called for
    the release of the hostages held in Chad". `judges` are the acts of `JUDGING` by token."""
    node = trigger.token if trigger.type in _STRIKING else trigger.token.sent.root
    while node.dep_ in _WITHIN and node.head != node:
        node = node.head
        if node.i in judges and node.lemma_ not in word_class("denying"):
            return {r.side for r in judges[node.i].actors}
    return set()


def victims(context: Context, trigger: Trigger) -> set[str]:
    """To whom the deed was done that a charge is of, and so no side that is charged: Mali in "condemned the killing of
    ten Malian soldiers"; not a state whose police is told to arrest its own dissidents."""
    if trigger.type is not EventType.ACCUSATION:
        return set()
    found: set[str] = set()
    for over in (t for slot in _OF_DEEDS for t in trigger.arguments.get(slot)):
        for deed in (over, *over.conjuncts):
            if deed.lemma_.lower() not in word_class("done_to_people"):
                continue
            struck = prepositional_objects(deed, {"of"})
            for noun in (n for one in struck for n in (one, *one.conjuncts)):
                found |= {r.side for r in _undergoing(context, noun, deed)}
    return found


def _undergoing(context: Context, noun: "Token", deed: "Token") -> Sequence[PartyReference]:
    word = noun.lemma_.lower()
    sides = context.sides(noun) or tuple(r for _, r in context.parties.modifiers(noun))
    by_others = word in word_class("seized_abroad") or (
        deed.lemma_.lower() in word_class("killings") and word not in word_class("dissenters")
    )
    return [r for r in sides if by_others or r.kind in _SINGLE]


def spared(context: Context, trigger: Trigger) -> set[str]:
    """Whom a clause names for another part than that of an addressee: who suffered the deed that is judged, at whose
    house it is."""
    return victims(context, trigger) | harmed(context, trigger) | hosts(context, trigger)


def struck_beside_charge(trigger: Trigger, told: Sequence[tuple[Trigger, Roles]]) -> set[str]:
    """Who is seized or struck by others in the sentence of a charge: "she was jailed; France condemned the verdict"."""
    if trigger.type is not EventType.ACCUSATION:
        return set()
    return {
        r.side
        for other, roles in told
        if other.type in _STRIKING and other.token.sent.start == trigger.token.sent.start and other is not trigger
        if not {a.side for a in roles.actors} & {r.side for r in roles.targets}
        for r in roles.targets
        if r.kind in _SINGLE
    }


def harmed(context: Context, trigger: Trigger) -> set[str]:
    """Against whom a measure or deed is that somebody judges, who is therefore neither backed nor charged: Peru in
    "backed the sanctions on Peru", "condemned attacks on Peru". Who is named besides may be."""
    own = trigger.type is EventType.REJECTION and trigger.token.lemma_ not in word_class("opposing")
    if trigger.type not in _JUDGED or own:
        return set()
    if trigger.sense.name == "deny a part in it":  # "denied any involvement of Malian troops"
        return {r.side for t in trigger.arguments.get("object") for part in t.subtree for r in context.sides(part)}
    clause = list(trigger.token.subtree)
    struck: set[int] = set()
    own_deed = [t for t in trigger.arguments.get("object") if trigger.token.lemma_ in word_class("making_a_charge")]
    own_deed.append(trigger.token)
    for noun in (t for t in clause if t.pos_ == "NOUN" and (is_hostile(t) or is_charge(t)) and t not in own_deed):
        for goal in prepositional_objects(noun, {"of", "against"} if is_charge(noun) else {"against", "on", "upon"}):
            struck |= {t.i for t in goal.subtree if t.dep_ != "relcl"}
        over = (*noun.children, *(t for t in clause if t.dep_ == "advcl" and t.left_edge.i == noun.i + 1))
        for aim in (c for c in over if c.dep_ in {"acl", "relcl", "advcl"} and c.lemma_ == "target"):
            struck |= {t.i for c in aim.children if c.dep_ == "dobj" for t in c.subtree}
    besides = {r.side for t in clause if t.i not in struck for r in context.sides(t)}
    return {r.side for t in clause if t.i in struck for r in context.sides(t)} - besides

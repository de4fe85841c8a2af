"""Who does what a clause tells without a doer, where the article tells it elsewhere: who holds the captives, whose
launch is a breach, who sends the relief."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.extract.context import Context
from tracker.extract.principals import Roles, watches
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects, subject
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

# How often an article must tell who holds its captives.
_SURE = 2
# How far back, in sentences, "the launch" may have been told.
_SAME_TEST = 8
_TESTS = {"launch", "launching", "test", "firing", "missile", "rocket", "drill", "exercise", "buildup", "deployment"}
# What relief goes in, and how many send it together.
_CARRIERS = {"convoy", "truck", "lorry", "vehicle", "ship", "vessel", "plane", "flight", "supply", "aid", "shipment"}
_SENDERS = 2
# Where those stand who are let go.
_LET_GO = ("object", "subject", "of", "object of")
# Those who have been seized, told of again, and within how many sentences.
_CAPTIVES_AGAIN = {"they", "he", "she", "all", "both"}
_JUST_TAKEN = 1


def captor(told: Sequence[tuple[Trigger, Roles]], least: int = _SURE) -> tuple[PartyReference, ...]:
    """Who holds the captives of an article that tells of one captor alone, by so many acts at `least`."""
    taken = [roles for trigger, roles in told if trigger.type in {EventType.DETENTION, EventType.RELEASE}]
    acts = [roles for roles in taken if roles.actors]
    found = {r.side: r for roles in acts for r in roles.actors}
    return tuple(found.values()) if len(found) == 1 and len(acts) >= least else ()


def holds_others(trigger: Trigger, told: Sequence[tuple[Trigger, Roles]], holder: Sequence[PartyReference]) -> bool:
    """Whether those let go are not whom a captor holds: the prisoners for whom rebels would free their hostages, or its
    own men."""
    freed = [t for slot in _LET_GO for t in trigger.arguments.get(slot)]
    freed += [o for t in freed for o in prepositional_objects(t, {"of"})]
    prisoners, hostages = word_class("prisoners"), word_class("hostages")
    if not any(t.lemma_.lower() in prisoners for t in freed) or any(
        r.kind is not PartyKind.ARMED_GROUP for r in holder
    ):
        return False
    own = (t for other, roles in told if roles.actors for slot in _LET_GO for t in other.arguments.get(slot))
    captive = {t.lemma_.lower() for t in own}
    doc = trigger.token.doc
    return not captive & prisoners and any(t.lemma_ in hostages for t in doc)


def captors(trigger: Trigger, told: Mapping[int, tuple[Trigger, Roles]]) -> tuple[PartyReference, ...]:
    """Who lets go those whom a clause tells to be held or taken: "ten pilots held by Peru were freed"; a rescue is done
    by others."""
    if trigger.type is not EventType.RELEASE or trigger.token.lemma_ in word_class("rescuing"):
        return ()
    held = (
        c for slot in _LET_GO for t in trigger.arguments.get(slot) for c in t.children if c.dep_ in {"acl", "relcl"}
    )
    taken = (told[c.i] for c in held if c.i in told)
    return next((roles.actors for how, roles in taken if how.type is EventType.DETENTION and roles.actors), ())


def whose_act(
    trigger: Trigger, told: dict[int, Roles], moved: tuple[int, Roles] | None, number: int
) -> tuple[PartyReference, ...]:
    """Whose act is told to be a breach: that of the subject's own event, else who last tested or moved weapons: "the
    launch violated the ban"."""
    doer = next(iter(trigger.arguments.get("subject")), None)
    if trigger.token.pos_ == "NOUN" and trigger.token.dep_ in {"attr", "pobj"}:
        verb = trigger.token.head if trigger.token.dep_ == "attr" else trigger.token.head.head
        doer = subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if doer is None:
        return ()
    own = told.get(doer.i)
    if own is not None and own.actors:
        return own.actors
    is_arms = doer.lemma_.lower() in _TESTS
    return moved[1].actors if is_arms and moved is not None and number - moved[0] <= _SAME_TEST else ()


def relief_senders(context: Context, told: Sequence[tuple[Trigger, Roles]]) -> tuple[PartyReference, ...]:
    """The organisations that send the relief of an article: those told to do so, and those that tell where it goes."""
    found: dict[str, PartyReference] = {}
    for trigger, roles in told:
        if trigger.type is not EventType.AID:
            continue
        tells = context.speaker_sides(trigger.token) if is_on_its_way(trigger) and not roles.actors else ()
        for reference in (*roles.actors, *tells):
            if reference.kind is PartyKind.ORGANISATION and not watches(reference):
                found.setdefault(reference.side, reference)
    return tuple(found.values()) if len(found) <= _SENDERS else ()


def is_on_its_way(trigger: Trigger) -> bool:
    """Whether an event tells of relief under way: "the convoy entered the town"."""
    moving = trigger.arguments.get("subject") if not trigger.arguments.passive else []
    return trigger.type is EventType.AID and any(t.lemma_.lower() in _CARRIERS for t in moving)


def resolved_by(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The body that adopts its own resolution: "a Security Council resolution approved in May"."""
    if not trigger.arguments.passive:
        return ()
    texts = (t for t in trigger.arguments.get("object") if t.lemma_ in {"resolution", "statement"})
    bodies = (c for text in texts for c in text.children if c.dep_ in {"poss", "compound", "nmod"})
    return tuple(r for c in bodies if c.lemma_.lower() in word_class("sitting_bodies") for r in context.sides(c))


def without_the_freed(trigger: Trigger, roles: Roles, *, is_mutual: bool) -> Roles:
    """The roles without those who are set free, to whom nobody is released, "freed ten Thai workers", nor by whom:
    "the two men freed by Chad, Ali Said and Omar Bey"."""
    freed = [t for t in trigger.arguments.get("object") if t.pos_ in {"NOUN", "PROPN"} or is_mutual]
    spans = [(t.left_edge.idx, t.right_edge.idx + len(t.right_edge)) for t in freed]

    def is_freed(one: PartyReference) -> bool:
        inside = any(first <= one.span.first and one.span.last <= last for first, last in spans)
        return inside and one.kind in {PartyKind.UNKNOWN, PartyKind.PERSON}

    by_state = any(one.kind is PartyKind.STATE for one in roles.actors)
    freeing = tuple(one for one in roles.actors if not (by_state and one.kind is PartyKind.PERSON))
    if is_mutual:  # "exchange the nurses for prisoners"
        freeing = tuple(one for one in freeing if not is_freed(one))
    return replace(roles, actors=freeing, targets=tuple(one for one in roles.targets if not is_freed(one)))


def told_at(number: int, roles: Roles, before: tuple[int, Roles] | None, own: tuple[Trigger, Roles]) -> int:
    """In which sentence it was told who does an act: whom an attack has from the one before it goes on to no third."""
    trigger, named = own
    is_lent = trigger.type is EventType.ATTACK and not named.actors
    return before[0] if is_lent and before is not None and before[1].actors == roles.actors else number


def let_go(trigger: Trigger, roles: Roles, number: int, taken: tuple[int, Roles] | None) -> Roles | None:
    """The sides of the arrest or abduction just told for the release of those whom a pronoun takes up: "Mali detained
    ten Chadian sailors; they were freed the next day"; None where it is told who frees them, or to whom."""
    found = trigger.arguments
    is_told = bool(roles.actors or found.get("to")) or trigger.token.lemma_ in word_class("rescuing")
    if trigger.type is not EventType.RELEASE or is_told or taken is None or number - taken[0] > _JUST_TAKEN:
        return None
    again = found.passive and any(t.lower_ in _CAPTIVES_AGAIN for t in found.get("object"))
    return replace(roles, actors=taken[1].actors, targets=roles.targets or taken[1].targets) if again else None

"""Who meets where the words name only with whom, only a body, or only "the two"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.arguments import arguments
from tracker.extract.context import Context
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects, subject
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_OCCASIONS = {"in", "at", "during", "after", "following", "before"}
# What tells whose a meeting is beside "with".
_OF_OTHERS = ("poss", "modifier", "between", "by", "of", "from", "among", "subject")
_VERBS = {"VERB", "AUX"}
_INVITING = {"call", "invite", "summon"}
_SITTINGS = {"meeting", "session", "sitting", "gathering", "conference", "congress", "summit"}
# What is bilateral with one other: somebody's "bilateral meetings" are with many.
_OF_TWO = {"talk", "negotiation", "dialogue", "discussion", "consultation"}
_TWO = {"two", "both"}
# Of whom each side has one.
_HEADS = {"chief", "leader", "minister", "president", "premier"}
# Who speaks of talks of its own.
_TALKING = {PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.ARMED_GROUP, PartyKind.UNION, PartyKind.COMPANY}
_AT_ODDS = {"side", "party"}


def companion(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The side of the clause's subject: "in a session with Peru, the minister said", "told a news conference with his
    Italian counterpart"; () where the noun names more than with whom."""
    is_held = trigger.arguments.passive and any(
        t.lemma_.lower() in word_class("talks") for t in trigger.arguments.get("object")
    )
    if not (trigger.arguments.get("with") or trigger.arguments.get("object with")):
        return ()
    if trigger.token.pos_ != "NOUN" and not is_held:
        return ()
    if any(context.sides(t) for slot in _OF_OTHERS for t in trigger.arguments.get(slot)):
        return ()
    verb = _clause(trigger.token)
    doer = subject(verb) if verb is not None else None
    if verb is None and (is_held or trigger.token.tag_ == "NNS"):  # "talks with Peru go on, says the minister"
        between = {r.side for r in context.parties.mediators}
        return tuple(r for r in context.speaker_sides(trigger.token) if r.kind in _TALKING and r.side not in between)
    if doer is None or doer in trigger.token.subtree:
        return ()
    return tuple(r for r in context.voices(doer) if r.is_verified or r.kind is PartyKind.PERSON)


def _clause(noun: "Token") -> "Token | None":
    """The verb of which a meeting is the occasion or, of "told", the audience."""
    head = noun.head
    if noun.dep_ == "dobj" and head.lemma_ in {"tell", "address"}:
        return head
    over = head.head
    if head.lower_ == "of" and over.lower_ == "ahead":
        return over.head if noun.dep_ == "pobj" and over.head.pos_ in _VERBS else None
    return over if noun.dep_ == "pobj" and head.lower_ in _OCCASIONS and over.pos_ in _VERBS else None


def matched(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Whose counterpart somebody meets: "after talks with his Italian counterpart"."""
    others = (t for slot in ("with", "object", "object with", "to") for t in trigger.arguments.get(slot))
    pairs = (c for t in others if t.lemma_ in {"counterpart", "colleague"} for c in t.children)
    return tuple(r for c in pairs if c.dep_ == "poss" and c.tag_ == "PRP$" for r in context.sides(c))


def phoned(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who calls whom: "in two telephone calls that the envoy made to Peru"."""
    if trigger.token.lemma_.lower() != "call":
        return ()
    verbs = [c for c in trigger.token.children if c.dep_ == "relcl"]
    made = [*verbs, *([trigger.arguments.light] if trigger.arguments.light is not None else [])]
    doing = [subject(verb) for verb in verbs]
    partners = [t for word in (*made, trigger.token) for t in prepositional_objects(word, {"to"})]
    return tuple(r for t in (*doing, *partners) if t is not None for r in context.sides(t))


def without_who_puts_off(
    context: Context, trigger: Trigger, actors: tuple[PartyReference, ...]
) -> tuple[PartyReference, ...]:
    """The sides of talks "between" two without who puts them off: "Oman has postponed talks between Peru and Chile"."""
    light = trigger.arguments.light
    if trigger.type is not EventType.MEETING or light is None or light.lemma_ not in word_class("putting_off"):
        return actors
    within = (trigger.token, *prepositional_objects(trigger.token, {"of"}))
    between = {r.side for noun in within for t in prepositional_objects(noun, {"between"}) for r in context.sides(t)}
    return tuple(r for r in actors if r.side in between) if len(between) > 1 else actors


def needs_another(context: Context, trigger: Trigger) -> bool:
    """Whether one side's talks or their failure are told so that another must be there: "may hold bilateral talks",
    "talks with Peru broke down", "the ministers met"."""
    subjects = trigger.arguments.get("subject") if trigger.type in {EventType.SUSPENSION, EventType.MEETING} else []
    if trigger.type is EventType.MEETING:
        nouns = [trigger.token, *trigger.arguments.get("object")]
        if any(t.lemma_ in _OF_TWO and c.lower_ == "bilateral" for t in nouns for c in t.children):
            return True
        if _is_group(subjects) and not any(trigger.arguments.get(slot) for slot in ("with", "object with")):
            return True
    return any(context.sides(t) for s in subjects for t in prepositional_objects(s, {"with"}))


def _is_group(subjects: "Sequence[Token]") -> bool:
    """Whether "the ministers" or "both leaders" meet: more than the one side that they stand for."""
    return (
        len(subjects) == 1
        and subjects[0].tag_ == "NNS"
        and subjects[0].lemma_ in _HEADS
        and all(c.lower_ in {"the", "both", "two"} or c.dep_ == "relcl" for c in subjects[0].children)
    )


def parted(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The sides, two at least, whose talks or truce are told to go on or fail without a word on who does so:
    "Israeli-Syrian talks broke down", "Togo's talks with Mali were suspended", "invited both to talks that begin on
    Monday"."""
    found: dict[str, PartyReference] = {}
    doing = trigger.arguments.get("by" if trigger.arguments.passive else "subject")
    if trigger.type is EventType.SUSPENSION and any(context.sides(t) for t in doing):
        return ()  # "Togo put off talks between its envoys and Mali's"
    for noun in trigger.arguments.get("subject") + trigger.arguments.get("object"):
        if noun.lemma_.lower() not in word_class("talks") | word_class("truce"):
            continue
        told = arguments(noun)
        tokens = [t for slot in ("poss", "modifier", "between", "with") for t in told.get(slot)]
        for token in tokens or _invited(noun):
            for reference in context.sides(token) if token.lower_ != "coalition" else ():
                found.setdefault(reference.side, reference)
    return tuple(found.values()) if len(found) > 1 else ()


def _invited(talks: "Token") -> "list[Token]":
    """Those whom somebody invites to talks."""
    verb = talks.head.head
    if talks.dep_ != "pobj" or talks.head.lower_ not in {"to", "for"} or verb.lemma_ not in _INVITING:
        return []
    return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]


def discussed_with(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """With whom something is discussed where the occasion tells it, "discussed the war during a meeting with Italy", or
    the parser hangs "with" on what: "discussed ways to end the war and feed the towns with Italian Minister X"."""
    if trigger.token.lemma_ != "discuss" or trigger.arguments.get("with"):
        return ()
    occasions = (t for slot in ("during", "in", "at") for t in trigger.arguments.get(slot))
    held = (t for t in occasions if t.lemma_.lower() in word_class("talks"))
    if met := [r for t in held for p in prepositional_objects(t, {"with"}) for r in context.sides(p)]:
        return tuple(met)
    things = (t for thing in trigger.arguments.get("object") for t in thing.subtree)
    partners = (g for t in things if t.lower_ == "with" and t.dep_ == "prep" for g in t.children)
    people = (g for g in partners if g.ent_type_ == "PERSON" or g.lemma_.lower() in word_class("actor"))
    return next((found for g in people if (found := context.sides(g))), ())


def to_settle_with(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """With whom talks are to settle what they are for: "announced talks to end the dispute with Chad"."""
    over = [trigger.token, *([trigger.arguments.light] if trigger.arguments.light is not None else [])]
    aims = (c for word in over for c in word.children if c.i > trigger.token.i and c.tag_ == "VB")
    things = (t for aim in aims for t in aim.children if t.dep_ == "dobj")
    partners = (p for t in things if t.lemma_ in word_class("quarrels") for p in prepositional_objects(t, {"with"}))
    return next((found for p in partners if (found := context.sides(p))), ())


def is_of_one_body(trigger: Trigger) -> bool:
    """Whether a meeting is a body's own, or a deal one among its members: "at a session of the ruling council", "at its
    meeting on Tuesday", "an agreement among OPEC members"."""
    if trigger.arguments.get("among") and trigger.token.pos_ == "NOUN":
        return True
    if trigger.token.lemma_ not in _SITTINGS or trigger.token.tag_ != "NN" or trigger.arguments.get("with"):
        return False
    whose = trigger.arguments.get("of") + trigger.arguments.get("poss") + trigger.arguments.get("modifier")
    return any(t.lemma_.lower() in word_class("sitting_bodies") for t in whose) or any(
        c.dep_ == "poss" and c.lower_ == "its" for c in trigger.token.children
    )


def those_who_met(context: Context, trigger: Trigger, roles: Roles, met: Sequence[Roles]) -> Roles:
    """ "The two" and "both ministers" as the two who met just before: "spoke with her Italian counterpart ... The two
    also discussed"."""
    subjects = trigger.arguments.get("subject")
    if not met or len(met[-1].actors) != len(_TWO) or len(subjects) != 1 or not _is_the_two(subjects[0]):
        return roles
    if {r.side for r in roles.actors} - {r.side for r in context.sides(subjects[0])}:
        return roles
    own = {r.side for r in context.sides(subjects[0])}
    before = (t for t in subjects[0].sent if t.i < subjects[0].i)
    if subjects[0].head.dep_ == "relcl" and own <= {r.side for t in before for r in context.sides(t)}:
        return roles  # "China accused Chile of breaking the truce that the two signed"
    between = {r.side for r in context.parties.mediators}
    if subjects[0].lemma_ in _AT_ODDS and between & {r.side for r in met[-1].actors}:
        return roles  # a mediator that met one of them is none of "the two sides"
    return replace(roles, actors=met[-1].actors)


def _is_the_two(token: "Token") -> bool:
    if token.lower_ in _TWO:
        return True
    is_people = token.tag_ == "NNS" and token.lemma_ in word_class("person_or_party") | {"man", "woman"}
    return is_people and any(c.lower_ in _TWO for c in token.children)


def absent(context: Context, trigger: Trigger) -> set[str]:
    """Without whom talks are told to be held or a deal to be made: "began without the rebels", "Peru signed it but
    Chile did not"."""
    verbs = (trigger.token, *([trigger.arguments.light] if trigger.arguments.light is not None else []))
    without = (c for verb in verbs for c in verb.children if c.lower_ == "without")
    apart = [t for c in without for t in c.subtree if t.pos_ in {"NOUN", "PROPN"}]
    apart += [s for verb in verbs for c in verb.children if _stays_out(c) for s in c.children if s.dep_ == "nsubj"]
    return {r.side for t in apart for r in context.sides(t)}


def _stays_out(verb: "Token") -> bool:
    """Whether a second clause tells that its subject does not do so: "but Chile did not", "but Chile refused"."""
    did_not = verb.lemma_ == "do" and any(c.dep_ == "neg" for c in verb.children)
    return verb.dep_ == "conj" and (did_not or verb.lemma_ in word_class("refusing"))


def asked_to_wait(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """At whose request talks are put off: "postponed at the request of Peru", "called off at Peru's insistence"."""
    if trigger.type is not EventType.SUSPENSION:
        return ()
    asked = [t for t in prepositional_objects(trigger.token, {"at"}) if t.lemma_.lower() in word_class("requests")]
    owners = [c for t in asked for c in t.children if c.dep_ == "poss"]
    owners += [o for t in asked for o in prepositional_objects(t, {"of"})]
    return tuple(r for owner in owners for r in context.sides(owner))


def of_what_is_off(trigger: Trigger, by_token: Mapping[int, Roles]) -> tuple[PartyReference, ...]:
    """Whose the talks are that are told to be put off, where the same clause tells of them: "their meeting had been due
    on Saturday but was put off"."""
    if trigger.type is not EventType.SUSPENSION:
        return ()
    return next((by_token[t.i].actors for t in trigger.arguments.get("object") if t.i in by_token), ())

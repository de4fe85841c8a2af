"""The sides of talks, deals and truces that their clause leaves out."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.meeting_sides import is_of_one_body, needs_another
from tracker.extract.principals import Roles, at_war, other_principal
from tracker.extract.reach import in_complements, in_sentence
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.extract.telling import clause_verb
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Senses of meeting that need another side even where only one is named: "we discussed".
_TAKES_TWO = {"discuss", "talks", "talk", "speak with", "in contact", "contact"}
# Of how many principals the other side of an act is sought in its sentence.
_LEADING = 3
# Bare, they are those of the sides that the article is about.
_OF_THE_PRINCIPALS = {
    "delegate", "delegation", "diplomat", "envoy", "leader", "mediator", "negotiator", "official", "party",
    "representative", "side", "team",
}  # fmt: skip
_DEALS = {EventType.AGREEMENT, EventType.TRUCE}
# How many sentences on "it" still takes up a deal.
_LATELY = 3
_TAKING_PART = ("subject", "between", "with", "of", "among")
# Leaders and officials of more than the sides.
_OF_MORE = {"world", "foreign", "regional", "international"}
# Bodies meet by themselves: "a summit of NATO".
_BODIES = {PartyKind.ALLIANCE, PartyKind.ORGANISATION}
# Who does so to a deal makes it for others, or only tells of it.
_FOR_OTHERS = {"announce", "broker", "mediate"}
# Who tells of others' deals rather than makes them.
_BYSTANDERS = {PartyKind.ORGANISATION, PartyKind.PERSON, PartyKind.UNKNOWN}
_SITTINGS = {"summit", "meeting", "session", "conference", "assembly", "congress"}


def mutual(
    context: Context, trigger: Trigger, roles: Roles, met: list[Roles], principal: tuple[PartyReference, ...]
) -> Roles:
    """The sides of talks, deals and truces that their clause leaves out: the principals; with one side, its counterpart
    in the last meeting told ("they also discussed")."""
    if not roles.actors:
        if is_of_one_body(trigger) or _is_between_others(context, trigger):
            return roles
        if makers := _makers(context, trigger):
            return replace(roles, actors=makers)
        if approving := _approving(context, trigger):
            return with_second(context, trigger, replace(roles, actors=approving), (), principal)
        if met and _takes_up_a_meeting(trigger):
            return replace(roles, actors=met[-1].actors)
        if _is_done_by_others(trigger):
            return roles
        if divided := _divided(context, trigger):
            return replace(roles, actors=divided)
        sides = at_war(trigger, principal)
        return replace(roles, actors=sides) if len(sides) == 2 else roles
    if len(roles.actors) == 1 and (is_of_one_body(trigger) or _is_with_a_stranger(context, trigger)):
        return roles
    alone = trigger.type in {EventType.AGREEMENT, EventType.TRUCE} and not trigger.sense.phase
    alone = alone or needs_another(context, trigger)
    between = [c for t in trigger.arguments.get("between") for c in (t, *t.conjuncts)]
    if any(c.tag_ == "NNS" and not context.sides(c) for c in between):
        return roles  # "between the army and its opponents"
    if len(roles.actors) > 1 or not (alone or trigger.sense.name in _TAKES_TWO):
        return roles
    if trigger.type is EventType.MEETING and roles.actors[0].kind in _BODIES and trigger.token.lemma_ in _SITTINGS:
        return roles
    return with_second(context, trigger, roles, met if trigger.type is EventType.MEETING else (), principal)


def _makers(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who made the deal of which a clause tells more: "the pact that Peru and Chile signed took effect"."""
    nouns = [trigger.token, *trigger.arguments.get("subject"), *trigger.arguments.get("object")]
    made = (
        c
        for noun in nouns
        if noun.lemma_.lower() in word_class("deal") | word_class("truce")
        for c in noun.children
        if c.dep_ in {"relcl", "acl"} and c.lemma_ in word_class("making_of_a_deal") - _FOR_OTHERS
    )
    doing = (t for c in made for t in c.children if t.dep_ == "nsubj" or (t.dep_ == "agent" and c.tag_ == "VBN"))
    told = (t for d in doing for t in (d.children if d.dep_ == "agent" else (d,)))
    found = {r.side: r for t in told for r in context.sides(t)}
    return tuple(found.values()) if len(found) > 1 else ()


def dealing(
    trigger: Trigger, told: Sequence[tuple[Trigger, Roles]], principal: tuple[PartyReference, ...], away: Container[str]
) -> tuple[PartyReference, ...]:
    """The principals who can have made what a trigger tells, none of those `away`; for a deal first those of whom one
    accuses the other of its breach: where Orvin deals with two unions and one of them accuses it, "the accord" is
    theirs."""
    principal = tuple(p for p in principal if p.side not in away)
    if trigger.type is not EventType.AGREEMENT:
        return principal
    breaches = [
        (one.token.sent.start, {r.side for r in roles.actors})
        for one, roles in told
        if one.type is EventType.VIOLATION and roles.actors
    ]
    pairs = {
        frozenset({*(r.side for r in roles.actors), *(r.side for r in roles.targets)})
        for one, roles in told
        for sentence, breaking in breaches
        if one.type is EventType.ACCUSATION and roles.actors
        if sentence == one.token.sent.start and breaking <= {r.side for r in roles.targets}
    }
    if len(pairs) != 1:
        return principal
    (pair,) = pairs
    return (*(p for p in principal if p.side in pair), *(p for p in principal if p.side not in pair))


def _approving(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who approves the deal of whose making a clause on it tells: "its members approved the pact, which was signed on
    Monday"."""
    verb = clause_verb(trigger)
    deal = verb.head
    if verb.dep_ != "relcl" or deal.dep_ != "dobj" or deal.lemma_.lower() not in word_class("deal"):
        return ()
    above = deal.head
    if above.lemma_ not in word_class("approving_of_a_deal") or any(c.dep_ == "agent" for c in verb.children):
        return ()
    return tuple(r for c in above.children if c.dep_ == "nsubj" for r in context.sides(c))


def _divided(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Between whom the clause around a bare deal or truce tells that something stands: "fighting between the army and
    the rebels has eased since the accord"."""
    doing = (c for c in clause_verb(trigger).children if c.dep_ in {"nsubj", "nsubjpass"} and c != trigger.token)
    between = (p for c in doing for p in prepositional_objects(c, {"between"}))
    found = {r.side: r for p in between for t in (p, *p.conjuncts) for r in context.sides(t)}
    return tuple(found.values()) if len(found) > 1 else ()


def warring(trigger: Trigger, principal: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
    """The sides of a war within a state for "the warring parties"."""
    told = [t for slot in ("subject", "between", "object between") for t in trigger.arguments.get(slot)]
    if not any(c.lower_ == "warring" for t in told for c in t.children):
        return ()
    return at_war(trigger, principal, is_of_war=True)


def _is_done_by_others(trigger: Trigger) -> bool:
    """Whether a verb tells who does it by a noun or a name that stands for no known side: "his colleagues met on
    Monday", "a Truce Task Force that is to meet"."""
    doers = trigger.arguments.get("subject")
    return trigger.token.pos_ == "VERB" and any(
        t.tag_ == "NNP" or (t.pos_ == "NOUN" and t.lemma_.lower() in word_class("actor")) for t in doers
    )


def _is_between_others(context: Context, trigger: Trigger) -> bool:
    """Whether a clause tells who takes part without naming them: "119 states signed", "talks with investors"."""
    told = [t for slot in _TAKING_PART for t in trigger.arguments.get(slot)]
    if trigger.arguments.passive:
        told += trigger.arguments.get("by")
    told += [t for talks in trigger.arguments.get("subject") for t in prepositional_objects(talks, {"with", "between"})]
    return any(_is_unnamed(context, t) for t in told)


def _is_unnamed(context: Context, token: "Token") -> bool:
    """Whether a noun tells of people or sides without a name who are not those that the article is about."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or lemma not in word_class("person_or_party") | word_class("actor"):
        return False
    of_more = any(c.lower_ in _OF_MORE for c in token.children) or (lemma == "leader" and _are_of_a_kind(token))
    return (of_more or lemma not in _OF_THE_PRINCIPALS) and not context.sides(token)


def _are_of_a_kind(leaders: "Token") -> bool:
    """Whether leaders are told by what they lead, which is no side: "legislative and labour leaders", "tribal leaders";
    "the two leaders", "political leaders" are the sides'."""
    kinds = [c for c in leaders.children if c.dep_ in {"amod", "compound", "nmod"} and not c.ent_type_]
    return leaders.tag_ == "NNS" and any(c.lower_ not in word_class("leaders_of_sides") for c in kinds)


def _is_with_a_stranger(context: Context, trigger: Trigger) -> bool:
    """Whether one side's talks or deal are told to be with somebody without a name, or are a treaty that states join
    each by itself: "met with a world leader", "signed the Biodiversity Treaty"."""
    others = trigger.arguments.get("with") + trigger.arguments.get("object with")
    if any(_is_unnamed(context, t) for t in others):
        return True
    signed = trigger.token.lemma_ in word_class("joining_a_treaty") and not others
    return signed and any(t.lemma_.lower() in word_class("treaties") for t in trigger.arguments.get("object"))


def _takes_up_a_meeting(trigger: Trigger) -> bool:
    """Whether a noun tells one meeting that was told before: "the hour-long meeting", not "further talks"."""
    noun = trigger.token
    is_definite = any(c.lower_ in {"the", "this", "that"} for c in noun.children if c.dep_ == "det")
    return trigger.type is EventType.MEETING and noun.tag_ == "NN" and noun.lemma_ != "summit" and is_definite


def with_second(
    context: Context,
    trigger: Trigger,
    roles: Roles,
    met: Sequence[Roles],
    principal: tuple[PartyReference, ...],
) -> Roles:
    """A second side for an act that needs two: of the last meeting of the first, else a principal."""
    own = {r.side for r in roles.actors}
    if trigger.type is EventType.AGREEMENT:  # "the Security Council reports that Chad has signed a deal"
        own |= {r.side for r in context.speaker_sides(trigger.token) if r.kind in _BYSTANDERS}
    doing = trigger.arguments.get("subject")
    if any(t.tag_ == "NNS" and any(c.dep_ == "nummod" for c in t.children) for t in doing):
        return roles  # "four Malian parties agreed": they are several already
    for before in reversed(met):
        if own & {r.side for r in before.actors}:
            return replace(roles, actors=(*roles.actors, *(r for r in before.actors if r.side not in own)))
    leading = {p.side for p in principal[:_LEADING]}
    against = {
        r.side for t in trigger.token.subtree if t.lower_ == "against" for g in t.children for r in context.sides(g)
    }
    between = {r.side for r in roles.mediators}
    named = in_complements(context, trigger, own | against | between)
    if (against and not named) or _is_for_others(context, trigger, named):
        return roles  # "agreed on sanctions against Peru", "to step up aid to Peru": with whom it is not told
    made_by = [*trigger.arguments.get("subject"), *trigger.arguments.get("by"), *trigger.arguments.get("between")]
    if trigger.type is EventType.AGREEMENT and not named and made_by and not own & leading:
        return roles  # another deal than the article's: "the sum that Toyota paid to settle"
    beside = named or tuple(r for r in in_sentence(context, trigger, own | between) if r.side in leading)[:1]
    return replace(roles, actors=(*roles.actors, *(beside or other_principal(principal, own))))


def of_the_deal(
    trigger: Trigger, number: int, last: Mapping[EventType, tuple[int, Roles]]
) -> tuple[PartyReference, ...]:
    """The sides of the deal or truce told last, not long before the sentence with this `number`, for what "it" does:
    "It takes effect on Friday"."""
    is_it = any(t.lower_ == "it" for t in trigger.arguments.get("subject"))
    if not is_it or trigger.type not in _DEALS:
        return ()
    told = sorted((last[kind] for kind in _DEALS & last.keys()), key=lambda one: one[0])
    near = [roles.actors for at, roles in told if number - at <= _LATELY and len(roles.actors) > 1]
    return near[-1] if near else ()


def _is_for_others(context: Context, trigger: Trigger, named: Sequence[PartyReference]) -> bool:
    """Whether a side is only the one for or to whom something is agreed to be done: "agreed to boost aid to Peru"."""
    done = [c for c in trigger.token.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
    things = [t for verb in done for t in (verb, *(c for c in verb.children if c.dep_ == "dobj"))]
    given = (r.side for t in things for p in prepositional_objects(t, {"for", "to", "on"}) for r in context.sides(p))
    return trigger.type is EventType.AGREEMENT and bool(named) and {r.side for r in named} <= set(given)

"""To whom an act is done that names no addressee of its own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.deeds import helped
from tracker.extract.principals import Roles, is_faction_of, other_principal
from tracker.extract.reach import (
    above,
    as_one_phrase,
    grounds,
    handed_to,
    in_complements,
    in_sentence,
    is_of_captives,
    provokers,
    who_answers,
)
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.mentions import ANSWERS, EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class
from tracker.rules.parties import load_party_nouns

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# Acts that are done to somebody: without a target, the other side of the dispute is meant.
DIRECTED = {
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
    EventType.SUPPORT,
    EventType.SANCTION,
}
# Of these, the ones whose object may well be nobody: no side is put in from other sentences.
_NAMED_ONLY = {EventType.SUPPORT, EventType.SANCTION}
# Of these, the ones whose other side stands rather in the clause above: "urges X to accept".
_ANSWERS = {
    EventType.ACCEPTANCE,
    EventType.REJECTION,
    EventType.RELEASE,
    EventType.PROPOSAL,
    EventType.ACCUSATION,
    EventType.SUPPORT,
}
_BY_FORCE = {EventType.ATTACK, EventType.DETENTION, EventType.RELEASE}
_ON_ITS_FOES = _BY_FORCE | {EventType.PROTEST}
_AGAINST_SOMEBODY = {EventType.ATTACK, EventType.DETENTION, EventType.SANCTION}
# What is said against the one other side that its sentence names, be it no principal.
_SAID_OF_ONE = {EventType.ACCUSATION, EventType.THREAT}
_TO_BOTH = {EventType.DEMAND, EventType.PROPOSAL}
# What is said of a thing, which may be nobody's, and how the thing is taken up.
JUDGED = {EventType.ACCUSATION, EventType.SUPPORT}
_QUANTIFIERS = {"amod", "det", "predet"}
_OPERATIONS = {"bombing", "incursion", "killing", "operation", "shelling", "strike"}
_THINGS = {"it", "this", "that"}
# Of a state too, they are no side to what they tell.
_PRESS = {"media", "medium", "newspaper", "press"}
# Who tells of an act between others and is rarely its target.
_BYSTANDERS = {PartyKind.ORGANISATION, PartyKind.PERSON}
_TELLERS = _BYSTANDERS | {PartyKind.UNKNOWN}
# Where an attack strikes.
SCENES = (
    "on", "in", "across", "into", "over", "near", "inside", "throughout", "at",
    "object in", "object across", "object near",
)  # fmt: skip


def addressed(
    context: Context,
    trigger: Trigger,
    roles: Roles,
    offers: list[Roles],
    principal: tuple[PartyReference, ...],
    backing: set[str],
    spared: set[str],
    *,
    are_at_odds: bool,
) -> Roles:
    """Whom an act without an addressee is done to: whom its complements or, for an answer, the clause above name, else
    a principal in its sentence. Else a side of the dispute acts on the other; a third party asks or offers something of
    both, unless the two are not told to be at odds; who is `backing` the actor is named beside it for that; those
    `spared` are meant by none."""
    pair, sides = principal[:2], {r.side for r in roles.actors}
    apart = sides | {r.side for r in roles.mediators} | spared
    if trigger.type is EventType.RELEASE and len(pair) == 2 and sides >= {p.side for p in pair}:
        return roles  # each to the other
    if any(side.split()[-1].lower() in word_class("workers") for side in sides):  # their union is no adversary
        apart |= {p.side for p in principal if p.kind is PartyKind.UNION}
    if trigger.type is EventType.ATTACK:
        apart |= {r.side for t in helped(trigger.token) for r in context.sides(t)}
    if trigger.type is EventType.DEMAND:
        apart |= _to_be_freed(context, trigger)
    if trigger.type is EventType.THREAT and (provoking := provokers(context, trigger, apart)):
        return replace(roles, targets=provoking)
    if trigger.type in _AGAINST_SOMEBODY and (answering := who_answers(context, trigger, apart)):
        return replace(roles, targets=answering)
    if named := in_complements(context, trigger, apart):
        return replace(roles, targets=named)
    if trigger.type is EventType.ACCUSATION:
        apart |= _told(context, trigger)
    elif any(r.kind is PartyKind.UNION for r in roles.actors):  # what one union does is done to another only if told
        apart |= {p.side for p in principal if p.kind is PartyKind.UNION}
    if _is_of_one_state(trigger):
        return roles
    fought = (trigger.token, *trigger.arguments.get("subject"))
    if trigger.type is EventType.ATTACK and any(prepositional_objects(t, {"between"}) for t in fought):
        return roles  # "fighting between the army and a clan": who has no name is not the other principal
    things = trigger.arguments.get("object")
    if trigger.token.lemma_ == "blame" and things and not any(context.sides(t) for t in things):
        return roles  # "blamed the weather"
    if any(t.lemma_ == "power" for t in things):
        return roles  # who "seized power" took it from nobody that is told
    if trigger.type is EventType.ATTACK and trigger.token.lemma_.lower() in word_class("executions"):
        return roles  # whom a state puts to death has been tried by it, and is no side
    if trigger.type is EventType.DEMAND and (handed := handed_to(context, trigger, apart)):
        return replace(roles, targets=handed)
    if trigger.type in _TO_BOTH and any(_are_all(t) for t in trigger.arguments.get("object")):
        return roles
    if trigger.type is EventType.DEMAND and _is_of_own_side(context, trigger, sides):
        return roles
    it = any(t.lower_ in _THINGS for t in trigger.arguments.get("object"))
    if trigger.type is EventType.DEMAND and any(_is_done_to_it(t) for t in trigger.arguments.get("clause")):
        return roles
    if trigger.type in JUDGED and (it or judges_a_deed(trigger)):
        makers = offers[-1].actors if offers else ()  # "condemned it": no side, unless it is the plan or deed just told
        return replace(roles, targets=tuple(r for r in makers if r.side not in apart))
    if trigger.type in ANSWERS and (makers := _who_made_it(context, trigger, apart)):
        return replace(roles, targets=makers)
    is_of_somebody = trigger.type in ANSWERS and _is_of_somebody(context, trigger)
    # Who mediates holds no captives: "mediated a truce in which the rebels freed ten".
    between = {r.side for r in context.parties.mediators} if trigger.type in _BY_FORCE else set()
    are_press = _is_press(context.speech.speaker(trigger.token))
    reporters = {r.side for r in context.speaker_sides(trigger.token) if are_press or r.kind in _TELLERS}
    if trigger.type in _BY_FORCE:  # "the Red Cross says the rebels have freed ten"
        between |= reporters
    foes = frozenset(p.side for p in pair) if trigger.type in _BY_FORCE else frozenset[str]()
    of_another = apart | between | reporters
    if trigger.type in _ANSWERS and not is_of_somebody and (named := above(context, trigger, of_another, foes)):
        return replace(roles, targets=named)
    if trigger.type in ANSWERS:
        between_them = {r.side for r in context.parties.mediators}
        made = [offer.actors for offer in reversed(offers) if not sides & {r.side for r in offer.actors}]
        # Who carries an offer is not answered for it, unless there is no other.
        made.sort(key=lambda actors: bool(between_them & {r.side for r in actors}))
        if made:
            return replace(roles, targets=made[0])
    if is_of_somebody:
        return roles
    to_both = trigger.type in _TO_BOTH and len(pair) == 2 and not sides & {p.side for p in pair}
    if to_both and are_at_odds:
        home = tuple(p for p in pair if any(is_faction_of(r, p) for r in roles.actors))
        return replace(roles, targets=home or tuple(p for p in pair if p.side not in apart))
    if trigger.type is EventType.ATTACK and (struck := grounds(context, trigger, SCENES, apart)):
        return replace(roles, targets=struck)
    beside = in_sentence(context, trigger, of_another | backing)
    leading = tuple(r for r in beside if r.side in {p.side for p in pair})
    if trigger.type is EventType.PROTEST and sum(r.kind is PartyKind.STATE for r in beside) > 1:
        return roles  # "the talks of Chad and Mali were put off after farmers sealed the port"
    if leading:
        return replace(roles, targets=as_one_phrase(context, trigger, leading[0], of_another) or leading[:1])
    if trigger.type in _NAMED_ONLY:
        return replace(roles, targets=beside if len(beside) == 1 else ())
    foe = beside[0] if trigger.type in _SAID_OF_ONE and len(beside) == 1 else None
    if foe is not None and foe.kind not in _TELLERS:
        return replace(roles, targets=beside)
    if len(pair) < 2 or not are_at_odds:
        return replace(roles, targets=_rebels(trigger, roles, principal))
    are_unions = all(r.kind is PartyKind.UNION for r in roles.actors)
    own = {p.side for p in pair if p.side in sides or (are_unions and p.kind is PartyKind.UNION)}
    if own and (len(sides) == 1 or are_unions):
        other = other_principal(pair, of_another)
        # A march or a raid is not on whom the article also names.
        is_idle = trigger.type in _ON_ITS_FOES and any(_is_idle(p) for p in other)
        return replace(roles, targets=_rebels(trigger, roles, principal) if is_idle else other)
    return roles


def _rebels(trigger: Trigger, roles: Roles, principal: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
    """The rebels of a state whose forces seize a town while its opposition talks."""
    states = [r for r in roles.actors if r.kind is PartyKind.STATE] if trigger.type is EventType.ATTACK else []
    armed = (p for p in principal if p.kind is PartyKind.ARMED_GROUP)
    return next(((p,) for p in armed if any(is_faction_of(p, state) for state in states)), ())


def _to_be_freed(context: Context, trigger: Trigger) -> set[str]:
    """Whose release is demanded, where others hold them."""
    below = (t for over in _asked_for(trigger) for t in over.subtree if t.pos_ in {"ADJ", "NOUN", "PROPN"})
    freed = ((t, found) for t in below if (found := context.sides(t)))
    return {r.side for t, found in freed if is_of_captives(t, found) for r in found}


def _is_done_to_it(clause: "Token") -> bool:
    """Whether what is asked is done to a thing, by whomever: "ordered it to be carried out"."""
    return any(c.lower_ in _THINGS and c.dep_ == "nsubjpass" for c in clause.children)


def _is_of_one_state(trigger: Trigger) -> bool:
    """Whether those let go, seized or charged are told to be somebody whom a state deals with as its own: "freed ten
    political prisoners", "was charged with fraud"."""
    held = trigger.arguments.get("object")
    if trigger.type in {EventType.DETENTION, EventType.RELEASE}:
        political = any(c.lower_ == "political" for t in held for c in t.children)
        return political or any(t.lemma_.lower() in word_class("dissenters") for t in held)
    return trigger.type is EventType.ACCUSATION and trigger.sense.name == "take to court" and trigger.arguments.passive


def _told(context: Context, trigger: Trigger) -> set[str]:
    """Who is only told of what others are charged with: "told the Chamber of Commerce: 'They are a threat'"."""
    reporter = context.speech.reporter(trigger.token)
    if reporter is None or reporter.lemma_ != "tell":
        return set()
    heard = (c for c in reporter.children if c.dep_ in {"dative", "dobj"})
    return {r.side for t in heard for r in context.sides(t) if r.kind in _TELLERS | {PartyKind.UNION}}


def _asked_for(trigger: Trigger) -> "tuple[Token, ...]":
    return (*trigger.arguments.get("for"), *trigger.arguments.get("object"))


def is_for_captives(trigger: Trigger) -> bool:
    """Whether a demand is for the release of some who are not named: "called for the release of the sailors"."""
    freed = (t for over in _asked_for(trigger) for t in prepositional_objects(over, {"of"}))
    return trigger.type is EventType.DEMAND and any(is_of_captives(t, ()) for t in freed)


def _is_press(teller: "Token | None") -> bool:
    """Whether media that are no state's own tell something: "South Korean newspapers", not "state media"."""
    return teller is not None and teller.lemma_.lower() in _PRESS and all(c.lower_ != "state" for c in teller.children)


def judges_a_deed(trigger: Trigger) -> bool:
    """Whether a charge is of the attack that was told before: "condemned the operation", no side's in these words."""
    things = trigger.arguments.get("object") if trigger.type is EventType.ACCUSATION else []
    return any(
        (t.lemma_.lower() in word_class("assaults") or t.lemma_ in _OPERATIONS)
        and any(c.lower_ in {"the", "this"} for c in t.children)
        and not any(c.dep_ in {"poss", "prep", "relcl", "amod", "compound"} for c in t.children)
        for t in things
    )


def _is_idle(party: PartyReference) -> bool:
    """Whether a side is a body that nobody strikes: no people ("Palestinians") nor one side of a quarrel within its
    state ("the Chadian opposition")."""
    words = party.side.split()
    is_people = len(words) == 1 and party.side.endswith("s")
    return party.kind in _BYSTANDERS and not is_people and words[-1].lower() not in word_class("home_factions")


def _who_made_it(context: Context, trigger: Trigger, apart: set[str]) -> tuple[PartyReference, ...]:
    """Who made what is answered, by its relative clause: "accepted the plan that Togo and Oman had presented"."""
    offers = (t for t in trigger.arguments.get("object") if t.lemma_.lower() in word_class("offers"))
    clauses = (c for t in offers for c in t.children if c.dep_ == "relcl")
    made = (g for c in clauses for g in c.children if g.dep_ == "nsubj" and g.tag_ not in {"WDT", "WP"})
    return tuple(r for t in made for r in context.sides(t) if r.side not in apart)


def _is_of_somebody(context: Context, trigger: Trigger) -> bool:
    """Whether what is answered is told to be a person's who stands for no side that is known: "accepted the mediator's
    compromise", "rejected a plan by the judge"."""
    things = trigger.arguments.get("object")
    owners = [c for t in things for c in t.children if c.dep_ == "poss"]
    owners += [t for thing in things for t in prepositional_objects(thing, {"by", "from", "of"})]
    persons = load_party_nouns().for_one_person
    return any(t.pos_ == "NOUN" and t.lemma_.lower() in persons and not context.sides(t) for t in owners)


def _are_all(noun: "Token") -> bool:
    """Whether those asked are all the world, or many: "urged all countries to carry out the sanctions", "invited 60
    countries"."""
    is_all = any(c.lower_ in {"all", "many", "other", "several"} and c.dep_ in _QUANTIFIERS for c in noun.children)
    is_all = is_all or any(c.dep_ == "nummod" and c.text.isdigit() for c in noun.children)
    return noun.tag_ == "NNS" and noun.lemma_ in {"country", "state", "nation", "member"} and is_all


def _is_of_own_side(context: Context, trigger: Trigger, sides: set[str]) -> bool:
    """Whether what is demanded is one's own to do: "called for elections", "urged its members to sign"."""
    asked = {r.side for t in trigger.arguments.get("object") for r in context.sides(t)}
    if asked and asked <= sides:
        return True
    wanted = (*trigger.arguments.get("for"), *trigger.arguments.get("object"))
    return any(token.lemma_.lower() in word_class("own_policy") for token in wanted)

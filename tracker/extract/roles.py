"""Who does what to whom: the sides in the argument slots that a sense names."""

from typing import TYPE_CHECKING

from tracker.extract.allies import allies
from tracker.extract.arguments import arguments
from tracker.extract.brokers import brokers, called_mediators
from tracker.extract.charges import spared
from tracker.extract.commentators import commentators, is_of_its_own
from tracker.extract.context import Context
from tracker.extract.deeds import doers
from tracker.extract.doers import both, breaker, is_of_a_civil_war, let_go_by, own_deed, shared_doer, where_it_is
from tracker.extract.meeting_sides import companion, discussed_with, matched, phoned, without_who_puts_off
from tracker.extract.one_name import OwnNames
from tracker.extract.principals import MUTUAL, Roles
from tracker.extract.reach import grounds, is_of_captives
from tracker.extract.senses import Trigger
from tracker.extract.struck import names_the_struck, struck_beside, undergone
from tracker.extract.subjects import prepositional_objects, subject
from tracker.model.mentions import EventType, Status
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import load_lexicon, word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

_MEDIATED = {
    EventType.MEETING,
    EventType.AGREEMENT,
    EventType.TRUCE,
    EventType.RELEASE,
    EventType.PROPOSAL,
    EventType.MEDIATION,
}
_OCCASIONS = {"after", "amid", "before", "despite", "during", "following", "since", "until"}
_SIGNING = {"sign", "initial", "ink", "countersign"}
_DESTINATIONS = ("to", "object", "in", "at", "for", "into")
_SPOKEN = {
    EventType.STATEMENT,
    EventType.DEMAND,
    EventType.REJECTION,
    EventType.ACCEPTANCE,
    EventType.ACCUSATION,
    EventType.SUPPORT,
    EventType.THREAT,
}
# Acts told of what belongs to their actor: "Red Crescent lorries entered".
_CARRIED = {EventType.AID, EventType.WITHDRAWAL, EventType.MOBILIZATION, EventType.RELEASE, EventType.PROTEST}
# Violence between sides, before which a name tells where it is.
_FIGHTS = {"war", "fighting", "battle", "clash", "conflict", "violence", "unrest", "gunbattle", "firefight", "riot"}
# Modifiers that tell the kind of an act, not whose it is: "military drills".
_QUALITIES = {"military", "security", "mass"}
# Acts whose passive subject undergoes them: "the envoy was detained".
_DONE_TO = {
    EventType.ATTACK,
    EventType.DETENTION,
    EventType.SANCTION,
    EventType.ACCUSATION,
    EventType.RELEASE,
    EventType.SUPPORT,
    EventType.DEMAND,
    EventType.THREAT,
}
# Deeds that somebody is said to be behind.
_BLAMED = {EventType.ATTACK, EventType.DETENTION, EventType.VIOLATION}
# Nouns whose possessive is who undergoes the act: "his arrest", "the bishop's killing".
_SUFFERED = {EventType.ATTACK, EventType.DETENTION, EventType.RELEASE}


def _signed_for(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """The sides that persons sign for: "signed by X for the union and Y for the firm", "on behalf of the rebels"."""
    found: list[Token] = []
    for verb in (trigger.token, *trigger.token.children):
        if verb.pos_ != "VERB" or verb.lemma_ not in _SIGNING:
            continue
        on_behalf = (t for t in prepositional_objects(verb, {"on"}) if t.lemma_ == "behalf")
        found += [t for behalf in on_behalf for t in prepositional_objects(behalf, {"of"})]
        # The parser hangs the second "for" on the verb, on who signs, or on the next who signs.
        over = [verb, *prepositional_objects(verb, {"by", "for"})]
        over += [c for one in over[1:] for c in one.conjuncts]
        found += [t for one in over for t in prepositional_objects(one, {"for"})]
    return tuple(r for r in _merge(*(context.sides(t) for t in found)) if r.kind is not PartyKind.PERSON)


def _inner_agents(verb: "Token") -> "list[Token]":
    """Who does it where the parser puts "by" under the complement: "is listed as a threat by Chile"."""
    found = []
    for child in verb.children:
        of_another = child.lower_ in _OCCASIONS  # "were freed after a visit by the pope"
        if child.dep_ in {"oprd", "attr", "dobj"} or (child.dep_ == "prep" and child.i > verb.i and not of_another):
            for token in child.subtree:
                if token.lower_ == "by" and token.dep_ in {"prep", "agent"} and token.head.pos_ != "VERB":
                    found += [g for g in token.children if g.dep_ == "pobj"]
    return found


def _merge(*groups: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
    found: dict[str, PartyReference] = {}
    for reference in (r for group in groups for r in group):
        found.setdefault(reference.side, reference)
    return tuple(found.values())


def _slot(context: Context, trigger: Trigger, slot: str) -> tuple[PartyReference, ...]:
    """The sides in a slot; "object poss" looks at the modifiers of the object."""
    if slot == "speaker":
        return context.speaker_sides(trigger.token)
    where, _, within = slot.partition(" ")
    found = trigger.arguments
    if where == "subject" and found.passive and trigger.token.pos_ in {"VERB", "AUX"} and not within:
        by = _merge(*(context.sides(t) for t in found.get("by") or _inner_agents(trigger.token)))
        if by or trigger.type in _DONE_TO:
            return by
        return _merge(*(context.sides(t) for t in found.get("subject")))
    if slot == "modifier":
        if trigger.type is EventType.ATTACK and names_the_struck(trigger.arguments):
            return ()
        return _merge(*(context.sides(t) for t in found.get(slot) if t.lower_ not in _QUALITIES))
    if where == "subject" and not within:
        return _merge(*(context.voices(t) for t in found.get("subject")))
    if not within:
        return _merge(*(context.sides(t) for t in found.get(slot)))
    if found.get(slot):
        freed = trigger.type is EventType.DEMAND
        named = ((t, context.sides(t)) for t in found.get(slot))
        return _merge(*(sides for t, sides in named if not (freed and is_of_captives(t, sides))))
    outer = found.get(where)
    if where == "in" and trigger.type is EventType.ATTACK:
        outer = [t for t in outer if _is_of_one_side(t.lemma_.lower()) and not names_the_struck(arguments(t))]
    told = (t for token in outer if token != trigger.token for t in arguments(token).get(within))
    own = found.get(within) if within == "by" else []  # a noun takes up the agent of its light verb
    return _merge(*(context.sides(t) for t in told if t not in own))


def _is_of_one_side(noun: str) -> bool:
    """Whether a noun tells violence that has a doer: "killed in Kenyan raids", not "in Kenyan villages" or wars."""
    told = load_lexicon().nouns.get(noun, ())
    return noun not in _FIGHTS and any(entry.rules.type is EventType.ATTACK for entry in told)


def _fill(context: Context, trigger: Trigger, slots: tuple[str, ...], *, every: bool) -> tuple[PartyReference, ...]:
    groups = [_slot(context, trigger, slot) for slot in slots]
    if every:
        return _merge(*groups)
    return next((group for group in groups if group), ())


def _without(references: tuple[PartyReference, ...], others: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
    sides = {r.side for r in others}
    return tuple(r for r in references if r.side not in sides)


def assign(context: Context, trigger: Trigger) -> Roles:
    """Actors, targets and mediators that a trigger's own clause names, each side once."""
    is_verb = trigger.token.pos_ in {"VERB", "AUX", "ADJ"}
    roles = trigger.sense.roles or (trigger.rules.verb_roles if is_verb else trigger.rules.noun_roles)
    actors = _fill(context, trigger, roles.actor, every=roles.symmetric)
    targets = () if roles.symmetric and not roles.target else _fill(context, trigger, roles.target, every=False)
    if apart := spared(context, trigger):
        targets = tuple(r for r in targets if r.side not in apart)
    mediators = _fill(context, trigger, roles.mediator, every=False)
    if trigger.type is EventType.AGREEMENT and (principals := _signed_for(context, trigger)):
        actors = _merge(tuple(r for r in actors if r.kind is not PartyKind.PERSON), principals)
    light = trigger.arguments.light
    is_received = light is not None and not roles.symmetric and _receives(light, trigger)
    if is_received:
        receivers = _slot(context, trigger, "by" if trigger.arguments.passive else "subject")
        groups = (_without(_slot(context, trigger, slot), receivers) for slot in roles.actor)
        actors, targets = next((group for group in groups if group), _maker(context, trigger)), targets or receivers
    is_won = light is not None and trigger.type is EventType.RELEASE and light.lemma_ in word_class("securing")
    if is_won:
        actors = _without(actors, _slot(context, trigger, "subject"))  # who wins a release does not let go
    let_go = trigger.type is EventType.RELEASE and "subject" not in roles.actor  # who comes out frees nobody
    passed = trigger.type is EventType.RELEASE and (trigger.arguments.passive or not is_verb)
    if not actors and passed and trigger.token.lemma_ not in word_class("rescuing"):
        actors = _fill(context, trigger, ("from poss", "from modifier"), every=False)  # "freed from a Chadian jail"
    imposed = trigger.type is EventType.SANCTION and is_verb and not trigger.arguments.passive
    if not actors and not let_go and (trigger.type in _CARRIED or imposed):
        actors = _fill(context, trigger, ("subject poss", "subject modifier", "subject by"), every=False)
    if not actors and trigger.arguments.passive and (trigger.type is EventType.PROPOSAL or _tells_its_act(trigger)):
        whose = ("object by", "object from", "object poss", "object modifier")  # "a Saudi plan presented on Monday"
        actors = _without(_fill(context, trigger, whose, every=False), targets)
    if not is_verb and trigger.type in _SUFFERED and (suffering := undergone(context, trigger)):
        actors = _without(actors, suffering)
        if trigger.type is not EventType.RELEASE:
            targets = targets or suffering
    if trigger.type is not EventType.MEDIATION:
        mediators = _merge(mediators, brokers(context, trigger)) if trigger.type in _MEDIATED else ()
        are_others = trigger.type in MUTUAL and (not is_verb or trigger.arguments.passive)
        actors = _without(actors, mediators) or (() if are_others else actors)
    if not actors and not is_verb and trigger.type is EventType.VIOLATION:
        actors = breaker(context, trigger.token)
    if not actors and not is_verb and trigger.type in _BLAMED:
        actors = _merge(*(context.sides(t) for t in doers(trigger.token)))
    if not actors and trigger.type in _SPOKEN and not _is_of_another(trigger):
        # "We were asked to sign": who says so is not who asked.
        actors = _commenting(context, trigger) or _without(context.speaker_sides(trigger.token), targets)
    if not actors and not is_verb and not is_won and not is_received and trigger.type not in MUTUAL:
        governing = trigger.token.head
        if trigger.token.dep_ == "dobj" and trigger.arguments.light == governing:
            actors = _slot(context, trigger, "subject")
    if not actors and not is_verb and trigger.token.dep_ == "conj" and trigger.type not in MUTUAL:
        shared = (c for c in trigger.token.head.children if c.dep_ == "poss")  # "Peru's raid and a second strike"
        actors = _without(_merge(*(context.sides(c) for c in shared)), targets)
    if trigger.type is EventType.PROTEST and not is_verb:  # "France's riots" are in it and not by it
        actors = tuple(r for r in actors if r.kind not in {PartyKind.STATE, PartyKind.GOVERNMENT})
    if trigger.type is EventType.MEETING and len(actors) == 1 and _goes_to_see(trigger):
        met = _without(_slot(context, trigger, "object with"), actors)  # "flew to Oman for talks with Mali"
        actors = (*actors, *(met or grounds(context, trigger, _DESTINATIONS, {actors[0].side})))
    if (
        trigger.type is EventType.MEETING
        and actors
        and (beside := companion(context, trigger) or matched(context, trigger) or phoned(context, trigger))
    ):
        actors = _merge(beside, actors)
    actors = without_who_puts_off(context, trigger, actors)
    if trigger.type is EventType.MEETING and actors and (partner := discussed_with(context, trigger)):
        actors = _merge(actors, partner)
    actors = actors or (shared_doer(context, trigger) if is_verb else ())
    if trigger.type is EventType.ATTACK:
        fighting = both(context, trigger)
        actors = fighting or (() if is_of_a_civil_war(trigger) else actors) or own_deed(context, trigger)
        targets = _without(targets, fighting) or struck_beside(context, trigger)
    targets = targets or (struck_beside(context, trigger) if trigger.type is EventType.SANCTION else ())
    if actors and is_verb and (trigger.type is EventType.MOBILIZATION or not trigger.arguments.passive):
        beside = allies(context, trigger)
        actors, targets = _merge(actors, beside), _without(targets, beside)
        mediators = _merge(mediators, beside) if trigger.type is EventType.MEDIATION else mediators
    kidnapped = trigger.sense.name.startswith(("abduct", "take hostage", "hostage"))
    if trigger.type is EventType.DETENTION and not actors and not kidnapped:  # whose ground it is arrests, not abducts
        ground = grounds(context, trigger, ("in",), set()) or where_it_is(context, trigger.token)
        actors = _without(let_go_by(context, trigger.token) or ground, targets)
    return Roles(actors, _without(targets, actors), mediators or called_mediators(context, trigger))


def _is_of_another(trigger: Trigger) -> bool:
    """Whether a clause names by a noun alone who else does it: "the union said the ministry had refused"."""
    doers = (t for t in trigger.arguments.get("subject") if t.lemma_.lower() in word_class("person_or_party"))
    return not trigger.arguments.passive and any(c.lower_ in {"a", "an", "the"} for t in doers for c in t.children)


def _tells_its_act(trigger: Trigger) -> bool:
    """Whether the object of a verb is the noun for what its event is: "Chad's demand was repeated"."""
    told = (load_lexicon().nouns.get(t.lemma_.lower(), ()) for t in trigger.arguments.get("object"))
    return any(entry.rules.type is trigger.type for entries in told for entry in entries)


def _commenting(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Critics, observers and the like who do or say what a trigger tells."""
    who = trigger.arguments.get("by" if trigger.arguments.passive else "subject")
    if found := _merge(*(commentators(context, t) for t in who)):
        return found
    speaker = context.speech.speaker(trigger.token)
    return commentators(context, speaker) if speaker is not None else ()


def _receives(light: "Token", trigger: Trigger) -> bool:
    """Whether the verb of an event noun tells what another does: "got an offer", "rejected calls for a vote"."""
    answers = trigger.type in {EventType.DEMAND, EventType.PROPOSAL} and light.lemma_ in word_class("answering")
    comes_under = light.lemma_ == "come" and trigger.token.head.lower_ == "under"
    return answers or comes_under or light.lemma_ in word_class("receiving")


def _maker(context: Context, trigger: Trigger) -> tuple[PartyReference, ...]:
    """Who is told to have made what a noun tells: "an offer that the city made"."""
    makers = (
        subject(c) for c in trigger.token.children if c.dep_ == "relcl" and c.lemma_ in {"make", "put", "present"}
    )
    return _merge(*(context.voices(m) for m in makers if m is not None and m != trigger.token))


def _goes_to_see(trigger: Trigger) -> bool:
    """Whether a meeting is told as a way there: who visits a state meets it."""
    stays = trigger.sense.name in {"be in a capital", "spend hours in a place"}
    return stays or trigger.token.lemma_ in word_class("visiting")


def source_of(
    context: Context,
    trigger: Trigger,
    status: Status,
    actors: tuple[PartyReference, ...],
    accusers: tuple[PartyReference, ...],
    names: OwnNames,
) -> PartyReference | None:
    """The party that claims the event: who accuses of it, or its speaker, unless the event is the speaker's own act
    of speech or a proposal that the speaker has made."""
    token, reporter = trigger.token, context.speech.reporter(trigger.token)
    if reporter is not None and reporter.lemma_ == "continue" and any(c.dep_ == "xcomp" for c in reporter.children):
        token, reporter = reporter, context.speech.reporter(reporter)  # who "continued to shell" tells nothing
    said = accusers or tuple(map(names.of, context.speaker_sides(token)))
    if not said:
        return None
    if not accusers and reporter is not None and reporter.lemma_ in word_class("no_claim"):
        return None
    is_own = said[0].side in {a.side for a in actors} or is_of_its_own(context, trigger, actors)
    made = trigger.type is EventType.PROPOSAL and status is not Status.PLANNED
    if is_own and (made or trigger.type in _SPOKEN):
        return None
    return said[0]

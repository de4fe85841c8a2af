"""What events lend to those that are told without a side: the completion of actors and targets over an article."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.addressees import DIRECTED, JUDGED, SCENES, addressed, is_for_captives, judges_a_deed
from tracker.extract.agents import PHYSICAL, agents, imposers, is_done_by_somebody, is_of_sanctions, promised_by
from tracker.extract.belligerents import belligerents, is_mutual, is_of_a_war, those_at_war, watchers
from tracker.extract.brokers import with_their_brokers
from tracker.extract.charges import JUDGING, accused, condemners, spared, struck_beside_charge
from tracker.extract.context import Context
from tracker.extract.deeds import names_a_stranger
from tracker.extract.lenders import (
    captor,
    captors,
    holds_others,
    is_on_its_way,
    let_go,
    relief_senders,
    resolved_by,
    told_at,
    whose_act,
    without_the_freed,
)
from tracker.extract.meeting_sides import absent, asked_to_wait, of_what_is_off, parted, those_who_met, to_settle_with
from tracker.extract.moved_against import moved_against
from tracker.extract.mutual import dealing, mutual, of_the_deal, warring, with_second
from tracker.extract.odds import are_at_odds
from tracker.extract.one_name import OwnNames
from tracker.extract.principals import MUTUAL, Roles, circle, in_full, other_principal, principals, with_allies
from tracker.extract.reach import grounds, told_of_actor
from tracker.extract.senses import Trigger
from tracker.extract.struck import struck_places
from tracker.extract.told_further import handed_over, takes_up_a_penalty, takes_up_an_offer
from tracker.model.mentions import ANSWERS, EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How far back, in sentences, a proposal is still the one that is answered.
_STANDING = 8
# How far back, in sentences, a meeting lends its sides to the next.
_SAME_MEETING = 8
# Within so many sentences "the two" are those who met.
_JUST_MET = 2
# What is done to somebody on an occasion that its clause of time tells.
_STRUCK = {EventType.ATTACK, EventType.DETENTION}
_GIVEN = {EventType.RELEASE, EventType.WITHDRAWAL, EventType.AID}
_CAPTIVE = {EventType.DETENTION, EventType.RELEASE}
_ARMED = {PartyKind.STATE, PartyKind.GOVERNMENT, PartyKind.ARMED_GROUP, PartyKind.ALLIANCE}
_OCCASIONS = {"when", "after", "as", "where"}


def complete(context: Context, told: list[tuple[Trigger, Roles]], names: OwnNames) -> list[Roles]:
    """Fills in the sides that clauses leave out.

    Talks, deals and truces without sides are the principals'; with one side alone, a deal or truce is with the first
    other principal. Violence, releases and withdrawals without an actor take that of the same kind of event told just
    before, or the principal opposite to whom it strikes.
    """
    told = [(trigger, names.roles(roles)) for trigger, roles in told]
    principal = principals(context, told)
    at_odds = are_at_odds(context, told, principal[:2])
    imposing = imposers(context, told)
    holder, keeper, senders = captor(told), captor(told, 1), relief_senders(context, told)
    several = circle(context, told, principal)
    fighting, backers, at_war = belligerents(told, principal), _backers(told), those_at_war(context, told)
    last: dict[EventType, tuple[int, Roles]] = {}
    met: list[tuple[int, Roles]] = []
    offers: list[tuple[int, Roles]] = []
    by_token: dict[int, Roles] = {}
    latest: tuple[int, Trigger, Roles] | None = None
    charges: dict[int, Roles] = {}
    judges: dict[int, Roles] = {}
    by_name: dict[tuple[str, ...], Roles] = {}
    found = []
    assigned = {trigger.token.i: (trigger, roles) for trigger, roles in told}
    for trigger, roles in told:
        if trigger.type is EventType.RELEASE and not roles.actors and holds_others(trigger, told, keeper):
            roles = replace(roles, actors=other_principal(principal[:2], {r.side for r in keeper}))
        elif trigger.type is EventType.RELEASE and _is_symmetric(trigger):
            roles = without_the_freed(trigger, roles, is_mutual=True)
        number = context.sentence_number(trigger.token)
        if not roles.actors and trigger.type not in MUTUAL:
            roles = replace(roles, actors=accused(trigger, charges))
        if trigger.type is EventType.ACCEPTANCE and not roles.actors and (body := resolved_by(context, trigger)):
            roles = replace(roles, actors=body, targets=())
        if trigger.type is EventType.ATTACK and _is_symmetric(trigger):
            roles = replace(roles, actors=warring(trigger, principal) or roles.actors)
        if trigger.type in MUTUAL:
            recent = [before for at, before in met if number - at <= _SAME_MEETING]
            roles = replace(roles, actors=warring(trigger, principal) or roles.actors)
            roles = those_who_met(context, trigger, roles, [before for at, before in met if number - at <= _JUST_MET])
            if len(roles.actors) < 2 and (partners := parted(context, trigger)):
                between = {r.side for r in roles.mediators}
                roles = replace(roles, actors=tuple(r for r in partners if r.side not in between), targets=())
            if trigger.type is EventType.MEETING and len(roles.actors) == 1:
                apart = {roles.actors[0].side}
                partners = tuple(r for r in to_settle_with(context, trigger) if r.side not in apart)
                roles = replace(roles, actors=(*roles.actors, *partners))
            if not roles.actors:
                roles = replace(roles, actors=of_what_is_off(trigger, by_token) or of_the_deal(trigger, number, last))
            is_bare = not roles.actors
            leading = dealing(trigger, told, principal, absent(context, trigger))
            roles = mutual(context, trigger, roles, recent, leading)
            if asking := asked_to_wait(context, trigger):
                roles = replace(roles, actors=asking)
            elif is_bare:
                roles = replace(roles, actors=with_allies(in_full(roles.actors, several), told))
            if trigger.type is EventType.MEETING and len(roles.actors) > 1:
                met.append((number, roles))
        elif trigger.type is EventType.PROPOSAL and offers and takes_up_an_offer(trigger):
            at, made = offers[-1]
            if number - at <= _JUST_MET:
                roles = handed_over(context, roles, made)
        elif _is_symmetric(trigger) and len(roles.actors) == 1:
            apart = {r.side for r in roles.actors}
            roles = without_the_freed(trigger, with_second(context, trigger, roles, (), principal), is_mutual=True)
            if len(roles.actors) == 1:
                roles = replace(roles, actors=(*roles.actors, *other_principal(principal[:2], apart)))
        elif not roles.actors and (by := _done_by(context, trigger, roles, assigned)):
            roles = replace(roles, actors=by)
        elif (
            not roles.actors
            and not roles.targets
            and fighting
            and (is_mutual(trigger) or is_of_a_war(trigger))
            and not names_a_stranger(trigger)
        ):
            roles = replace(roles, actors=fighting, targets=())
        elif not roles.actors and not roles.targets and takes_up_a_penalty(trigger, number, last):
            roles = last[EventType.SANCTION][1]
        elif trigger.type is EventType.SANCTION and not roles.actors and imposing.actors and _is_of_imposers(trigger):
            apart = {r.side for r in roles.targets}
            roles = replace(roles, actors=tuple(r for r in imposing.actors if r.side not in apart))
        elif (freed := let_go(trigger, roles, number, last.get(EventType.DETENTION))) is not None:
            roles = freed
        elif trigger.type in PHYSICAL and not roles.actors and not names_a_stranger(trigger):
            on_whose_ground = {r.side for r in grounds(context, trigger, SCENES, set())}
            on_whose_ground |= struck_places(context, trigger) | condemners(trigger, judges)
            # "Rights groups said ten men had been detained": who only tells of it does not do it.
            on_whose_ground |= {r.side for r in context.speaker_sides(trigger.token) if r.kind not in _ARMED}
            if trigger.type is EventType.DETENTION:  # an exchange outside which some are arrested arrests nobody
                on_whose_ground |= {p.side for p in principal if p.kind not in _ARMED}
                on_whose_ground |= {r.side for t in trigger.arguments.get("for") for r in _concerned(context, t)}
            if not is_of_a_war(trigger):
                roles = agents(trigger, roles, last.get(trigger.type), number, principal, on_whose_ground)
        if is_done_by_somebody(trigger):  # "a Taliban bomber attacked a bus ... came as a bomber attacked a bus"
            roles = by_name.get(_by_whom(trigger), roles) if not roles.actors else roles
            by_name.setdefault(_by_whom(trigger), roles)
        if trigger.type in _CAPTIVE and not roles.actors and not is_done_by_somebody(trigger):
            roles = replace(roles, actors=tuple(r for r in holder if r.side not in {t.side for t in roles.targets}))
        elif is_on_its_way(trigger) and not roles.actors:
            roles = replace(roles, actors=senders)
        elif trigger.type is EventType.VIOLATION and not roles.actors:
            roles = replace(roles, actors=whose_act(trigger, by_token, last.get(EventType.MOBILIZATION), number))
        if trigger.type is EventType.MEDIATION and roles.actors and not roles.targets:
            at, deal = last.get(EventType.AGREEMENT, (number, roles))
            roles = _mediated(context, roles, principal, deal.actors if at == number - 1 else ())
        is_fight = trigger.type is EventType.ATTACK and (
            roles.actors == fighting or (len(roles.actors) > 1 and is_mutual(trigger))
        )
        is_done_to = trigger.type in DIRECTED and not _is_symmetric(trigger) and not is_fight
        if not roles.targets and is_for_captives(trigger):
            roles = replace(roles, targets=tuple(r for r in keeper if r.side not in {a.side for a in roles.actors}))
        if roles.actors and not roles.targets and is_done_to:
            offered = [before for at, before in offers if number - at <= _STANDING]
            if trigger.type in JUDGED:
                offered = _judged(*latest[1:]) if latest is not None and number - latest[0] <= 1 else []
                offered = (
                    [last[EventType.ATTACK][1]] if judges_a_deed(trigger) and EventType.ATTACK in last else offered
                )
            beside = set[str]().union(*(backers.get(r.side, ()) for r in roles.actors))
            leading = principal
            if trigger.type in _STRUCK:
                watching = watchers(context, trigger, assigned, at_war)
                beside, leading = beside | watching, tuple(p for p in principal if p.side not in watching)
            apart = spared(context, trigger) | struck_beside_charge(trigger, told) | told_of_actor(context, trigger)
            roles = addressed(context, trigger, roles, offered, leading, beside, apart, are_at_odds=at_odds)
        if trigger.type is EventType.SANCTION and not roles.targets and is_of_sanctions(trigger):
            roles = replace(
                roles, targets=tuple(r for r in imposing.targets if r.side not in {a.side for a in roles.actors})
            )
        if roles.actors and trigger.type is EventType.PROPOSAL:
            offers.append((number, roles))
        if trigger.type is EventType.ATTACK and not roles.targets and not is_mutual(trigger):
            apart = {r.side for r in roles.actors}
            roles = replace(roles, targets=grounds(context, trigger, SCENES, apart))
        roles = moved_against(context, trigger, roles)
        is_price = (other := by_token.get(_given_in_return(trigger))) is not None and bool(other.targets)
        if other is not None and is_price:
            roles = replace(roles, actors=other.targets, targets=other.actors)
        if roles.actors and not is_price and not is_fight:  # neither tells whose the next act is
            last[trigger.type] = (told_at(number, roles, last.get(trigger.type), assigned[trigger.token.i]), roles)
        if trigger.type is EventType.RELEASE:
            roles = without_the_freed(trigger, roles, is_mutual=_is_symmetric(trigger))
        by_token[trigger.token.i] = roles
        latest = number, trigger, roles
        if trigger.type is EventType.ACCUSATION:
            charges[trigger.token.i] = roles
        if trigger.type in JUDGING:
            judges[trigger.token.i] = roles
        found.append(roles)
    return with_their_brokers(context, [trigger for trigger, _ in told], [names.roles(roles) for roles in found])


def _concerned(context: Context, charge: "Token") -> "Iterator[PartyReference]":
    """Whom a charge tells to be concerned: "arrested for entering the home of a Malian envoy"."""
    return (r for t in charge.subtree for r in context.sides(t))


def _by_whom(trigger: Trigger) -> tuple[str, ...]:
    """What is done, by what kind of person and to whom."""
    found = trigger.arguments
    told = *found.get("by" if found.passive else "subject"), *found.get("object")
    return trigger.token.lemma_, *(t.lemma_ for t in told)


def _judged(trigger: Trigger, roles: Roles) -> list[Roles]:
    """Whose what an event tells is for who judges "it": the deed of its actors, else what they answer or judge."""
    if trigger.type in MUTUAL:
        return []
    return [replace(roles, actors=roles.targets) if trigger.type in JUDGED | ANSWERS else roles]


def _backers(told: list[tuple[Trigger, Roles]]) -> dict[str, set[str]]:
    """Whom the article tells to back each side."""
    found: dict[str, set[str]] = {}
    for trigger, roles in told:
        if trigger.type is EventType.SUPPORT:
            for backed in roles.targets:
                found.setdefault(backed.side, set()).update(r.side for r in roles.actors)
    return found


def _struck_by(trigger: Trigger, roles: Roles, told: dict[int, tuple[Trigger, Roles]]) -> tuple[PartyReference, ...]:
    """Who does what the clause of time tells that a killing or an arrest hangs on: "were killed when rebels attacked a
    bus", "after strikes launched by Peru hit a bakery"."""
    struck = {t.side for t in roles.targets}
    for clause in trigger.token.children if trigger.type in _STRUCK else ():
        if clause.dep_ != "advcl" or not any(c.lower_ in _OCCASIONS for c in clause.children):
            continue
        things = [g for c in clause.children if c.dep_ == "nsubj" for g in (c, *c.children)]
        for token in (clause, *things):
            cause = told.get(token.i)
            if cause is None or cause[0].type is not EventType.ATTACK or _is_symmetric(cause[0]):
                continue
            if by := tuple(r for r in cause[1].actors if r.side not in struck):
                return by
    return ()


def _given_in_return(trigger: Trigger) -> int:
    """The verb that what an event tells is given for by the other side: "freed ten in exchange for the release of
    twenty", "in return for a truce and freeing prisoners"; -1 where the event names who gives it or else."""
    token = trigger.token
    named = any(trigger.arguments.get(slot) for slot in ("by", "poss", "modifier"))
    is_verb = token.pos_ == "VERB"
    if is_verb:
        named = any(c.dep_ in {"nsubj", "agent"} for c in token.children) or trigger.type not in _GIVEN
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ not in {"pobj", "pcomp"} or named or token.head.lower_ != "for" or trigger.type in MUTUAL:
        return -1
    price = token.head.head
    is_price = price.lower_ in {"exchange", "return"} and price.dep_ == "pobj" and price.head.lower_ == "in"
    return price.head.head.i if is_price else -1


def _done_by(
    context: Context, trigger: Trigger, roles: Roles, assigned: dict[int, tuple[Trigger, Roles]]
) -> tuple[PartyReference, ...]:
    """Who does what names nobody, by the event around it: who holds those let go, who strikes, who promises it."""
    by = captors(trigger, assigned) or _struck_by(trigger, roles, assigned)
    return by or (promised_by(context, trigger) if trigger.type in PHYSICAL else ())


def _is_symmetric(trigger: Trigger) -> bool:
    """Whether all who take part are actors: clashes, exchanges of prisoners."""
    return trigger.sense.roles is not None and trigger.sense.roles.symmetric and not trigger.sense.roles.target


def _is_of_imposers(trigger: Trigger) -> bool:
    """Whether an act is of the article's sanctions and not of others who are told without a name: "some firms"."""
    doers = trigger.arguments.get("by" if trigger.arguments.passive else "subject")
    named = any(t.lemma_.lower() in word_class("person_or_party") for t in doers)
    return is_of_sanctions(trigger) and not named


def _mediated(
    context: Context, roles: Roles, principal: tuple[PartyReference, ...], agreed: tuple[PartyReference, ...]
) -> Roles:
    """Who mediates without more does so between those who `agreed` just before, else the two sides of the dispute."""
    apart = {r.side for r in (*roles.actors, *roles.mediators, *context.parties.mediators)}
    others = tuple(p for p in agreed if p.side not in apart)
    dispute = tuple(p for p in principal if p.side not in apart)[:2]
    return replace(roles, targets=others if len(others) > 1 else dispute)

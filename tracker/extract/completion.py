"""What events lend to those that are told without a side: the completion of actors and targets over an article."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.addressees import DIRECTED, SCENES, addressed
from tracker.extract.agents import PHYSICAL, agents, imposers, is_of_sanctions
from tracker.extract.context import Context
from tracker.extract.deeds import names_a_stranger
from tracker.extract.meeting_sides import is_of_one_body, needs_another, parted, those_who_met
from tracker.extract.principals import MUTUAL, Roles, at_war, other_principal, principals, with_allies
from tracker.extract.reach import grounds, in_complements, in_sentence
from tracker.extract.senses import Trigger
from tracker.extract.subjects import prepositional_objects
from tracker.model.mentions import EventType
from tracker.model.parties import PartyKind, PartyReference
from tracker.rules import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

# Senses of meeting that need another side even where only one is named: "we discussed".
_TAKES_TWO = {"discuss", "talks", "talk", "speak with", "in contact", "contact"}
# Of how many principals the other side of an act is sought in its sentence.
_LEADING = 3
# How far back, in sentences, a proposal is still the one that is answered.
_STANDING = 8
# How far back, in sentences, a meeting lends its sides to the next.
_SAME_MEETING = 8
# Within so many sentences "the two" are those who met.
_JUST_MET = 2
# What is done to somebody on an occasion that its clause of time tells.
_STRUCK = {EventType.ATTACK, EventType.DETENTION}
_OCCASIONS = {"when", "after", "as", "where"}
# Bodies meet by themselves: "a summit of NATO".
# Bare, they are those of the sides that the article is about.
_OF_THE_PRINCIPALS = {
    "delegate", "delegation", "diplomat", "envoy", "leader", "mediator", "negotiator", "official", "party",
    "representative", "side", "team",
}  # fmt: skip
_TAKING_PART = ("subject", "between", "with", "of", "among")
# Leaders and officials of more than the sides.
_OF_MORE = {"world", "foreign", "regional", "international"}
_BODIES = {PartyKind.ALLIANCE, PartyKind.ORGANISATION}
_SITTINGS = {"summit", "meeting", "session", "conference", "assembly", "congress"}


def complete(context: Context, told: list[tuple[Trigger, Roles]]) -> list[Roles]:
    """Fills in the sides that clauses leave out.

    Talks, deals and truces without sides are the principals'; with one side alone, a deal or truce is with the first
    other principal. Violence, releases and withdrawals without an actor take that of the same kind of event told just
    before, or the principal opposite to whom it strikes.
    """
    unions = tuple(p for p in context.parties.main if p.kind is PartyKind.UNION)
    if len(unions) == 1:
        told = [(trigger, _organised(roles, unions[0])) for trigger, roles in told]
    principal = principals(context, told)
    imposing = imposers(context, told)
    last: dict[EventType, tuple[int, Roles]] = {}
    met: list[tuple[int, Roles]] = []
    offers: list[tuple[int, Roles]] = []
    by_token: dict[int, Roles] = {}
    found = []
    assigned = {trigger.token.i: (trigger, roles) for trigger, roles in told}
    for trigger, roles in told:
        number = context.sentence_number(trigger.token)
        if trigger.type in MUTUAL:
            recent = [before for at, before in met if number - at <= _SAME_MEETING]
            roles = replace(roles, actors=_warring(trigger, principal) or roles.actors)
            roles = those_who_met(context, trigger, roles, [before for at, before in met if number - at <= _JUST_MET])
            roles = replace(roles, actors=roles.actors or _beside(trigger, told, principal))
            if not roles.actors and (partners := parted(context, trigger)):
                roles = replace(roles, actors=partners, targets=())
            is_bare = not roles.actors
            roles = _mutual(context, trigger, roles, recent, principal)
            if is_bare:
                roles = replace(roles, actors=with_allies(roles.actors, told))
            if trigger.type is EventType.MEETING and len(roles.actors) > 1:
                met.append((number, roles))
        elif _is_symmetric(trigger) and len(roles.actors) == 1:
            roles = _with_second(context, trigger, roles, (), principal)
        elif trigger.type in _STRUCK and not roles.actors and (by := _struck_by(trigger, roles, assigned)):
            roles = replace(roles, actors=by)
        elif trigger.type is EventType.SANCTION and not roles.actors and imposing and _is_of_imposers(context, trigger):
            apart = {r.side for r in roles.targets}
            roles = replace(roles, actors=tuple(r for r in imposing if r.side not in apart))
        elif trigger.type in PHYSICAL and not roles.actors and not names_a_stranger(trigger):
            on_whose_ground = {r.side for r in grounds(context, trigger, SCENES, set())}
            roles = agents(trigger, roles, last.get(trigger.type), number, principal, on_whose_ground)
        if trigger.type is EventType.MEDIATION and roles.actors and not roles.targets:
            roles = _mediated(context, roles, principal)
        if roles.actors and not roles.targets and trigger.type in DIRECTED and not _is_symmetric(trigger):
            offered = [before for at, before in offers if number - at <= _STANDING]
            roles = addressed(context, trigger, roles, offered, principal)
        if roles.actors and trigger.type is EventType.PROPOSAL:
            offers.append((number, roles))
        if trigger.type is EventType.ATTACK and not roles.targets:
            apart = {r.side for r in roles.actors}
            roles = replace(roles, targets=grounds(context, trigger, SCENES, apart))
        if (other := by_token.get(_given_in_return(trigger))) is not None and other.targets:
            roles = replace(roles, actors=other.targets, targets=other.actors)
        if roles.actors:
            last[trigger.type] = (number, roles)
        by_token[trigger.token.i] = roles
        found.append(roles)
    return [_organised(roles, unions[0]) for roles in found] if len(unions) == 1 else found


def _beside(
    trigger: Trigger, told: list[tuple[Trigger, Roles]], principal: tuple[PartyReference, ...]
) -> tuple[PartyReference, ...]:
    """The sides of the nearest deal or talks of the same sentence that names the two principals and others: "talks open
    on Tuesday after A, B and C agreed to negotiate"."""
    sentence, pair = trigger.token.sent, {p.side for p in principal[:2]}
    near = [
        (abs(other.token.i - trigger.token.i), other.token.i, roles.actors)
        for other, roles in told
        if other.type in MUTUAL
        and sentence.start <= other.token.i < sentence.end
        and pair < {r.side for r in roles.actors}
    ]
    return min(near)[2] if near else ()


def _struck_by(trigger: Trigger, roles: Roles, told: dict[int, tuple[Trigger, Roles]]) -> tuple[PartyReference, ...]:
    """Who does what the clause of time tells that a killing or an arrest hangs on: "were killed when rebels attacked a
    bus", "after strikes launched by Peru hit a bakery"."""
    struck = {t.side for t in roles.targets}
    for clause in trigger.token.children:
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
    """The verb that what a noun tells is given for by the other side: "freed ten in exchange for the release of
    twenty"; -1 where the noun names who gives it or stands elsewhere."""
    token = trigger.token
    named = any(trigger.arguments.get(slot) for slot in ("by", "poss", "modifier"))
    if token.dep_ != "pobj" or named or token.head.lower_ != "for" or trigger.type in MUTUAL:
        return -1
    price = token.head.head
    is_price = price.lower_ in {"exchange", "return"} and price.dep_ == "pobj" and price.head.lower_ == "in"
    return price.head.head.i if is_price else -1


def _organised(roles: Roles, union: PartyReference) -> Roles:
    """Workers stand for the one union that an article names."""

    def named(references: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
        found = [
            replace(union, span=r.span, words=r.words)
            if not r.is_verified and r.side.split()[-1].lower() in word_class("workers")
            else r
            for r in references
        ]
        return tuple({r.side: r for r in found}.values())

    return replace(roles, actors=named(roles.actors), targets=named(roles.targets))


def _is_symmetric(trigger: Trigger) -> bool:
    """Whether all who take part are actors: clashes, exchanges of prisoners."""
    return trigger.sense.roles is not None and trigger.sense.roles.symmetric and not trigger.sense.roles.target


def _mutual(
    context: Context, trigger: Trigger, roles: Roles, met: list[Roles], principal: tuple[PartyReference, ...]
) -> Roles:
    """The sides of talks, deals and truces that their clause leaves out: the principals; with one side, its counterpart
    in the last meeting told ("they also discussed")."""
    if not roles.actors:
        if _is_between_others(context, trigger):
            return roles
        if met and _takes_up_a_meeting(trigger):
            return replace(roles, actors=met[-1].actors)
        if _is_done_by_others(trigger):
            return roles
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
    return _with_second(context, trigger, roles, met if trigger.type is EventType.MEETING else (), principal)


def _warring(trigger: Trigger, principal: tuple[PartyReference, ...]) -> tuple[PartyReference, ...]:
    """The sides of a war within a state for "the warring parties"."""
    told = [t for slot in ("subject", "between", "object between") for t in trigger.arguments.get(slot)]
    if not any(c.lower_ == "warring" for t in told for c in t.children):
        return ()
    return at_war(trigger, principal, is_of_war=True)


def _is_done_by_others(trigger: Trigger) -> bool:
    """Whether a verb tells who does it by a noun that stands for no known side: "his colleagues met on Monday"."""
    doers = trigger.arguments.get("subject")
    return trigger.token.pos_ == "VERB" and any(
        t.pos_ == "NOUN" and t.lemma_.lower() in word_class("actor") for t in doers
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
    of_more = any(c.lower_ in _OF_MORE for c in token.children)
    return (of_more or lemma not in _OF_THE_PRINCIPALS) and not context.sides(token)


def _is_with_a_stranger(context: Context, trigger: Trigger) -> bool:
    """Whether one side's talks or deal are told to be with somebody without a name, or are a treaty that states join
    each by itself: "met with a world leader", "signed the Biodiversity Treaty"."""
    others = trigger.arguments.get("with") + trigger.arguments.get("object with")
    if any(_is_unnamed(context, t) for t in others):
        return True
    signed = trigger.token.lemma_ in word_class("joining_a_treaty") and not others
    return signed and any(t.lemma_.lower() in word_class("treaties") for t in trigger.arguments.get("object"))


def _is_of_imposers(context: Context, trigger: Trigger) -> bool:
    """Whether an act is of the article's sanctions and not of others who are told without a name: "some firms"."""
    doers = trigger.arguments.get("by" if trigger.arguments.passive else "subject")
    named = any(t.lemma_.lower() in word_class("person_or_party") for t in doers)
    return is_of_sanctions(trigger) and not named


def _takes_up_a_meeting(trigger: Trigger) -> bool:
    """Whether a noun tells one meeting that was told before: "the hour-long meeting", not "further talks"."""
    noun = trigger.token
    is_definite = any(c.lower_ in {"the", "this"} for c in noun.children if c.dep_ == "det")
    return trigger.type is EventType.MEETING and noun.tag_ == "NN" and noun.lemma_ != "summit" and is_definite


def _with_second(
    context: Context,
    trigger: Trigger,
    roles: Roles,
    met: Sequence[Roles],
    principal: tuple[PartyReference, ...],
) -> Roles:
    """A second side for an act that needs two: of the last meeting of the first, else a principal."""
    own = {r.side for r in roles.actors}
    for before in reversed(met):
        if own & {r.side for r in before.actors}:
            return replace(roles, actors=(*roles.actors, *(r for r in before.actors if r.side not in own)))
    leading = {p.side for p in principal[:_LEADING]}
    against = {
        r.side for t in trigger.token.subtree if t.lower_ == "against" for g in t.children for r in context.sides(g)
    }
    named = in_complements(context, trigger, own | against)
    if against and not named:
        return roles  # "agreed on sanctions against Peru": with whom it is not told
    made_by = [*trigger.arguments.get("subject"), *trigger.arguments.get("by"), *trigger.arguments.get("between")]
    if trigger.type is EventType.AGREEMENT and not named and made_by and not own & leading:
        return roles  # another deal than the article's: "the sum that Toyota paid to settle"
    beside = named or tuple(r for r in in_sentence(context, trigger, own) if r.side in leading)[:1]
    return replace(roles, actors=(*roles.actors, *(beside or other_principal(principal, own))))


def _mediated(context: Context, roles: Roles, principal: tuple[PartyReference, ...]) -> Roles:
    """Who mediates without more does so between the two sides of the dispute."""
    apart = {r.side for r in (*roles.actors, *roles.mediators, *context.parties.mediators)}
    return replace(roles, targets=tuple(p for p in principal if p.side not in apart)[:2])

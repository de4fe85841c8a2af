"""Which dated event of an article an undated one tells again."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.extract.context import Context
from tracker.extract.deeds import is_reported
from tracker.extract.lasting import is_lasting
from tracker.extract.principals import Roles
from tracker.extract.senses import Trigger
from tracker.extract.telling import SPOKEN, clause_verb, is_condition
from tracker.extract.told_apart import tells_of_a_former
from tracker.extract.verb_forms import auxiliaries
from tracker.model.dates import DateInterval, Ground
from tracker.model.mentions import EventType, Status
from tracker.model.parties import PartyKind
from tracker.rules import word_class

if TYPE_CHECKING:
    from tracker.extract.tokens import Token

# How many sentences back and ahead the same event may be told with its date.
_BACK, _AHEAD = 4, 2
# After how many days an event is no more told as the news.
_LONG_AGO = 31
_DEFINITE = {"the", "this", "that", "these", "those"}
_DO = {"carry", "conduct", "execute", "hold", "launch", "make", "mount", "perform", "stage"}
# "Another raid", "an attack": one that was not told before.
_NEW = {"a", "an", "another", "several", "some", "more", "further", "new", "fresh", "separate", "many"}

# What is brokered, and how a noun for the mediation hangs on it.
_MEDIATED = {EventType.MEETING, EventType.AGREEMENT, EventType.TRUCE}
_UNDER = {"under", "with", "through"}


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger with its status, its sides and the number of its sentence."""

    trigger: Trigger
    status: Status
    roles: Roles
    sentence: int


def sides(roles: Roles) -> set[str]:
    """The names of those who do it."""
    return {r.side for r in roles.actors}


def _has_pronoun_subject(verb: "Token") -> bool:
    """Whether those told of before go on: "They discussed a pause"."""
    return any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.children)


def _noun(trigger: Trigger) -> "Token | None":
    """The noun that names an event, as trigger or as object of a light verb."""
    return trigger.token if trigger.token.pos_ == "NOUN" else None


def _done(trigger: Trigger) -> "list[Token]":
    """The object of a verb that says no more than that something is done: "carried out a raid"."""
    verb = trigger.token
    return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}] if verb.lemma_ in _DO else []


def _has(noun: "Token | None", words: set[str]) -> bool:
    return noun is not None and any(c.lower_ in words for c in noun.children)


def of_its_talks(told: list[Told], stated: Mapping[int, DateInterval], number: int) -> DateInterval | None:
    """The date of the talks or the deal beside which a sentence names who mediates: "they met on Monday, their first
    meeting since the dispute began, under the chairmanship of a judge"."""
    event = told[number]
    if event.trigger.type is not EventType.MEDIATION or event.status is not Status.OCCURRED:
        return None
    noun, theirs = _noun(event.trigger), {r.side for r in event.roles.targets}
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in _UNDER:
        return None
    dates = (
        stated.get(place)
        for place, other in enumerate(told)
        if other.trigger.type in _MEDIATED and other.sentence == event.sentence and sides(other.roles) == theirs
    )
    return next((replace(date, ground=Ground.ANCHORED) for date in dates if date is not None), None)


def threat_above(told: list[Told], number: int) -> int | None:
    """The place of the threat or refusal that a condition belongs to: "threatened them if they did not stop"."""
    if not is_condition(told[number].trigger):
        return None
    tokens = {other.trigger.token: place for place, other in enumerate(told) if other.trigger.type in SPOKEN}
    return next((tokens[node] for node in told[number].trigger.token.ancestors if node in tokens), None)


def _is_former(trigger: Trigger) -> bool:
    """Whether an event is told as one of another time beside the news: "including a raid in May", "the sanctions
    imposed in 2012"."""
    token = trigger.token
    return tells_of_a_former(trigger) or (token.dep_ == "pobj" and token.head.lower_ == "including")


def same_event(
    context: Context, told: list[Told], dates: Mapping[int, DateInterval], number: int
) -> DateInterval | None:
    """The date of the same event told nearby with one: same type and status, and the same sides, or taken up by a
    definite noun ("the raid"); "denied the raid" takes up what was told to have happened. `dates` holds what is known
    so far by the place in `told`."""
    event = told[number]
    token = event.trigger.token
    if is_lasting(context, event.trigger):
        return None
    confirmed = event.trigger.type is EventType.ATTACK and is_reported(
        token
    )  # "reports of a blast" are of the known one
    is_new = not confirmed and any(_has(noun, _NEW) for noun in (_noun(event.trigger), *_done(event.trigger)))
    definite = confirmed or _has(_noun(event.trigger), _DEFINITE)
    denies = definite and token.dep_ == "dobj" and token.head.lemma_ in word_class("denying")
    best: tuple[tuple[bool, int, int], DateInterval] | None = None
    for place, date in dates.items():
        other = told[place]
        if place == number or not date.is_known or date.ground is Ground.UNKNOWN:
            continue
        is_claim = denies and other.status is Status.OCCURRED and place < number
        if (other.status is not event.status and not is_claim) or other.trigger.type is not event.trigger.type:
            continue
        if _is_former(other.trigger):
            continue
        distance = event.sentence - other.sentence
        if (is_new and distance >= 0) or (distance < 0 and _is_another_time(context, date)):
            continue
        if date.ongoing and not definite and _is_long_ago(context, date.latest):
            continue  # "has been under sanctions since 2006. The new ones blacklist ten ships"
        if not _may_be_same(
            context, event, other, distance, definite=definite, stated=date.ground is not Ground.IMPLIED
        ):
            continue
        alike = definite and other.trigger.token.lemma_ == token.lemma_
        key = (not alike, abs(distance) + (3 if distance < 0 else 0), place)
        if best is None or key < best[0]:
            best = (key, date)
    return replace(best[1], ground=Ground.ANCHORED) if best is not None else None


def _may_be_same(context: Context, event: Told, other: Told, distance: int, *, definite: bool, stated: bool) -> bool:
    if not (-_AHEAD <= distance <= _BACK) and not (definite and distance > 0):
        return False
    own, others = sides(event.roles), sides(other.roles)
    shared = own & others
    if not distance and _is_exchanged(event, other):
        return True
    if not distance and not (definite and other.trigger.token.i < event.trigger.token.i):
        return False  # "meet for the first time since their summit last year": a sentence tells no event twice
    if definite:
        return bool(shared) or not own or not others
    if not stated:
        return False
    opens = distance < 0 and not event.sentence  # "has proposed a truce", and below on which day
    alike = (bool(shared) and own == others) or (opens and _are_people_of_two(other, len(own)))
    spoken = event.trigger.type in SPOKEN
    if alike and _noun(event.trigger) is not None:
        return True
    reported = context.speech.speaker(event.trigger.token) is not None
    timeless = clause_verb(event.trigger).tag_ in {"VBZ", "VBP"} and not reported
    perfect = opens and bool(auxiliaries(clause_verb(event.trigger)) & {"has", "have"})
    if alike and (timeless or perfect or (reported and not spoken)):
        return True
    goes_on = 0 <= distance <= 1 and not spoken and _has_pronoun_subject(clause_verb(event.trigger))
    return goes_on and bool(shared) and shared == own


def _are_people_of_two(event: Told, number: int) -> bool:
    """Whether so many people of no known side do something together, as two ministers sign what their states "have
    signed"."""
    people = [r for r in event.roles.actors if r.kind is PartyKind.PERSON]
    return number > 1 and len(people) == len(event.roles.actors) == number


def _is_exchanged(one: Told, other: Told) -> bool:
    """Whether two releases of a sentence are the two halves of an exchange: each side's actor is the other's target."""
    if one.trigger.type is not EventType.RELEASE:
        return False
    given, taken = {r.side for r in one.roles.targets}, {r.side for r in other.roles.targets}
    return bool(given and taken) and sides(one.roles) == taken and sides(other.roles) == given


def _is_another_time(context: Context, date: DateInterval) -> bool:
    """Whether what the text goes on to tell lies further back than the news: "has called a strike. In 2011 too ..."."""
    return not date.ongoing and _is_long_ago(context, date.end_latest or date.latest)


def _is_long_ago(context: Context, last: datetime.date | None) -> bool:
    return context.published is not None and last is not None and (context.published - last).days > _LONG_AGO


def only_day(
    told: list[Told], stated: Mapping[int, DateInterval], number: int, *, theirs: bool = False
) -> DateInterval | None:
    """The one day (of a plan, the one span) that the article states for what is told of an event's type, of the same
    side if it tells of that (with `theirs` only then): "The gunmen who stormed the hotel fled. They attacked on
    Monday". `stated` holds the dates that expressions gave by the place in `told`."""
    event = told[number]
    own, planned = sides(event.roles), event.status is Status.PLANNED
    named = [*_done(event.trigger), *([event.trigger.token] if planned else [])]  # "was signed before a strike was due"
    if any(_has(noun, _NEW) for noun in named):
        return None
    days: dict[bool, list[DateInterval]] = {True: [], False: []}
    for place, date in stated.items():
        other = told[place]
        alike = other.trigger.type is event.trigger.type and other.status is event.status
        theirs_too = sides(other.roles)
        if own and theirs_too and not own & theirs_too and event.trigger.type is EventType.ATTACK:
            continue  # violence between others
        if event.trigger.type is EventType.DETENTION and _have_other_doers(event, other):
            continue  # each holds people of the other
        if _is_of_a_participant(other.trigger.token, event.trigger.token):
            continue  # "killed a man whose group had raided the town on Monday"
        if alike and date.is_known and not date.ongoing and (planned or date.earliest == date.latest):
            days[bool(own & theirs_too)].append(date)
    found = days[True] or ([] if theirs else days[False])
    if len({(date.earliest, date.latest) for date in found}) != 1:
        return None
    return replace(found[0], ground=Ground.ANCHORED)


def _have_other_doers(event: Told, other: Told) -> bool:
    ours, theirs = ({r.side for r in one.roles.actors} for one in (event, other))
    return bool(ours and theirs) and not ours & theirs


def _is_of_a_participant(word: "Token", deed: "Token") -> bool:
    """Whether a word stands in a relative clause on somebody in a deed: what that clause tells is an older story."""
    node = word
    while node.head != node and node != deed:
        if node.dep_ == "relcl" and node.head.dep_ in {"dobj", "pobj", "appos", "conj", "nsubjpass"}:
            return deed in node.ancestors
        node = node.head
    return False


def takes_up_a_plan(trigger: Trigger, before: list[tuple[Trigger, Status]]) -> bool:
    """Whether a definite noun in the present takes up what was told just before as still to come: "it will withdraw
    its staff. The withdrawal follows ...", not "will join the strike. The strike comes after ...". `before` holds the
    triggers of this and the last two sentences."""
    noun = _noun(trigger)
    taken_up = _has(noun, _DEFINITE) and clause_verb(trigger).tag_ in {"VBZ", "VBP"}
    told = [(other, status) for other, status in before if other.type is trigger.type]
    under_way = any(_has(thing, _DEFINITE) for other, _ in told for thing in other.arguments.get("object"))
    return taken_up and bool(told) and not under_way and all(status is Status.PLANNED for _, status in told)

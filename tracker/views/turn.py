"""Whose turn it is, and for how long."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.model.events import Event, Report
from tracker.model.mentions import EventType
from tracker.model.standing import AnswerKind
from tracker.views.answers import answer_kind
from tracker.views.days import last_possible
from tracker.views.index import EventIndex, sentence_of
from tracker.views.proposals import Table

_CONDITION = re.compile(r"\b(?:if|unless|provided|providing|on condition|so long as|as long as|only when|once)\b", re.I)
_ANSWERED = (AnswerKind.ACCEPTED, AnswerKind.CONDITIONAL, AnswerKind.REJECTED)


@dataclass(frozen=True, slots=True)
class Turn:
    """The parties that are to move (empty: not known), the day since which they are, and the event that made it so."""

    parties: tuple[str, ...] = ()
    since: date | None = None
    event_id: int | None = None

    def days(self, today: date | None) -> int | None:
        """Whole days waited by `today`, at least; None where either day is not known."""
        if today is None or self.since is None or self.since > today:
            return None
        return (today - self.since).days


def turn_of(index: EventIndex, table: Table) -> Turn:
    """After a condition, those whom it addresses, where that is only the author the other addressees first; else the
    addressees of the live proposal (a counter-offer is one) without an answer; else not known.

    The condition counts where it is the latest word on the latest proposal: later answers by others, agreements and
    proposals take its place.
    """
    condition = _condition(index, table)
    if condition is not None:
        return condition
    live = table.live
    if live is None:
        return _free_condition(index, table)
    answered = {one.party for one in live.answers if one.kind in _ANSWERED}
    waiting = tuple(party for party in live.addressees if party not in answered)
    event = index.by_id[live.event_id]
    return Turn(waiting, last_possible(event), event.id) if waiting else Turn()


def _condition(index: EventIndex, table: Table) -> Turn | None:
    """The turn that a conditional acceptance makes, where nothing has come after it."""
    if not table.proposals:
        return None
    latest = table.proposals[-1]
    replies = table.replies.get(latest.event_id, [])
    final = [one for one in replies if one.answer.kind in _ANSWERED]
    if not final or final[-1].answer.kind is not AnswerKind.CONDITIONAL:
        return None
    event = final[-1].event
    party = final[-1].answer.party
    addressed = tuple(name for name in event.targets if name != party and name not in latest.carriers)
    whom = _bound(index, event, party) or addressed or _demanded(index, event, party)
    whom = whom or tuple(name for name in latest.authors if name != party)
    if not whom or _is_settled(index, event, {party, *whom}):
        return None
    answered = {one.answer.party for one in final}
    if set(whom) <= set(latest.authors) and not set(latest.addressees) <= answered:
        return None  # a plan put to several: who has not answered it is to move before it can be mended
    asked = _asked_on(index, event, party, set(latest.authors))
    if asked is not None:
        event, whom = asked
    return Turn(whom, last_possible(event), event.id)


def _asked_on(
    index: EventIndex, condition: Event, party: str, authors: set[str]
) -> tuple[Event, tuple[str, ...]] | None:
    """The latest demand by which, on a later day than its conditional yes, the party asks the author, alone or with
    others, to go on from there; and whom it asks."""
    for event in reversed(index.deeds(party, EventType.DEMAND)):
        if not event.is_real or index.day(event) <= index.day(condition):
            continue
        for told in event.reports:
            if authors & set(told.targets):
                return event, tuple(name for name in told.targets if name != party)
    return None


def _free_condition(index: EventIndex, table: Table) -> Turn:
    """The turn that a conditional yes to something else than a reported proposal makes, where no proposal came on a
    later day and no agreement followed."""
    last = max((index.day(index.by_id[one.event_id]) for one in table.proposals), default=None)
    for event in reversed(index.of(EventType.ACCEPTANCE)):
        if answer_kind(event) is not AnswerKind.CONDITIONAL or (last is not None and index.day(event) < last):
            continue
        whom = tuple(dict.fromkeys(name for party in event.actors for name in _bound(index, event, party)))
        whom = whom or tuple(name for name in event.targets if name not in event.actors)
        whom = whom or tuple(dict.fromkeys(name for party in event.actors for name in _demanded(index, event, party)))
        if whom and not _is_settled(index, event, {*event.actors, *whom}):
            return Turn(whom, last_possible(event), event.id)
    return Turn()


def _is_settled(index: EventIndex, condition: Event, sides: set[str]) -> bool:
    """Whether one of the sides came to an agreement after the condition; one that is itself conditional is none yet."""
    later = (one for one in reversed(index.of(EventType.AGREEMENT)) if index.order(one) > index.order(condition))
    return any(one.is_real and not _is_tied(one) and not sides.isdisjoint(one.parties) for one in later)


def _is_tied(agreement: Event) -> bool:
    told = [one.mention for one in agreement.reports if one.mention.type is agreement.type]
    return bool(told) and all(one.is_conditional for one in told)


def _bound(index: EventIndex, event: Event, party: str) -> tuple[str, ...]:
    """Who acts, or is asked to, after the word of condition in the sentence of the yes ("only if X stops")."""
    found: list[str] = []
    for told in event.reports:
        place = _condition_place(told)
        if told.mention.type is not event.type or place is None:
            continue
        after = [
            (first, other)
            for other in index.same_sentence(event)
            if party not in other.actors
            for one in other.reports
            if sentence_of(one) == sentence_of(told) and (first := one.mention.trigger.first) > place
        ]
        for _, other in sorted(after, key=lambda item: item[0]):
            found += other.targets if other.type is EventType.DEMAND else other.actors
    return tuple(dict.fromkeys(name for name in found if name != party))


def _condition_place(report: Report) -> int | None:
    """The character of the article at which the condition begins that follows the yes; None without one."""
    offset = report.mention.trigger.first - report.at.first
    after = _CONDITION.search(report.evidence, report.at.last)
    return offset + after.start() if after else None


def _demanded(index: EventIndex, event: Event, party: str) -> tuple[str, ...]:
    """Whom the condition in the same sentence is put to."""
    demands = (
        one
        for one in index.same_sentence(event)
        if one.type is EventType.DEMAND and (party in one.actors or not one.actors)
    )
    return tuple(dict.fromkeys(name for one in demands for name in one.targets if name != party))

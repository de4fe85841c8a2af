"""What takes a proposal from the table: an answer, another proposal, a deal, its author, time."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from tracker.model.events import Event, Report
from tracker.model.mentions import EventType, Phase
from tracker.model.standing import AnswerKind
from tracker.views.answers import Reply, Resolver
from tracker.views.drafts import Draft
from tracker.views.index import EventIndex
from tracker.views.quotes import about_words, clause_words
from tracker.views.references import has_any, reference_words

_NOT_FINAL = (AnswerKind.NONE, AnswerKind.STUDYING)
# After so long another of its author that somebody accepts has overtaken a proposal, an invitation has lapsed, and any.
_OVERTAKEN, _LAPSED = timedelta(days=30), timedelta(days=180)


def ended(
    index: EventIndex,
    drafts: Sequence[Draft],
    parents: dict[int, Draft],
    replies: dict[int, list[Reply]],
    resolver: Resolver,
) -> set[int]:
    """The ids of the proposals that are withdrawn, superseded by a counter-offer, a revision, an agreement or another
    of their author's that was accepted, taken up by talks, or answered by all whom they address. `parents` and
    `replies` are by the id of a draft."""
    closed = {parent.id for parent in parents.values()}
    closed |= {draft.id for draft in drafts if _is_answered(draft, replies.get(draft.id, []))}
    closed |= _withdrawn(index, resolver)
    settled = [event for event in index.of(EventType.AGREEMENT, EventType.TRUCE) if event.is_real and _settles(event)]
    still_open: defaultdict[str, dict[int, Draft]] = defaultdict(dict)
    waiting = deque(drafts)
    for event in settled:
        sides, day = set(event.parties), index.day(event)
        while waiting and waiting[0].day <= day:
            draft = waiting.popleft()
            for name in draft.sides:
                still_open[name][draft.id] = draft
        near = {draft.id: draft for name in sides for draft in still_open[name].values()}
        for draft in near.values():
            between_them = bool(draft.addressees) and set(draft.addressees) <= sides
            if (len(sides & draft.sides) > 1 or draft.sides <= sides or between_them) and _follows(event, draft):
                closed.add(draft.id)
                for name in draft.sides:
                    del still_open[name][draft.id]
    return closed | _taken_up(index, drafts) | _overtaken(drafts, replies)


def _overtaken(drafts: Sequence[Draft], replies: Mapping[int, Sequence[Reply]]) -> set[int]:
    """The proposals whose author made another long after that somebody accepts."""
    accepted: dict[str, date] = {}
    for draft in drafts:
        if any(one.answer.kind is AnswerKind.ACCEPTED for one in replies.get(draft.id, [])):
            accepted.update(dict.fromkeys(draft.authors, draft.day))
    return {
        draft.id
        for draft in drafts
        if any(accepted.get(name, draft.day) - draft.day >= _OVERTAKEN for name in draft.authors)
    }


def _follows(deal: Event, draft: Draft) -> bool:
    """Whether the deal came after the proposal: by its day, or, where no day is known, by being told first later."""
    told, offered = deal.first_reported, draft.events[0].first_reported
    return deal.date.is_known or (told is not None and offered is not None and told > offered)


def _taken_up(index: EventIndex, drafts: Sequence[Draft]) -> set[int]:
    """Offers of talks or mediation, without other terms, whose author or addressees met or mediated afterwards."""
    offers = [draft for draft in drafts if offers_only_talks(draft)]
    return {
        draft.id
        for draft in offers
        if any(
            one.is_real and one.date.is_known
            for name in (*draft.authors, *draft.addressees)
            for kind in (EventType.MEETING, EventType.MEDIATION)
            for one in index.within(index.affairs(name, kind), draft.day + timedelta(days=1))
        )
    }


def offers_only_talks(draft: Draft) -> bool:
    """Whether a proposal is an invitation to talks or an offer to mediate, without terms of a settlement."""
    reports = [one for event in draft.events for one in event.reports]
    return not draft.kinds and not any(one.terms for one in reports) and any(map(_offers_talks, reports))


def has_lapsed(draft: Draft, replies: Sequence[Reply], today: date) -> bool:
    """Whether nobody told of a proposal, or took up an invitation to talks, for so long that no answer is awaited."""
    told = [one.last_reported for one in (*draft.events, *(reply.event for reply in replies)) if one.last_reported]
    silence = today - max([draft.day, *told])
    return silence > _LAPSED or (silence > _OVERTAKEN and offers_only_talks(draft))


def _offers_talks(report: Report) -> bool:
    lists = reference_words()
    is_invitation = report.mention.sense_name in lists.invitations
    return is_invitation or has_any(about_words(report) or clause_words(report), lists.talks)


def _is_answered(draft: Draft, replies: Sequence[Reply]) -> bool:
    """Whether all addressees have accepted, accepted with conditions or rejected. Where reports do not say whom it
    addresses, only a rejection ends it: who else would have to accept is not known."""
    latest = [one.answer for one in latest_of(replies).values()]
    if not draft.addressees:
        return any(one.kind is AnswerKind.REJECTED for one in latest)
    return set(draft.addressees) <= {one.party for one in latest if one.kind not in _NOT_FINAL}


def _settles(event: Event) -> bool:
    if event.type is EventType.AGREEMENT:
        return True
    phases = {one.mention.phase for one in event.reports}
    return Phase.BEGIN in phases and Phase.END not in phases


def _withdrawn(index: EventIndex, resolver: Resolver) -> set[int]:
    """Proposals that their author takes back."""
    lists = reference_words()
    found = set()
    for event in index.of(EventType.REJECTION, EventType.SUSPENSION, EventType.WITHDRAWAL):
        takes_back = event.is_real and any(
            has_any(clause_words(one), lists.withdrawals) and has_any(clause_words(one), lists.proposals)
            for one in event.reports
        )
        if not takes_back:
            continue
        own = resolver.own(event)
        if own is not None:
            found.add(own.id)
    return found


def latest_of(replies: Sequence[Reply]) -> dict[str, Reply]:
    """Each party's latest answer; that it studies the proposal takes back no earlier answer."""
    found: dict[str, Reply] = {}
    for reply in replies:
        party = reply.answer.party
        if reply.answer.kind is AnswerKind.STUDYING and party in found and found[party].answer.kind not in _NOT_FINAL:
            continue
        found[party] = reply
    return found

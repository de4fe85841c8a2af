"""What is due when, and what has passed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from tracker.model.dates import Ground
from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType, Status
from tracker.model.standing import Deadline, Progress
from tracker.views.agreements import agreements
from tracker.views.answers import stays_away
from tracker.views.commitments import commitment, deed_words, falls_short, fulfilments, is_planned, was_planned
from tracker.views.days import ends_by
from tracker.views.headline import headline
from tracker.views.index import EventIndex, index_of
from tracker.views.last_days import last_days

_DATED = (Ground.STATED, Ground.ANCHORED)
_LONGEST = 62


def deadlines(events: Sequence[Event], today: date | None = None) -> tuple[Deadline, ...]:
    """Planned events with a day, those done since that were due by one, what demands and threats set a day for or want
    answered by one, what is promised by one or by the terms of a deal, and the last days of agreements, by day.

    A plan counts where words give its day, no more than two months wide; "passed": its last day lies before `today`
    (never, where that is None).
    """
    index = index_of(events)
    found = [*_planned(index, today), *_kept(index, today), *_demanded(index, today), *_answers(index, today)]
    found += [*_promised(index, today), *_expiring(index, today)]
    found += _in_terms(index, today, {one.due for one in found})
    return tuple(sorted(found, key=lambda one: (one.due, one.event_id)))


def _planned(index: EventIndex, today: date | None) -> Iterable[Deadline]:
    for event in index:
        due = ends_by(event)
        if not is_planned(event) or due is None or not _is_told(event, due):
            continue
        one = commitment(index, event, today)
        passed = today is not None and due < today
        # "Planned, not reported since" is wrong of what another event tells as done.
        told = one.kept_by[-1] if one.progress is Progress.DONE and one.kept_by else event
        yield Deadline(due, event.parties, headline(told), event.id, passed, one.progress)


def _kept(index: EventIndex, today: date | None) -> Iterable[Deadline]:
    """The last days of deeds that were planned by one and have been done since."""
    for event in index.of(*deed_words().deeds):
        due = _set_for(event) if was_planned(event) else None
        if due is not None:
            passed = today is not None and due < today
            left = Progress.OVERDUE if passed else Progress.PARTLY
            progress = left if falls_short(index, event) else Progress.DONE
            yield Deadline(due, event.parties, headline(event), event.id, passed, progress)


def _set_for(event: Event) -> date | None:
    """The last day by which a deed was to be done, as the first plan of it tells; None where it only had a day."""
    for plan in (one.mention.date for one in event.reports if one.mention.status is Status.PLANNED):
        days = (plan.latest - plan.earliest).days if plan.earliest and plan.latest else 0
        if plan.ground in _DATED and 0 < days <= _LONGEST:
            return plan.latest
    return None


def _demanded(index: EventIndex, today: date | None) -> Iterable[Deadline]:
    """What an open demand or threat wants done by a day that lay ahead when it was made."""
    for holder in index.of(EventType.DEMAND, EventType.THREAT):
        for event in index.contents(holder) if holder.is_real else ():
            due = ends_by(event)
            if event.status is not EventStatus.PROPOSED or due is None or not _is_told(event, due):
                continue
            if due < index.day(holder):
                continue
            done = fulfilments(index, event, index.day(holder))
            passed = today is not None and due < today
            progress = Progress.DONE if done else Progress.OVERDUE if passed else Progress.NOT_BEGUN
            words = f"{headline(event)}; {headline(holder)}"
            yield Deadline(due, event.parties or holder.targets, words, event.id, passed, progress)


def _answers(index: EventIndex, today: date | None) -> Iterable[Deadline]:
    """The last days that demands, threats and proposals leave for an answer, with those who still owe one; none where
    the deed that is wanted has that day itself."""
    for holder in index.of(EventType.DEMAND, EventType.THREAT, EventType.PROPOSAL):
        due = _last_day(index, holder)
        if due is None:
            continue
        made = index.day(holder)
        answered = {
            side
            for one in index.of(EventType.ACCEPTANCE, EventType.REJECTION)
            if one.is_real and made <= index.day(one) and not stays_away(one)
            for side in one.actors
        }
        asked = holder.targets or holder.parties
        owing = tuple(side for side in asked if side not in answered)
        passed = today is not None and due < today
        still = Progress.OVERDUE if passed else Progress.NOT_BEGUN
        words = f"{headline(holder)} (last day)"
        yield Deadline(due, owing or asked, words, holder.id, passed, still if owing else Progress.DONE)


def _promised(index: EventIndex, today: date | None) -> Iterable[Deadline]:
    """The last days of promises; whether they were kept is not known where the deed has no event of its own."""
    for promise in index.of(EventType.ACCEPTANCE):
        due = _last_day(index, promise)
        if due is not None:
            passed = today is not None and due < today
            progress = Progress.UNKNOWN if passed else Progress.NOT_BEGUN
            yield Deadline(due, promise.actors, f"{headline(promise)} (last day)", promise.id, passed, progress)


def _in_terms(index: EventIndex, today: date | None, told: set[date]) -> Iterable[Deadline]:
    """The last days that the terms of deals give for what is no event of its own: payments, appointments; whether they
    were kept is known only of what another report tells as no longer planned. Days `told` of an event are its own."""
    for deal in index.of(EventType.AGREEMENT):
        sides = tuple(dict.fromkeys((*deal.parties, *deal.mediators)))
        spelled = [(one.terms, one.published) for one in deal.reports if one.terms and one.published]
        for term in (term for words, day in spelled if deal.is_real for term in last_days(words, day, sides)):
            if term.day in told:
                continue
            told.add(term.day)
            passed = today is not None and term.day < today
            progress = Progress.UNKNOWN if passed else Progress.NOT_BEGUN
            if any(_is_done_by(event, term.day) for event in index):
                progress = Progress.DONE
            yield Deadline(term.day, term.parties, f"{headline(deal)}: “{term.words}”", deal.id, passed, progress)


def _is_done_by(event: Event, due: date) -> bool:
    """Whether an event was planned by a day and told as done later, be it that something ended: a ban lifted."""
    planned = any(one.mention.status is Status.PLANNED and one.mention.date.latest == due for one in event.reports)
    return planned and event.status in {EventStatus.OCCURRED, EventStatus.DENIED}


def _last_day(index: EventIndex, holder: Event) -> date | None:
    """The day that most reports give as the last that an event leaves; None where the deed that it is about has that
    day itself."""
    days = Counter(one.mention.due for one in holder.reports)
    due = min((day for day in days if day is not None), key=lambda day: (-days[day], day), default=None)
    if due is None or not holder.is_real or any(ends_by(one) == due for one in index.contents(holder)):
        return None
    return due


def _is_told(event: Event, due: date) -> bool:
    first = event.date.earliest
    return (event.date.ground in _DATED or not event.reports) and (first is None or (due - first).days <= _LONGEST)


def _expiring(index: EventIndex, today: date | None) -> Iterable[Deadline]:
    for deal in agreements(index, today):
        if deal.expiry is None:
            continue
        passed = today is not None and deal.expiry < today
        if deal.ended is not None:
            progress = Progress.DONE if deal.ended >= deal.expiry else Progress.PARTLY
        else:
            progress = Progress.UNKNOWN if passed else Progress.PARTLY
        words = f"{deal.title} (last day)"
        yield Deadline(deal.expiry, deal.parties, words, deal.event_id, passed, progress)

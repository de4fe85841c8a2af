"""What changed between two states of a negotiation."""

from collections.abc import Sequence
from datetime import date

from tracker.model.events import Event, EventStatus, Trust
from tracker.model.standing import Changes, StatusLine
from tracker.views.headline import headline, named
from tracker.views.index import EventIndex, index_of
from tracker.views.lines import line
from tracker.views.proposals import Table, table_of
from tracker.views.trust import is_tentative
from tracker.views.turn import turn_of

_MOVED_ON = (EventStatus.OCCURRED, EventStatus.DISPUTED)


def changes(
    before: Sequence[Event], after: Sequence[Event], today: date | None = None, context: Sequence[Event] = ()
) -> Changes:
    """What is new, newly confirmed, contradicted, dated more narrowly, answered otherwise, whose turn became whose, and
    what is gone, in `after` against `before`. Events are the same by public id.

    Answers and turns rest on all proposals and answers of a negotiation: where `before` and `after` hold only events
    that were touched, `context` gives the others that did not change.
    """
    old, new = index_of(before), index_of(after)
    kept = [(old.by_id[event.id], event) for event in new if event.id in old.by_id]
    all_old, all_new = (index_of([*one, *context]) if context else one for one in (old, new))
    old_table, new_table = table_of(all_old, today), table_of(all_new, today)
    return Changes(
        new=tuple(line(event) for event in new if event.id not in old.by_id),
        confirmed=tuple(found for was, now in kept if (found := _confirmed(was, now))),
        contradicted=tuple(found for was, now in kept if (found := _contradicted(was, now))),
        narrowed=tuple(found for was, now in kept if (found := _narrowed(was, now))),
        answers=_answers(all_new, old_table, new_table),
        turns=_turns(all_old, all_new, old_table, new_table),
        gone=tuple(line(event) for event in old if event.id not in new.by_id),
    )


def _confirmed(was: Event, now: Event) -> StatusLine | None:
    if now.status in _MOVED_ON and was.status not in _MOVED_ON:
        return line(now, words=f"{headline(now)}; it was {was.status.value} before")
    if now.independent_sources > was.independent_sources:
        sources = now.independent_sources
        return line(now, words=f"{headline(now)}; now told by {sources} independent sources")
    if was.trust is Trust.UNREVIEWED and now.trust is not Trust.UNREVIEWED:
        return line(now, words=f"{headline(now)}; {now.trust.value} by an analyst")
    return None


def _contradicted(was: Event, now: Event) -> StatusLine | None:
    known = {(one.field, frozenset(side.value for side in one.sides)) for one in was.conflicts}
    fresh = [one for one in now.conflicts if (one.field, frozenset(side.value for side in one.sides)) not in known]
    if fresh:
        told = "; ".join(f"{one.field}: {' or '.join(side.value for side in one.sides)}" for one in fresh)
        return line(now, words=f"{headline(now)}; reports disagree on {told}")
    if now.status is EventStatus.DENIED and was.status is not EventStatus.DENIED:
        return line(now, words=f"{headline(now)}; it was {was.status.value} before")
    return None


def _narrowed(was: Event, now: Event) -> StatusLine | None:
    before, after = _width(was), _width(now)
    if after is None or (before is not None and after >= before):
        return None
    return line(now, words=f"{headline(now)}; its date is known more narrowly")


def _width(event: Event) -> int | None:
    first, last = event.date.earliest, event.date.latest
    return (last - first).days if first and last else None


def _answers(index: EventIndex, before: Table, after: Table) -> tuple[StatusLine, ...]:
    """Each answer that is not what it was, to the proposals that are known now."""
    known = {(one.event_id, answer.party): answer for one in before.proposals for answer in one.answers}
    found = []
    for proposal in after.proposals:
        for answer in proposal.answers:
            was = known.get((proposal.event_id, answer.party))
            if (was is None and answer.event_id is None) or (was is not None and was.kind is answer.kind):
                continue
            ids = tuple(one for one in (answer.event_id, proposal.event_id) if one is not None)
            earlier = f", before: {was.kind.value}" if was else ""
            title = f"{proposal.title[0].lower()}{proposal.title[1:]}"
            words = f"{_first(named(answer.party))} on the {title}: {answer.kind.value}{earlier}"
            events = [index.by_id[one] for one in ids if one in index.by_id]
            found.append(StatusLine(words, ids, answer.day, is_tentative(events)))
    return tuple(found)


def _turns(old: EventIndex, new: EventIndex, before: Table, after: Table) -> tuple[StatusLine, ...]:
    was, now = turn_of(old, before), turn_of(new, after)
    if was.parties == now.parties:
        return ()
    ids = tuple(dict.fromkeys(one for one in (now.event_id, was.event_id) if one is not None and one in new.by_id))
    told = f"It is now the turn of {_names(now.parties)}" if now.parties else "Whose turn it is is not known now"
    words = f"{told}; it was that of {_names(was.parties)}" if was.parties else told
    return (StatusLine(words, ids, now.since, is_tentative(new.by_id[one] for one in ids)),)


def _names(parties: Sequence[str]) -> str:
    return " and ".join(named(name) for name in parties)


def _first(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"

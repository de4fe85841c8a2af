"""The proposals with their terms, answers and parents, and which of them is live."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.model.events import Event
from tracker.model.mentions import EventType
from tracker.model.standing import Answer, AnswerKind, Proposal, Term
from tracker.views.answers import NAMED, Reply, Resolver, replies_to
from tracker.views.days import interval_words, last_possible
from tracker.views.drafts import Draft, drafts_of
from tracker.views.ended import ended, has_lapsed, latest_of, offers_only_talks
from tracker.views.headline import named
from tracker.views.index import EventIndex, index_of
from tracker.views.references import read_reference, reference_words
from tracker.views.terms import same_said, terms_of

_PARENT_DAYS = 120
# Within so many words of "replaces" stands whose proposal that is.
_REPLACED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Table:
    """What lies on the table: all proposals in order of time, the live one, and the events of the answers to each."""

    proposals: tuple[Proposal, ...]
    live: Proposal | None
    replies: dict[int, list[Reply]]


def proposals(events: Sequence[Event], today: date | None = None) -> tuple[Proposal, ...]:
    """All proposals that took place by `today`, in order of time; at most one of them is live."""
    return table_of(index_of(events), today).proposals


def table_of(index: EventIndex, today: date | None = None) -> Table:
    """The proposals with what was answered to each. `today` leaves out what lies after it."""
    return index.once(("table", today), lambda: _table(index, today))


def _table(index: EventIndex, today: date | None) -> Table:
    drafts = [draft for draft in drafts_of(index) if today is None or draft.day <= today]
    resolver = Resolver(index, drafts)
    _add_carriers(index, resolver)
    replies = replies_to(index, resolver)
    parents = _parents(index, drafts)
    closed = ended(index, drafts, parents, replies, resolver)
    told = [draft for draft in drafts if draft is drafts[-1] or not _is_only_mentioned(draft, replies)]
    still = [draft for draft in reversed(told) if draft.id not in closed]
    still = [draft for draft in still if not (today and has_lapsed(draft, replies.get(draft.id, []), today))]
    # An offer to host talks takes no terms from the table.
    live = next((draft for draft in still if not offers_only_talks(draft)), next(iter(still), None))
    terms = {draft.id: terms_of(index, draft.events) for draft in drafts}
    made = tuple(
        _proposal(draft, draft is live, parents.get(draft.id), terms, replies.get(draft.id, [])) for draft in drafts
    )
    return Table(made, next((one for one in made if one.is_live), None), replies)


def _is_only_mentioned(draft: Draft, replies: Mapping[int, Sequence[Reply]]) -> bool:
    """Whether nothing is known of a proposal, nor any answer to it: "an idea floated by two former ministers" is not on
    the table once others have offered something."""
    return not (draft.sides or draft.carriers or draft.kinds or replies.get(draft.id))


def _add_carriers(index: EventIndex, resolver: Resolver) -> None:
    """Who relays a proposal is its carrier and not its addressee, and to whom, its addressee; so too where the relaying
    is only planned."""
    for event in index.of(EventType.MEDIATION):
        draft = resolver.find(event, NAMED)
        if draft is None:
            continue
        carriers = [name for name in event.actors if name not in draft.carriers and name not in draft.authors]
        draft.carriers.extend(carriers)
        receivers = [name for name in event.targets if name not in (*draft.addressees, *draft.authors, *draft.carriers)]
        draft.addressees.extend(receivers)
        draft.addressees = [name for name in draft.addressees if name not in draft.carriers] or draft.addressees


def _parents(index: EventIndex, drafts: Sequence[Draft]) -> dict[int, Draft]:
    """For each counter-proposal the proposal that it answers, for each revision the one that it revises, for what is
    told to replace one that."""
    found: dict[int, Draft] = {}
    for place, draft in enumerate(drafts):
        replaced = _authors_replaced(index, draft)
        for old in reversed(drafts[max(place - 40, 0) : place]):
            if (draft.day - old.day).days > _PARENT_DAYS:
                break
            if _counters(draft, old) or _revises(draft, old) or replaced & set(old.authors):
                found[draft.id] = old
                break
    return found


def _authors_replaced(index: EventIndex, draft: Draft) -> set[str]:
    """Whose proposal a report tells that this one replaces: "the compromise, which replaces the Peruvian draft"."""
    sentences = (text for event in draft.events for one in event.reports for text in (one.evidence, one.terms) if text)
    found: set[str] = set()
    for sentence in sentences:
        for replacing in reference_words().replacing:
            _, replaces, after = sentence.partition(f" {replacing} ")
            if replaces:
                found |= read_reference(" ".join(after.split()[:_REPLACED_WORDS]), index.names).parties
    return found - set(draft.authors)


def _counters(draft: Draft, old: Draft) -> bool:
    """Whether an addressee of `old` offers something to its author, or calls its offer a counter-offer."""
    if set(draft.authors) & set(old.authors) or not draft.authors:
        return False
    offers_back = bool(set(draft.addressees) & set(old.authors))
    is_addressed = bool(set(draft.authors) & set(old.addressees))
    return (is_addressed and (offers_back or not draft.addressees or draft.is_counter)) or (
        draft.is_counter and (offers_back or not old.addressees)
    )


def _revises(draft: Draft, old: Draft) -> bool:
    """Whether the same author comes again to the same side."""
    if not set(draft.authors) & set(old.authors):
        return False
    apart = draft.addressees and old.addressees and not set(draft.addressees) & set(old.addressees)
    return not apart


def _proposal(
    draft: Draft, is_live: bool, parent: Draft | None, terms: dict[int, tuple[Term, ...]], replies: Sequence[Reply]
) -> Proposal:
    latest = latest_of(replies)
    silent = [party for party in draft.addressees if party not in latest]
    answers = [*(reply.answer for reply in latest.values()), *(Answer(party, AnswerKind.NONE) for party in silent)]
    own = terms[draft.id]
    added: tuple[Term, ...] = ()
    dropped: tuple[Term, ...] = ()
    if parent is not None:
        before, after = {same_said(one) for one in terms[parent.id]}, {same_said(one) for one in own}
        added = tuple(one for one in own if same_said(one) not in before)
        dropped = tuple(one for one in terms[parent.id] if same_said(one) not in after)
    first = draft.events[0]
    return Proposal(
        event_id=draft.id,
        title=_title(draft),
        authors=tuple(draft.authors),
        carriers=tuple(draft.carriers),
        addressees=tuple(draft.addressees) or tuple(latest),
        earliest=first.date.earliest,
        latest=last_possible(first),
        is_live=is_live,
        terms=own,
        answers=tuple(sorted(answers, key=lambda one: one.party)),
        history=tuple(reply.answer for reply in replies),
        parent=parent.id if parent else None,
        added=added,
        dropped=dropped,
        event_ids=tuple(sorted({one.id for one in draft.events} | {reply.event.id for reply in replies})),
    )


def _title(draft: Draft) -> str:
    noun = "Counter-proposal" if draft.is_counter else "Revised proposal" if draft.is_revision else "Proposal"
    by = f" by {' and '.join(named(name) for name in draft.authors)}" if draft.authors else ""
    first = draft.events[0]
    span = interval_words(first)
    day = first.date.earliest
    when = span or (f"{day.day} {day:%B %Y}" if day else "")
    return f"{noun}{by}{f', {when}' if when else ''}"

"""The events of a negotiation, now and as they stood in the reports of a day."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from tracker.app.learning import party_rules_of_day
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.events import Event, Report, part_id
from tracker.model.mentions import ANSWERS, EventType
from tracker.model.negotiations import Negotiation, NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.resolve import resolve, seen_on
from tracker.resolve.decisions import effective
from tracker.resolve.words import fold
from tracker.store.unit import Unit

if TYPE_CHECKING:
    from tracker.views import EventIndex

_MOST_PARTIES = 12
# What mediators do and undergo like others, and what is done to them by answering their offers.
_DONE_BY_MEDIATORS = {
    EventType.MEDIATION, EventType.MEETING, EventType.PROPOSAL, EventType.STATEMENT, EventType.SUPPORT,
    EventType.DEMAND, EventType.SUSPENSION, EventType.ACCUSATION,
}  # fmt: skip
_LEAST_EVENTS = 2


@dataclass(frozen=True)
class Chronology:
    """A negotiation's events on a day. `today` is the day to which waits count; `undated` counts the articles without a
    publication day, which views as of a day leave out."""

    negotiation: Negotiation
    events: tuple[Event, ...]
    parties: tuple[NegotiationParty, ...]
    today: dt.date | None
    undated: int

    @cached_property
    def index(self) -> "EventIndex":
        """The events sorted out for the views, once: what one view works out, the others find there."""
        from tracker.views import EventIndex

        return EventIndex(self.events)


def read_chronology(unit: Unit, slug: str, as_of: dt.date | None) -> Chronology:
    """Reads a negotiation's events. Without `as_of` all reports count and the day is that of the last one."""
    negotiation = unit.negotiations.get(slug)
    decisions = unit.decisions.of(negotiation.id)
    if as_of is None:
        today = unit.articles.last_published(negotiation.id)
        events = seen_on(unit.events.of(negotiation.id), today)
    else:
        today = as_of
        events = _known_on(unit, negotiation.id, as_of, decisions)
    standing = effective(decisions)
    events = _graded(events, standing)
    parties = with_roles(unit.negotiations.parties(negotiation.id) or named_parties(events), standing)
    return Chronology(negotiation, events, parties, today, unit.articles.undated(negotiation.id))


def _known_on(unit: Unit, negotiation_id: int, day: dt.date, decisions: Sequence[Decision]) -> tuple[Event, ...]:
    first_ids, free = unit.neighbours(negotiation_id).all_first_ids(), unit.events.next_id()
    resolution = resolve(
        list(unit.reports.known_on(negotiation_id, day)),
        party_rules_of_day(unit, negotiation_id, day),
        decisions,
        first_ids,
        day,
        next_id=free,
    )
    given = {event.id: event.id for event in resolution.events}
    for event in resolution.events:
        if event.id >= free and event.reports:  # an id that nobody was given: its reports have always been in another
            given[event.id] = first_ids.get(str(event.reports[0].key), event.id)
    return _under_todays_ids(resolution.events, given, unit.events.redirects(negotiation_id))


def _under_todays_ids(
    events: Sequence[Event], given: Mapping[int, int], redirects: Mapping[int, int]
) -> tuple[Event, ...]:
    """The events under the ids that they have in the full view. `given` holds the ids that their reports were first
    given. Where later reports join two of them, the one that has that id, or the first, gets it; the other keeps its
    own, which leads there, or gets that of a part of the whole where its own was never given."""

    def today(event_id: int) -> int:
        seen = {event_id}
        while (following := redirects.get(event_id)) is not None and following not in seen:
            event_id = following
            seen.add(event_id)
        return event_id

    taken = {event.id for event in events}
    renamed: dict[int, int] = {}
    for event in sorted(events, key=lambda one: one.id):
        wanted = today(given[event.id])
        if given[event.id] != event.id:
            parts = (part_id(wanted, number) for number in count(1))
            wanted = wanted if wanted not in taken else next(one for one in parts if one not in taken)
        if wanted not in taken:
            renamed[event.id] = wanted
            taken.add(wanted)
    return tuple(
        replace(
            event,
            id=renamed.get(event.id, event.id),
            content_of=renamed.get(event.content_of, event.content_of) if event.content_of else None,
        )
        for event in events
    )


def named_parties(events: Iterable[Event]) -> tuple[NegotiationParty, ...]:
    """The parties of a negotiation for which none are set: the names of most events, mediators where they mediate more
    than they give, take or suffer."""
    events = tuple(events)
    in_events = Counter(name for event in events for name in event.parties)
    mediating = Counter(name for event in events for name in event.mediators)
    at_stake = Counter(name for event in events for name in _with_a_stake(event))
    kinds = _kinds(events)
    often = [name for name, number in in_events.items() if number >= _LEAST_EVENTS] or list(in_events)
    names = sorted(often, key=lambda name: (-in_events[name], name))[:_MOST_PARTIES]
    found = [
        NegotiationParty(
            name,
            kinds.get(name, (PartyKind.UNKNOWN, False))[0],
            NegotiationRole.MEDIATOR if mediating[name] > at_stake[name] else NegotiationRole.PARTY,
            kinds.get(name, (PartyKind.UNKNOWN, False))[1],
        )
        for name in names
    ]
    return _in_order(found)


def _with_a_stake(event: Event) -> frozenset[str]:
    """Who is a party to what an event tells: those who do it or to whom it is done; nobody to what mediators do
    as well, as they meet, propose, ask and comment."""
    if event.type in _DONE_BY_MEDIATORS:
        return frozenset()
    sides = event.actors if event.type in ANSWERS else (*event.actors, *event.targets)  # who proposed is answered
    return frozenset(sides) - frozenset(event.mediators)


def with_roles(parties: Iterable[NegotiationParty], decisions: Iterable[Decision]) -> tuple[NegotiationParty, ...]:
    """The parties with the roles that analysts gave; one that was not among them joins them."""
    found = {fold(one.name): one for one in parties}
    for decision in decisions:
        if decision.kind is DecisionKind.PARTY_ROLE:
            name, role = fold(decision.field), NegotiationRole(decision.value)
            known = found.get(name) or NegotiationParty(decision.field, PartyKind.UNKNOWN, role, is_verified=True)
            found[name] = replace(known, role=role)
    return _in_order(found.values())


def _in_order(parties: Iterable[NegotiationParty]) -> tuple[NegotiationParty, ...]:
    """Those that negotiate first, then by role; within a role as they come."""
    order = list(NegotiationRole)
    return tuple(sorted(parties, key=lambda one: order.index(one.role)))


def _kinds(events: Iterable[Event]) -> Mapping[str, tuple[PartyKind, bool]]:
    """For each side the kind that most references give it, and whether the rules know it."""
    votes: dict[str, Counter[tuple[PartyKind, bool]]] = {}
    for event in events:
        for report in event.reports:
            mention = report.mention
            for one in (*mention.actors, *mention.targets, *mention.mediators):
                votes.setdefault(one.side, Counter())[one.kind, one.is_verified] += 1
    return {side: min(counts, key=lambda vote: (-counts[vote], vote)) for side, counts in votes.items()}


def _graded(events: Sequence[Event], decisions: Iterable[Decision]) -> tuple[Event, ...]:
    """The events with the grades that analysts gave to outlets and articles on their reports."""
    grades = {fold(one.field): one.value for one in decisions if one.kind is DecisionKind.GRADE}
    if not grades:
        return tuple(events)
    return tuple(replace(event, reports=tuple(_grade(report, grades) for report in event.reports)) for event in events)


def _grade(report: Report, grades: Mapping[str, str]) -> Report:
    value = grades.get(f"article {report.article_id}") or grades.get(fold(report.outlet or ""), "")
    source = value[:1] if value[:1].isalpha() else None
    information = value[-1:] if value[-1:].isdigit() else None
    return replace(report, source_grade=source, information_grade=information)

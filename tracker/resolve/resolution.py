"""Reports and decisions into events: the whole of resolve as one pure function."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracker.model.dates import Span
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.events import Event, Report
from tracker.model.mentions import MentionKey
from tracker.resolve.applied import added, apply
from tracker.resolve.blocking import CandidateIndex, stored_keys
from tracker.resolve.decisions import (
    ON_EVENTS,
    Found,
    LostTarget,
    decided_links,
    effective,
    find_targets,
    regroup,
)
from tracker.resolve.groups import Group, Link, cluster, components, find_links
from tracker.resolve.ids import assign
from tracker.resolve.parties import PartyBook, PartyRules
from tracker.resolve.profile import profile
from tracker.resolve.status import seen_on
from tracker.resolve.values import derive, report_order

ADDED = "added "


@dataclass(frozen=True, slots=True)
class Resolution:
    """The events of a negotiation and what has to be kept for the next time.

    `events` are ordered by date and id; `rejected` are those that analysts threw out. `ids` holds for each mention the
    public id that it was given (key as text; "added 7" for the event that decision 7 adds by hand): pass all of it to
    the next `resolve`. A mention keeps its id when its event merges into another, so that undoing the merge gives both
    back; it changes only where its group has to get a new one. `redirects` leads from merged ids to those that live.
    `lost` are the decisions' targets that no mention matches. `components` holds for each mention its component, `keys`
    the blocking keys under which it is found (see `tracker.resolve.incremental`), both by the mention's key as text.
    """

    events: tuple[Event, ...]
    rejected: tuple[Event, ...] = ()
    ids: Mapping[str, int] = field(default_factory=dict)
    redirects: Mapping[int, int] = field(default_factory=dict)
    next_id: int = 1
    lost: tuple[LostTarget, ...] = ()
    components: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


EventAt = Callable[[str, Span], int | None]


def resolve(
    reports: Sequence[Report],
    rules: PartyRules | None = None,
    decisions: Sequence[Decision] = (),
    ids: Mapping[str, int] | None = None,
    today: dt.date | None = None,
    *,
    next_id: int | None = None,
    event_at: EventAt | None = None,
) -> Resolution:
    """Turns the reports of one negotiation into its events.

    `reports` come in any order, their party names need not be set: they are decided here, by `rules` and `decisions`.
    As of a day: give only the reports, affiliations and the `today` of that day. `ids` is what the last resolution
    returned; new events are numbered from `next_id` (default: above all of `ids`). Plans whose day lies before `today`
    are unconfirmed. `event_at` gives the event of a mention that is not among `reports`, by text hash and trigger.
    Raises ValueError where a correction cannot be read.
    """
    known = dict(ids or {})
    free = next_id if next_id is not None else max(known.values(), default=0) + 1
    standing = effective(decisions)
    by_key = _named(reports, PartyBook(rules or PartyRules(), standing))
    profiles = {key: profile(same[0]) for key, same in by_key.items()}
    first_ids = _first_ids(by_key, known)

    found, lost = find_targets(standing, (same[0] for same in by_key.values()))
    links = find_links(profiles.values(), CandidateIndex(profiles.values()))
    groups = regroup(cluster(profiles, links), found)
    assigned = assign(groups, first_ids, free, lambda group: _first_seen(group, by_key))
    events = {
        group: derive(public, (report for key in group for report in by_key[key]))
        for group, public in zip(groups, assigned.ids, strict=True)
    }
    events = _with_contents(events, event_at)
    for group, public in zip(groups, assigned.ids, strict=True):
        first_ids |= {key: public for key in group if key not in first_ids or public >= free}
    by_hand, hand_ids, free = _by_hand(standing, known, assigned.next_id)
    kept, rejected = _decided(events, by_hand, found, standing, assigned.redirects)
    joined = components(profiles, [*links, *decided_links(found), *id_links(first_ids)])
    return Resolution(
        events=tuple(sorted(seen_on(kept, today), key=event_order)),
        rejected=tuple(sorted(seen_on(rejected, today), key=event_order)),
        ids=known | {str(key): public for key, public in sorted(first_ids.items())} | hand_ids,
        redirects=assigned.redirects,
        next_id=free,
        lost=lost,
        components={str(key): str(group[0]) for group in joined for key in group},
        keys={str(key): stored_keys(one) for key, one in profiles.items()},
    )


def _named(reports: Iterable[Report], book: PartyBook) -> dict[MentionKey, list[Report]]:
    """The reports with their parties' names, by key, in an order that does not depend on how they came."""
    by_key: defaultdict[MentionKey, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda one: (one.key, one.article_id)):
        by_key[report.key].append(book.named(report))
    return dict(by_key)


def _by_hand(
    standing: Iterable[Decision], known: Mapping[str, int], free: int
) -> tuple[list[Event], dict[str, int], int]:
    """The events that analysts added, their ids by key, and the next free id."""
    events, ids = [], {}
    for decision in standing:
        if decision.kind is DecisionKind.ADD:
            name = f"{ADDED}{decision.id}"
            ids[name] = known.get(name, free)
            free = free if name in known else free + 1
            events.append(added(decision, ids[name]))
    return events, ids, free


def event_order(event: Event) -> tuple[dt.date, dt.date, int]:
    """Events by date, those without a date last, then by id."""
    first = event.date.earliest or event.date.latest or dt.date.max
    return first, event.date.latest or dt.date.max, event.id


def id_links(first_ids: Mapping[MentionKey, int]) -> list[Link]:
    """Links between mentions that were first given the same id: who keeps it is decided among all of them."""
    holder: dict[int, MentionKey] = {}
    links = []
    for key in sorted(first_ids):
        first = holder.setdefault(first_ids[key], key)
        if first != key:
            links.append(Link(first, key, 0.0))
    return links


def _first_ids(by_key: Mapping[MentionKey, list[Report]], known: Mapping[str, int]) -> dict[MentionKey, int]:
    """The id of each mention that has one; a mention at the place of one that new rules took away inherits its id."""
    ids = {key: known[str(key)] for key in by_key if str(key) in known}
    present = {str(key) for key in by_key}
    moved: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for text, public in known.items():
        if text not in present and not text.startswith(ADDED):
            text_hash, place, _ = text.split(":")
            first, last = place.split("-")
            moved[text_hash].append((int(first), int(last), public))
    for key in by_key:
        if key not in ids and key.text_hash in moved:
            near = [p for first, last, p in sorted(moved[key.text_hash]) if first < key.last and key.first < last]
            if near:
                ids[key] = near[0]
    return ids


def _first_seen(group: Group, by_key: Mapping[MentionKey, list[Report]]) -> tuple[object, ...]:
    return min(report_order(report) for key in group for report in by_key[key])


def _with_contents(events: Mapping[Group, Event], event_at: EventAt | None) -> dict[Group, Event]:
    """Sets `content_of`: the event whose content most of an event's reports are."""
    at = {(one.key.text_hash, one.mention.trigger): event.id for event in events.values() for one in event.reports}
    filled = {}
    for group, event in events.items():
        outer: Counter[int] = Counter()
        for report in event.reports:
            if (trigger := report.mention.content_of) is None:
                continue
            public = at.get((report.key.text_hash, trigger))
            if public is None and event_at is not None:
                public = event_at(report.key.text_hash, trigger)
            if public is not None and public != event.id:
                outer[public] += 1
        best = min(outer, key=lambda public: (-outer[public], public)) if outer else None
        filled[group] = replace(event, content_of=best)
    return filled


def _decided(
    events: Mapping[Group, Event],
    by_hand: Iterable[Event],
    found: Iterable[Found],
    standing: Iterable[Decision],
    redirects: Mapping[int, int],
) -> tuple[list[Event], list[Event]]:
    """Applies the decisions on events: each to the event that holds most of its targets, one without targets to the
    event of its id. Merges, splits and moves are recorded on the events that they made."""
    event_of = {key: event.id for group, event in events.items() for key in group}
    on: defaultdict[int, list[Decision]] = defaultdict(list)
    for one in found:
        holders = Counter(event_of[key] for key in one.keys)
        if one.decision.kind in ON_EVENTS:
            on[min(holders, key=lambda public: (-holders[public], public))].append(one.decision)
        else:
            for public in sorted(holders):
                on[public].append(one.decision)
    for decision in standing:
        if decision.kind in ON_EVENTS and not decision.targets and decision.event_id is not None:
            on[redirects.get(decision.event_id, decision.event_id)].append(decision)
    kept: list[Event] = []
    rejected: list[Event] = []
    for event in (*events.values(), *by_hand):
        decided, is_rejected = apply(event, on[event.id])
        (rejected if is_rejected else kept).append(decided)
    return kept, rejected

"""Events: read whole, written where something changed, and their public ids."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, case, delete, func, insert, select, update

from tracker.model.errors import NotFound
from tracker.model.events import Event, Report, whole_id
from tracker.model.mentions import EventType, MentionKey
from tracker.store.event_rows import event_of, event_party_values, event_values, report_names
from tracker.store.reading import Query, batches
from tracker.store.records import NamedParty
from tracker.store.reports import Reports
from tracker.store.tables import (
    EventIdentityRow,
    EventMentionRow,
    EventPartyRow,
    EventRow,
)


class Events:
    """The events of a database, within one unit of work."""

    def __init__(self, connection: Connection, reports: Reports) -> None:
        self._connection = connection
        self._reports = reports

    def of(
        self,
        negotiation_id: int,
        *,
        rejected: bool = False,
        types: Collection[EventType] = (),
        began: tuple[dt.date, dt.date] | None = None,
    ) -> tuple[Event, ...]:
        """The events of a negotiation by date, those without one last, and id; those of some types, or that began
        between two days at the earliest, only; or the ones that analysts rejected. Plans are not compared with any day:
        `resolve.seen_on` does that."""
        table = select(EventRow).where(EventRow.negotiation_id == negotiation_id, EventRow.is_rejected == rejected)
        if types:
            table = table.where(EventRow.type.in_(sorted(one.value for one in types)))
        if began is not None:
            table = table.where(EventRow.earliest.between(*began))
        return tuple(self._read(table))

    def with_ids(self, event_ids: Iterable[int], *, rejected: bool = True) -> tuple[Event, ...]:
        """The events with these public ids that there are, with or without those that analysts rejected."""
        found: list[Event] = []
        for ids in batches(sorted(event_ids)):
            table = select(EventRow).where(EventRow.id.in_(ids))
            found += self._read(table if rejected else table.where(EventRow.is_rejected.is_(False)))
        return tuple(found)

    def stream(self, negotiation_id: int) -> Iterator[Event]:
        """The events of a negotiation that are not rejected, by id, a few at a time."""
        table = select(EventRow.id).where(EventRow.negotiation_id == negotiation_id, EventRow.is_rejected.is_(False))
        for ids in batches(self._connection.execute(table.order_by(EventRow.id)).scalars().all(), 200):
            yield from self.with_ids(ids)

    def parties_named(self, negotiation_id: int, most: int | None = None) -> tuple[NamedParty, ...]:
        """The names that stand in most events of a negotiation, at most so many (None: all); of equals by name."""
        number = func.count(EventPartyRow.event_id.distinct())
        as_mediator = func.count(case((EventPartyRow.role == "mediator", EventPartyRow.event_id)).distinct())
        table = (
            select(EventPartyRow.name, number, as_mediator)
            .join(EventRow, EventRow.id == EventPartyRow.event_id)
            .where(EventRow.negotiation_id == negotiation_id, EventRow.is_rejected.is_(False))
            .group_by(EventPartyRow.name)
            .order_by(number.desc(), EventPartyRow.name)
            .limit(most)
        )
        return tuple(NamedParty(*row) for row in self._connection.execute(table))

    def next_id(self) -> int:
        """The next public id that was never given."""
        return self._connection.execute(select(func.coalesce(func.max(EventIdentityRow.id), 0))).scalar_one() + 1

    def current_id(self, event_id: int) -> int:
        """The public id under which an event lives today: its own, or that of the event into which it was merged or of
        which it is a part.

        Raises NotFound for an id that was never given.
        """
        event_id = whole_id(event_id)
        seen = {event_id}
        while True:
            row = self._connection.execute(select(EventIdentityRow).where(EventIdentityRow.id == event_id)).first()
            if row is None:
                raise NotFound(f"There is no event {event_id}; `tracker timeline` lists them.")
            if row.redirects_to is None or row.redirects_to in seen:
                return event_id
            event_id = row.redirects_to
            seen.add(event_id)

    def redirects(self, negotiation_id: int) -> Mapping[int, int]:
        """The ids of a negotiation that were merged into others, each with the next on its way."""
        table = select(EventIdentityRow.id, EventIdentityRow.redirects_to).where(
            EventIdentityRow.negotiation_id == negotiation_id, EventIdentityRow.redirects_to.is_not(None)
        )
        return {row.id: row.redirects_to for row in self._connection.execute(table)}

    def earlier_ids(self, event_id: int) -> tuple[int, ...]:
        """The ids that lead to an event, its own first."""
        found, fresh = [event_id], [event_id]
        while fresh:
            table = select(EventIdentityRow.id).where(EventIdentityRow.redirects_to.in_(fresh))
            fresh = [
                one
                for one in self._connection.execute(table.order_by(EventIdentityRow.id)).scalars()
                if one not in found
            ]
            found += fresh
        return tuple(found)

    def negotiation_id(self, event_id: int) -> int:
        """The negotiation of an event, living or not. Raises NotFound."""
        table = select(EventIdentityRow.negotiation_id).where(EventIdentityRow.id == event_id)
        if (found := self._connection.execute(table).scalar()) is None:
            raise NotFound(f"There is no event {event_id}; `tracker timeline` lists them.")
        return found

    def redirect(self, redirects: Mapping[int, int], living: Iterable[int]) -> None:
        """Leads merged ids to those they were merged into; an id that lives again leads nowhere else."""
        for ids in batches(sorted(living)):
            at = EventIdentityRow.id.in_(ids) & EventIdentityRow.redirects_to.is_not(None)
            self._connection.execute(update(EventIdentityRow).where(at).values(redirects_to=None))
        for old, new in sorted(redirects.items()):
            self._connection.execute(
                update(EventIdentityRow).where(EventIdentityRow.id == old).values(redirects_to=new)
            )

    def give_ids(self, negotiation_id: int, event_ids: Iterable[int]) -> None:
        """Records public ids that resolve gave for the first time."""
        wanted = sorted(set(event_ids))
        known: set[int] = set()
        for ids in batches(wanted):
            table = select(EventIdentityRow.id).where(EventIdentityRow.id.in_(ids))
            known.update(self._connection.execute(table).scalars())
        rows = [
            {"id": one, "negotiation_id": negotiation_id, "redirects_to": None} for one in wanted if one not in known
        ]
        if rows:
            self._connection.execute(insert(EventIdentityRow), rows)

    def delete(self, event_ids: Iterable[int]) -> None:
        """Deletes derived events; their ids stay given."""
        for ids in batches(sorted(event_ids)):
            self._connection.execute(delete(EventRow).where(EventRow.id.in_(ids)))

    def delete_all(self, negotiation_id: int) -> None:
        """Deletes all derived events of a negotiation; their ids stay given."""
        self._connection.execute(delete(EventRow).where(EventRow.negotiation_id == negotiation_id))

    def write(
        self,
        negotiation_id: int,
        events: Collection[Event],
        mention_ids: Mapping[MentionKey, int],
        *,
        is_rejected: bool,
    ) -> None:
        """Writes derived events whose ids are given and not taken by stored ones."""
        if not events:
            return
        self._connection.execute(
            insert(EventRow), [event_values(one, negotiation_id, is_rejected=is_rejected) for one in events]
        )
        parties = [row for one in events for row in event_party_values(one)]
        mentions = [row for one in events for row in _mention_values(one, negotiation_id, mention_ids)]
        if parties:
            self._connection.execute(insert(EventPartyRow), parties)
        if mentions:
            self._connection.execute(insert(EventMentionRow), mentions)

    def _read(self, table: Query) -> list[Event]:
        rows = self._connection.execute(table.order_by(*_ORDER)).all()
        parties: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        members: list[Any] = []
        for ids in batches([row.id for row in rows]):
            of_parties = select(EventPartyRow).where(EventPartyRow.event_id.in_(ids))
            for row in self._connection.execute(of_parties.order_by(EventPartyRow.event_id, EventPartyRow.position)):
                parties[row.event_id][row.role].append(row.name)
            of_mentions = select(EventMentionRow).where(EventMentionRow.event_id.in_(ids))
            of_mentions = of_mentions.order_by(EventMentionRow.event_id, EventMentionRow.position)
            members += self._connection.execute(of_mentions).all()
        found = self._reports.with_rows({row.mention_id for row in members})
        reports: defaultdict[int, list[Report]] = defaultdict(list)
        for row in members:
            reports[row.event_id].append(_with_names(found[row.mention_id], row.names))
        return [event_of(row, parties.get(row.id, {}), reports.get(row.id, ())) for row in rows]


_ORDER = (
    func.coalesce(EventRow.earliest, EventRow.latest).is_(None),
    func.coalesce(EventRow.earliest, EventRow.latest),
    EventRow.latest.is_(None),
    EventRow.latest,
    EventRow.id,
)


def _with_names(report: Report, names: list[Any]) -> Report:
    actors, targets, mediators, source = names
    return replace(report, actors=tuple(actors), targets=tuple(targets), mediators=tuple(mediators), source=source)


def _mention_values(
    event: Event, negotiation_id: int, mention_ids: Mapping[MentionKey, int]
) -> Iterator[dict[str, Any]]:
    for position, report in enumerate(event.reports):
        yield {
            "event_id": event.id,
            "mention_id": mention_ids[report.key],
            "negotiation_id": negotiation_id,
            "position": position,
            "names": report_names(report),
        }

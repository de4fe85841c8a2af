"""What resolve asks about the stored mentions of one negotiation, each question answered through an index."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select

from tracker.model.dates import Span
from tracker.model.events import Report
from tracker.model.mentions import EventType, MentionKey
from tracker.store.reading import Query, batches
from tracker.store.reports import Reports
from tracker.store.tables import (
    ArticleVersionRow,
    CandidateKeyRow,
    EventKeyRow,
    EventMentionRow,
    ExtractionRow,
    MentionComponentRow,
    MentionPartyRow,
    MentionRow,
)


class StoredNeighbours:
    """The resolved mentions of a negotiation: its living ones, from their first resolution until they are taken out."""

    def __init__(self, connection: Connection, reports: Reports, negotiation_id: int) -> None:
        self._connection = connection
        self._reports = reports
        self._negotiation = negotiation_id

    def under(self, keys: Collection[str]) -> Iterable[Report]:
        """The reports stored under any of these blocking keys, each once."""
        found: set[int] = set()
        for some in batches(sorted(set(keys))):
            table = select(CandidateKeyRow.mention_id).where(
                CandidateKeyRow.negotiation_id == self._negotiation, CandidateKeyRow.key.in_(some)
            )
            found.update(self._connection.execute(table).scalars())
        return self._reports.with_ids(found)

    def naming(self, names: Collection[str]) -> Iterable[Report]:
        """The reports with an unverified reference whose folded name or folded last word is one of these."""
        found: set[int] = set()
        for some in batches(sorted(set(names)), 400):
            table = self._resolved(select(MentionPartyRow.mention_id), MentionPartyRow.mention_id).where(
                MentionPartyRow.is_verified.is_(False),
                or_(MentionPartyRow.folded_name.in_(some), MentionPartyRow.folded_last_word.in_(some)),
            )
            found.update(self._connection.execute(table).scalars())
        return self._reports.with_ids(found)

    def components_of(self, keys: Collection[MentionKey]) -> Mapping[MentionKey, str]:
        """The component of each of these mentions that has one."""
        return self._at(keys, MentionComponentRow.component, self._resolved)

    def members(self, components: Collection[str]) -> Iterable[Report]:
        """The reports of these components."""
        return self._reports.with_ids(self.member_ids(components))

    def first_ids(self, prefixes: Collection[str]) -> Mapping[str, int]:
        """The ids first given to the mentions whose key as text begins with one of these."""
        found: dict[str, int] = {}
        for prefix in sorted(set(prefixes)):
            # A range instead of LIKE: every database uses the primary key for it. "\uffff" sorts after all keys' signs.
            table = select(EventKeyRow.key, EventKeyRow.event_id).where(
                EventKeyRow.negotiation_id == self._negotiation,
                EventKeyRow.key >= prefix,
                EventKeyRow.key < f"{prefix}\uffff",
            )
            found |= {row.key: row.event_id for row in self._connection.execute(table.order_by(EventKeyRow.key))}
        return found

    def components_of_ids(self, ids: Collection[int]) -> Collection[str]:
        """The components of the mentions that were first given one of these ids."""
        keys: list[MentionKey] = []
        for some in batches(sorted(set(ids))):
            table = select(EventKeyRow.key).where(
                EventKeyRow.negotiation_id == self._negotiation, EventKeyRow.event_id.in_(some)
            )
            keys += [key for text in self._connection.execute(table).scalars() if (key := _read_key(text))]
        return set(self.components_of(keys).values())

    def event_at(self, text_hash: str, trigger: Span) -> int | None:
        """The event that holds the mention with this trigger now."""
        table = (
            select(EventMentionRow.event_id)
            .join(MentionRow, MentionRow.id == EventMentionRow.mention_id)
            .join(ExtractionRow, ExtractionRow.id == MentionRow.extraction_id)
            .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
            .where(
                ArticleVersionRow.text_hash == text_hash,
                ExtractionRow.is_current,
                MentionRow.trigger_first == trigger.first,
                MentionRow.trigger_last == trigger.last,
                EventMentionRow.negotiation_id == self._negotiation,
            )
            .order_by(MentionRow.type)
        )
        return self._connection.execute(table).scalar()

    def contents_of(self, keys: Collection[MentionKey]) -> Iterable[MentionKey]:
        """The mentions in the same texts whose `content_of` is the trigger of one of these."""
        triggers = _triggers(keys)
        found = []
        for some in batches(sorted(triggers)):
            table = self._resolved(_places(), MentionRow.id).where(
                ArticleVersionRow.text_hash.in_(some), MentionRow.content_of_first.is_not(None)
            )
            for row in self._connection.execute(table):
                if (row.content_of_first, row.content_of_last) in triggers[row.text_hash]:
                    found.append(MentionKey(row.text_hash, row.trigger_first, row.trigger_last, EventType(row.type)))
        return sorted(found)

    def member_ids(self, components: Collection[str]) -> set[int]:
        """The rows of the mentions of these components."""
        found: set[int] = set()
        for some in batches(sorted(set(components))):
            table = select(MentionComponentRow.mention_id).where(
                MentionComponentRow.negotiation_id == self._negotiation, MentionComponentRow.component.in_(some)
            )
            found.update(self._connection.execute(table).scalars())
        return found

    def event_ids(self, mention_ids: Iterable[int]) -> set[int]:
        """The events that hold these mentions now."""
        found: set[int] = set()
        for some in batches(sorted(mention_ids)):
            table = select(EventMentionRow.event_id).where(
                EventMentionRow.negotiation_id == self._negotiation, EventMentionRow.mention_id.in_(some)
            )
            found.update(self._connection.execute(table).scalars())
        return found

    def mention_ids(self, keys: Collection[MentionKey]) -> Mapping[MentionKey, int]:
        """The rows of these mentions, resolved or not."""
        return self._at(keys, MentionRow.id, lambda table, _: table)

    def write(
        self, components: Mapping[MentionKey, str], blocking: Mapping[MentionKey, Collection[str]]
    ) -> Mapping[MentionKey, int]:
        """Stores the components and blocking keys of resolved mentions in the place of what they had; returns their
        rows."""
        rows = self.mention_ids(list(components))
        self.forget(rows.values())
        at = {"negotiation_id": self._negotiation}
        of_components = [{**at, "mention_id": rows[key], "component": one} for key, one in sorted(components.items())]
        of_keys = [
            {**at, "mention_id": rows[key], "key": one}
            for key in sorted(components)
            for one in sorted(set(blocking[key]))
        ]
        for row, values in ((MentionComponentRow, of_components), (CandidateKeyRow, of_keys)):
            if values:
                self._connection.execute(insert(row), values)
        return rows

    def forget(self, mention_ids: Iterable[int]) -> None:
        """Takes mentions out of the negotiation's resolution; their events are another's business."""
        for some in batches(sorted(mention_ids)):
            for row in (MentionComponentRow, CandidateKeyRow, EventMentionRow):
                at = and_(row.negotiation_id == self._negotiation, row.mention_id.in_(some))
                self._connection.execute(delete(row).where(at))

    def clear(self) -> None:
        """Takes all mentions out of the negotiation's resolution; ids once given stay given."""
        for row in (MentionComponentRow, CandidateKeyRow, EventMentionRow):
            self._connection.execute(delete(row).where(row.negotiation_id == self._negotiation))

    def remember(self, ids: Mapping[str, int]) -> None:
        """Keeps the ids that keys were given, in the place of what was kept for them."""
        known: dict[str, int] = {}
        for some in batches(sorted(ids)):
            table = select(EventKeyRow.key, EventKeyRow.event_id).where(
                EventKeyRow.negotiation_id == self._negotiation, EventKeyRow.key.in_(some)
            )
            known |= {row.key: row.event_id for row in self._connection.execute(table)}
        other = [key for key, public in ids.items() if key in known and known[key] != public]
        for some in batches(sorted(other)):
            at = and_(EventKeyRow.negotiation_id == self._negotiation, EventKeyRow.key.in_(some))
            self._connection.execute(delete(EventKeyRow).where(at))
        rows = [
            {"negotiation_id": self._negotiation, "key": key, "event_id": public}
            for key, public in sorted(ids.items())
            if known.get(key) != public
        ]
        if rows:
            self._connection.execute(insert(EventKeyRow), rows)

    def all_first_ids(self) -> Mapping[str, int]:
        """All ids first given in the negotiation, by key as text."""
        table = select(EventKeyRow.key, EventKeyRow.event_id).where(EventKeyRow.negotiation_id == self._negotiation)
        return {row.key: row.event_id for row in self._connection.execute(table.order_by(EventKeyRow.key))}

    def _resolved(self, table: Query, mention_id: Any) -> Query:
        """The selection, of resolved mentions of this negotiation only."""
        return table.join(
            MentionComponentRow,
            and_(MentionComponentRow.mention_id == mention_id, MentionComponentRow.negotiation_id == self._negotiation),
        )

    def _at(self, keys: Collection[MentionKey], value: Any, narrow: Any) -> dict[MentionKey, Any]:
        wanted = set(keys)
        found = {}
        for some in batches(sorted({key.text_hash for key in wanted})):
            table = narrow(_places().add_columns(value.label("found")), MentionRow.id)
            for row in self._connection.execute(table.where(ArticleVersionRow.text_hash.in_(some))):
                key = MentionKey(row.text_hash, row.trigger_first, row.trigger_last, EventType(row.type))
                if key in wanted:
                    found[key] = row.found
        return found


def _places() -> Query:
    return (
        select(
            ArticleVersionRow.text_hash,
            MentionRow.trigger_first,
            MentionRow.trigger_last,
            MentionRow.type,
            MentionRow.content_of_first,
            MentionRow.content_of_last,
        )
        .select_from(MentionRow)
        .join(ExtractionRow, ExtractionRow.id == MentionRow.extraction_id)
        .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
        .where(ExtractionRow.is_current)
    )


def _triggers(keys: Iterable[MentionKey]) -> Mapping[str, set[tuple[int, int]]]:
    triggers: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for key in keys:
        triggers[key.text_hash].add((key.first, key.last))
    return triggers


def _read_key(text: str) -> MentionKey | None:
    """The mention's key; None for that of an event added by hand."""
    text_hash, colon, rest = text.partition(":")
    if not colon:
        return None
    place, _, kind = rest.partition(":")
    first, _, last = place.partition("-")
    return MentionKey(text_hash, int(first), int(last), EventType(kind))

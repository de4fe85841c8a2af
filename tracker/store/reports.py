"""Mentions within their articles, as resolve takes them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from tracker.model.dates import Span
from tracker.model.events import Report
from tracker.model.mentions import EventType, MentionKey
from tracker.store.mention_rows import mention_of
from tracker.store.mentions import Mentions, parts
from tracker.store.reading import Query, batches
from tracker.store.tables import ArticleVersionRow, ExtractionRow, MentionRow


class Reports:
    """The reports of a database, within one unit of work. Their party names are not set: resolve decides them."""

    def __init__(self, connection: Connection, mentions: Mentions) -> None:
        self._connection = connection
        self._mentions = mentions

    def of_versions(self, version_ids: Iterable[int]) -> Iterator[Report]:
        """The reports of these versions of articles, by version and place in the text, read as they are asked for."""
        for ids in batches(version_ids, 50):
            yield from self._read(_mentions().where(ExtractionRow.version_id.in_(ids)))

    def with_ids(self, mention_ids: Iterable[int]) -> Iterator[Report]:
        """The reports of these mentions."""
        for ids in batches(sorted(mention_ids)):
            yield from self._read(_mentions().where(MentionRow.id.in_(ids)))

    def known_on(self, negotiation_id: int, day: dt.date) -> Iterator[Report]:
        """The reports of a negotiation that were published by `day`, each article in its last version of then;
        articles without a date are left out."""
        return self.of_versions(self._mentions.live_versions(negotiation_id, day))

    def with_rows(self, mention_ids: Iterable[int]) -> dict[int, Report]:
        """The reports of these mentions, by mention."""
        found: dict[int, Report] = {}
        for ids in batches(sorted(mention_ids)):
            found |= dict(self._pairs(_mentions().where(MentionRow.id.in_(ids))))
        return found

    def _read(self, table: Query) -> Iterator[Report]:
        return (report for _, report in self._pairs(table))

    def _pairs(self, table: Query) -> list[tuple[int, Report]]:
        rows = self._connection.execute(table).all()
        texts = self._versions({row.version_id for row in rows})
        parties, quantities = parts(self._connection, [row.id for row in rows])
        made = []
        for row in rows:
            version = texts[row.version_id]
            first = row.sentence_first
            report = Report(
                key=MentionKey(version.text_hash, row.trigger_first, row.trigger_last, EventType(row.type)),
                mention=mention_of(row, parties.get(row.id, {}), quantities.get(row.id, ())),
                article_id=version.article_id,
                title=version.title,
                outlet=version.outlet,
                published=version.published,
                entered=version.entered,
                evidence=version.text[first : row.sentence_last],
                at=Span(row.trigger_first - first, row.trigger_last - first),
                terms=version.text[row.terms_first : row.terms_last] if row.terms_first is not None else "",
            )
            made.append((row.id, report))
        return made

    def _versions(self, version_ids: Iterable[int]) -> dict[int, Any]:
        return {
            row.id: row
            for ids in batches(sorted(version_ids))
            for row in self._connection.execute(select(ArticleVersionRow).where(ArticleVersionRow.id.in_(ids)))
        }


def _mentions() -> Query:
    return (
        select(MentionRow, ExtractionRow.version_id)
        .join(ExtractionRow, ExtractionRow.id == MentionRow.extraction_id)
        .where(ExtractionRow.is_current)
        .order_by(ExtractionRow.version_id, MentionRow.trigger_first, MentionRow.trigger_last, MentionRow.type)
    )

"""Whether a database is sound: the file itself, and what the program expects of its rows."""

from collections.abc import Iterator

from sqlalchemy import Connection, case, func, select

from tracker.store import sqlite
from tracker.store.tables import (
    ArticleRow,
    ArticleVersionRow,
    EventMentionRow,
    ExtractionRow,
    MentionComponentRow,
    MentionRow,
)


def find_problems(connection: Connection) -> Iterator[str]:
    """What is wrong, a sentence each."""
    if connection.dialect.name == "sqlite":
        yield from sqlite.problems(connection)
    newest = (
        select(ArticleVersionRow.article_id)
        .group_by(ArticleVersionRow.article_id)
        .having(func.count(case((ArticleVersionRow.is_newest, 1))) != 1)
    )
    for article_id in connection.execute(newest).scalars():
        yield f"Article {article_id} has not exactly one version that counts; rebuild mends it."
    no_event = (
        select(func.count())
        .select_from(MentionComponentRow)
        .outerjoin(
            EventMentionRow,
            (EventMentionRow.mention_id == MentionComponentRow.mention_id)
            & (EventMentionRow.negotiation_id == MentionComponentRow.negotiation_id),
        )
        .where(EventMentionRow.event_id.is_(None))
    )
    if number := connection.execute(no_event).scalar_one():
        yield f"{number} resolved mentions are in no event; rebuild mends it."
    removed = (
        select(func.count())
        .select_from(EventMentionRow)
        .join(MentionRow, MentionRow.id == EventMentionRow.mention_id)
        .join(ExtractionRow, ExtractionRow.id == MentionRow.extraction_id)
        .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
        .join(ArticleRow, ArticleRow.id == ArticleVersionRow.article_id)
        .where(ArticleRow.removed.is_not(None))
    )
    if number := connection.execute(removed).scalar_one():
        yield f"{number} mentions of removed articles are still in events; rebuild mends it."

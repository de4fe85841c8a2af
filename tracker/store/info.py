"""What a database holds, told without loading the mappings, so that `tracker info` starts at once."""

from sqlalchemy import Connection, column, func, select, table

from tracker.store import sqlite
from tracker.store.engine import database_path
from tracker.store.records import DatabaseInfo
from tracker.store.schema import HEAD
from tracker.store.store import Store


def describe(store: Store) -> DatabaseInfo:
    """The database's address, tables and counts."""
    with store.connect() as connection:
        article = table("article", column("id"), column("removed"))
        event = table("event", column("id"), column("is_rejected"))
        path = database_path(connection.engine.url)
        return DatabaseInfo(
            url=store.url,
            revision=HEAD,
            negotiations=_rows(connection, "negotiation"),
            articles=connection.execute(
                select(func.count()).select_from(article).where(article.c.removed.is_(None))
            ).scalar_one(),
            mentions=_rows(connection, "mention_component"),
            events=connection.execute(
                select(func.count()).select_from(event).where(event.c.is_rejected.is_(False))
            ).scalar_one(),
            decisions=_rows(connection, "decision"),
            bytes=sqlite.size(path) if path else None,
        )


def _rows(connection: Connection, name: str) -> int:
    return connection.execute(select(func.count()).select_from(table(name))).scalar_one()

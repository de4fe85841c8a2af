"""What only SQLite needs or has: settings of a connection, the kinds of transaction, copies of a live database file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, text

Error = sqlite3.Error

WRITES = "tracker_writes"
"""The execution option of a connection whose transaction will write: it takes the write lock at its beginning, so that
what it reads cannot change before it writes."""


def configure(engine: Engine, busy_seconds: float) -> None:
    """Sets up every connection of an SQLite engine: foreign keys enforced, write-ahead log, wait for other writers,
    deleted rows overwritten.

    The driver's own transactions are switched off and begun here, as SQLAlchemy's documentation of the dialect advises.
    """

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {int(busy_seconds * 1000)}",
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            "secure_delete = ON",
            "cache_size = -64000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        kind = "IMMEDIATE" if connection.get_execution_options().get(WRITES) else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {kind}")


def copy_file(source: Path, target: Path) -> None:
    """A consistent copy of a database that others may be using. `target` must not exist.

    Made under another name first, so that an interrupted copy is never taken for a whole one.
    """
    unfinished = target.with_name(f"{target.name}.unfinished")
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(unfinished)) as other:
        one.backup(other)
        other.execute("PRAGMA journal_mode = DELETE")
    unfinished.rename(target)


def wipe_deleted(engine: Engine) -> bool:
    """Writes the file anew, so that no deleted text stays in free pages or in the write-ahead log. False where another
    program that uses the file prevents it."""
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        try:
            cursor.execute("VACUUM")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            return False
        is_busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not is_busy


def size(path: Path) -> int:
    """The bytes that a database takes on disk, its write-ahead log included."""
    log = path.with_name(f"{path.name}-wal")
    return sum(file.stat().st_size for file in (path, log) if file.exists())


def problems(connection: Connection) -> Iterator[str]:
    """What SQLite's own checks of the file and of the foreign keys find, a sentence each."""
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"The file is damaged: {line}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"Row {row} of {table} points to a row of {parent} that does not exist."

"""Opening a database, and the two kinds of access to it."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from tracker.model.errors import DatabaseError
from tracker.settings import get_settings
from tracker.store import sqlite
from tracker.store.engine import database_path, make_engine
from tracker.store.schema import Upgrade, bring_up_to_date, free_name

if TYPE_CHECKING:
    from tracker.store.unit import Unit

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """This moment, in UTC, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


class Store:
    """An open database. `upgrade` is what opening did to its tables (None: nothing)."""

    def __init__(self, engine: Engine, upgrade: Upgrade | None = None, clock: Clock = utc_now) -> None:
        self._engine = engine
        self.upgrade = upgrade
        self.clock = clock

    @property
    def url(self) -> str:
        """The address, without a password."""
        return self._engine.url.render_as_string(hide_password=True)

    @property
    def path(self) -> Path | None:
        """The database's file; None where it is none."""
        return database_path(self._engine.url)

    @contextmanager
    def begin(self) -> Iterator["Unit"]:
        """A unit of work: all of it is written at the end, or, on any error, nothing.

        One at a time: a second writer, in this or another process, waits. Readers go on reading what was there before.
        Raises DatabaseError where the wait is too long or the disk refuses.
        """
        with self._unit(writes=True) as unit:
            yield unit

    @contextmanager
    def read(self) -> Iterator["Unit"]:
        """Reads one consistent state of the database; what is written through it is thrown away."""
        with self._unit(writes=False) as unit:
            yield unit

    @contextmanager
    def connect(self, *, writes: bool = False) -> Iterator[Connection]:
        """A connection of its own whose transaction is committed at the end if it `writes` and nothing is raised."""
        try:
            with self._engine.connect().execution_options(**{sqlite.WRITES: writes}) as connection:
                transaction = connection.begin()
                yield connection
                if writes:
                    transaction.commit()
        except OperationalError as error:
            raise DatabaseError(_operational(self.url, str(error.orig))) from error

    @contextmanager
    def _unit(self, *, writes: bool) -> Iterator["Unit"]:
        from tracker.store.unit import Unit

        with self.connect(writes=writes) as connection:
            yield Unit(connection, self.clock())

    def backup(self, target: Path | None = None) -> Path:
        """Copies the database while it is in use; returns the copy's path (default: beside it, with the time).

        Raises DatabaseError where the database is no file, `target` exists or cannot be written.
        """
        source = self.path
        if source is None:
            raise DatabaseError(f"{self.url} is no file; use the database's own means to back it up.")
        chosen = target or free_name(source, "backup", self.clock())
        if chosen.exists():
            raise DatabaseError(f"{chosen} exists already; name another file.")
        try:
            sqlite.copy_file(source, chosen)
        except (OSError, DBAPIError, sqlite.Error) as error:
            raise DatabaseError(f"The copy {chosen} cannot be written ({error}).") from error
        return chosen

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, a sentence each; empty where nothing is."""
        from tracker.store.checks import find_problems

        with self.read() as unit:
            return tuple(find_problems(unit.connection))

    def wipe_deleted(self) -> None:
        """Makes sure that nothing of what was deleted can be read from the file. Takes a second for 100 MB.

        Raises DatabaseError where another program that uses the file prevents it.
        """
        if self._engine.url.get_backend_name() == "sqlite" and not sqlite.wipe_deleted(self._engine):
            raise DatabaseError(
                "It is deleted, but its words may stay in the database file until the other program that uses it ends."
            )

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()


def open_store(url: str | None = None, *, clock: Clock = utc_now) -> Store:
    """Opens the database at `url` (default: the settings') and brings its tables up to date, after a backup copy where
    it is older. Raises DatabaseError where that cannot be done."""
    settings = get_settings({**os.environ, "TRACKER_DATABASE_URL": url} if url else None)
    engine = make_engine(settings.database_url, settings.busy_seconds)
    return Store(engine, bring_up_to_date(engine, clock), clock)


def _operational(url: str, reason: str) -> str:
    if "locked" in reason or "busy" in reason:
        return "Another program is writing to the database; try again when it has finished."
    return f"The database {url} refuses ({reason})."

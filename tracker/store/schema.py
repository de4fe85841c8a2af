"""Brings a database to the tables of this program, after a copy of what was there."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from tracker.model.errors import DatabaseError
from tracker.store import sqlite
from tracker.store.engine import database_path

HEAD = "0002"
"""The newest migration. Kept here so that opening a database that has it does not load Alembic; a test compares."""

_NONE = ""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What opening did to the tables: the migration found ("" for an empty database) and reached, and the copy of the
    database made before (None where there was nothing to lose)."""

    before: str
    after: str
    backup: Path | None


def revision(connection: Connection) -> str:
    """The migration that a database has; "" for an empty one.

    Raises DatabaseError for a database that another program made.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(found) if found else _NONE
    if tables:
        raise DatabaseError(f"{_name(connection.engine)} holds tables of another program; name another database.")
    return _NONE


def bring_up_to_date(engine: Engine, clock: Callable[[], dt.datetime]) -> Upgrade | None:
    """Migrates the database where it is older than the program; None where it has the newest tables already.

    Two programs that open it at once do not migrate twice: the second waits for the first. Raises DatabaseError where
    the database is newer than the program or cannot be opened.
    """
    try:
        with engine.connect() as connection:
            before = revision(connection)
        if before == HEAD:
            return None
        return _migrate(engine, before, clock)
    except DBAPIError as error:
        raise DatabaseError(f"{_name(engine)} cannot be opened as a database ({error.orig}).") from error


def migrate_to(engine: Engine, target: str) -> None:
    """Runs the migrations up or down to `target` ("head", "base" or a revision)."""
    from alembic import command

    with engine.connect().execution_options(**{sqlite.WRITES: True}) as connection, connection.begin():
        config = alembic_config(connection)
        found = revision(connection)
        going_down = target == "base" or (target != "head" and found > target)
        (command.downgrade if going_down else command.upgrade)(config, target)


def alembic_config(connection: Connection) -> Any:
    """Alembic's configuration for the program's own migrations on this connection."""
    from alembic.config import Config

    from tracker.resources import migrations_path

    config = Config()
    config.set_main_option("script_location", str(migrations_path()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _migrate(engine: Engine, before: str, clock: Callable[[], dt.datetime]) -> Upgrade:
    from alembic.script import ScriptDirectory

    with engine.connect() as connection:
        known = {script.revision for script in ScriptDirectory.from_config(alembic_config(connection)).walk_revisions()}
    if before and before not in known:
        raise DatabaseError(
            f"{_name(engine)} was made by a newer version of the tracker (tables {before}, this program knows {HEAD}); "
            "update the program."
        )
    copy = None
    path = database_path(engine.url)
    if before and path is not None:
        copy = free_name(path, f"before-{HEAD}", clock())
        sqlite.copy_file(path, copy)
    migrate_to(engine, "head")
    return Upgrade(before, HEAD, copy)


def free_name(path: Path, why: str, now: dt.datetime) -> Path:
    """A name beside `path` for a copy of it that no file has yet."""
    stem = f"{path.stem}-{why}-{now:%Y%m%dT%H%M%SZ}"
    candidate, number = path.with_name(f"{stem}{path.suffix}"), 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{stem}-{number}{path.suffix}")
    return candidate


def _name(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)

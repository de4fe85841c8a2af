"""The database's address into an engine."""

from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from tracker.model.errors import DatabaseError
from tracker.store import sqlite


def make_engine(url: str, busy_seconds: float) -> Engine:
    """The engine for an SQLAlchemy address; the folder of an SQLite file is made.

    Raises DatabaseError for an address that cannot be read or a folder that cannot be made.
    """
    address = read_address(url)
    if (path := database_path(address)) is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseError(
                f"The folder {path.parent} cannot be made ({error.strerror}); name another one."
            ) from error
    try:
        engine = create_engine(address)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseError(
            f"No driver for {address.drivername} databases is installed; install it or use SQLite."
        ) from error
    if address.get_backend_name() == "sqlite":
        sqlite.configure(engine, busy_seconds)
    return engine


def read_address(url: str) -> URL:
    """The parsed address. Raises DatabaseError, without repeating what may hold a password, where it is none."""
    try:
        return make_url(url)
    except ArgumentError as error:
        raise DatabaseError(
            "The database's address is not one; an example is sqlite:////home/me/tracker.db."
        ) from error


def database_path(address: URL) -> Path | None:
    """The file of an SQLite database; None for one in memory and for other databases."""
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        return None
    return Path(str(address.database))

"""What the environment sets: the database's address and the limits.

A plain dataclass: reading three variables must not cost the start of every command a validation library.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.model.errors import TrackerError

PREFIX = "TRACKER_"
MAX_TEXT_BYTES = 1_000_000
BUSY_SECONDS = 10.0
_APPLICATION = "negotiation-tracker"


class SettingsError(TrackerError):
    """An environment variable that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`database_url` is an SQLAlchemy address, `max_text_bytes` the most text (UTF-8) that one article may have,
    `busy_seconds` how long to wait for another process that writes."""

    database_url: str
    max_text_bytes: int = MAX_TEXT_BYTES
    busy_seconds: float = BUSY_SECONDS


def default_database_path() -> Path:
    """The database file in the user's data folder; the folder need not exist yet."""
    import platformdirs

    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / "tracker.db"


def get_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that `environment` (default: the process's) gives, with defaults for what it does not name.

    Read: TRACKER_DATABASE_URL, TRACKER_MAX_TEXT_BYTES, TRACKER_BUSY_SECONDS; an empty value counts as not set.
    Raises SettingsError, naming the variable, where a value cannot be understood.
    """
    values = os.environ if environment is None else environment
    return Settings(
        database_url=_address(values),
        max_text_bytes=int(_number(values, "MAX_TEXT_BYTES", MAX_TEXT_BYTES)),
        busy_seconds=_number(values, "BUSY_SECONDS", BUSY_SECONDS),
    )


def _address(values: Mapping[str, str]) -> str:
    """The address; what has no scheme is taken as the path of an SQLite file."""
    said = values.get(f"{PREFIX}DATABASE_URL", "").strip()
    if not said:
        return f"sqlite:///{default_database_path()}"
    return said if "://" in said else f"sqlite:///{Path(said).expanduser().absolute()}"


def _number(values: Mapping[str, str], name: str, default: float) -> float:
    said = values.get(f"{PREFIX}{name}", "").strip()
    if not said:
        return default
    try:
        number = float(said.replace("_", ""))
    except ValueError:
        number = -1.0
    if not 0 < number < float("inf"):
        raise SettingsError(f"{PREFIX}{name} is {said!r}; give a number above zero or leave it out.")
    return number

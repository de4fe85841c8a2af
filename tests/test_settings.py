from pathlib import Path

import pytest

from tracker.settings import SettingsError, default_database_path, get_settings


def test_defaults() -> None:
    settings = get_settings({})
    assert settings.database_url == f"sqlite:///{default_database_path()}"
    assert default_database_path().name == "tracker.db"
    assert settings.max_text_bytes == 1_000_000


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("sqlite:////srv/talks.db", "sqlite:////srv/talks.db"),
        ("postgresql+psycopg://host/talks", "postgresql+psycopg://host/talks"),
        ("/srv/talks.db", "sqlite:////srv/talks.db"),
        ("talks.db", f"sqlite:///{Path.cwd() / 'talks.db'}"),
        ("~/talks.db", f"sqlite:///{Path.home() / 'talks.db'}"),
    ],
)
def test_the_address(said: str, address: str) -> None:
    assert get_settings({"TRACKER_DATABASE_URL": said}).database_url == address


def test_numbers() -> None:
    settings = get_settings({"TRACKER_MAX_TEXT_BYTES": "2_000", "TRACKER_BUSY_SECONDS": " 1.5 "})
    assert (settings.max_text_bytes, settings.busy_seconds) == (2000, 1.5)
    assert get_settings({"TRACKER_MAX_TEXT_BYTES": ""}) == get_settings({})


@pytest.mark.parametrize("said", ["many", "0", "-1", "nan", "inf"])
def test_what_is_no_number_is_named(said: str) -> None:
    with pytest.raises(SettingsError, match="TRACKER_MAX_TEXT_BYTES"):
        get_settings({"TRACKER_MAX_TEXT_BYTES": said})


def test_the_process_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DATABASE_URL", "/srv/other.db")
    assert get_settings().database_url == "sqlite:////srv/other.db"

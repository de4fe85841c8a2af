import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import made_extraction
import pytest

import tracker.extract
from tracker.app import App
from tracker.store import open_store


@pytest.fixture(autouse=True)
def made_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction reads the made language."""
    monkeypatch.setattr(tracker.extract, "extract", made_extraction.extract)
    monkeypatch.setattr(tracker.extract, "extract_many", made_extraction.extract_many)
    monkeypatch.setattr(tracker.extract, "rules_version", lambda: "made 1")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the newest tables and nothing in them, to copy: making them takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / "tracker.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def app(tmp_path: Path, empty_database: Path) -> Iterator[App]:
    """An application over an empty database with one negotiation, `talks`."""
    shutil.copyfile(empty_database, tmp_path / "tracker.db")
    store = open_store(f"sqlite:///{tmp_path / 'tracker.db'}", clock=lambda: dt.datetime(2024, 2, 1, tzinfo=dt.UTC))
    app = App(store)
    app.create_negotiation("Talks")
    yield app
    store.close()

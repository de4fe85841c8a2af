"""Units of work: whole or not at all, one writer at a time, readers never wait."""

import threading
from pathlib import Path

import made_storage as made
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tracker.model.errors import DatabaseError, NotFound, TrackerError
from tracker.store import open_store


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    store = made.opened(tmp_path)

    def interrupted() -> None:
        with store.begin() as unit:
            unit.negotiations.add("talks", "Talks")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with store.read() as unit:
        assert unit.negotiations.all() == ()


def test_what_is_written_while_reading_is_thrown_away(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.read() as unit:
        unit.negotiations.add("talks", "Talks")
    with store.read() as unit:
        assert unit.negotiations.all() == ()


def test_readers_see_what_was_there_before_until_the_writer_is_done(tmp_path: Path) -> None:
    one, other = made.opened(tmp_path), made.opened(tmp_path)
    with one.begin() as writing:
        writing.negotiations.add("talks", "Talks")
        with other.read() as reading:
            assert reading.negotiations.slugs() == ()
    with other.read() as reading:
        assert reading.negotiations.slugs() == ("talks",)
        with one.begin() as writing:
            writing.negotiations.add("later", "Later")
        assert reading.negotiations.slugs() == ("talks",)


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    made.opened(tmp_path).close()

    def add(number: int) -> None:
        store = made.opened(tmp_path)
        for place in range(5):
            with store.begin() as unit:
                unit.negotiations.add(f"talks-{number}-{place}", "Talks")
        store.close()

    threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with made.opened(tmp_path).read() as unit:
        assert len(unit.negotiations.all()) == 20


def test_a_wait_that_is_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = made.opened(tmp_path)
    monkeypatch.setenv("TRACKER_BUSY_SECONDS", "0.05")
    other = open_store(f"sqlite:///{tmp_path / 'tracker.db'}")
    with one.begin(), pytest.raises(DatabaseError, match="Another program is writing"), other.begin():
        pass


def test_the_connection_is_set_up(tmp_path: Path) -> None:
    with made.opened(tmp_path).connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_foreign_keys_hold(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with pytest.raises(IntegrityError), store.begin() as unit:
        unit.articles.link(7, 7)


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.negotiations.add("talks", "Talks")
        with pytest.raises(NotFound, match="talks"):
            unit.negotiations.get("walks")
        with pytest.raises(TrackerError, match="already"):
            unit.negotiations.add("talks", "Other talks")
        with pytest.raises(NotFound, match="article 3"):
            unit.articles.get(3)
        with pytest.raises(NotFound, match="event 3"):
            unit.events.current_id(3)
        with pytest.raises(NotFound, match="decision 3"):
            unit.decisions.get(3)


def test_a_sound_database_has_no_problems_and_a_damaged_one_says_so(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.articles.add(made.ARTICLE, None)
    assert store.check() == ()
    with store.begin() as unit:
        unit.connection.execute(text("UPDATE article_version SET is_newest = 0"))
    assert any("Article 1" in one for one in store.check())


def test_deleted_text_is_wiped_or_it_is_told_why_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BUSY_SECONDS", "0.05")
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.articles.add(made.ARTICLE, None)
    other = made.opened(tmp_path)
    with other.read() as reading:
        assert reading.articles.get(1).article == made.ARTICLE
        with store.begin() as unit:
            unit.articles.delete(1)
        with pytest.raises(DatabaseError, match="other program"):
            store.wipe_deleted()
    store.wipe_deleted()
    for file in tmp_path.iterdir():
        assert b"Arland" not in file.read_bytes()

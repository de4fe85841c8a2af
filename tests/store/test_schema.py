"""Migrations make the tables of the mappings, run by themselves, and lose nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import made_storage as made
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from tracker import resources
from tracker.model.decisions import DecisionKind, DecisionTarget
from tracker.model.errors import DatabaseError
from tracker.store import describe, open_store, schema
from tracker.store.engine import make_engine
from tracker.store.tables import Base

NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "0099", "{head}", None, None


def upgrade():
    with op.batch_alter_table("negotiation") as table:
        table.add_column(sa.Column("added_later", sa.Integer(), nullable=True))


def downgrade():
    with op.batch_alter_table("negotiation") as table:
        table.drop_column("added_later")
"""


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program of a day when one migration more exists."""
    folder = tmp_path / "migrations"
    shutil.copytree(resources.migrations_path(), folder)
    (folder / "versions" / "0099_later.py").write_text(NEXT.format(head=schema.HEAD))
    monkeypatch.setattr(resources, "migrations_path", lambda: folder)
    monkeypatch.setattr(schema, "HEAD", "0099")


def test_migrations_make_exactly_the_tables(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
        assert ScriptDirectory.from_config(schema.alembic_config(connection)).get_current_head() == schema.HEAD


def test_tables_have_the_indexes_and_keys_that_the_mappings_name(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.connect() as connection:
        inspector = inspect(connection)
        for table in Base.metadata.sorted_tables:
            made_indexes = {
                one["name"] for one in inspector.get_indexes(table.name) if not one.get("duplicates_constraint")
            }
            assert made_indexes == {one.name for one in table.indexes}, table.name
            foreign = {one["name"] for one in inspector.get_foreign_keys(table.name)}
            assert foreign == {one.name for one in table.foreign_key_constraints}, table.name


def test_down_and_up_again(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'x.db'}", 5)
    schema.migrate_to(engine, "head")
    schema.migrate_to(engine, "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    schema.migrate_to(engine, "head")
    with engine.connect() as connection:
        assert schema.revision(connection) == schema.HEAD


def test_a_new_database_needs_no_copy_and_an_up_to_date_one_nothing(tmp_path: Path) -> None:
    first = made.opened(tmp_path).upgrade
    assert first is not None
    assert (first.before, first.after, first.backup) == ("", schema.HEAD, None)
    assert made.opened(tmp_path).upgrade is None


def test_an_older_database_is_copied_then_migrated(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = made.opened(tmp_path)
    with old.begin() as unit:
        unit.negotiations.add("talks", "Talks")
    old.close()
    head = schema.HEAD
    request.getfixturevalue("newer_program")
    store = made.opened(tmp_path)
    assert store.upgrade is not None
    assert (store.upgrade.before, store.upgrade.after) == (head, "0099")
    copy = store.upgrade.backup
    assert copy is not None
    assert copy.name == "tracker-before-0099-20240201T120000Z.db"
    with store.read() as unit:
        assert unit.negotiations.slugs() == ("talks",)
        assert "added_later" in {one["name"] for one in inspect(unit.connection).get_columns("negotiation")}
    monkeypatch.undo()
    with made.opened(tmp_path, copy.name).read() as unit:
        assert unit.negotiations.slugs() == ("talks",)


def test_a_newer_database_is_refused_and_left_alone(
    tmp_path: Path, newer_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.opened(tmp_path).close()
    monkeypatch.undo()
    before = (tmp_path / "tracker.db").read_bytes()
    with pytest.raises(DatabaseError, match="newer version"):
        made.opened(tmp_path)
    assert (tmp_path / "tracker.db").read_bytes() == before


def test_a_failing_migration_leaves_the_tables_as_they_were(
    tmp_path: Path, newer_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = resources.migrations_path()
    monkeypatch.undo()
    made.opened(tmp_path).close()
    broken = NEXT.format(head=schema.HEAD).replace("\n\ndef downgrade", "\n    raise RuntimeError\n\n\ndef downgrade")
    (folder / "versions" / "0099_later.py").write_text(broken)
    monkeypatch.setattr(resources, "migrations_path", lambda: folder)
    monkeypatch.setattr(schema, "HEAD", "0099")
    with pytest.raises(RuntimeError):
        made.opened(tmp_path)
    monkeypatch.undo()
    with made.opened(tmp_path).connect() as connection:
        assert "added_later" not in {one["name"] for one in inspect(connection).get_columns("negotiation")}


def test_what_is_no_tracker_database_is_refused(tmp_path: Path) -> None:
    other, text_file = tmp_path / "other.db", tmp_path / "notes.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    text_file.write_text("not a database at all, just some notes that someone took " * 40)
    with pytest.raises(DatabaseError, match="another program"):
        open_store(str(other))
    with pytest.raises(DatabaseError, match="cannot be opened"):
        open_store(str(text_file))
    with pytest.raises(DatabaseError, match="address"):
        open_store("://")
    with pytest.raises(DatabaseError, match="No driver"):
        open_store("nosuchdatabase://host/x")
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="cannot be made"):
        open_store(str(tmp_path / "file" / "x.db"))


def test_a_backup_is_whole_and_never_overwrites(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.negotiations.add("talks", "Talks")
    first, second = store.backup(), store.backup()
    assert first != second
    with open_store(str(second)).read() as unit:
        assert unit.negotiations.slugs() == ("talks",)
    with pytest.raises(DatabaseError, match="exists already"):
        store.backup(first)
    with pytest.raises(DatabaseError, match="cannot be written"):
        store.backup(tmp_path / "no such folder" / "copy.db")


def test_the_database_tells_what_it_holds(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.negotiations.add("talks", "Talks")
        unit.articles.add(made.ARTICLE, None)
        unit.articles.add(made.Article("Another text."), None)
        unit.articles.set_removed(2, removed=True)
    told = describe(store)
    assert (told.negotiations, told.articles, told.events, told.decisions) == (1, 1, 0, 0)
    assert told.revision == schema.HEAD
    assert told.bytes
    assert str(tmp_path) in told.url


def test_decisions_cannot_be_changed_or_deleted(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.negotiations.add("talks", "Talks")
        unit.decisions.add(DecisionKind.CONFIRM, 1, by="Ann", targets=[DecisionTarget("key", "the words")])
    for statement in (
        "UPDATE decision SET why = 'else'",
        "DELETE FROM decision",
        "DELETE FROM decision_target",
        "UPDATE decision_target SET key = 'other'",
    ):
        with pytest.raises(Exception, match="never changed"), store.begin() as unit:
            unit.connection.execute(text(statement))
    with store.read() as unit:
        assert unit.decisions.get(1).targets == (DecisionTarget("key", "the words"),)

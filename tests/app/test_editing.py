"""Editing, removing, purging."""

import datetime as dt
from pathlib import Path

import pytest
from made_extraction import article

from tracker.app import App
from tracker.model.articles import PublicationGround
from tracker.model.decisions import DecisionKind
from tracker.model.errors import NotFound, TrackerError
from tracker.model.standing import Changes
from tracker.store.decisions import PURGED

MEETING = article("Arland met Borland on 2024-01-05 at the Marble Hotel.", outlet="Herald")
AGAIN = article("Borland met Arland on 2024-01-05; nobody told what they spoke of.", "2024-02-02", outlet="Post")


def test_details_are_changed_and_nothing_else(app: App) -> None:
    added = app.add(MEETING, ["talks"])
    app.edit(added.article_id, title="A meeting", outlet="The Herald")
    stored = app.article(added.article_id)
    assert (stored.article.title, stored.article.outlet) == ("A meeting", "The Herald")
    assert (stored.article.published, stored.article.text) == (MEETING.published, MEETING.text)
    assert app.events("talks")[0].reports[0].outlet == "The Herald"
    app.edit(added.article_id, outlet=None)
    assert app.article(added.article_id).article.outlet is None
    assert app.edit(added.article_id, title="A meeting") == Changes()


def test_a_changed_outlet_changes_the_count_of_sources(app: App) -> None:
    app.add(MEETING, ["talks"])
    second = app.add(AGAIN, ["talks"])
    assert app.events("talks")[0].independent_sources == 2
    app.edit(second.article_id, outlet="Herald")
    assert app.events("talks")[0].independent_sources == 1


def test_another_day_dates_everything_anew_and_back(app: App) -> None:
    added = app.add(article("Arland met Borland."), ["talks"])
    before = app.events("talks")
    app.set_date(added.article_id, dt.date(2024, 2, 10))
    (event,) = app.events("talks")
    assert (event.id, event.date.earliest) == (before[0].id, dt.date(2024, 2, 10))
    assert app.article(added.article_id).article.publication_ground is PublicationGround.GIVEN
    app.edit(added.article_id, published=None)
    assert app.events("talks")[0].date.earliest is None
    app.set_date(added.article_id, dt.date(2024, 1, 30))
    assert app.events("talks") == before


def test_an_article_moves_between_negotiations(app: App) -> None:
    app.create_negotiation("Other")
    added = app.add(MEETING, ["talks"])
    app.edit(added.article_id, negotiations=["other"])
    assert app.events("talks") == ()
    assert len(app.events("other")) == 1
    assert app.article(added.article_id).negotiations == ("other",)
    with pytest.raises(TrackerError, match="at least one"):
        app.edit(added.article_id, negotiations=[])


def test_removing_is_undone_without_a_trace(app: App) -> None:
    app.add(MEETING, ["talks"])
    second = app.add(AGAIN, ["talks"])
    third = app.add(article("Corland struck Borland on 2024-01-09."), ["talks"])
    before = app.events("talks")
    gone = app.remove(third.article_id)
    assert [line.event_ids for line in gone.gone] == [(before[1].id,)]
    app.remove(second.article_id)
    (event,) = app.events("talks")
    assert (event.id, len(event.reports)) == (before[0].id, 1)
    assert [one.removed is not None for one in app.articles("talks")] == [False, True, True]
    assert app.remove(second.article_id) == Changes()
    assert app.store.check() == ()
    app.restore(second.article_id)
    app.restore(third.article_id)
    assert app.events("talks") == before
    assert app.store.check() == ()


def test_a_removed_article_that_is_added_again_is_back(app: App) -> None:
    added = app.add(MEETING, ["talks"])
    before = app.events("talks")
    app.remove(added.article_id)
    again = app.add(MEETING, ["talks"])
    assert (again.outcome, again.article_id) == ("added", added.article_id)
    assert "back" in again.notices[0]
    assert app.events("talks") == before


def test_purging_leaves_no_quote(app: App, tmp_path: Path) -> None:
    added = app.add(MEETING, ["talks"])
    kept = app.add(AGAIN, ["talks"])
    (event,) = app.events("talks")
    decision = app.decide(DecisionKind.CONFIRM, by="Ann", why="seen", events=[event.id])
    assert any("Marble" in target.words for target in decision.targets)
    app.purge(added.article_id)
    app.store.close()
    for file in tmp_path.iterdir():
        assert b"Marble" not in file.read_bytes(), file
    (event,) = app.events("talks")
    assert [report.article_id for report in event.reports] == [kept.article_id]
    (held,) = app.history(event.id)
    assert (held.by, held.why, held.kind) == ("Ann", "seen", DecisionKind.CONFIRM)
    assert sorted(target.words == PURGED for target in held.targets) == [False, True]
    with pytest.raises(NotFound):
        app.article(added.article_id)
    with pytest.raises(NotFound):
        app.purge(added.article_id)


def test_all_versions_are_purged(app: App, tmp_path: Path) -> None:
    app.add(article("Arland met Borland in Marbletown.", address="https://a.example/1"), ["talks"])
    added = app.add(article("Arland met Borland in a town.", "2024-01-31", address="https://a.example/1"), ["talks"])
    app.purge(added.article_id)
    app.store.close()
    assert app.events("talks") == ()
    assert b"Marbletown" not in (tmp_path / "tracker.db").read_bytes()


def test_what_is_kept_of_a_removed_article_goes_when_it_is_purged(app: App) -> None:
    added = app.add(MEETING, ["talks"])
    app.remove(added.article_id)
    generation = app.generation()
    app.purge(added.article_id)
    assert app.generation() > generation
    assert app.articles("talks") == ()

"""Adding: what is known is recognised, what is new is whole or not there at all."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from made_extraction import article

from tracker.app import Added, App, Refused
from tracker.app import adding as module
from tracker.model.errors import ArticleError, NegotiationChoiceNeeded, NotFound, TrackerError
from tracker.model.events import EventStatus
from tracker.model.mentions import EventType
from tracker.store import describe

MEETING = article("Arland met Borland on 2024-01-05.", outlet="Herald")
AGAIN = article("Borland met Arland on 2024-01-05, officials said.", "2024-02-02", outlet="Post")
STRIKE = article("Corland struck Borland on 2024-01-09.")


def rows(app: App) -> dict[str, int]:
    """The number of rows of every table."""
    with app.store.connect() as connection:
        names = [
            name
            for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        return {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in names}


def test_an_article_gives_events(app: App) -> None:
    added = app.add(MEETING, ["talks"])
    assert added.outcome == "added"
    (event,) = app.events("talks")
    assert (event.type, set(event.parties)) == (EventType.MEETING, {"Arland", "Borland"})
    assert event.reports[0].evidence == MEETING.text
    assert event.reports[0].article_id == added.article_id
    assert [line.event_ids for line in added.changes.new] == [(event.id,)]


def test_two_articles_tell_one_event(app: App) -> None:
    app.add(MEETING, ["talks"])
    added = app.add(AGAIN, ["talks"])
    (event,) = app.events("talks")
    assert len(event.reports) == 2
    assert event.independent_sources == 2
    assert added.changes.new == ()


@pytest.mark.parametrize(
    "same",
    [
        article(MEETING.text),
        article("  Arland  met\nBorland on 2024-01-05.\n"),
        article(MEETING.text, "2024-03-03", title="Other title", address="https://elsewhere.example/x"),
    ],
    ids=["the same", "wrapped", "elsewhere"],
)
def test_the_same_text_changes_nothing(app: App, same: Any) -> None:
    first = app.add(MEETING, ["talks"])
    before, held = app.events("talks"), rows(app)
    again = app.add(same, ["talks"])
    assert (again.outcome, again.article_id) == ("same", first.article_id)
    assert app.events("talks") == before
    assert rows(app) == held


def test_a_changed_text_at_the_same_address_is_a_version(app: App) -> None:
    first = app.add(article("Arland met Borland.", address="https://news.example/a?utm_source=x"), ["talks"])
    later = app.add(article("Arland struck Borland.", "2024-01-31", address="https://NEWS.example/a#top"), ["talks"])
    assert (later.outcome, later.article_id) == ("new version", first.article_id)
    (event,) = app.events("talks")
    assert event.type is EventType.ATTACK
    (stored,) = app.articles("talks")
    assert [version.is_newest for version in stored.versions] == [False, True]
    (early,) = app.events("talks", dt.date(2024, 1, 30))
    assert early.type is EventType.MEETING


def test_an_older_version_that_comes_later_does_not_count(app: App) -> None:
    app.add(article("Arland struck Borland.", "2024-01-31", address="https://news.example/a"), ["talks"])
    before = app.events("talks")
    added = app.add(article("Arland met Borland.", "2024-01-30", address="https://news.example/a"), ["talks"])
    assert added.outcome == "new version"
    assert any("published later" in notice for notice in added.notices)
    assert app.events("talks") == before


def test_without_a_day_nothing_relative_is_dated_until_it_is_set(app: App) -> None:
    added = app.add(article("Arland met Borland.", None), ["talks"])
    assert any("publication date is not known" in notice for notice in added.notices)
    (event,) = app.events("talks")
    assert event.date.earliest is None
    assert app.events("talks", dt.date(2030, 1, 1)) == ()
    assert app.standing("talks").undated_articles == 1
    app.set_date(added.article_id, dt.date(2024, 1, 30))
    (dated,) = app.events("talks")
    assert dated.id == event.id
    assert dated.date.earliest == dt.date(2024, 1, 30)


def test_no_negotiation_is_chosen_silently(app: App) -> None:
    app.create_negotiation("Other talks")
    app.add(article("Dorland met Eland."), ["other-talks"])
    app.add(STRIKE, ["talks"])
    held = rows(app)
    with pytest.raises(NegotiationChoiceNeeded) as raised:
        app.add(article("Eland met Dorland again."))
    assert raised.value.options[0] == "other-talks"
    assert rows(app) == held
    assert app.preview(article("Corland struck Eland.")).proposed_negotiations[0] in ("talks", "other-talks")
    assert app.preview(article("Foland met Goland.")).proposed_negotiations == ()


@pytest.mark.parametrize(
    ("text", "slugs", "error"),
    [("", ["talks"], ArticleError), (" \n ", ["talks"], ArticleError), ("Arland met Borland.", ["no"], NotFound)],
)
def test_what_cannot_be_added_leaves_nothing(app: App, text: str, slugs: list[str], error: type[TrackerError]) -> None:
    held = rows(app)
    with pytest.raises(error):
        app.add(article(text), slugs)
    assert rows(app) == held


def test_too_large_a_text_is_refused(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_MAX_TEXT_BYTES", "20")
    with pytest.raises(ArticleError, match="MB of text"):
        app.add(MEETING, ["talks"])


@pytest.mark.parametrize("where", ["save_extraction", "changes_of", "verdicts"])
@pytest.mark.parametrize("what", [RuntimeError, KeyboardInterrupt])
def test_an_error_in_the_middle_leaves_the_database_as_it_was(
    app: App, monkeypatch: pytest.MonkeyPatch, where: str, what: type[BaseException]
) -> None:
    app.add(MEETING, ["talks"])
    held, before = rows(app), app.events("talks")
    original = getattr(module, where)

    def fails(*arguments: Any) -> Any:
        original(*arguments)
        raise what

    monkeypatch.setattr(module, where, fails)
    with pytest.raises(what):
        app.add(AGAIN, ["talks"], new_negotiation="Never made")
    monkeypatch.undo()
    assert rows(app) == held
    assert app.events("talks") == before


def test_a_new_negotiation_comes_with_its_article(app: App) -> None:
    app.add(MEETING, new_negotiation="Täglich: the pay round, 2024!")
    assert [one.slug for one in app.negotiations()] == ["taglich-the-pay-round-2024", "talks"]
    assert len(app.events("taglich-the-pay-round-2024")) == 1
    assert app.events("talks") == ()


def test_an_article_may_belong_to_several(app: App) -> None:
    app.create_negotiation("Other")
    app.add(MEETING, ["talks", "other"])
    added = app.add(STRIKE, ["talks"])
    joined = app.add(STRIKE, ["other"])
    assert (joined.outcome, joined.article_id) == ("same", added.article_id)
    assert "other" in joined.notices[0]
    assert len(app.events("talks")) == len(app.events("other")) == 2
    assert not {one.id for one in app.events("talks")} & {one.id for one in app.events("other")}
    assert app.store.check() == ()


def test_many_go_on_where_they_stopped(app: App) -> None:
    many = [article(f"Arland met Borland on 2024-01-{day:02d}.") for day in range(1, 29)]
    first = app.add_many(many, ["talks"])
    for _ in range(5):
        assert isinstance(next(first), Added)
    first.close()
    assert describe(app.store).articles == 5
    seen: list[Added | Refused] = []
    outcomes = [one.outcome for one in app.add_many(many, ["talks"], seen.append) if isinstance(one, Added)]
    assert outcomes == ["same"] * 5 + ["added"] * 23
    assert len(seen) == 28


def test_of_many_one_that_is_refused_does_not_stop_the_others(app: App) -> None:
    results = list(app.add_many([MEETING, article(""), STRIKE], ["talks"]))
    assert [type(one) for one in results] == [Added, Refused, Added]
    refused = results[1]
    assert isinstance(refused, Refused)
    assert (refused.place, refused.reason) == (1, "The article is empty.")


def test_a_plan_is_unconfirmed_when_reports_go_beyond_its_day(app: App) -> None:
    app.add(article("Arland will met Borland on 2024-02-05."), ["talks"])
    assert app.events("talks")[0].status is EventStatus.PLANNED
    app.add(article("Corland struck Dorland.", "2024-03-01"), ["talks"])
    status = {one.type: one.status for one in app.events("talks")}
    assert status[EventType.MEETING] is EventStatus.UNCONFIRMED
    assert app.events("talks", dt.date(2024, 1, 31))[0].status is EventStatus.PLANNED


def test_a_lesson_renames_what_was_there(app: App) -> None:
    app.add(article("Kell met Borland on 2024-01-05."), ["talks"])
    assert "Kell" in app.events("talks")[0].parties
    teaching = app.add(article("General Kell of Arland struck Corland on 2024-01-20.", "2024-02-02"), ["talks"])
    meeting = next(one for one in app.events("talks") if one.type is EventType.MEETING)
    assert "Arland" in meeting.parties
    app.remove(teaching.article_id)
    assert "Kell" in app.events("talks")[0].parties


def test_the_preview_stores_nothing(app: App, tmp_path: Path) -> None:
    held = rows(app)
    preview = app.preview(MEETING)
    assert rows(app) == held
    assert [one.type for one in preview.events] == [EventType.MEETING]
    assert preview.known_as is None
    added = app.add(MEETING, ["talks"])
    assert app.preview(MEETING).known_as == added.article_id


def test_an_answer_to_an_earlier_proposal_is_told(app: App) -> None:
    app.add(article("Arland offered Borland on 2024-01-03.", "2024-01-04"), ["talks"])
    added = app.add(article("Borland refused Arland on 2024-01-09.", "2024-01-10"), ["talks"])
    assert any("rejected" in line.words for line in added.changes.answers)
    assert [line.words for line in app.changes_since("talks", dt.date(2024, 1, 5)).answers] == [
        line.words for line in added.changes.answers
    ]

"""Articles in any order, added, removed and edited, give what they give at once."""

import datetime as dt
import random
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import made_extraction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_extraction import article

from tracker.app import App
from tracker.model.articles import Article
from tracker.model.events import Event
from tracker.resolve import PartyRules, resolve, seen_on
from tracker.resolve.reporting import reports_of
from tracker.store import open_store

NOW = dt.datetime(2024, 2, 1, tzinfo=dt.UTC)
names = st.sampled_from(["Arland", "Borland", "Corland", "Kell", "General Kell of Arland", "General Morr of Borland"])
verbs = st.sampled_from(["met", "refused", "struck", "not met", "will freed", "offered"])
days = st.integers(1, 6).map(lambda day: f" on 2024-01-{day:02d}") | st.just("")
sentences = st.builds(
    lambda first, verb, second, day: f"{first} {verb} {second}{day}.",
    names,
    verbs,
    st.sampled_from(["Arland", "Dorland", "Morr"]),
    days,
)
articles = st.builds(
    lambda said, day: article(" ".join(said), day),
    st.lists(sentences, min_size=1, max_size=3),
    st.integers(1, 9).map(lambda day: f"2024-02-{day:02d}") | st.none(),
)
collections = st.lists(articles, min_size=1, max_size=5, unique_by=lambda one: one.text_hash)
few = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def content(events: Sequence[Event]) -> list[object]:
    """Events without what the order of adding gives: ids, and the articles' ids, in the reports too."""
    bare = [
        replace(
            one,
            id=0,
            content_of=None,
            reports=tuple(replace(report, article_id=0) for report in one.reports),
        )
        for one in events
    ]
    return sorted(map(repr, bare))


def opened(folder: str, empty_database: Path) -> App:
    shutil.copyfile(empty_database, Path(folder) / "tracker.db")
    app = App(open_store(f"sqlite:///{Path(folder) / 'tracker.db'}", clock=lambda: NOW))
    app.create_negotiation("Talks")
    return app


def at_once(given: Sequence[Article], as_of: dt.date | None = None) -> list[object]:
    """What a single resolution over all articles gives, on a day (default: that of the last one)."""
    extractions = [(one, made_extraction.extract(one)) for one in given]
    reports = [r for number, (one, found) in enumerate(extractions) for r in reports_of(one, found, number, NOW)]
    lessons = [
        lesson
        for _, found in extractions
        for lesson in {(one.name, one.side): one for one in found.affiliations}.values()
    ]
    today = as_of or max((one.published for one in given if one.published), default=None)
    return content(seen_on(resolve(reports, PartyRules.of(lessons)).events, today))


@few
@given(collections, st.randoms(use_true_random=False))
def test_any_order_gives_what_all_at_once_gives(
    empty_database: Path, given: list[Article], order: random.Random
) -> None:
    shuffled = given.copy()
    order.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder:
        app = opened(folder, empty_database)
        for one in shuffled:
            app.add(one, ["talks"])
        assert content(app.events("talks")) == at_once(given)
        assert app.store.check() == ()
        before = app.events("talks")
        report = app.rebuild()
        assert app.events("talks") == before
        assert (report.added, report.gone, report.changed) == ((), (), ())
        app.store.close()


@few
@given(collections, st.randoms(use_true_random=False))
def test_what_is_removed_was_never_there(empty_database: Path, given: list[Article], choice: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = opened(folder, empty_database)
        ids = [app.add(one, ["talks"]).article_id for one in given]
        before = app.events("talks")
        removed = [place for place in range(len(given)) if choice.random() < 0.5]
        for place in removed:
            app.remove(ids[place])
        left = [one for place, one in enumerate(given) if place not in removed]
        assert content(app.events("talks")) == (at_once(left) if left else [])
        choice.shuffle(removed)
        for place in removed:
            app.restore(ids[place])
        assert app.events("talks") == before
        app.store.close()


@few
@given(collections, st.integers(1, 9))
def test_a_day_shows_what_was_reported_by_then(empty_database: Path, given: list[Article], day: int) -> None:
    as_of = dt.date(2024, 2, day)
    with tempfile.TemporaryDirectory() as folder:
        app = opened(folder, empty_database)
        for one in given:
            app.add(one, ["talks"])
        known = [one for one in given if one.published and one.published <= as_of]
        shown = app.events("talks", as_of)
        assert content(shown) == at_once(known, as_of)
        full = {report.key: one.id for one in app.events("talks") for report in one.reports}
        for event in shown:
            assert app.current_event_id(event.id) in {full[report.key] for report in event.reports}
        app.store.close()


def test_what_a_later_report_joins_leads_to_the_whole_on_the_days_before(empty_database: Path) -> None:
    joining = article("Arland struck Borland on 2024-01-03.", "2024-02-09")
    apart = [
        article("Kell struck Borland on 2024-01-03.", "2024-02-06"),
        article("Arland struck Morr on 2024-01-03.", "2024-02-03"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        app = opened(folder, empty_database)
        for one in (joining, *apart):
            app.add(one, ["talks"])
        (whole,) = app.events("talks")
        before = app.events("talks", dt.date(2024, 2, 6))
        assert len({event.id for event in before}) == 2
        assert whole.id in {event.id for event in before}
        assert {app.current_event_id(event.id) for event in before} == {whole.id}
        app.add(article("Dorland refused Arland on 2024-01-05.", "2024-02-10"), ["talks"])
        assert {app.current_event_id(event.id) for event in before} == {whole.id}
        app.store.close()

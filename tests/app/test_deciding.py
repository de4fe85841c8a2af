"""Decisions: checked, applied, kept, undone, and safe through a rebuild."""

from dataclasses import replace

import made_extraction
import pytest
from made_extraction import article

import tracker.extract
from tracker.app import App
from tracker.model.decisions import DecisionKind as Kind
from tracker.model.errors import NotFound, TrackerError
from tracker.model.events import Trust
from tracker.model.mentions import EventType, Extraction
from tracker.model.parties import NegotiationRole


@pytest.fixture
def filled(app: App) -> App:
    app.add(article("Arland met Borland on 2024-01-05.", outlet="Herald"), ["talks"])
    app.add(article("Arland met Borland on 2024-01-05, it is said.", "2024-02-01", outlet="Post"), ["talks"])
    app.add(article("Corland struck Borland on 2024-01-09. Dorland refused Arland on 2024-01-20."), ["talks"])
    return app


def of_type(app: App, kind: EventType) -> int:
    return next(one.id for one in app.events("talks") if one.type is kind)


def test_confirming_and_its_undoing_and_the_undoing_of_that(filled: App) -> None:
    before, meeting = filled.events("talks"), of_type(filled, EventType.MEETING)
    said = filled.decide(Kind.CONFIRM, by="Ann", why="both say so", events=[meeting])
    assert filled.events("talks")[0].trust is Trust.CONFIRMED
    back = filled.undo(said.id, by="Bob")
    assert filled.events("talks") == before
    with pytest.raises(TrackerError, match="already"):
        filled.undo(said.id, by="Bob")
    filled.undo(back.id, by="Ann")
    assert filled.events("talks")[0].trust is Trust.CONFIRMED
    assert [one.kind for one in filled.history(meeting)] == [Kind.CONFIRM, Kind.UNDO, Kind.UNDO]
    assert [one.by for one in filled.history(meeting)] == ["Ann", "Bob", "Ann"]


def test_rejecting_hides_and_undoing_brings_back(filled: App) -> None:
    before, strike = filled.events("talks"), of_type(filled, EventType.ATTACK)
    said = filled.decide(Kind.REJECT, by="Ann", events=[strike])
    assert strike not in {one.id for one in filled.events("talks")}
    assert [one.id for one in filled.rejected_events("talks")] == [strike]
    assert filled.event(strike) is None
    filled.undo(said.id, by="Ann")
    assert filled.events("talks") == before


def test_correcting_a_field(filled: App) -> None:
    strike = of_type(filled, EventType.ATTACK)
    filled.decide(Kind.CORRECT, by="Ann", events=[strike], field="actors", value="Dorland; Eland")
    event = filled.event(strike)
    assert event is not None
    assert (event.actors, event.trust) == (("Dorland", "Eland"), Trust.CORRECTED)


def test_merging_and_splitting(filled: App) -> None:
    before = filled.events("talks")
    strike, refusal = of_type(filled, EventType.ATTACK), of_type(filled, EventType.REJECTION)
    merged = filled.decide(Kind.MERGE, by="Ann", events=[strike, refusal])
    assert len(filled.events("talks")) == 2
    kept = filled.current_event_id(strike)
    assert filled.current_event_id(refusal) == kept
    assert merged in filled.history(kept)
    filled.undo(merged.id, by="Ann")
    assert filled.events("talks") == before

    meeting = before[0]
    split = filled.decide(Kind.SPLIT, by="Ann", events=[meeting.id], mentions=[meeting.reports[1].key])
    assert sorted(len(one.reports) for one in filled.events("talks")) == [1, 1, 1, 1]
    filled.undo(split.id, by="Ann")
    assert filled.events("talks") == before


def test_moving_a_report(filled: App) -> None:
    meeting = filled.events("talks")[0]
    strike = of_type(filled, EventType.ATTACK)
    filled.decide(Kind.MOVE, by="Ann", events=[strike], mentions=[meeting.reports[1].key])
    sizes = {one.id: len(one.reports) for one in filled.events("talks")}
    assert sizes[meeting.id] == 1
    assert sizes[strike] == 2


def test_adding_by_hand(filled: App) -> None:
    before = filled.events("talks")
    said = filled.decide(
        Kind.ADD, by="Ann", slug="talks", value='{"type": "truce", "actors": ["Arland"], "date": "2024-01-12"}'
    )
    event = next(one for one in filled.events("talks") if one.type is EventType.TRUCE)
    assert (event.actors, event.reports) == (("Arland",), ())
    filled.add(article("Eland offered Foland on 2024-03-01.", "2024-03-02"), ["talks"])
    assert event.id == of_type(filled, EventType.TRUCE)
    filled.undo(said.id, by="Ann")
    assert [one for one in filled.events("talks") if one.type is not EventType.PROPOSAL] == list(before)


def test_parties(filled: App) -> None:
    filled.add(article("Kell met Eland on 2024-01-25."), ["talks"])
    alias = filled.decide(Kind.PARTY_ALIAS, by="Ann", slug="talks", field="Kell", value="Arland")
    named = {name for one in filled.events("talks") for name in one.parties}
    assert "Kell" not in named
    filled.undo(alias.id, by="Ann")
    assert "Kell" in {name for one in filled.events("talks") for name in one.parties}
    filled.decide(Kind.PARTY_SIDE, by="Ann", slug="talks", field="Dorland", value="Borland")
    assert "Dorland" not in {name for one in filled.events("talks") for name in one.parties}
    filled.decide(Kind.PARTY_ROLE, by="Ann", slug="talks", field="Corland", value="mediator")
    roles = {one.name: one.role for one in filled.parties("talks")}
    assert roles["Corland"] is NegotiationRole.MEDIATOR


def test_a_party_may_be_called_by_another_of_its_names(filled: App) -> None:
    for name in ("corland", "International Atomic Energy Agency"):
        filled.decide(Kind.PARTY_ROLE, by="Ann", slug="talks", field=name, value="mediator")
    roles = {one.name: one.role for one in filled.parties("talks")}
    assert roles["Corland"] is roles["IAEA"] is NegotiationRole.MEDIATOR
    meeting = next(one for one in filled.events("talks") if one.actors)
    filled.decide(Kind.CORRECT, by="Ann", events=(meeting.id,), field="actors", value="arland; UK")
    corrected = next(one for one in filled.events("talks") if one.id == meeting.id)
    assert corrected.actors == ("Arland", "United Kingdom")


def test_grading_a_source(filled: App) -> None:
    filled.decide(Kind.GRADE, by="Ann", slug="talks", field="Herald", value="B2")
    grades = {one.outlet: (one.source_grade, one.information_grade) for one in filled.events("talks")[0].reports}
    assert grades == {"Herald": ("B", "2"), "Post": (None, None)}


@pytest.mark.parametrize(
    ("kind", "details", "message"),
    [
        (Kind.CONFIRM, {}, "negotiation"),
        (Kind.CONFIRM, {"slug": "talks"}, "exactly one"),
        (Kind.CORRECT, {"events": [1], "field": "colour", "value": "red"}, "colour"),
        (Kind.CORRECT, {"events": [1], "field": "date", "value": "someday"}, "someday"),
        (Kind.MERGE, {"events": [1]}, "two events"),
        (Kind.MERGE, {"events": [1, 1]}, "two events"),
        (Kind.SPLIT, {"events": [1]}, "reports"),
        (Kind.ADD, {"slug": "talks", "value": "{}"}, "type"),
        (Kind.ADD, {"slug": "talks", "value": "no JSON"}, "cannot be applied"),
        (Kind.PARTY_ALIAS, {"slug": "talks", "field": "Kell"}, "needed"),
        (Kind.PARTY_ROLE, {"slug": "talks", "field": "Arland", "value": "king"}, "no role"),
        (Kind.GRADE, {"slug": "talks", "field": "Herald", "value": "G9"}, "grade"),
        (Kind.UNDO, {"slug": "talks"}, "undo"),
    ],
)
def test_what_cannot_be_decided_is_not_recorded(filled: App, kind: Kind, details: dict, message: str) -> None:
    before = filled.events("talks")
    with pytest.raises(TrackerError, match=message):
        filled.decide(kind, by="Ann", **details)
    assert filled.decisions("talks") == ()
    assert filled.events("talks") == before


def test_who_decides_is_always_known(filled: App) -> None:
    with pytest.raises(TrackerError, match="who"):
        filled.decide(Kind.CONFIRM, by=" ", events=[1])
    with pytest.raises(NotFound):
        filled.decide(Kind.CONFIRM, by="Ann", events=[99])
    with pytest.raises(NotFound):
        filled.undo(7, by="Ann")


def with_rules(monkeypatch: pytest.MonkeyPatch, version: str, change: object = None) -> None:
    """Other rules: those of the made language, their mentions changed by a function."""

    def extract(given: object) -> Extraction:
        found = made_extraction.extract(given, version)
        return replace(found, mentions=change(found.mentions)) if change else found

    monkeypatch.setattr(tracker.extract, "extract", extract)
    monkeypatch.setattr(tracker.extract, "extract_many", lambda articles: map(extract, articles))
    monkeypatch.setattr(tracker.extract, "rules_version", lambda: version)


def test_a_rebuild_by_the_same_rules_changes_nothing(filled: App) -> None:
    filled.decide(Kind.CONFIRM, by="Ann", events=[of_type(filled, EventType.MEETING)])
    before = filled.events("talks")
    report = filled.rebuild()
    assert (report.extracted, report.added, report.gone, report.changed, report.lost_decisions) == (0, (), (), (), ())
    assert filled.events("talks") == before
    assert filled.store.check() == ()


def test_a_rebuild_by_other_rules_tells_what_changed_and_keeps_decisions(
    filled: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting, strike = of_type(filled, EventType.MEETING), of_type(filled, EventType.ATTACK)
    refusal = of_type(filled, EventType.REJECTION)
    filled.decide(Kind.CONFIRM, by="Ann", events=[meeting])
    lost = filled.decide(Kind.CONFIRM, by="Ann", events=[strike])
    seen: list[tuple[int, int]] = []
    assert filled.articles_by_other_rules() == 0
    with_rules(
        monkeypatch,
        "made 2",
        lambda mentions: tuple(
            replace(one, status=made_extraction.Status.DENIED) if one.type is EventType.REJECTION else one
            for one in mentions
            if one.type is not EventType.ATTACK
        ),
    )
    assert filled.articles_by_other_rules() == 3
    report = filled.rebuild("talks", lambda done, total: seen.append((done, total)))
    assert (report.extracted, filled.articles_by_other_rules()) == (3, 0)
    assert seen[-1] == (3, 3)
    assert [line.event_ids for line in report.gone] == [(strike,)]
    assert [line.event_ids for line in report.changed] == [(refusal,)]
    assert report.added == ()
    assert [(one.decision.id, one.target.words) for one in report.lost_decisions] == [
        (lost.id, "Corland struck Borland on 2024-01-09.")
    ]
    assert filled.events("talks")[0].trust is Trust.CONFIRMED
    with_rules(monkeypatch, "made 3")
    again = filled.rebuild()
    assert [line.event_ids for line in again.added] == [(strike,)]
    event = filled.event(strike)
    assert event is not None
    assert event.trust is Trust.CONFIRMED
    assert again.lost_decisions == ()


def test_an_interrupted_rebuild_changes_nothing_and_goes_on(filled: App, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled.events("talks")
    with_rules(monkeypatch, "made 2", lambda mentions: mentions[:1])

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        filled.rebuild("talks", stop)
    assert filled.events("talks") == before
    read: list[object] = []
    monkeypatch.setattr(tracker.extract, "extract_many", lambda articles: (read.append(one) for one in articles))
    report = filled.rebuild("talks")
    assert read == []
    assert len(report.gone) == 1


def test_negotiations_that_share_an_article_are_rebuilt_together(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    app.create_negotiation("Other")
    app.add(article("Arland met Borland on 2024-01-05. Corland struck Arland on 2024-01-06."), ["talks", "other"])
    with_rules(monkeypatch, "made 2", lambda mentions: mentions[:1])
    report = app.rebuild("other")
    assert len(report.gone) == 2
    assert len(app.events("talks")) == len(app.events("other")) == 1
    assert app.store.check() == ()

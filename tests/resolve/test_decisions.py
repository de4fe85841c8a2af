import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from made_reports import made

from tracker.model.decisions import Decision, DecisionKind, DecisionTarget
from tracker.model.events import EventStatus, Report, Trust
from tracker.resolve import Resolution, resolve
from tracker.resolve.decisions import effective

FREED = "The Ardan Front freed 14 hostages at Sorin."


def release(number: int, **fields: Any) -> Report:
    data = {
        "type": "release",
        "trigger": "freed",
        "text": FREED,
        "actors": ["Ardan Front"],
        "targets": ["Velia"],
        "count": ["14 hostages"],
        "published": "2031-03-06",
        "on": "2031-03-05",
        "article": f"article {number}",
    }
    return made({**data, **fields}, number)


def decide(number: int, kind: DecisionKind, *reports: Report, **fields: Any) -> Decision:
    targets = tuple(DecisionTarget(str(one.key), one.evidence) for one in reports)
    at = dt.datetime(2031, 4, 1, 0, number, tzinfo=dt.UTC)
    return Decision(number, kind, 1, at, "analyst", targets=targets, **fields)


def groups(resolution: Resolution) -> list[list[int]]:
    return sorted(sorted(one.article_id for one in event.reports) for event in resolution.events)


SAME = [release(1), release(2)]
OTHER = release(3, on="2031-03-15", published="2031-03-16")


def test_confirm_marks_the_event() -> None:
    (event,) = resolve(SAME, decisions=[decide(1, DecisionKind.CONFIRM, *SAME)]).events
    assert (event.trust, event.decision_ids) == (Trust.CONFIRMED, (1,))


def test_reject_takes_the_event_away_and_confirm_brings_it_back() -> None:
    reject = decide(1, DecisionKind.REJECT, *SAME)
    gone = resolve([*SAME, OTHER], decisions=[reject])
    assert [len(event.reports) for event in gone.events] == [1]
    assert [len(event.reports) for event in gone.rejected] == [2]
    back = resolve(SAME, decisions=[reject, decide(2, DecisionKind.CONFIRM, SAME[0])])
    assert not back.rejected


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("type", "withdrawal", lambda e: e.type),
        ("status", "denied", lambda e: e.status),
        ("actors", "Qasr; Velia", lambda e: "; ".join(e.actors)),
        ("targets", "", lambda e: "; ".join(e.targets)),
        ("mediators", "Nordhavn", lambda e: "; ".join(e.mediators)),
        ("place", "Port Lys", lambda e: e.place),
        ("source", "Velia", lambda e: e.source),
        ("note", "checked by phone", lambda e: e.note),
        ("date", "2031-03-04", lambda e: e.date.earliest.isoformat()),
        ("count", "15 hostages", lambda e: f"{e.figures[0].value:.0f} {e.figures[0].unit}"),
    ],
)
def test_a_correction_sets_the_field(field: str, value: str, read: Any) -> None:
    correction = decide(1, DecisionKind.CORRECT, *SAME, field=field, value=value)
    (event,) = resolve(SAME, decisions=[correction]).events
    assert read(event) == value
    assert event.trust is Trust.CORRECTED


@pytest.mark.parametrize(
    ("field", "value"),
    [("colour", "red"), ("date", "next week"), ("status", "maybe"), ("date", "2031-03-05/2031-03-01")],
)
def test_a_correction_that_cannot_be_read_is_an_error(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=field):
        resolve(SAME, decisions=[decide(1, DecisionKind.CORRECT, *SAME, field=field, value=value)])


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("date", "next week", "write a day as 2024-01-27"),
        ("status", "maybe", "it is one of occurred, planned"),
        ("type", "chat", "it is one of meeting, mediation"),
        ("count", "many hostages", "as in 13 hostages"),
        ("count", "13 apples", "it is one of hostages"),
    ],
)
def test_it_says_what_a_correction_may_be(field: str, value: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        resolve(SAME, decisions=[decide(1, DecisionKind.CORRECT, *SAME, field=field, value=value)])


def test_merge_split_and_move_regroup() -> None:
    assert groups(resolve([*SAME, OTHER])) != groups(resolve([OTHER]))
    merged = resolve([*SAME, OTHER], decisions=[decide(1, DecisionKind.MERGE, SAME[0], OTHER)])
    assert [len(event.reports) for event in merged.events] == [3]
    split = resolve(SAME, decisions=[decide(1, DecisionKind.SPLIT, SAME[1])])
    assert [len(event.reports) for event in split.events] == [1, 1]
    moved = resolve([*SAME, OTHER], decisions=[decide(1, DecisionKind.MOVE, SAME[1], OTHER)])
    assert groups(moved) == sorted([[SAME[0].article_id], sorted([SAME[1].article_id, OTHER.article_id])])


def test_a_later_report_joins_what_an_analyst_merged() -> None:
    merge = decide(1, DecisionKind.MERGE, SAME[0], OTHER)
    found = resolve([*SAME, OTHER, release(4)], decisions=[merge])
    assert [len(event.reports) for event in found.events] == [4]


def test_undo_gives_both_events_back_with_their_ids() -> None:
    before = resolve([*SAME, OTHER])
    merge = decide(1, DecisionKind.MERGE, SAME[0], OTHER)
    merged = resolve([*SAME, OTHER], decisions=[merge], ids=before.ids, next_id=before.next_id)
    assert merged.redirects == {2: 1}
    undo = decide(2, DecisionKind.UNDO, undoes=1)
    after = resolve([*SAME, OTHER], decisions=[merge, undo], ids=merged.ids, next_id=merged.next_id)
    assert after.events == before.events
    again = [merge, undo, decide(3, DecisionKind.UNDO, undoes=2)]
    assert effective(again) == (merge,)


def test_the_id_stays_with_most_of_the_mentions() -> None:
    three = [release(number) for number in (1, 2, 5)]
    before = resolve(three)
    split = decide(1, DecisionKind.SPLIT, three[0])
    after = resolve(three, decisions=[split], ids=before.ids, next_id=before.next_id)
    assert {event.id: len(event.reports) for event in after.events} == {1: 2, 2: 1}
    later = resolve(three, decisions=[split], ids=after.ids, next_id=after.next_id)
    assert later.events == after.events


def test_an_event_added_by_hand_has_its_fields_and_keeps_its_id() -> None:
    value = '{"type": "meeting", "date": "2031-03-09", "actors": ["Velia", "Qasr"], "place": "Port Lys"}'
    add = decide(1, DecisionKind.ADD, value=value, why="seen by our own man")
    first = resolve(SAME, decisions=[add])
    (event,) = [one for one in first.events if not one.reports]
    assert (event.actors, event.place, event.trust) == (("Velia", "Qasr"), "Port Lys", Trust.CORRECTED)
    again = resolve([OTHER, *SAME], decisions=[add], ids=first.ids, next_id=first.next_id)
    assert [one.id for one in again.events if not one.reports] == [event.id]
    correct = decide(2, DecisionKind.CORRECT, field="status", value="denied", event_id=event.id)
    corrected = resolve(SAME, decisions=[add, correct], ids=first.ids, next_id=first.next_id)
    assert [one.status for one in corrected.events if not one.reports] == [EventStatus.DENIED]


def moved(by: int, **fields: Any) -> list[Report]:
    return [release(1, at=by, **fields), release(2)]


@pytest.mark.parametrize(
    ("reports", "is_found"),
    [
        (moved(2), True),
        (moved(0, trigger="freed 14"), True),
        (moved(0, type="withdrawal"), True),
        (moved(900), True),
        (moved(900, text="Nobody freed anybody.", count=[]), False),
    ],
    ids=["moved a little", "longer trigger", "other type", "same words elsewhere", "gone"],
)
def test_a_decision_finds_its_mention_again_or_says_so(reports: Sequence[Report], is_found: bool) -> None:
    confirm = decide(1, DecisionKind.CONFIRM, release(1))
    found = resolve(reports, decisions=[confirm])
    where = {one.article_id for event in found.events if event.trust is Trust.CONFIRMED for one in event.reports}
    assert (release(1).article_id in where) is is_found
    assert [lost.decision.id for lost in found.lost] == ([] if is_found else [1])


def test_a_decision_whose_words_are_nowhere_is_lost_and_named() -> None:
    confirm = decide(1, DecisionKind.CONFIRM, release(1, text="The Front freed nobody at all."))
    lost = resolve([OTHER], decisions=[confirm]).lost
    assert [(one.decision.id, one.target.words) for one in lost] == [(1, "The Front freed nobody at all.")]


def test_a_new_version_of_an_article_keeps_the_decision_by_its_words() -> None:
    confirm = decide(1, DecisionKind.CONFIRM, release(1))
    (event,) = resolve([release(7)], decisions=[confirm]).events
    assert event.trust is Trust.CONFIRMED

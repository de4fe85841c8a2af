import datetime as dt
from typing import Any

import pytest
from made_reports import made

from tracker.model.events import Event, EventStatus, Report
from tracker.model.mentions import Status
from tracker.resolve import resolve, seen_on
from tracker.resolve.sources import independent_sources
from tracker.resolve.values import derive

RELEASE = {
    "type": "release",
    "trigger": "freed",
    "text": "The Ardan Front freed 14 hostages at Sorin.",
    "actors": ["Ardan Front"],
    "targets": ["Velia"],
    "published": "2031-03-06",
}


def release(number: int, **fields: Any) -> Report:
    return made({**RELEASE, "article": f"article {number}", **fields}, number)


def event(*reports: Report) -> Event:
    from tracker.resolve import PartyBook, PartyRules

    book = PartyBook(PartyRules())
    return derive(1, [book.named(report) for report in reports])


DAY = dt.date(2031, 3, 5)


@pytest.mark.parametrize(
    ("dates", "best"),
    [
        ([("2031-03-05", "stated"), ("2031-03-04", "implied")], ("2031-03-05", "2031-03-05")),
        ([("2031-03-04/2031-03-06", "stated"), ("2031-03-05", "stated")], ("2031-03-05", "2031-03-05")),
        ([("2031-03-01/2031-03-31", "stated"), ("2031-03-05", "implied")], ("2031-03-05", "2031-03-05")),
        ([("2031-03-04/2031-03-06", "stated"), ("2031-03-05", "implied")], ("2031-03-04", "2031-03-06")),
        ([("2031-02-01/2031-02-28", "stated"), ("2031-03-05", "implied")], ("2031-02-01", "2031-02-28")),
        ([("", "stated"), ("2031-03-05", "implied")], ("2031-03-05", "2031-03-05")),
        ([("", "stated")], (None, "2031-03-06")),
    ],
)
def test_the_best_grounded_date_stands(dates: list[tuple[str, str]], best: tuple[str | None, str]) -> None:
    found = event(*(release(n, on=on, ground=ground) for n, (on, ground) in enumerate(dates))).date
    assert (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat()) == best


def test_days_that_do_not_meet_are_a_conflict_with_both_sides() -> None:
    found = event(release(1, on="2031-03-05"), release(2, on="2031-03-04"), release(3, on="2031-03-05"))
    (conflict,) = found.conflicts
    assert conflict.field == "date"
    assert {side.value: len(side.reports) for side in conflict.sides} == {"2031-03-04": 1, "2031-03-05": 2}


def test_days_that_meet_are_none() -> None:
    assert event(release(1, on="2031-03-05"), release(2, on="2031-03-01/2031-03-31")).conflicts == ()


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ([("2031-03-01", "planned"), ("2031-03-06", "occurred")], EventStatus.OCCURRED),
        ([("2031-03-06", "occurred"), ("2031-03-06", "denied")], EventStatus.DISPUTED),
        ([("2031-03-06", "occurred"), ("2031-03-08", "denied")], EventStatus.DISPUTED),
        ([("2031-03-04", "denied"), ("2031-03-06", "occurred")], EventStatus.OCCURRED),
        ([("2031-03-01", "planned"), ("2031-03-04", "denied")], EventStatus.DENIED),
        ([("2031-03-01", "denied"), ("2031-03-04", "planned")], EventStatus.PLANNED),
        ([("2031-03-01", "proposed"), ("2031-03-02", "planned")], EventStatus.PLANNED),
        ([("2031-03-01", "proposed")], EventStatus.PROPOSED),
    ],
)
def test_status_over_all_reports(reports: list[tuple[str, str]], status: EventStatus) -> None:
    found = event(*(release(n, published=day, status=told) for n, (day, told) in enumerate(reports)))
    assert found.status is status
    assert bool([c for c in found.conflicts if c.field == "status"]) is (status is EventStatus.DISPUTED)


def test_status_history_tells_each_change_once() -> None:
    days = [("2031-03-01", "planned"), ("2031-03-02", "planned"), ("2031-03-06", "occurred")]
    found = event(*(release(n, published=day, status=told) for n, (day, told) in enumerate(days)))
    assert [(change.day, change.status) for change in found.status_history] == [
        (dt.date(2031, 3, 1), Status.PLANNED),
        (dt.date(2031, 3, 6), Status.OCCURRED),
    ]


@pytest.mark.parametrize(
    ("status", "on", "today", "seen"),
    [
        ("planned", "2031-03-10", dt.date(2031, 3, 11), EventStatus.UNCONFIRMED),
        ("planned", "2031-03-10", dt.date(2031, 3, 10), EventStatus.PLANNED),
        ("planned", "2031-03-10", None, EventStatus.PLANNED),
        ("proposed", "2031-03-10", dt.date(2031, 3, 30), EventStatus.PROPOSED),
        ("occurred", "2031-03-10", dt.date(2031, 3, 30), EventStatus.OCCURRED),
    ],
)
def test_a_planned_day_that_went_by_is_unconfirmed(
    status: str, on: str, today: dt.date | None, seen: EventStatus
) -> None:
    (found,) = resolve([release(1, status=status, on=on)], today=today).events
    assert found.status is seen
    assert seen_on([found], None)[0].status in (EventStatus.PLANNED, seen)


def test_figures_keep_their_reports_and_contradict_across_articles_only() -> None:
    same_article = [release(1, count=["14 hostages"]), release(1, count=["5 hostages"], at=300)]
    assert event(*same_article).conflicts == ()
    found = event(
        release(1, count=["14 hostages"], published="2031-03-06"),
        release(2, count=["12 hostages"], published="2031-03-07"),
        release(3, count=["14 hostages"], published="2031-03-08"),
    )
    assert [(figure.value, figure.reports) for figure in found.figures] == [(12.0, (1,)), (14.0, (0, 2))]
    assert [conflict.field for conflict in found.conflicts] == ["figure"]


def test_about_and_the_exact_figure_do_not_contradict() -> None:
    assert event(release(1, about_count=["15 hostages"]), release(2, count=["14 hostages"])).conflicts == ()


def test_doers_that_reports_disagree_on_are_not_added_up() -> None:
    found = event(release(1), release(2), release(3, actors=["Qasr"]))
    assert found.actors == ("Ardan Front",)
    assert [conflict.field for conflict in found.conflicts] == ["actors"]


@pytest.mark.parametrize(("kind", "actors"), [("suspension", {"Velia"}), ("meeting", {"Velia", "Osra"})])
def test_who_put_off_talks_is_not_who_was_to_hold_them(kind: str, actors: set[str]) -> None:
    both = release(1, type=kind, actors=["Osra", "Velia"], targets=[])
    found = event(both, release(2, type=kind, actors=["Velia"], targets=["Osra"]))
    assert set(found.actors) == actors


def test_a_breach_told_by_its_deeds_too_is_a_breach() -> None:
    told = [release(n, type=kind, targets=[]) for n, kind in enumerate(["violation", "attack", "attack"])]
    assert event(*told).type == "violation"
    assert event(*told[1:]).type == "attack"


def test_mediators_and_place_come_from_whichever_report_has_them() -> None:
    found = event(release(1), release(2, mediators=["Nordhavn"]), release(3, place="Sorin"))
    assert (found.mediators, found.place) == (("Nordhavn",), "Sorin")


@pytest.mark.parametrize(("number", "actors"), [(5, ("Velia", "Qasr")), (2, ("Velia", "Qasr", "Nordhavn"))])
def test_a_side_that_one_of_many_reports_gives_is_left_out(number: int, actors: tuple[str, ...]) -> None:
    told = [release(n, type="meeting", actors=["Velia", "Qasr"], targets=[]) for n in range(number)]
    odd = release(9, type="meeting", actors=["Velia", "Qasr", "Nordhavn"], targets=[])
    assert event(*told, odd).actors == actors


DEAL = {**RELEASE, "type": "agreement", "trigger": "freed"}


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ([(["Velia", "Ardan Front"], []), (["Velia", "Oman"], ["Oman"])], {"Velia", "Ardan Front"}),
        ([(["Velia", "Oman"], []), ([], ["Oman"])], {"Velia", "Oman"}),
        ([(["Velia", "Ardan Front"], []), (["Velia", "rebels"], [])], {"Velia", "Ardan Front"}),
        ([(["Velia", "Ardan Front", "rebels"], [])], {"Velia", "Ardan Front", "rebels"}),
        ([(["Velia", "rebels"], [])], {"Velia", "rebels"}),
    ],
    ids=["who mediates is no side", "two sides must remain", "a description of a side", "told beside it", "alone"],
)
def test_sides_are_told_once(told: list[tuple[list[str], list[str]]], actors: set[str]) -> None:
    reports = (
        made({**DEAL, "article": f"article {n}", "actors": sides, "targets": [], "mediators": between}, n)
        for n, (sides, between) in enumerate(told)
    )
    assert set(event(*reports).actors) == actors


def test_mediators_come_from_a_plan_too() -> None:
    planned = release(1, status="planned", mediators=["Nordhavn"], published="2031-03-01")
    assert event(planned, release(2)).mediators == ("Nordhavn",)


def test_the_claiming_party_shows_only_where_nobody_tells_it_without() -> None:
    assert event(release(1, source="Velia")).source == "Velia"
    assert event(release(1, source="Velia"), release(2)).source is None


LONG = "The Ardan Front freed 14 hostages at the Sorin crossing on Wednesday after a night of talks, witnesses told us."


@pytest.mark.parametrize(
    ("reports", "number"),
    [
        ([{"outlet": "Courier"}, {"outlet": "Tribune", "text": "Fourteen were freed."}], 2),
        ([{"outlet": "Courier"}, {"outlet": "Courier", "text": "Fourteen were freed."}], 1),
        ([{"outlet": "Courier", "text": LONG}, {"outlet": "Tribune", "text": LONG.replace("Wednesday", "March 5")}], 1),
        ([{"source": "Velia"}, {"source": "Velia", "text": "Fourteen were freed."}], 1),
        ([{"source": "Velia"}, {"source": "Ardan Front", "text": "Fourteen were freed."}], 2),
        ([{}, {"text": "Fourteen were freed."}], 2),
    ],
)
def test_independent_sources(reports: list[dict[str, Any]], number: int) -> None:
    from tracker.resolve import PartyBook, PartyRules

    book = PartyBook(PartyRules())
    assert independent_sources([book.named(release(n, **fields)) for n, fields in enumerate(reports)]) == number

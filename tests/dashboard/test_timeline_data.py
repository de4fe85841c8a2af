import datetime as dt

import pytest

from tests.dashboard.made import HARBOUR, MEDIATOR, UNION, day, event, interval, many
from tracker.dashboard.charts import timeline_chart
from tracker.dashboard.lanes import NOBODY, OTHERS, covered_days, lane_order, place
from tracker.dashboard.marks import FAMILIES, FAMILY_OF, SHAPES
from tracker.dashboard.timeline_data import timeline_data
from tracker.model.dates import UNDATED, DateInterval
from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType


def named(made: Event) -> str:
    return f"event {made.id}"


def test_every_type_has_one_colour_and_every_status_its_own_look() -> None:
    assert set(FAMILY_OF) == set(EventType)
    assert sum(len(family.types) for family in FAMILIES) == len(EventType)
    assert set(SHAPES) == set(EventStatus)
    assert len({shape.path for shape in SHAPES.values()}) == len(EventStatus)
    assert len({shape.sign for shape in SHAPES.values()}) == len(EventStatus)


@pytest.mark.parametrize(
    ("date", "days"),
    [
        (UNDATED, None),
        (DateInterval(latest=dt.date(2024, 1, 30)), None),
        (interval("2024-03-04"), ("2024-03-04", "2024-03-04")),
        (interval("2024-03-02", "2024-03-03"), ("2024-03-02", "2024-03-03")),
        (interval("2024-03-02", end="2024-03-09"), ("2024-03-02", "2024-03-09")),
        (interval("2024-03-02", ongoing=True), ("2024-03-02", "2024-03-05")),
    ],
)
def test_an_event_covers_its_possible_days(date: DateInterval, days: tuple[str, str] | None) -> None:
    assert covered_days(event(1, date=date)) == (tuple(day(d) for d in days) if days else None)


def test_lanes_are_those_who_act_in_the_negotiation_s_order_and_nobody_last() -> None:
    events = [
        event(1, actors=("Zed",)),
        event(2, actors=("Zed", HARBOUR), mediators=(MEDIATOR,)),
        event(3, actors=("Abel",), targets=(UNION,)),
        event(4, actors=()),
    ]
    assert lane_order(events, (UNION, HARBOUR)) == (HARBOUR, "Zed", "Abel", MEDIATOR, NOBODY)
    assert lane_order(events, (UNION, HARBOUR), at_most=3) == (HARBOUR, "Zed", OTHERS, NOBODY)


def test_those_without_a_lane_share_one_and_stand_in_it_once() -> None:
    events = [event(1, actors=("Abel", "Cain")), event(2, actors=(HARBOUR,))]
    assert [(p.lane, p.event.id) for p in place(events, (HARBOUR, OTHERS), 1)] == [(HARBOUR, 2), (OTHERS, 1)]


def test_marks_that_would_cover_each_other_stand_in_rows() -> None:
    near = [event(1, date=interval("2024-03-04")), event(2, date=interval("2024-03-05"))]
    far = [event(3, date=interval("2024-03-20"))]
    assert [p.row for p in place([*near, *far], (UNION,), label_days=5)] == [0, 1, 0]
    assert [p.row for p in place([*near, *far], (UNION,), label_days=0.5)] == [0, 0, 0]


def test_a_mark_stands_in_the_middle_of_its_possible_days_in_utc() -> None:
    data = timeline_data([event(1, date=interval("2024-01-27", "2024-01-28"))], (UNION,), named)
    mark = data.marks.iloc[0]
    assert mark["first"].isoformat() == "2024-01-27T00:00:00+00:00"
    assert mark["middle"].isoformat() == "2024-01-27T12:00:00+00:00"
    assert mark["last"].isoformat() == "2024-01-28T00:00:00+00:00"
    assert mark["headline"] == "event 1"
    assert mark["when"] == "27–28 Jan 2024, stated: “on Monday”"


def test_what_lasts_is_drawn_with_a_line_over_its_certain_days_and_a_point_is_not() -> None:
    lasting = event(1, date=interval("2023-11-24", end="2023-11-30"))
    data = timeline_data([lasting, event(2)], (UNION,), named)
    marks = data.marks.set_index("event")
    assert marks.loc[1, "certain_to"].date() == day("2023-11-30")
    assert marks["certain_to"].isna().loc[2]


def test_what_has_no_day_is_kept_apart() -> None:
    data = timeline_data([event(1, date=UNDATED), event(2)], (UNION,), named)
    assert [e.id for e in data.without_day] == [1]
    assert list(data.marks["event"]) == [2]


def test_nothing_to_draw_gives_an_empty_table_and_still_a_chart() -> None:
    data = timeline_data([], (UNION,), named)
    assert (len(data.marks), data.height, data.window) == (0, 0, None)
    timeline_chart(data, is_dark=False).to_dict()


@pytest.mark.parametrize(
    ("marks_at_most", "step"), [(6_000, ""), (5_900, "30 days"), (500, "90 days"), (60, "one year")]
)
def test_too_many_marks_are_added_up_and_none_is_lost(marks_at_most: int, step: str) -> None:
    data = timeline_data(
        many(6_000), (UNION, HARBOUR, MEDIATOR), named, singles_at_most=marks_at_most, marks_at_most=marks_at_most
    )
    assert data.step == step
    assert len(data.marks) <= marks_at_most
    assert data.marks["size"].sum() == 6_000


def test_a_shorter_stretch_of_time_shows_each_event_again() -> None:
    data = timeline_data(many(6_000), (UNION, HARBOUR, MEDIATOR), named, span="last week")
    assert data.step == ""
    assert 30 < len(data.marks) < 200


def test_a_short_time_is_added_up_by_day() -> None:
    crowded = [event(n, date=interval(f"2024-03-{n % 30 + 1:02}")) for n in range(1, 2_000)]
    data = timeline_data(crowded, (UNION,), named)
    assert (data.step, len(data.marks)) == ("one day", 30)


def test_the_chart_draws_each_status_apart_and_by_utc() -> None:
    events = [event(i, status=status) for i, status in enumerate(EventStatus, 1)]
    spec = timeline_chart(timeline_data(events, (UNION,), named), is_dark=True, today=day("2024-03-05")).to_dict()
    symbols = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    shapes = symbols["encoding"]["shape"]["scale"]
    assert shapes["domain"][:6] == [
        "happened",
        "planned",
        "proposed",
        "did not happen",
        "planned, not reported since",
        "disputed",
    ]
    assert len(set(shapes["range"][:6])) == 6
    assert symbols["encoding"]["x"]["scale"]["type"] == "utc"
    assert {p["name"] for p in spec["params"]} == {"mark", "zoom"}


def test_the_axis_of_the_timeline_names_the_year_first_and_keeps_within_the_lanes() -> None:
    timeline = timeline_data([event(1)], (UNION,), named)
    layers = timeline_chart(timeline, is_dark=False).to_dict()["layer"]
    axes = [axis for layer in layers if (axis := layer["encoding"].get("x", {}).get("axis"))]
    assert axes
    for axis in axes:
        assert axis["labelBound"]
        assert axis["labelExpr"].count("datum.index == 0") == 2


def test_the_lane_of_a_common_name_begins_with_a_capital() -> None:
    data = timeline_data([event(1, actors=("safety commission",)), event(2)], (UNION,), named)
    assert list(data.lanes["lane"]) == [UNION, "Safety commission"]
    assert set(data.marks["lane"]) == {UNION, "safety commission"}

"""Tallies, deadlines, agreements, on events made by hand."""

from dataclasses import replace

import pytest
from happenings import day, happening

from tracker.model.mentions import Approximation, Unit
from tracker.model.standing import Progress, Tally, TermKind
from tracker.views import agreements, deadlines, tallies
from tracker.views.wording import done_words, left_words

H, T = "Highland Army", "Tarvia"


def freed(number, when, count, **more):
    return happening(number, "release", when, [H], counts=[(count, "hostages")], **more)


TALLIES = [
    ("one release", [freed(1, "03-10", 5)], None, (5, 5), None),
    ("two releases", [freed(1, "03-10", 5), freed(2, "03-12", 7)], None, (12, 12), None),
    (
        "steps and a running total",
        [freed(1, "03-10", 5), freed(2, "03-12", 7), freed(3, "03-12", 12, words="It has freed 12 so far.")],
        None,
        (12, 12),
        None,
    ),
    (
        "a running total before a step",
        [freed(1, "03-10", 12, words="It has freed 12 so far."), freed(2, "03-12", 3)],
        None,
        (15, 15),
        None,
    ),
    (
        "a greater running total",
        [freed(1, "03-10", 5), freed(2, "03-12", 20, words="It freed 20 in all.")],
        None,
        (20, 20),
        None,
    ),
    (
        "a week and its days",
        [freed(1, "03-10/03-17", 100, published="03-20"), freed(2, "03-11", 13), freed(3, "03-12", 17)],
        None,
        (100, 100),
        None,
    ),
    (
        "no day known: perhaps the same",
        [freed(1, "03-10", 5), freed(2, None, 4, published="03-20")],
        None,
        (5, 5),
        None,
    ),
    ("no day known, more", [freed(1, "03-10", 5), freed(2, None, 9, published="03-20")], None, (9, 9), None),
    ("promised", [freed(1, "03-20", 30, status="planned", published="03-10")], (30, 30), None, (30, 30)),
    (
        "promised and kept in part",
        [freed(1, "03-20/03-30", 30, status="planned", published="03-10"), freed(2, "03-21", 10)],
        (30, 30),
        (10, 10),
        (20, 20),
    ),
    (
        "promised again after the day",
        [
            freed(1, "03-20", 30, status="unconfirmed", published="03-10"),
            freed(2, "03-20", 10),
            freed(3, "04-20", 20, status="planned", published="04-01"),
        ],
        (30, 30),
        (10, 10),
        (20, 20),
    ),
    (
        "given before anything was promised",
        [
            freed(1, "03-01", 2),
            freed(2, "03-20", 4, status="planned", published="03-10"),
            freed(3, "03-18", 3),
        ],
        (4, 4),
        (5, 5),
        (1, 1),
    ),
    (
        "more than promised",
        [freed(1, "03-20", 10, status="planned", published="03-10"), freed(2, "03-20", 12)],
        (10, 10),
        (12, 12),
        (0, 0),
    ),
    (
        "of those taken",
        [happening(1, "detention", "03-01", [H], counts=[(40, "hostages")]), freed(2, "03-10", 15)],
        None,
        (15, 15),
        (25, 25),
    ),
    ("of those named", [freed(1, "03-10", 100, total=253)], None, (100, 100), (153, 153)),
]


@pytest.mark.parametrize(("events", "promised", "done", "left"), [c[1:] for c in TALLIES], ids=[c[0] for c in TALLIES])
def test_tally(events, promised, done, left):
    (found,) = [one for one in tallies(events) if one.label == "Hostages released by the Highland Army"]
    assert (found.unit, found.party) == (Unit.HOSTAGES, H)
    assert (found.promised, found.done, found.left) == (promised, done, left)


@pytest.mark.parametrize(
    "event",
    [
        freed(1, "03-10", 5, status="proposed"),
        freed(1, "03-10", 5, status="denied"),
        happening(1, "release", "03-10", counts=[(5, "hostages")]),
        happening(1, "release", "03-10", [H]),
        happening(1, "meeting", "03-10", [H], counts=[(5, "hostages")]),
    ],
    ids=["offered", "denied", "by nobody known", "no figure", "another type"],
)
def test_what_is_not_counted(event):
    assert tallies([event]) == ()


def test_captives_called_by_other_words_are_counted_with_them():
    events = [
        happening(1, "release", "03-20", [H], status="planned", published="03-10", counts=[(30, "prisoners")]),
        happening(2, "release", "03-18", [H], counts=[(18, "people")]),
        happening(3, "release", "03-19", ["Lowland"], counts=[(4, "people")]),
    ]
    found = {one.label: (one.unit, one.promised, one.done, one.left) for one in tallies(events)}
    assert found == {
        "Prisoners released by the Highland Army": (Unit.PRISONERS, (30, 30), (18, 18), (12, 12)),
        "People released by Lowland": (Unit.PEOPLE, None, (4, 4), None),
    }


def test_a_promise_stands_by_its_own_words_where_the_deed_is_told_in_others():
    promise = happening(1, "release", "03-20", [H], status="planned", published="03-10", counts=[(20, "prisoners")])
    deed = happening(1, "release", "03-16", [H], counts=[(20, "people")])
    done_since = replace(deed, reports=(*deed.reports, *promise.reports))
    figures = (deed.figures[0], replace(promise.figures[0], reports=(1,)))
    (found,) = tallies([replace(done_since, figures=figures)])
    assert (found.unit, found.promised, found.done, found.left) == (Unit.PRISONERS, (20, 20), (20, 20), (0, 0))


def test_a_strike_told_twice_is_not_more_strikers():
    events = [
        happening(1, "protest", "03-10", ["Dockers Union"], counts=[(4000, "people")]),
        happening(2, "protest", "03-11", ["Dockers Union"], counts=[(4500, "people")]),
    ]
    (found,) = tallies(events)
    assert found.done == (4500, 4500)


@pytest.mark.parametrize(
    ("meant", "words"),
    [
        (["at least"], "at least 5"),
        (["at least", "at least"], "at least 10"),
        (["at least", "exact"], "at least 10"),
        (["at least", "about"], "about 10"),
        (["exact"], "5"),
    ],
)
def test_what_is_counted_is_meant_as_the_reports_mean_it(meant, words):
    events = []
    for number, how in enumerate(meant, 1):
        event = freed(number, f"03-1{number}", 5)
        figures = (replace(event.figures[0], approximation=Approximation(how)),)
        events.append(replace(event, figures=figures))
    (found,) = tallies(events)
    assert done_words(found) == words


def test_what_is_left_of_at_least_so_many_is_at_most_the_rest():
    tally = Tally(Unit.HOSTAGES, H, "", None, (100, 100), (153, 153), approximation=Approximation.AT_LEAST)
    assert (done_words(tally), left_words(tally)) == ("at least 100", "up to 153")
    assert left_words(replace(tally, left=(0, 0))) == "0"
    assert left_words(replace(tally, left=(150, 153))) == "150–153"
    assert left_words(replace(tally, left=None)) == ""


def test_a_figure_that_one_report_gives_exactly_is_exact():
    event = freed(1, "03-10", 5)
    vague = replace(event.figures[0], approximation=Approximation.AT_LEAST)
    (found,) = tallies([replace(event, figures=(*event.figures, vague))])
    assert done_words(found) == "5"


def test_points_name_outlet_day_and_event():
    (found,) = tallies([freed(1, "03-10", 5, outlet="Wire"), freed(2, "03-12", 7, outlet="Post")])
    assert [(p.day, p.low, p.high, p.outlet, p.event_id) for p in found.points] == [
        (day("03-10"), 5, 5, "Wire", 1),
        (day("03-12"), 7, 7, "Post", 2),
    ]


DEADLINES = [
    (
        "ahead",
        happening(1, "release", "05-01", [H], status="planned", published="04-01"),
        [],
        False,
        Progress.NOT_BEGUN,
    ),
    (
        "passed",
        happening(1, "release", "04-10", [H], status="unconfirmed", published="04-01"),
        [],
        True,
        Progress.OVERDUE,
    ),
    (
        "kept",
        happening(1, "release", "04-10", [H], status="unconfirmed", published="04-01"),
        [freed(2, "04-10", 3)],
        True,
        Progress.DONE,
    ),
]


@pytest.mark.parametrize(("signed", "progress"), [("04-10", Progress.DONE), ("04-12", Progress.OVERDUE)])
def test_who_sign_a_deal_on_the_day_of_their_meeting_have_met(signed, progress):
    planned = happening(1, "meeting", "04-10", [H, "Israel"], status="unconfirmed", published="04-01")
    deal = happening(2, "agreement", signed, [H, "Israel"])
    assert [one.progress for one in deadlines([planned, deal], day("04-20"))] == [progress]


@pytest.mark.parametrize(
    ("planned", "more", "passed", "progress"), [c[1:] for c in DEADLINES], ids=[c[0] for c in DEADLINES]
)
def test_deadline(planned, more, passed, progress):
    (found,) = deadlines([planned, *more], day("04-20"))
    assert (found.event_id, found.parties, found.has_passed, found.progress) == (1, (H,), passed, progress)


def test_a_plan_that_was_carried_out_stays_a_deadline_kept():
    told = happening(1, "withdrawal", "04-09", [H])
    plan = happening(1, "withdrawal", "04-01/04-10", [H], status="planned", published="04-01")
    kept = replace(told, reports=(*plan.reports, *told.reports))
    (found,) = deadlines([kept], day("04-20"))
    assert (found.due, found.parties, found.progress) == (day("04-10"), (H,), Progress.DONE)


@pytest.mark.parametrize(
    ("done", "more", "progress"),
    [(30, [], Progress.DONE), (20, [], Progress.OVERDUE), (20, [freed(2, "04-15", 10)], Progress.DONE)],
    ids=["all", "a part", "the rest later"],
)
def test_a_plan_of_which_a_part_was_carried_out(done, more, progress):
    told = freed(1, "04-10", done)
    plan = freed(1, "04-01/04-10", 30, status="planned", published="04-01")
    figures = (*plan.figures, replace(told.figures[0], reports=(1,)))
    kept = replace(told, reports=(*plan.reports, *told.reports), figures=figures)
    (found,) = deadlines([kept, *more], day("04-20"))
    assert (found.due, found.parties, found.progress) == (day("04-10"), (H,), progress)


def test_what_another_did_is_no_part_of_ones_own_plan():
    both = happening(1, "release", "04-01/04-10", [H, T], status="unconfirmed", published="04-01")
    own = freed(1, "04-01/04-10", 30, status="unconfirmed", published="04-01")
    plan = replace(both, reports=own.reports, figures=own.figures)
    others = happening(3, "release", "04-10", [T], counts=[(20, "hostages")])
    (found,) = deadlines([plan, freed(2, "04-10", 10), others], day("04-20"))
    assert found.progress is Progress.OVERDUE


@pytest.mark.parametrize(
    "event",
    [
        happening(1, "release", None, [H], status="planned", published="04-01"),
        happening(1, "release", "05-01", [H]),
        happening(1, "release", "05-01", [H], status="proposed"),
        happening(1, "release", "01-01/12-31", [H], status="planned"),
    ],
    ids=["no day", "done", "only offered", "some day this year"],
)
def test_no_deadline(event):
    assert deadlines([event], day("04-20")) == ()


DEMANDED = happening(1, "demand", "04-01", ["Norway"], [H])


@pytest.mark.parametrize(
    ("content", "more", "expected"),
    [
        ({"when": "04-10"}, [], [Progress.OVERDUE]),
        ({"when": "05-10"}, [], [Progress.NOT_BEGUN]),
        ({"when": "04-10"}, [freed(3, "04-09", 3), freed(4, "04-10", 3)], [Progress.DONE]),
        ({"when": "03-10"}, [], []),
        ({"when": None}, [], []),
    ],
    ids=["passed", "ahead", "done", "before the demand", "no day"],
)
def test_a_demand_may_set_a_day(content, more, expected):
    wanted = happening(2, "release", actors=[H], status="proposed", content_of=1, **content)
    assert [one.progress for one in deadlines([DEMANDED, wanted, *more], day("04-20"))] == expected


@pytest.mark.parametrize(
    ("due", "answers", "expected"),
    [
        ("04-10", [], [((H, "Israel"), Progress.OVERDUE)]),
        ("05-10", [], [((H, "Israel"), Progress.NOT_BEGUN)]),
        ("05-10", [happening(2, "acceptance", "04-09", [H])], [(("Israel",), Progress.NOT_BEGUN)]),
        ("05-10", [happening(2, "acceptance", "03-09", [H])], [((H, "Israel"), Progress.NOT_BEGUN)]),
        ("05-10", [happening(2, "rejection", "04-09", [H, "Israel"])], [((H, "Israel"), Progress.DONE)]),
    ],
    ids=["passed", "ahead", "one has answered", "answered before", "both have answered"],
)
def test_an_ultimatum_leaves_a_last_day(due, answers, expected):
    told = happening(1, "threat", "04-01", ["Norway"], [H, "Israel"])
    ultimatum = replace(
        told,
        reports=tuple(replace(one, mention=replace(one.mention, due=day(due))) for one in told.reports),
    )
    found = [one for one in deadlines([ultimatum, *answers], day("04-20")) if one.event_id == 1]
    assert [(one.parties, one.progress) for one in found] == expected


@pytest.mark.parametrize(("due", "expected"), [("05-10", Progress.NOT_BEGUN), ("04-10", Progress.UNKNOWN)])
def test_a_promise_leaves_a_last_day(due, expected):
    told = happening(1, "acceptance", "04-01", [T], [H])
    promise = replace(
        told, reports=tuple(replace(one, mention=replace(one.mention, due=day(due))) for one in told.reports)
    )
    (found,) = deadlines([promise], day("04-20"))
    assert (found.due, found.parties, found.progress) == (day(due), (T,), expected)


def test_an_offer_sets_no_day():
    offer = happening(1, "proposal", "04-01", ["Norway"], [H])
    offered = happening(2, "release", "04-10", [H], status="proposed", content_of=1)
    assert deadlines([offer, offered], day("04-20")) == ()


DEAL = happening(1, "agreement", "04-02", [T, H])
BEGINS = happening(2, "truce", "04-05", [T, H], phase="begin", counts=[(7, "days")])
ENDS = happening(3, "truce", "04-12", [T, H], phase="end")
TO_BEGIN = happening(7, "agreement", "05-10", [T, H], status="planned", phase="begin", published="04-02")
REFERS = happening(9, "agreement", None, [H, T], published="04-20")
PAUSE = happening(8, "truce", None, [T, H], published="04-02")
BREACH = happening(4, "violation", "04-08", [H], source=T)
LATE = happening(5, "violation", "04-20", [H], source=T)
EXTENDED = happening(6, "truce", "04-11", [T, H], phase="extend", counts=[(3, "days")])


@pytest.mark.parametrize(
    ("events", "declared", "effective", "expiry", "ended", "breaches"),
    [
        ([DEAL], "04-02", None, None, None, 0),
        ([DEAL, BEGINS], "04-02", "04-05", "04-11", None, 0),
        ([DEAL, BEGINS, EXTENDED], "04-02", "04-05", "04-14", None, 0),
        ([DEAL, BEGINS, ENDS, BREACH, LATE], "04-02", "04-05", "04-11", "04-12", 1),
        ([BEGINS], "04-05", "04-05", "04-11", None, 0),
        ([DEAL, TO_BEGIN], "04-02", "05-10", None, None, 0),
        ([PAUSE, DEAL], "04-02", None, None, None, 0),
        ([DEAL, REFERS, TO_BEGIN], "04-02", "05-10", None, None, 0),
    ],
    ids=[
        *("declared", "in effect", "extended", "ended and breached", "a truce without a deal"),
        *("to take effect", "a truce told of on the day of the deal", "referred to without a day"),
    ],
)
def test_agreement(events, declared, effective, expiry, ended, breaches):
    (found,) = agreements(events, day("05-01"))
    days = (found.declared, found.effective, found.expiry, found.ended)
    assert days == tuple(day(one) if one else None for one in (declared, effective, expiry, ended))
    assert (found.parties, len(found.breaches)) == ((T, H), breaches)


def test_no_agreement_where_none_came_about():
    events = [
        happening(1, "agreement", "04-02", [T, H], status="proposed"),
        happening(2, "truce", None, [T, H], status="denied"),
    ]
    assert agreements(events, day("05-01")) == ()


def test_a_deal_without_a_day_of_more_sides_is_another():
    refers = happening(9, "agreement", None, [H, T, "Chad"], published="04-20")
    assert len(agreements([DEAL, refers], day("05-01"))) == 2


def test_other_sides_have_their_own_agreement():
    assert len(agreements([DEAL, happening(2, "truce", "04-05", ["Chad", "Mali"], phase="begin")])) == 2


@pytest.mark.parametrize(
    ("more", "progress"),
    [
        ([], Progress.OVERDUE),
        ([freed(9, "04-08", 10)], Progress.PARTLY),
        ([freed(9, "04-08", 30)], Progress.DONE),
        ([freed(9, "03-08", 30)], Progress.OVERDUE),
    ],
    ids=["nothing done", "some", "all", "before the deal"],
)
def test_stipulations(more, progress):
    promised = happening(
        2,
        "release",
        "04-03/04-10",
        [H],
        status="unconfirmed",
        published="04-03",
        counts=[(30, "hostages")],
        content_of=1,
    )
    (found,) = agreements([DEAL, promised, *more], day("04-20"))
    (stipulation,) = found.stipulations
    assert (stipulation.term.kind, stipulation.term.value, stipulation.progress) == (TermKind.RELEASE, 30.0, progress)
    assert stipulation.evidence == tuple(one.id for one in more if one.date.earliest >= day("04-02"))

"""What a party's status says, on events made by hand."""

import pytest
from happenings import day, happening

from tracker.model.negotiations import NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.model.standing import AnswerKind, Direction, Progress
from tracker.views import standing

UNION, PORTS = "Dockers Union", "Meridian Ports"
PARTIES = [
    NegotiationParty(UNION, PartyKind.UNION, NegotiationRole.PARTY, True),
    NegotiationParty(PORTS, PartyKind.COMPANY, NegotiationRole.PARTY, True),
]
TODAY = day("04-20")


def status_of(events, party=UNION, today=TODAY):
    return next(one for one in standing(events, PARTIES, today).parties if one.party == party)


MOVES = [
    ("nothing", [], None, None, None),
    ("a move", [happening(1, "meeting", "03-10", [UNION, PORTS])], 1, None, None),
    (
        "the later of two",
        [happening(1, "meeting", "03-10", [UNION]), happening(2, "demand", "03-05", [UNION])],
        1,
        None,
        None,
    ),
    (
        "statements and attacks apart",
        [
            happening(1, "meeting", "03-10", [UNION]),
            happening(2, "statement", "03-12", [UNION]),
            happening(3, "attack", "03-13", [UNION]),
        ],
        1,
        2,
        3,
    ),
    (
        "what is planned is no move",
        [happening(1, "meeting", "03-10", [UNION]), happening(2, "proposal", "03-15", [UNION], status="planned")],
        1,
        None,
        None,
    ),
    ("what did not happen is no move", [happening(1, "release", "03-10", [UNION], status="denied")], None, None, None),
    ("to be done to is no move", [happening(1, "accusation", "03-10", [PORTS], [UNION])], None, None, None),
    (
        "a known day before an unknown one",
        [happening(1, "meeting", "03-10", [UNION]), happening(2, "rejection", None, [UNION], published="03-20")],
        1,
        None,
        None,
    ),
    (
        "an unknown day where there is no other",
        [happening(2, "rejection", None, [UNION], published="03-20")],
        2,
        None,
        None,
    ),
    (
        "whom it mediates between",
        [
            happening(1, "meeting", "03-25", ["Peru", "Chile"], mediators=[UNION]),
            happening(2, "support", "03-20", [UNION]),
            happening(3, "proposal", "03-28", ["Peru"], mediators=[UNION]),
        ],
        1,
        None,
        None,
    ),
    (
        "that a deal takes effect is no move",
        [
            happening(1, "agreement", "03-10", [UNION, PORTS]),
            happening(2, "agreement", "03-15", [UNION, PORTS], phase="begin"),
        ],
        1,
        None,
        None,
    ),
    (
        "a penalty lifted is a move, one that is denied is none",
        [
            happening(1, "sanction", "03-10", [UNION], [PORTS], status="denied", phase="end"),
            happening(2, "sanction", "03-12", [UNION], [PORTS], status="denied"),
        ],
        1,
        None,
        None,
    ),
    (
        "a month is not its last day",
        [happening(1, "meeting", "03-25", [UNION]), happening(2, "support", "03-01/03-31", [UNION], published="04-10")],
        1,
        None,
        None,
    ),
]


@pytest.mark.parametrize(
    ("events", "move", "statement", "attack"), [case[1:] for case in MOVES], ids=[case[0] for case in MOVES]
)
def test_last_move(events, move, statement, attack):
    found = status_of(events)
    lines = (found.last_move, found.last_statement, found.last_attack)
    assert tuple(one.event_ids[0] if one else None for one in lines) == (move, statement, attack)


DEMAND = happening(1, "demand", "03-10", [UNION], [PORTS], words="It demanded the release of the prisoners.")
DEMANDS = [
    ("open", [], 1, 0),
    ("fulfilled", [happening(2, "release", "03-15", [PORTS])], 0, 1),
    ("fulfilled by another side", [happening(2, "release", "03-15", ["Northgate"])], 1, 0),
    ("fulfilled before", [happening(2, "release", "03-05", [PORTS])], 1, 0),
    ("only promised", [happening(2, "release", "03-15", [PORTS], status="planned")], 1, 0),
    (
        "accepted",
        [happening(2, "acceptance", "03-15", [PORTS], [UNION], words="the demands", about="the demands")],
        0,
        1,
    ),
    (
        "rejected",
        [happening(2, "rejection", "03-15", [PORTS], [UNION], words="the demands", about="the demands")],
        0,
        0,
    ),
    (
        "another thing accepted",
        [happening(2, "acceptance", "03-15", [PORTS], [UNION], words="the timetable", about="the timetable")],
        1,
        0,
    ),
    (
        "made again",
        [happening(2, "demand", "03-20", [UNION], [PORTS], words="It asked for the release of the prisoners.")],
        1,
        0,
    ),
    ("another deed", [happening(2, "aid", "03-15", [PORTS])], 1, 0),
]


@pytest.mark.parametrize(
    ("more", "open_ones", "met"), [case[1:] for case in DEMANDS], ids=[case[0] for case in DEMANDS]
)
def test_demands(more, open_ones, met):
    union, ports = status_of([DEMAND, *more]), status_of([DEMAND, *more], PORTS)
    assert (len(union.demands_made), len(union.demands_met)) == (open_ones, met)
    assert (len(ports.demands_on_it), len(ports.demands_met)) == (open_ones, met)
    assert union.demands_on_it == ports.demands_made == ()


def test_a_demand_made_again_is_one_line_with_both_events():
    again = happening(2, "demand", "03-20", [UNION], [PORTS], words="It asked for the release of the prisoners.")
    (line,) = status_of([DEMAND, again]).demands_made
    assert line.event_ids == (2, 1)


COMMITMENTS = [
    ("due", happening(1, "release", "05-01", [UNION], status="planned", published="04-01"), [], Progress.NOT_BEGUN),
    (
        "overdue",
        happening(1, "release", "04-10", [UNION], status="unconfirmed", published="04-01"),
        [],
        Progress.OVERDUE,
    ),
    (
        "kept",
        happening(1, "release", "04-10", [UNION], status="unconfirmed", published="04-01"),
        [happening(2, "release", "04-10", [UNION])],
        Progress.DONE,
    ),
    (
        "kept by another side",
        happening(1, "release", "04-10", [UNION], status="unconfirmed", published="04-01"),
        [happening(2, "release", "04-10", [PORTS])],
        Progress.OVERDUE,
    ),
    (
        "kept in part, in time",
        happening(1, "release", "05-01", [UNION], status="planned", published="04-01", counts=[(30, "prisoners")]),
        [happening(2, "release", "05-01", [UNION], counts=[(10, "prisoners")])],
        Progress.PARTLY,
    ),
    (
        "other captives",
        happening(1, "release", "05-01", [UNION], status="planned", published="04-01", counts=[(30, "prisoners")]),
        [happening(2, "release", "05-01", [UNION], counts=[(10, "hostages")])],
        Progress.NOT_BEGUN,
    ),
]


@pytest.mark.parametrize(
    ("planned", "more", "expected"), [case[1:] for case in COMMITMENTS], ids=[case[0] for case in COMMITMENTS]
)
def test_commitments(planned, more, expected):
    ((progress, line),) = status_of([planned, *more]).commitments
    assert progress is expected
    assert line.event_ids[0] == 1


@pytest.mark.parametrize(("today", "expected"), [("06-01", Progress.NOT_BEGUN), ("12-01", Progress.UNKNOWN)])
def test_a_plan_without_a_day_that_nobody_spoke_of_for_half_a_year(today, expected):
    plan = happening(1, "release", None, [UNION], status="planned", published="04-01")
    ((progress, _),) = status_of([plan], today=day(today)).commitments
    assert progress is expected


def test_breaches_name_who_claims_them():
    breach = happening(1, "violation", "03-10", [UNION], source=PORTS)
    did_not = happening(2, "violation", "03-12", [UNION], status="denied")
    (line,) = status_of([breach, did_not]).alleged_breaches
    assert line.event_ids == (1,)
    assert PORTS in line.words


TOWARDS = [happening(1, "rejection", "03-01", [UNION]), happening(2, "acceptance", "04-10", [UNION])]
AWAY = [happening(1, "acceptance", "03-01", [UNION]), happening(2, "suspension", "04-10", [UNION])]
SAME = [happening(1, "meeting", "03-01", [UNION]), happening(2, "meeting", "04-10", [UNION])]


@pytest.mark.parametrize(
    ("events", "expected", "ids"),
    [
        (TOWARDS, Direction.TOWARDS, (2,)),
        (AWAY, Direction.AWAY, (2,)),
        (SAME, Direction.STEADY, (2,)),
        (TOWARDS[1:], Direction.UNKNOWN, ()),
        ([], Direction.UNKNOWN, ()),
    ],
    ids=["towards", "away", "steady", "no month before", "nothing"],
)
def test_direction(events, expected, ids):
    found = status_of(events)
    assert (found.direction, found.direction_events) == (expected, ids)


OFFER = happening(1, "proposal", "04-10", [PORTS], [UNION], words="an offer", about="an offer")


def answer(number, kind, when, speaker):
    sense = "accept" if kind == "acceptance" else "reject"
    return happening(
        number, kind, when, [UNION], [PORTS], sense=sense, words="the offer", about="the offer", speaker=speaker
    )


@pytest.mark.parametrize(
    ("events", "pairs"),
    [
        ([answer(2, "acceptance", "04-12", "Aro"), answer(3, "rejection", "04-13", "Berg")], 1),
        ([answer(2, "acceptance", "04-12", "Aro"), answer(3, "rejection", "04-13", "Aro")], 0),
        ([answer(2, "acceptance", "04-12", "Aro"), answer(3, "acceptance", "04-13", "Berg")], 0),
        ([answer(2, "acceptance", "04-12", "Aro"), answer(3, "rejection", "04-28", "Berg")], 0),
    ],
    ids=["two spokesmen", "one changes his mind", "agreed", "weeks later"],
)
def test_contradicting_spokesmen_are_both_shown(events, pairs):
    found = status_of([OFFER, *events], today=day("05-10")).contradictions
    assert len(found) == pairs
    for one, other in found:
        assert "Aro" in one.words
        assert "Berg" in other.words


def test_turn_wait_and_answer():
    now = standing([OFFER], PARTIES, TODAY, undated=2)
    union, ports = now.parties
    assert (now.turn, now.undated_articles) == ((UNION,), 2)
    assert (union.is_its_turn, union.days_waited, union.live_answer.kind) == (True, 10, AnswerKind.NONE)
    assert (ports.is_its_turn, ports.days_waited, ports.live_answer) == (False, None, None)


def test_whose_turn_it_is_may_not_be_known():
    (union, _) = standing([happening(1, "meeting", "03-10", [UNION, PORTS])], PARTIES, TODAY).parties
    assert union.is_its_turn is None


def test_sources_and_last_report():
    events = [
        happening(1, "meeting", "03-10", [UNION], outlet="Courier", published="03-11"),
        happening(2, "demand", "03-12", [UNION], outlet="Wire", published="03-15"),
        happening(3, "demand", "03-20", [PORTS], outlet="Post", published="03-21"),
    ]
    found = status_of(events)
    assert (found.independent_sources, found.last_report) == (2, day("03-15"))


@pytest.mark.parametrize(
    ("trust", "sources", "tentative"),
    [
        ("unreviewed", 1, True),
        ("unreviewed", 3, True),
        ("confirmed", 1, True),
        ("confirmed", 2, False),
        ("corrected", 2, False),
    ],
)
def test_a_line_says_that_it_is_tentative(trust, sources, tentative):
    line = status_of([happening(1, "meeting", "03-10", [UNION], trust=trust, sources=sources)]).last_move
    assert line.is_tentative is tentative


def test_what_an_analyst_adds_by_hand_is_not_tentative():
    line = status_of([happening(1, "meeting", "03-10", [UNION], trust="corrected", sources=0, reports=())]).last_move
    assert not line.is_tentative


def test_without_parties_those_that_act_are_shown():
    events = [happening(1, "meeting", "03-10", [UNION, PORTS]), happening(2, "demand", "03-11", [PORTS], ["Ministry"])]
    assert [one.party for one in standing(events, (), TODAY).parties] == [PORTS, UNION]


def test_lines_of_several_days_say_which():
    line = status_of([happening(1, "meeting", "03-10/03-12", [UNION], published="03-20")]).last_move
    assert line.day is None
    assert line.words.endswith("(10–12 Mar 2023)")
    lasting = status_of([happening(1, "meeting", "03-01/03-31", [UNION], published="03-31", ongoing=True)]).last_move
    assert lasting.words.endswith("(since Mar 2023)")

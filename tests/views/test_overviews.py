"""Timeline and filters, key days, changes, on events made by hand."""

from dataclasses import replace

import pytest
from happenings import day, happening

from tracker.model.events import Conflict, ConflictSide, EventStatus, Trust
from tracker.model.mentions import EventType
from tracker.views import EventIndex, Filters, changes, date_f1, key_days, timeline

A, B = "Chad", "Mali"
EVENTS = [
    happening(1, "meeting", "03-10", [A, B]),
    happening(2, "attack", "03-05", [A], [B], trust="confirmed"),
    happening(3, "release", "03-20/03-25", [B], status="planned"),
    happening(4, "demand", None, [B], published="03-30"),
    happening(5, "truce", "03-01", [A, B], ongoing=True),
]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), [5, 2, 1, 3, 4]),
        (Filters(party=A), [5, 2, 1]),
        (Filters(party="Niger"), []),
        (Filters(types=(EventType.MEETING, EventType.ATTACK)), [2, 1]),
        (Filters(statuses=(EventStatus.PLANNED,)), [3]),
        (Filters(since=day("03-22")), [5, 3]),
        (Filters(until=day("03-05")), [5, 2]),
        (Filters(since=day("03-04"), until=day("03-06")), [5, 2]),
        (Filters(confirmed_only=True), [2]),
        (Filters(party=A, confirmed_only=True, types=(EventType.MEETING,)), []),
    ],
)
def test_timeline(filters, expected):
    assert [event.id for event in timeline(EVENTS, filters)] == expected


def test_index_is_a_sequence_in_order_of_time():
    index = EventIndex(reversed(EVENTS))
    assert [event.id for event in index] == [5, 2, 1, 3, 4]
    assert (len(index), index[0].id, [one.id for one in index[1:3]]) == (5, 5, [2, 1])
    assert [one.id for one in index.by_actor(A)] == [5, 2, 1]
    assert [one.id for one in index.on_target(B)] == [2]
    assert index.of(EventType.PROTEST) == ()


def test_names_lead_to_the_parties_that_reports_give_for_them():
    index = EventIndex([happening(1, "meeting", "03-10", ["Meridian Ports"], speaker="Ada Holm")])
    assert index.names == {"meridian ports": "Meridian Ports", "ada holm": "Meridian Ports"}


DEAL = happening(1, "agreement", "03-10", [A, B], sources=3)
TALK = happening(2, "statement", "03-15", [A])
OFFER = happening(3, "proposal", "03-03", [A], [B])


def test_key_days_pick_what_matters_and_say_why():
    first, second = key_days([DEAL, TALK, OFFER], 2)
    assert (first.day, second.day) == (day("03-03"), day("03-10"))
    assert second.weight > first.weight
    assert second.reasons == ("Chad and Mali reached an agreement", "3 independent sources")
    assert "followed by: Chad and Mali reached an agreement on 10 March 2023" in first.reasons


@pytest.mark.parametrize(
    ("events", "count", "days"),
    [
        ([DEAL, TALK], 1, ["03-10"]),
        ([DEAL, TALK], 5, ["03-10", "03-15"]),
        ([DEAL, TALK], 0, []),
        ([happening(1, "agreement", "03-10", [A, B], status="planned")], 5, []),
        ([happening(1, "agreement", "03-01/03-31", [A, B])], 5, []),
        ([happening(1, "agreement", None, [A, B], published="03-10")], 5, []),
    ],
    ids=["the best", "all", "none asked", "planned", "some day of the month", "no day"],
)
def test_which_days(events, count, days):
    assert [one.day for one in key_days(events, count)] == [day(one) for one in days]


def test_later_references_make_a_day_weigh_more():
    late = replace(
        DEAL, reports=(*DEAL.reports, *happening(9, "agreement", "03-10", [A, B], published="04-01").reports)
    )
    (plain,), (referred,) = key_days([DEAL], 1), key_days([late], 1)
    assert referred.weight > plain.weight
    assert "1 later article comes back to it" in referred.reasons


@pytest.mark.parametrize(
    ("second", "is_less"),
    [
        (happening(2, "release", "03-12", [A], [B]), True),
        (happening(2, "release", "03-12", [A], ["Togo"]), False),
        (happening(2, "release", "03-31", [A], [B]), False),
        (happening(2, "release", "03-12", ["Togo"], ["Benin"]), False),
    ],
    ids=["the same sides two days later", "another side", "weeks later", "others"],
)
def test_one_more_of_a_series_weighs_less(second, is_less):
    first = happening(1, "release", "03-10", [A], [B])
    weights = [one.weight for one in key_days([first, second], 2)]
    assert (weights[1] < weights[0]) is is_less


def test_a_truce_that_only_goes_on_weighs_less_than_its_beginning():
    begun, held = (happening(1, "truce", "03-10", [A, B], phase=phase) for phase in ("begin", "go on"))
    assert key_days([held], 1)[0].weight < key_days([begun], 1)[0].weight


@pytest.mark.parametrize(
    ("found", "reference", "expected"),
    [
        (["03-01", "03-02"], ["03-01", "03-02"], 1.0),
        (["03-01"], ["03-02"], 0.0),
        (["03-01", "03-05"], ["03-01", "03-02"], 0.5),
        ([], ["03-01"], 0.0),
    ],
)
def test_date_f1(found, reference, expected):
    assert date_f1([day(one) for one in found], [day(one) for one in reference]) == expected


PLAN = happening(1, "meeting", "03-10", [A, B], status="planned", published="03-01")
HELD = happening(1, "meeting", "03-10", [A, B])
CONFLICT = Conflict("figure", (ConflictSide("13 people", (0,)), ConflictSide("17 people", (0,))))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ([], [HELD], "new"),
        ([HELD], [], "gone"),
        ([PLAN], [HELD], "confirmed"),
        ([HELD], [replace(HELD, independent_sources=2)], "confirmed"),
        ([HELD], [replace(HELD, trust=Trust.CONFIRMED)], "confirmed"),
        ([HELD], [replace(HELD, conflicts=(CONFLICT,))], "contradicted"),
        ([PLAN], [replace(PLAN, status=EventStatus.DENIED)], "contradicted"),
        ([happening(1, "meeting", "03-01/03-31", [A, B])], [HELD], "narrowed"),
        ([happening(1, "meeting", None, [A, B], published="03-10")], [HELD], "narrowed"),
    ],
)
def test_change(before, after, kind):
    found = changes(before, after)
    lines = {name: getattr(found, name) for name in ("new", "confirmed", "contradicted", "narrowed", "gone")}
    assert {name for name, given in lines.items() if given} == {kind}
    assert lines[kind][0].event_ids == (1,)


def test_nothing_changes_where_nothing_changed():
    assert not any(getattr(changes(EVENTS, EVENTS), name) for name in changes(EVENTS, EVENTS).__slots__)


def test_a_wider_date_is_not_narrowed():
    assert changes([HELD], [happening(1, "meeting", "03-01/03-31", [A, B])]).narrowed == ()


OFFERED = happening(1, "proposal", "03-10", [A], [B], words="an offer", about="an offer")
REJECTED = happening(2, "rejection", "03-12", [B], [A], sense="reject", words="the offer", about="the offer")


def test_changed_answers_and_turns():
    found = changes([OFFERED], [OFFERED, REJECTED])
    (answer,), (turn,) = found.answers, found.turns
    assert answer.words == "Mali on the proposal by Chad, 10 March 2023: rejected, before: no answer"
    assert answer.event_ids == (2, 1)
    assert turn.words == "Whose turn it is is not known now; it was that of Mali"


def test_events_that_did_not_change_are_context_for_answers():
    assert changes([], [REJECTED]).answers == ()
    (answer,) = changes([], [REJECTED], context=[OFFERED]).answers
    assert answer.event_ids == (2, 1)
    assert [one.event_ids for one in changes([], [REJECTED], context=[OFFERED]).new] == [(2,)]


def test_a_first_offer_gives_a_turn_and_no_answer():
    found = changes([], [OFFERED])
    assert found.answers == ()
    assert [one.words for one in found.turns] == ["It is now the turn of Mali"]


def test_a_deal_between_others_weighs_less():
    ours = [happening(n, "meeting", f"03-{n:02}", [A, B]) for n in range(1, 5)]
    aside = happening(9, "agreement", "03-20", ["Togo", "Benin"])
    (chosen,) = key_days([*ours, DEAL, aside], 1)
    assert chosen.day == day("03-10")
    by_day = {one.day: one.weight for one in key_days([*ours, replace(DEAL, independent_sources=1), aside], 9)}
    assert by_day[day("03-20")] < by_day[day("03-10")]

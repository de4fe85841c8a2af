import datetime as dt

import pytest

from tracker.dashboard.address import Selection, read_address, write_address
from tracker.model.events import EventStatus
from tracker.model.mentions import EventType

FULL = Selection(
    negotiation="harbour-pay",
    party="Dockers Union",
    types=(EventType.MEETING, EventType.PROTEST),
    statuses=(EventStatus.PLANNED,),
    since=dt.date(2024, 1, 1),
    until=dt.date(2024, 2, 1),
    as_of=dt.date(2024, 1, 15),
    confirmed_only=True,
    events=(7, 12),
)


@pytest.mark.parametrize("selection", [Selection(), FULL, Selection(party="O'Neil & <Sons>")])
def test_an_address_restores_the_view(selection: Selection) -> None:
    assert read_address(write_address(selection)) == (selection, ())


def test_nothing_chosen_leaves_the_address_clean() -> None:
    assert write_address(Selection()) == {}


@pytest.mark.parametrize(
    ("params", "part"),
    [
        ({"since": ["last week"]}, "since=last week"),
        ({"type": ["meeting", "party"]}, "type=party"),
        ({"status": ["done"]}, "status=done"),
        ({"event": ["-3"]}, "event=-3"),
        ({"event": ["9" * 30]}, "event=999"),
        ({"since": ["2024-02-01"], "until": ["2024-01-01"]}, "2024-02-01 to 2024-01-01"),
    ],
)
def test_what_cannot_be_read_is_said_and_left_out(params: dict[str, list[str]], part: str) -> None:
    selection, notices = read_address(params)
    assert len(notices) == 1
    assert part in notices[0]
    restored, none = read_address(write_address(selection))
    assert restored == selection
    assert none == ()


def test_filters_are_counted_without_negotiation_and_day_of_knowledge() -> None:
    assert FULL.filter_count == 6
    assert Selection(negotiation="x", as_of=dt.date(2024, 1, 1)).filter_count == 0

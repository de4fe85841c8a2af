"""The role of a party that nobody has set: told by what it does."""

import pytest
from happenings import happening

from tracker.app.chronology import named_parties

TALKS = happening(1, "meeting", "03-10", ["Chad", "Mali"], mediators=["Oman"])
PLAN = happening(2, "proposal", "03-11", ["Oman"], ["Chad", "Mali"])
YES = happening(3, "acceptance", "03-12", ["Chad"], ["Oman"])
DEAL = happening(4, "agreement", "03-13", ["Chad", "Mali"], mediators=["Oman"])
RAID = happening(5, "attack", "03-14", ["Oman"], ["Mali"])
BAN = happening(6, "sanction", "03-15", ["Chad"], ["Oman"])


@pytest.mark.parametrize(
    ("events", "role"),
    [
        ([TALKS, PLAN, YES, DEAL], "mediator"),
        ([PLAN, YES], "party"),
        ([TALKS, RAID, BAN], "party"),
        ([TALKS, DEAL, RAID], "mediator"),
    ],
)
def test_who_mediates_more_than_it_has_at_stake_is_a_mediator(events, role):
    roles = {one.name: one.role.value for one in named_parties(events)}
    assert roles["Oman"] == role
    assert roles["Chad"] == "party"

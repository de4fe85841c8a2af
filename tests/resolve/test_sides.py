import pytest

from tracker.resolve.sides import described, same_side


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("norway", "norwegian army", True),
        ("norway", "swedish-backed norwegian government", True),
        ("norway", "government", True),
        ("norway", "norwegian rebels", False),
        ("norway", "sweden", False),
        ("ardan front", "northern rebels", True),
        ("ardan front", "gunmen", True),
        ("ardan front", "police", False),
        ("mediators", "norway", True),
        ("mediators", "ardan front", True),
        ("mediators", "northern rebels", False),
        ("norwegian rebels", "swedish rebels", False),
        ("norwegian rebels", "insurgents", True),
        ("striking workers", "gunmen", False),
        ("striking workers", "dockers' union of sorin", True),
        ("ardan front", "ardan", True),
        ("ardan front", "qasr movement for peace", False),
    ],
)
def test_names_that_may_stand_for_one_side(one: str, other: str, same: bool) -> None:
    assert same_side(one, other) is same
    assert same_side(other, one) is same


@pytest.mark.parametrize("name", ["islamic state", "free syrian army", "ardan front", "united nations"])
def test_a_name_is_no_description(name: str) -> None:
    assert described(name).family is None

"""Further invented negotiations, from their articles' words."""

import pytest
from told import HERE, all_checks, events_on, extracted, last_day, parties, read

from tracker.app.chronology import named_parties

FLOORS = read("floors.toml")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_articles_words_give_at_least_the_floor(name):
    checks = all_checks(extracted(HERE / name), HERE / name)
    right = [check for check in checks if check.is_right]
    assert len(right) / len(checks) >= FLOORS[name], [check.name for check in checks if not check.is_right]


def test_every_story_has_a_floor():
    assert {one.parent.name for one in HERE.glob("*/articles.toml")} == set(FLOORS)


@pytest.mark.slow
def test_roles_that_nobody_has_set_are_mostly_those_that_a_reader_gives():
    """Parties and mediators alone: a host or a guarantor is not told by its acts."""
    right = []
    for name in sorted(FLOORS):
        events = list(events_on(extracted(HERE / name), last_day(HERE / name)))
        found = {one.name: one.role for one in named_parties(events)}
        wanted = {one.name: one.role for one in parties(HERE / name) if one.role.value in ("party", "mediator")}
        right += [found[party] is role for party, role in wanted.items() if party in found]
    assert len(right) > 50
    assert sum(right) / len(right) >= 0.9

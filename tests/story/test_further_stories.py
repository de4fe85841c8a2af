"""Further invented negotiations, from their articles' words."""

import pytest
from told import HERE, all_checks, extracted, read

FLOORS = read("floors.toml")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_articles_words_give_at_least_the_floor(name):
    checks = all_checks(extracted(HERE / name), HERE / name)
    right = [check for check in checks if check.is_right]
    assert len(right) / len(checks) >= FLOORS[name], [check.name for check in checks if not check.is_right]


def test_every_story_has_a_floor():
    assert {one.parent.name for one in HERE.glob("*/articles.toml")} == set(FLOORS)

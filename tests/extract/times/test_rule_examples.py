"""Every example and counterexample of the rule files."""

from collections.abc import Callable
from datetime import date

import pytest

from tracker.extract.times import find_times
from tracker.extract.tokens import Doc
from tracker.rules.times import Example, families

_CASES = [
    pytest.param(example, id=f"{family.name}-{number}")
    for family in families()
    for number, example in enumerate(family.examples)
]


@pytest.mark.parametrize("example", _CASES)
def test_example(example: Example, parse: Callable[[str], Doc]) -> None:
    found = find_times(parse(example.text), example.published)
    assert [(e.words, str(e.type), e.value) for e in found] == [(e.words, e.type, e.value) for e in example.expect]
    for expression, expected in zip(found, example.expect, strict=True):
        if expected.interval:
            assert f"{expression.earliest}/{expression.latest}" == expected.interval


_EDGES = [date.min, date(4, 2, 29), date(1582, 10, 10), date(9999, 1, 1), date.max]


@pytest.mark.parametrize("example", _CASES)
def test_examples_hold_at_the_ends_of_the_calendar(example: Example, parse: Callable[[str], Doc]) -> None:
    doc = parse(example.text)
    for published in _EDGES:
        for expression in find_times(doc, published):
            if expression.earliest and expression.latest:
                assert expression.earliest <= expression.latest


def test_every_family_has_examples() -> None:
    assert [family.name for family in families() if not family.examples] == []

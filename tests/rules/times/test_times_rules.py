"""The loader refuses what it does not know and says where."""

from typing import Any

import pytest

from tracker.extract.times.grammar import Grammar
from tracker.extract.times.reading import READERS
from tracker.extract.times.tagger import grammar
from tracker.rules.times import Rule, RuleFileError, families, parse_family, parse_vocabulary, vocabulary


def _family(**changes: Any) -> dict[str, Any]:
    rule = {"name": "now", "pattern": "<present>", "reading": "reference"}
    return {"family": "f", "about": "a", "rules": [rule], "examples": [], "counterexamples": []} | changes


def test_packaged_rules_load_and_compile() -> None:
    assert len(families()) >= 10
    assert grammar() is grammar()
    assert {rule.reading for family in families() for rule in family.rules} <= set(READERS)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (_family(colour="red"), r"x\.toml: unknown key 'colour'"),
        (_family(rules=[{"name": "n", "pattern": "p"}]), r"x\.toml: rules\[0\]: key 'reading' is missing"),
        (
            _family(rules=[{"name": "n", "pattern": "p", "reading": "r", "prio": 1}]),
            r"x\.toml: rules\[0\]: unknown key 'prio'",
        ),
        (_family(examples=[{"text": "t", "expect": [["a"]]}]), r"x\.toml: examples\[0\]: key 'expect'"),
        (_family(counterexamples=[3]), r"x\.toml: counterexamples\[0\]"),
    ],
)
def test_family_errors_name_file_and_key(table: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleFileError, match=message):
        parse_family(table, "x.toml")


def test_vocabulary_errors_name_file_and_key() -> None:
    table = {"categories": {"c": {"words": [], "size": 1}}, "phrases": {}, "sets": {}, "dotted": []}
    with pytest.raises(RuleFileError, match=r"words\.toml: categories\.c: unknown key 'size'"):
        parse_vocabulary(table)


@pytest.mark.parametrize(("pattern", "what"), [("<weekdy>", "no category 'weekdy'"), ("<%cnt>", "no phrase 'cnt'")])
def test_patterns_name_only_what_is_there(pattern: str, what: str) -> None:
    with pytest.raises(RuleFileError, match=f"days: rule 'n': pattern: {what}"):
        Grammar((Rule("n", "days", pattern, "weekday"),), vocabulary())

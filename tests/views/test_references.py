"""What words refer to, by the examples of the rule file and with parties known by their forms."""

import pytest

from tracker.views.references import ReferenceKind, has_any, proper_names, read_reference, reference_words

PARTIES = {"us": "United States", "washington": "United States", "hamas": "Hamas", "dockers union": "Dockers Union"}


@pytest.mark.parametrize("example", reference_words().examples, ids=lambda one: one.words)
def test_examples(example):
    read = read_reference(example.words, {})
    assert read.kind is example.kind
    assert read.names >= set(example.names)
    assert read.numbers >= set(example.numbers)
    assert (read.own, read.is_revision) == (example.own, example.is_revision)


@pytest.mark.parametrize("example", reference_words().counterexamples, ids=lambda one: one.words)
def test_counterexamples(example):
    assert read_reference(example.words, {}).kind is not example.kind


@pytest.mark.parametrize(
    ("words", "parties", "names"),
    [
        ("the US draft", {"United States"}, set()),
        ("Washington's plan", {"United States"}, set()),
        ("Hamas's terms", {"Hamas"}, set()),
        ("the Dockers Union's offer", {"Dockers Union"}, set()),
        ("the Geneva plan of Hamas", {"Hamas"}, {"geneva"}),
        ("the plan", set(), set()),
        ("a bus timetable", set(), set()),
    ],
)
def test_parties_and_names(words, parties, names):
    read = read_reference(words, PARTIES)
    assert (read.parties, read.names) == (parties, names)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("They agreed, if the pay rises.", True), ("A gift for all.", False), ("subject to a vote", True)],
)
def test_conditions_are_whole_words(words, expected):
    assert has_any(words, reference_words().conditions) is expected


def test_proper_names_leave_out_what_tells_nothing_apart():
    assert proper_names("On Monday the Oslo paper") == {"oslo"}


def test_nothing_is_nothing():
    assert read_reference("", PARTIES).kind is ReferenceKind.NOTHING

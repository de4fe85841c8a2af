"""The examples and counterexamples that stand beside the party rules."""

from datetime import date

import pytest

from tracker.extract.parties import find_parties
from tracker.extract.text import load_model
from tracker.extract.tokens import read
from tracker.rules.parties import PartyExample
from tracker.rules.parties.countries import CountryCorrections
from tracker.rules.parties.examples import WithExamples
from tracker.rules.parties.leaders import LeaderFile
from tracker.rules.parties.names import PartyFile
from tracker.rules.parties.nouns import PartyNouns
from tracker.rules.parties.towns import TownRules
from tracker.rules.reading import read_rules, rule_files


def model_of(name: str) -> type[WithExamples]:
    special = {"countries.toml": CountryCorrections, "nouns.toml": PartyNouns, "towns.toml": TownRules}
    return special.get(name, LeaderFile if name.startswith("leaders") else PartyFile)


FILES = {file.name: read_rules(file, model_of(file.name)) for file in rule_files("parties")}


def sides(case: PartyExample) -> tuple[str, ...]:
    """The sides that the case's phrase stands for in its text."""
    assert case.text.count(case.phrase) == 1, f"the phrase must stand in the text once: {case}"
    doc = read(load_model()(case.text))
    first = case.text.index(case.phrase)
    phrase = doc.char_span(first, first + len(case.phrase))
    found = find_parties(doc, None, case.published or date(2024, 3, 14)).of(phrase.root)
    return tuple(reference.side for reference in found)


@pytest.mark.parametrize("name", FILES)
def test_phrases_stand_for_their_sides(name: str) -> None:
    cases = (*FILES[name].examples, *FILES[name].counterexamples)
    wrong = [f"{c.phrase!r} in {c.text}: {given}, not {c.sides}" for c in cases if (given := sides(c)) != c.sides]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_examples_and_counterexamples(name: str) -> None:
    assert FILES[name].examples
    assert FILES[name].counterexamples

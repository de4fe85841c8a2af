import pytest

from tracker.resolve.words import clause_words, concept, fold, marks, stem


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("released", "releases", True),
        ("withdrawing", "withdraw", True),
        ("talks", "talking", True),
        ("release", "relief", False),
        ("minister", "mine", False),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("captives", "hostages", True), ("cease-fire", "truce", True), ("accord", "deal", True), ("truce", "deal", False)],
)
def test_words_for_one_thing_are_one_concept(one: str, other: str, same: bool) -> None:
    assert (concept(one) == concept(other)) is same


def test_a_clause_gives_names_numbers_peoples_and_order() -> None:
    words = clause_words("On June 12 the second group of 1,081 Thai sailors, Ana Brok among them, left Korvo in 2031.")
    assert words.numbers == {1081}
    assert words.peoples == {"TH"}
    assert words.ordinals == {"second"}
    assert {stem("Brok"), stem("Korvo")} <= words.names
    assert not words.is_repeat


def test_the_parties_words_count_for_nothing() -> None:
    assert clause_words("Guns of Velia shelled Sorin", without=["Velia"]).names == {stem("Sorin")}


@pytest.mark.parametrize(("name", "folded"), [("The Houthis", "houthis"), ("Israel's", "israel"), ("the  UN", "un")])
def test_folded_names(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_marks_are_countries_by_any_name_and_other_names() -> None:
    found = marks("Envoys of North Korea met the American Ana Brok in Oslo on Monday.", ["Ardan Front"])
    assert {"KP", "US", "NO", stem("Brok"), stem("Ardan")} <= found
    assert stem("Envoys") not in found

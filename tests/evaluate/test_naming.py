import pytest

from tracker.evaluate.naming import namer, names_party


@pytest.mark.parametrize(
    ("form", "party"),
    [
        ("Israeli", "Israel"),
        ("the Syrian government", "Syria"),
        ("Syria", "Syrian government"),
        ("US", "United States"),
        ("U.S.", "United States"),
        ("American", "United States"),
        ("British", "United Kingdom"),
        ("Dutch", "Netherlands"),
        ("EU", "European Union"),
        ("CTU", "Chicago Teachers Union"),
        ("Ugandan authorities", "Uganda"),
    ],
)
def test_a_demonym_an_acronym_and_a_government_name_the_party(form: str, party: str) -> None:
    assert names_party(form, party)


@pytest.mark.parametrize(
    ("form", "party"),
    [
        ("Netanyahu", "Israel"),
        ("Washington", "United States"),
        ("the government", "Syria"),
        ("Iraq", "Iran"),
        ("South Korea", "North Korea"),
        ("UN", "United Kingdom"),
    ],
)
def test_a_person_a_capital_and_another_party_do_not(form: str, party: str) -> None:
    assert not names_party(form, party)


def test_a_surface_form_names_its_party_only_if_it_is_a_name() -> None:
    name = namer({"Colombia": ["Colombian", "Bogota", "Petro"], "National Liberation Army": ["ELN", "the rebels"]})
    assert name("the Colombian") == {"Colombia"}
    assert name("NLA") == {"National Liberation Army"}
    assert name("Bogota") == {"bogota"}
    assert name("Petro") == {"petro"}


def test_a_form_of_two_parties_names_both() -> None:
    name = namer({"Greek Cypriots": ["Cypriots"], "Turkish Cypriots": ["Cypriots"]})
    assert name("Cypriots") == {"Greek Cypriots", "Turkish Cypriots"}


def test_the_party_with_the_better_claim_is_named() -> None:
    name = namer({"Syria": [], "Syrian opposition": []})
    assert name("Syrian") == {"Syria"}
    assert name("opposition of Syria") == {"Syrian opposition"}


def test_a_name_that_fits_nothing_stays_itself() -> None:
    assert namer({"Peru": []})("the Ecuador") == {"ecuador"}

"""What an article's parties give besides the phrases of the rules' own examples."""

from collections.abc import Callable
from datetime import date

import pytest

from tracker.extract.parties import ArticleParties
from tracker.extract.tokens import Token
from tracker.model.parties import PartyKind, PartyReference

Read = Callable[..., ArticleParties]


def token(parties: ArticleParties, word: str) -> Token:
    found = [t for t in parties.doc if t.text == word]
    assert found, f"{word!r} is no token"
    return found[-1]


def sides(references: tuple[PartyReference, ...]) -> tuple[str, ...]:
    return tuple(reference.side for reference in references)


AFFILIATIONS = [
    ("Peruvian Foreign Minister Rosa Quintana spoke.", "Rosa Quintana", "Peru"),
    ("Rosa Quintana, the foreign minister of Peru, spoke.", "Rosa Quintana", "Peru"),
    ("Rosa Quintana, Peru's foreign minister, spoke.", "Rosa Quintana", "Peru"),
    ("Peru's foreign minister, Rosa Quintana, spoke.", "Rosa Quintana", "Peru"),
    ("Hamas's political leader Adel Mansouri spoke.", "Adel Mansouri", "Hamas"),
    ("State Department spokeswoman Carol Whitfield spoke.", "Carol Whitfield", "United States"),
    ("Boeing spokesman Carl Whitfield spoke.", "Carl Whitfield", "Boeing"),
    ("Omani Foreign Minister Salim bin Rashdi spoke.", "Salim bin Rashdi", "Oman"),
    ("Syria's U.N. ambassador, Adel Mansouri, spoke.", "Adel Mansouri", "Syria"),
    ("Britain's Labour leader Carol Whitfield spoke.", "Carol Whitfield", "Labour Party"),
    ("Spain's Labour Minister Carol Whitfield spoke.", "Carol Whitfield", "Spain"),
    (
        "The National Farmers Party met. NFP leader Carol Whitfield spoke.",
        "Carol Whitfield",
        "National Farmers Party",
    ),
    ("Peru's miners struck. Labour Minister Carol Whitfield spoke.", "Carol Whitfield", "Peru"),
    ("Carol Whitfield, who leads the United Auto Workers, spoke.", "Carol Whitfield", "United Auto Workers"),
]


@pytest.mark.parametrize(("text", "name", "side"), AFFILIATIONS)
def test_teaches_an_affiliation(read: Read, text: str, name: str, side: str) -> None:
    parties = read(text)
    taught = {(a.name, a.side): a for a in parties.affiliations}
    assert (name, side) in taught
    affiliation = taught[name, side]
    assert text[affiliation.span.first : affiliation.span.last] == affiliation.words
    assert name in affiliation.words
    assert sides(parties.of(token(parties, name.split()[-1]))) == (side,)


@pytest.mark.parametrize(
    "text",
    [
        "Former Peruvian president Rosa Quintana spoke.",
        "Rosa Quintana, Peru and Chile were named in the report.",
        "Rosa Quintana visited Peru on Monday.",
        "On Monday Tarvia freed ten men. President Rosa Quintana said that Peru had mediated.",
        "Reporters in Peru met Rosa Quintana, Kenyan President William Ruto and others.",
    ],
)
def test_teaches_nothing_of_a_bystander(read: Read, text: str) -> None:
    assert all(a.name != "Rosa Quintana" for a in read(text).affiliations)


def test_a_leader_stands_for_the_side_of_the_publication_day(read: Read) -> None:
    text = "Mark Rutte spoke on Monday."
    expected = {date(2023, 5, 1): "Netherlands", date(2025, 5, 1): "NATO", date(2009, 5, 1): "Mark Rutte"}
    for day, side in expected.items():
        parties = read(text, day)
        (reference,) = parties.of(token(parties, "Rutte"))
        assert reference.side == side
        assert reference.is_verified is (side != "Mark Rutte")


def test_a_last_name_is_whoever_the_article_introduces(read: Read) -> None:
    parties = read("Union leader Anna Blinken spoke. Blinken said the strike would go on.")
    assert all(reference.side != "United States" for reference in parties.of(token(parties, "Blinken")))


def test_references_carry_the_fullest_name_and_exact_words(read: Read) -> None:
    text = "Peruvian Foreign Minister Rosa Quintana spoke. She left early."
    parties = read(text)
    (reference,) = parties.of(token(parties, "She"))
    assert (reference.words, reference.name, reference.side) == ("She", "Rosa Quintana", "Peru")
    assert text[reference.span.first : reference.span.last] == "She"


def test_an_unknown_side_is_kept_unverified(read: Read) -> None:
    parties = read("The Valdorian Liberation Front rejected the plan.")
    (reference,) = parties.of(token(parties, "Front"))
    assert "Liberation Front" in reference.side
    assert not reference.is_verified
    assert reference.kind is PartyKind.ARMED_GROUP


def test_a_name_tells_what_it_names_before_its_complement(read: Read) -> None:
    parties = read("The Sahel Front for Unity attacked Peru. The rebels withdrew.")
    assert sides(parties.of(token(parties, "rebels"))) == ("Sahel Front for Unity",)


def test_conjuncts_can_be_left_out(read: Read) -> None:
    parties = read("Kenya, Uganda and Rwanda signed.")
    head = token(parties, "Kenya")
    assert sides(parties.of(head)) == ("Kenya", "Uganda", "Rwanda")
    assert sides(parties.of(head, conjuncts=False)) == ("Kenya",)


MODIFIERS = [
    ("Israeli strikes went on.", "strikes", {("amod", "Israel")}),
    ("Hamas's attack went on.", "attack", {("poss", "Hamas")}),
    ("A proposal by Hamas arrived.", "proposal", {("by", "Hamas")}),
    ("They saw a meeting between Kenya and Uganda.", "meeting", {("between", "Kenya"), ("between", "Uganda")}),
    ("An attack on Israel failed.", "attack", {("on", "Israel")}),
    ("A Qatari-mediated deal held.", "deal", {("amod", "Qatar")}),
    ("The peace deal held.", "deal", set()),
]


@pytest.mark.parametrize(("text", "head", "expected"), MODIFIERS)
def test_modifiers(read: Read, text: str, head: str, expected: set[tuple[str, str]]) -> None:
    parties = read(text)
    assert {(how, reference.side) for how, reference in parties.modifiers(token(parties, head))} == expected


TALKS = (
    "Kenya and Uganda resumed talks on Monday, Qatari mediators said. Kenya wants the lake. Uganda refused. "
    "Kenya's army stayed. Uganda's president left. Qatar hopes for more. An official of Peru watched."
)


def test_main_lists_the_most_told_first(read: Read) -> None:
    assert sides(read(TALKS).main)[:3] == ("Kenya", "Uganda", "Qatar")


def test_a_title_weighs_in(read: Read) -> None:
    assert sides(read(TALKS, title="Uganda digs in").main)[0] == "Uganda"


def test_mediators_stand_between_the_sides(read: Read) -> None:
    parties = read(TALKS)
    assert sides(parties.mediators) == ("Qatar",)
    near = token(parties, "refused")
    assert sides(parties.counterpart("Kenya", near)) == ("Uganda",)
    assert sides(parties.counterpart("Uganda", near)) == ("Kenya",)


def test_no_counterpart_where_only_one_side_is_told(read: Read) -> None:
    parties = read("Kenya waited.")
    assert parties.counterpart("Kenya", token(parties, "waited")) == ()


def test_speech_in_the_first_person_is_its_speakers(read: Read) -> None:
    parties = read('"We will not sign," said Kenyan envoy Peter Otieno. Uganda was silent.')
    assert sides(parties.of(token(parties, "We"))) == ("Kenya",)


def test_dateline_is_no_part_of_a_name(read: Read) -> None:
    parties = read("KAMPALA Renewed fighting between Kenya and Uganda broke out.")
    assert all("Renewed" not in reference.side for reference in parties.main)


@pytest.mark.parametrize(
    ("text", "title", "outlet", "expected"),
    [
        ("The government freed ten rebels.", "A release", "Kyiv Post", ("Ukraine",)),
        ("The government freed ten rebels.", "Peru frees ten", "Kyiv Post", ("Peru",)),
        ("The rebels left Peru. The government freed ten.", "A release", "Kyiv Post", ("Peru",)),
        ("The government freed ten rebels.", "A release", "The Continental", ("government",)),
    ],
)
def test_an_outlet_tells_the_state_of_a_text_that_names_none(
    read: Read, text: str, title: str, outlet: str, expected: tuple[str, ...]
) -> None:
    parties = read(text, title=title, outlet=outlet)
    assert sides(parties.of(token(parties, "government"))) == expected

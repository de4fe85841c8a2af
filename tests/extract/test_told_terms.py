"""Where an article spells out what an offer or a deal holds."""

import datetime as dt

import pytest

from tracker.extract import extract_many
from tracker.model.articles import Article

PUBLISHED = dt.date(2024, 3, 14)
OFFER = "Ethiopia presented a proposal to the rebels on Tuesday. "
DEAL = "Ethiopia and Eritrea signed an agreement in Asmara on Tuesday. "
# Text, and for each holder (its trigger's words) the words that spell out its terms.
SPELLED_OUT = [
    (OFFER + "Under the proposal, the rebels would hand over their guns.", {"presented": "Under the proposal, "}),
    (OFFER + "It provides for a truce, diplomats said. Talks go on.", {"presented": "It provides for a truce, "}),
    (
        "Teachers made a counter-offer on Monday. Under the counter-offer, pay would rise by 6 per cent. "
        "Classes would be smaller.",
        {"made": "Under the counter-offer, pay would rise by 6 per cent. Classes would be smaller."},
    ),
    (OFFER + "The African Union would watch the roads.", {"presented": "The African Union would watch the roads."}),
    (
        OFFER + "What does it hold? The African Union would watch the roads.",
        {"presented": "The African Union would watch the roads."},
    ),
    (OFFER + "There would be a joint commission.", {"presented": "There would be a joint commission."}),
    (DEAL + "Under the deal, both will pull back their tanks.", {"signed": "Under the deal, "}),
    (
        DEAL + "It follows the plan that Kenya tabled on May 2. Under its terms, both will pull back their tanks.",
        {"signed": "Under its terms, "},
    ),
    (
        "Peru tabled a plan on Monday. Chile made an offer on Tuesday. Under the Peruvian plan, the mine would close.",
        {"tabled": "Under the Peruvian plan, "},
    ),
    (
        "The plan, which Peru presented to Chile on Monday, provides for ten permits.",
        {"presented": "The plan, which Peru presented to Chile on Monday, provides for ten permits."},
    ),
    (
        "Oman presented a plan to Peru and Chile, under which Peru would issue ten permits.",
        {"presented": "under which Peru would issue ten permits"},
    ),
    (DEAL + "The deal takes effect on Friday. Under it, both will pull back their tanks.", {"signed": "Under it, "}),
]
NOT_SPELLED_OUT = [
    "Under the sun, the rebels would march for days. " + OFFER,
    OFFER + "That would be a mistake.",
    OFFER + "There would be no reason to reject it.",
    OFFER + '"We would rather fight," a rebel said.',
    OFFER + "The move would anger Sudan.",
    OFFER + "Will they accept? The rebels left. The African Union would watch the roads.",
    OFFER + "Under the deal of 1994, the river belongs to both.",
    "The rebels freed ten men on Monday. Under the plan, they would go home.",
    OFFER + "The rebels have not answered. The minister left on Monday.",
    "Chile answered with an offer on Tuesday. Under the Peruvian plan, the mine would close.",
]
_TEXTS = [text for text, _ in SPELLED_OUT] + NOT_SPELLED_OUT


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, str]]:
    """What each text spells out, by the trigger of the holder."""
    articles = [Article(text, published=PUBLISHED) for text in _TEXTS]
    return {
        article.text: {
            mention.words: article.text[mention.terms.first : mention.terms.last]
            for mention in extraction.mentions
            if mention.terms
        }
        for article, extraction in zip(articles, extract_many(articles), strict=True)
    }


@pytest.mark.parametrize(("text", "wanted"), SPELLED_OUT)
def test_terms_are_the_sentences_that_say_what_an_offer_holds(text, wanted, told) -> None:
    assert told[text].keys() == wanted.keys()
    for trigger, words in wanted.items():
        assert told[text][trigger].startswith(words)


@pytest.mark.parametrize("text", NOT_SPELLED_OUT)
def test_other_sentences_are_no_terms(text, told) -> None:
    assert told[text] == {}

"""The words shown for an event: its own clause, without what joins it to its neighbours."""

import pytest

from tracker.extract import extract
from tracker.model.articles import Article

CASES = [
    # text, the trigger's first word, the words of its clause
    ("The draft sets out a truce under which Peru would free ten captives.", "free", "Peru would free ten captives"),
    ("Peru freed ten captives and Chile reopened the crossing.", "freed", "Peru freed ten captives"),
    ("Peru freed ten captives and Chile reopened the crossing.", "reopened", "Chile reopened the crossing"),
    (
        "Peru proposed a truce of ten days, in which Chile would free its captives.",
        "free",
        "Chile would free its captives",
    ),
    ("The envoy said that Peru had rejected the plan and left.", "rejected", "Peru had rejected the plan"),
    (
        "They discussed a deal that would include a truce of ten days and the release of women.",
        "truce",
        "a truce of ten days",
    ),
    (
        "They discussed a pause, in which Peru would free women first and more aid would enter Lima.",
        "enter",
        "more aid would enter Lima",
    ),
    (
        "Chad rejected an offer to end the war in exchange for withdrawing its forces, freeing captives and paying.",
        "withdrawing",
        "withdrawing its forces",
    ),
    # A noun that is no content stands for its whole clause, and so does one with a verb to carry it.
    ("Peru and Chile reached a truce on Monday.", "reached", "Peru and Chile reached a truce on Monday"),
    ("Talks between Peru and Chile began in Lima.", "began", "Talks between Peru and Chile began in Lima"),
]


@pytest.mark.parametrize(("text", "trigger", "clause"), CASES)
def test_a_clause_is_cut_where_the_next_begins(text: str, trigger: str, clause: str) -> None:
    mentions = extract(Article(text)).mentions
    (found,) = [one for one in mentions if trigger in one.words.split()]
    assert text[found.clause.first : found.clause.last] == clause

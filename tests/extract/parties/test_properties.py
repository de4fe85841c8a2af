"""What must hold for any text."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.extract.parties import ArticleParties

Read = Callable[..., ArticleParties]

WORDS = [
    "Kenya", "Uganda's", "the", "group", "Hamas", "-", "backed", "rebels", "(RFV)", "its",
    "army", "both", "sides", "he", "said", "\"We", "agree\"", ",", ".", "Foreign",
    "Minister", "Rosa", "Quintana", "of", "North", "and", "South", "Korea", "U.S.", "they",
    "met", "Workers'", "Union", "JUBA", "Mr", "Al", "Thani", "who", "leads", "mediators",
    "between", "’s", "two", "countries", "'", "\n\n",
]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_every_reference_is_exact_words_of_the_text(read: Read, text: str) -> None:
    parties = read(text)
    for token in parties.doc:
        found = parties.of(token)
        assert len({reference.side for reference in found}) == len(found)
        for reference in (*found, *(reference for _, reference in parties.modifiers(token))):
            assert text[reference.span.first : reference.span.last] == reference.words
            assert reference.side
            assert reference.name
    assert [r.side for r in parties.main] == [r.side for r in read(text).main]
    assert parties.affiliations == read(text).affiliations

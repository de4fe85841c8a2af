"""Whatever text and day come in: no exception, spans inside the text, intervals in order, the same answer twice."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tracker.extract.times import find_times
from tracker.extract.tokens import Doc, read
from tracker.model.times import TimeExpression
from tracker.rules.times import vocabulary

_WORDS = sorted(
    {word for category in vocabulary().categories.values() for word in category.words}
    | {word.title() for category in vocabulary().categories.values() for word in category.words}
    | {"3", "31", "30", "29", "0", "1990", "2024", "12,500", "9:30", "99:99", "1/2", "2024-02-30", "31/12/2024", "'89"}
    | {
        "1990s",
        "22nd",
        "the",
        "of",
        "on",
        "in",
        "and",
        "-",
        ",",
        ".",
        "'s",
        "troops",
        "met",
        "will",
        "meet",
        "a",
        "\n\n",
    }
)
_DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=14).map("".join),
)


def _check(text: str, found: list[TimeExpression]) -> None:
    end = 0
    for expression in found:
        assert end <= expression.span.first < expression.span.last <= len(text)
        end = expression.span.last
        assert text[expression.span.first : expression.span.last] == expression.words
        assert expression.value
        assert (expression.earliest is None) == (expression.latest is None)
        if expression.earliest and expression.latest:
            assert expression.earliest <= expression.latest
        if expression.days:
            assert 0 <= expression.days[0] <= expression.days[1]
        if expression.offset_days:
            assert expression.offset_days[0] <= expression.offset_days[1]


@pytest.fixture(scope="module")
def tagger_only(nlp: Language) -> Callable[[str], Doc]:
    return lambda text: read(nlp(text, disable=["ner"]))


@settings(max_examples=90, deadline=None)
@given(text=_TEXTS, published=st.one_of(st.none(), _DAYS))
def test_any_text_and_day(tagger_only: Callable[[str], Doc], text: str, published: date | None) -> None:
    doc = tagger_only(text)
    found = find_times(doc, published)
    _check(doc.text, found)
    assert find_times(doc, published) == found


_WEEKDAY_TEXTS = [
    "The envoys met on Friday.",
    "The envoys will meet on Tuesday.",
    "Fighting raged from Monday to Wednesday.",
    "Guards left last Sunday and return next Thursday.",
    "They spoke yesterday and two days ago, and will speak tomorrow night.",
    "Talks stalled last week and clashes broke out over the weekend.",
    "It happened a week ago Monday.",
]


@pytest.mark.parametrize("text", _WEEKDAY_TEXTS)
@settings(max_examples=25, deadline=None)
@given(
    published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
    weeks=st.integers(min_value=-60, max_value=60),
)
def test_whole_weeks_shift_what_counts_in_days(
    tagger_only: Callable[[str], Doc], text: str, published: date, weeks: int
) -> None:
    doc = tagger_only(text)
    moved = timedelta(weeks=weeks)
    before, after = find_times(doc, published), find_times(doc, published + moved)
    assert before
    for one, other in zip(before, after, strict=True):
        assert one.earliest is not None
        assert one.latest is not None
        assert (one.earliest + moved, one.latest + moved) == (other.earliest, other.latest)


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met on Friday, yesterday and last week.",
        "They will meet next month, this summer and in the third quarter.",
        "It happened in March and on 3 May, three weeks ago and over the weekend.",
        "This morning, tonight, last year, in the coming days and at Christmas.",
        "Two days later it ended at 9 a.m.",
    ],
)
def test_nothing_relative_is_guessed_without_a_publication_day(tagger_only: Callable[[str], Doc], text: str) -> None:
    found = find_times(tagger_only(text), None)
    assert found
    for expression in found:
        assert expression.earliest is None
        assert expression.latest is None
        assert "X" in expression.value or expression.value.endswith("_REF")


def test_dates_with_a_year_need_no_publication_day(tagger_only: Callable[[str], Doc]) -> None:
    found = find_times(tagger_only("It was signed on 12 May 1998 and lapsed in July 1999."), None)
    assert [expression.value for expression in found] == ["1998-05-12", "1999-07"]
    assert found[0].earliest == found[0].latest == date(1998, 5, 12)

"""Strategies for what the store keeps, and a store that has a negotiation."""

import datetime as dt
from pathlib import Path

from hypothesis import strategies as st

from tracker.model.articles import Article, PublicationGround
from tracker.model.dates import DateInterval, Grain, Ground, Span
from tracker.model.mentions import (
    Approximation,
    EventType,
    Extraction,
    Mention,
    Phase,
    PlaceReference,
    Quantity,
    Status,
    Unit,
)
from tracker.model.parties import Affiliation, PartyKind, PartyReference
from tracker.store import Store, open_store

NOW = dt.datetime(2024, 2, 1, 12, 0, tzinfo=dt.UTC)
TEXT = "Arland and Borland met on Friday. Corland said 40 prisoners would be freed, and Dorland refused. " * 4
ARTICLE = Article(TEXT, "Talks", "https://news.example/talks", "Example", dt.date(2024, 1, 30), PublicationGround.GIVEN)


def opened(folder: Path, name: str = "tracker.db") -> Store:
    return open_store(f"sqlite:///{folder / name}", clock=lambda: NOW)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
spans = st.tuples(st.integers(0, 150), st.integers(1, 60)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
numbers = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    first, last = sorted((draw(days), draw(days)))
    end_first, end_last = sorted((draw(days), draw(days)))
    return DateInterval(
        draw(st.sampled_from([first, None])),
        draw(st.sampled_from([last, None])),
        draw(st.sampled_from([end_first, None])),
        draw(st.sampled_from([end_last, None])),
        draw(st.booleans()),
        draw(st.none() | st.sampled_from(Grain)),
        draw(st.sampled_from(Ground)),
        draw(st.none() | spans),
        draw(words),
    )


references = st.builds(PartyReference, spans, words, words, words, st.sampled_from(PartyKind), st.booleans())
quantities = st.builds(
    Quantity,
    numbers,
    st.sampled_from(Unit),
    spans,
    words,
    st.sampled_from(Approximation),
    st.none() | numbers,
    st.none() | numbers,
    st.none() | numbers,
)
some_references = st.lists(references, max_size=3).map(tuple)
mentions = st.builds(
    Mention,
    type=st.sampled_from(EventType),
    status=st.sampled_from(Status),
    trigger=spans,
    words=words,
    clause=spans,
    sentence=spans,
    sense=words,
    date=intervals(),
    actors=some_references,
    targets=some_references,
    mediators=some_references,
    source=st.none() | references,
    quantities=st.lists(quantities, max_size=3).map(tuple),
    place=st.none() | st.builds(PlaceReference, spans, words),
    about=st.none() | spans,
    content_of=st.none() | spans,
    terms=st.none() | spans,
    due=st.none() | st.dates(),
    is_quoted=st.booleans(),
    is_conditional=st.booleans(),
    phase=st.none() | st.sampled_from(Phase),
    plover=words,
    plover_mode=words,
    cameo=words,
)
affiliations = st.builds(Affiliation, words, words, spans, words)
extractions = st.builds(
    Extraction,
    st.lists(mentions, max_size=4, unique_by=lambda one: one.key("")).map(tuple),
    st.lists(affiliations, max_size=3, unique_by=lambda one: (one.name, one.side)).map(tuple),
    st.text("0123456789abcdef-", min_size=1, max_size=20),
)

"""What is stored of an extraction is the extraction."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import made_storage as made
import pytest
from hypothesis import HealthCheck, given, settings

from tracker.model.dates import Span
from tracker.model.mentions import EventType, Extraction, Mention, Status
from tracker.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = made.opened(tmp_path_factory.mktemp("mentions"))
    with store.begin() as unit:
        negotiation = unit.negotiations.add("talks", "Talks")
        article_id, _ = unit.articles.add(made.ARTICLE, None)
        unit.articles.link(article_id, negotiation.id)
    yield store
    store.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made.extractions)
def test_what_goes_in_comes_out(store: Store, extraction: Extraction) -> None:
    with store.read() as unit:
        at = unit.mentions.save(1, extraction, made.ARTICLE.published, str.casefold)
        unit.mentions.make_current(at)
        stored = unit.mentions.of_version(1)
        taught = tuple(unit.mentions.affiliations(1))
        reports = list(unit.reports.of_versions([1]))
    in_order = sorted(extraction.mentions, key=lambda one: (one.trigger, one.type))
    assert [one.mention for one in stored] == in_order
    assert [one.key for one in stored] == [one.key(made.ARTICLE.text_hash) for one in in_order]
    assert taught == extraction.affiliations
    assert [report.mention for report in reports] == in_order
    for report in reports:
        span = report.mention.sentence
        assert report.evidence == made.TEXT[span.first : span.last]
        assert report.published == made.ARTICLE.published


def test_two_mentions_under_one_key_are_one(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    place = Span(0, 7)
    first = Mention(EventType.MEETING, Status.OCCURRED, place, "met", place, place, "meeting.meet")
    second = replace(first, status=Status.PLANNED)
    with store.begin() as unit:
        unit.articles.add(made.ARTICLE, None)
        unit.mentions.make_current(unit.mentions.save(1, Extraction((first, second)), None, str.casefold))
    with store.read() as unit:
        assert [one.mention for one in unit.mentions.of_version(1)] == [first]


def test_the_same_extraction_twice_is_one(tmp_path: Path) -> None:
    store = made.opened(tmp_path)
    with store.begin() as unit:
        unit.articles.add(made.ARTICLE, None)
        once = unit.mentions.save(1, Extraction((), (), "r1"), None, str.casefold)
        assert unit.mentions.save(1, Extraction((), (), "r1"), None, str.casefold) == once
        other = unit.mentions.save(1, Extraction((), (), "r2"), None, str.casefold)
        unit.mentions.make_current(other)
        assert unit.mentions.find(1, "r1", None) is None
        assert unit.mentions.is_current(other)

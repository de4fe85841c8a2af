"""Every event rule file's examples give their event, its counterexamples none of its type."""

from datetime import date

import pytest

from tracker.extract import extract_many
from tracker.model.articles import Article
from tracker.model.dates import label_dates
from tracker.model.mentions import Extraction, Mention
from tracker.rules import Example, TypeRules, load_lexicon

EXAMPLES = [(rules, example) for rules in load_lexicon().types.values() for example in rules.examples]
COUNTEREXAMPLES = [(rules, example) for rules in load_lexicon().types.values() for example in rules.counterexamples]


def name_of(value: object) -> str:
    if isinstance(value, TypeRules):
        return value.type.value
    return value.text if isinstance(value, Example) else ""


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """One parse for all examples."""
    articles = [Article(e.text, published=date.fromisoformat(e.published)) for _, e in EXAMPLES + COUNTEREXAMPLES]
    return {a.text: x for a, x in zip(articles, extract_many(articles), strict=True)}


def shown(mention: Mention, example: Example) -> dict[str, object]:
    start, end = label_dates(mention.date)
    found = {
        "status": mention.status,
        "actors": tuple(sorted({a.side for a in mention.actors})),
        "targets": tuple(sorted({a.side for a in mention.targets})),
        "mediators": tuple(sorted({a.side for a in mention.mediators})),
        "source": mention.source.side if mention.source else None,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "count": mention.quantities[0].value if mention.quantities else None,
    }
    return {key: value for key, value in found.items() if getattr(example, key) is not None}


def wanted(example: Example) -> dict[str, object]:
    asked = {key: getattr(example, key) for key in ("status", "source", "start", "end", "count")}
    roles = {key: getattr(example, key) for key in ("actors", "targets", "mediators")}
    asked |= {key: tuple(sorted(names)) if names is not None else None for key, names in roles.items()}
    return {key: value for key, value in asked.items() if value is not None}


@pytest.mark.parametrize(("rules", "example"), EXAMPLES, ids=name_of)
def test_example(rules: TypeRules, example: Example, extractions: dict[str, Extraction]) -> None:
    mentions = [
        m
        for m in extractions[example.text].mentions
        if m.type is rules.type and (example.trigger in m.words or m.words in example.trigger)
    ]
    told = [(str(m.type), m.words) for m in extractions[example.text].mentions]
    assert mentions, f"told instead: {told}"
    assert wanted(example) in [shown(m, example) for m in mentions]


@pytest.mark.parametrize(("rules", "example"), COUNTEREXAMPLES, ids=name_of)
def test_counterexample(rules: TypeRules, example: Example, extractions: dict[str, Extraction]) -> None:
    assert [m.words for m in extractions[example.text].mentions if m.type is rules.type] == []

"""Every event rule file's examples give their event, its counterexamples none of its type."""

from collections.abc import Sequence
from datetime import date

import pytest

from tracker.extract import extract_many
from tracker.model.articles import Article
from tracker.model.dates import label_dates
from tracker.model.mentions import Extraction, Mention
from tracker.rules import Example, TypeRules, load_lexicon

TYPES = list(load_lexicon().types.values())
of_each_type = pytest.mark.parametrize("rules", TYPES, ids=lambda rules: rules.type.value)


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """One parse for all examples."""
    all_of_them = [example for rules in TYPES for example in (*rules.examples, *rules.counterexamples)]
    articles = [Article(e.text, published=date.fromisoformat(e.published)) for e in all_of_them]
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


def fault(rules: TypeRules, example: Example, told: Sequence[Mention]) -> str:
    """What is wrong with an example's mentions: nothing, if its event is among them as it describes it."""
    same = [m for m in told if m.type is rules.type and (example.trigger in m.words or m.words in example.trigger)]
    if not same:
        return f"told instead: {[(str(m.type), m.words) for m in told]}"
    found = [shown(m, example) for m in same]
    return "" if wanted(example) in found else f"{found} instead of {wanted(example)}"


@of_each_type
def test_examples_give_their_event(rules: TypeRules, extractions: dict[str, Extraction]) -> None:
    found = {e.text: fault(rules, e, extractions[e.text].mentions) for e in rules.examples}
    wrong = [f"{text}: {told}" for text, told in found.items() if told]
    assert not wrong, "\n".join(wrong)


@of_each_type
def test_counterexamples_give_no_event_of_the_type(rules: TypeRules, extractions: dict[str, Extraction]) -> None:
    texts = [example.text for example in rules.counterexamples]
    found = {text: [m.words for m in extractions[text].mentions if m.type is rules.type] for text in texts}
    wrong = [f"{text}: {words}" for text, words in found.items() if words]
    assert not wrong, "\n".join(wrong)

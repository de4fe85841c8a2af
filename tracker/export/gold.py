"""An analyst's reviewed articles in the label form, so that extraction can be measured on them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tracker.export.chronicle import Chronicle
from tracker.export.labels import LabelCount, label_count, label_event
from tracker.model.articles import Article
from tracker.model.dates import Span, label_dates
from tracker.model.events import Event, Report, Trust

_FEWEST_WORDS, _MOST_WORDS = 3, 15
_WORD = re.compile(r"\S+")


def gold_files(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """A file per reviewed article: {"id", "title", "published", "parties", "text", "events"}.

    An article is reviewed when every event that it reports is confirmed or corrected; rejected events are left out. A
    corrected field holds for all reports of the event, the rest is what each sentence says.
    """
    of_article: defaultdict[int, list[tuple[Event, Report]]] = defaultdict(list)
    for event in chronicle.events:
        for report in event.reports:
            of_article[report.article_id].append((event, report))
    for article_id, article in sorted(chronicle.articles.items()):
        reports = sorted(of_article.get(article_id, ()), key=lambda pair: pair[1].key)
        if not reports or any(event.trust is Trust.UNREVIEWED for event, _ in reports):
            continue
        name = f"{chronicle.negotiation.slug}-{article_id:05d}"
        content = _content(name, article, reports, chronicle)
        yield f"{name}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _content(
    name: str, article: Article, reports: list[tuple[Event, Report]], chronicle: Chronicle
) -> dict[str, object]:
    told_again = {event.id for event, _ in reports if sum(other.id == event.id for other, _ in reports) > 1}
    events = [
        _label(event, report, article.text, chronicle.corrected.get(event.id, frozenset()), event.id in told_again)
        for event, report in reports
    ]
    return {
        "id": name,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "parties": _parties(reports, events),
        "text": article.text,
        "events": events,
    }


def _label(event: Event, report: Report, text: str, corrected: frozenset[str], is_told_again: bool) -> dict[str, Any]:
    mention = report.mention
    label: dict[str, Any] = {**label_event(mention)}
    label |= {"actors": list(report.actors), "targets": list(report.targets), "mediators": list(report.mediators)}
    label["source"] = report.source
    label["count"] = label_count(mention)
    start, end = label_dates(event.date)
    values: dict[str, dict[str, Any]] = {
        "type": {"type": event.type.value},
        "status": {"status": event.status.value},
        "date": {
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
        },
        "actors": {"actors": list(event.actors)},
        "targets": {"targets": list(event.targets)},
        "mediators": {"mediators": list(event.mediators)},
        "source": {"source": event.source},
        "count": {"count": _event_count(event)},
    }
    for field in corrected & values.keys():
        label |= values[field]
    order = ("type", "status", "start", "end", "date_text", "actors", "targets", "mediators", "source", "count", "span")
    quote = unique_quote(text, mention.trigger)
    return {
        "quote": quote,
        **{key: label[key] for key in order},
        "same_as": f"event-{event.id}" if is_told_again else None,
    }


def _event_count(event: Event) -> LabelCount | None:
    if not event.figures:
        return None
    figure = event.figures[0]
    value = int(figure.value) if float(figure.value).is_integer() else figure.value
    return {"value": value, "unit": figure.unit.value}


def unique_quote(text: str, trigger: Span) -> str:
    """Whole words around the trigger, three at least, as few as make the quotation stand once in the text.

    Fifteen words may not be enough for a sentence that is told twice word for word; then those fifteen.
    """
    words = [Span(*found.span()) for found in _WORD.finditer(text)]
    inside = [index for index, word in enumerate(words) if word.overlaps(trigger)]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    grows_right = True
    quote = text[words[first].first : words[last].last] if words else ""
    while last - first + 1 < _MOST_WORDS and (last - first + 1 < _FEWEST_WORDS or text.count(quote) > 1):
        if (grows_right and last + 1 < len(words)) or first == 0:
            if last + 1 >= len(words):
                break
            last += 1
        else:
            first -= 1
        grows_right = not grows_right
        quote = text[words[first].first : words[last].last]
    return quote


def _parties(reports: list[tuple[Event, Report]], events: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Each party with the words that stand for it in this article."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for _, report in reports:
        mention = report.mention
        for names, references in (
            (report.actors, mention.actors),
            (report.targets, mention.targets),
            (report.mediators, mention.mediators),
        ):
            for reference in references:
                party = reference.side if reference.side in names else None
                if party and reference.name != party:
                    forms[party].add(reference.name)
    named = {name for event in events for role in ("actors", "targets", "mediators") for name in event[role]}
    named |= {event["source"] for event in events if event["source"]}
    return {party: sorted(forms.get(party, ())) for party in sorted(named | forms.keys())}

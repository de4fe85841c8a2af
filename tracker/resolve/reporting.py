"""An article's extraction as reports, ready to be resolved."""

import datetime as dt

from tracker.model.articles import Article
from tracker.model.dates import Span
from tracker.model.events import Report
from tracker.model.mentions import Extraction


def reports_of(article: Article, extraction: Extraction, article_id: int, entered: dt.datetime) -> tuple[Report, ...]:
    """One report for each mention, in the order of the text; `entered` in UTC. Parties' names are not set yet."""
    text_hash = article.text_hash
    return tuple(
        Report(
            key=mention.key(text_hash),
            mention=mention,
            article_id=article_id,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            entered=entered,
            evidence=article.text[mention.sentence.first : mention.sentence.last],
            terms=_cut(article.text, mention.terms),
            at=Span(mention.trigger.first - mention.sentence.first, mention.trigger.last - mention.sentence.first),
        )
        for mention in extraction.mentions
    )


def _cut(text: str, span: Span | None) -> str:
    return text[span.first : span.last] if span else ""

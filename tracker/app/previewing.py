"""What adding an article would find, before anything is stored."""

from tracker.app.proposing import proposed
from tracker.app.records import Preview
from tracker.model.articles import Article
from tracker.resolve import PartyRules, resolve, seen_on
from tracker.resolve.reporting import reports_of
from tracker.store import Store


def preview(store: Store, article: Article) -> Preview:
    """The article's extraction, its events by themselves, and the negotiations that its parties propose."""
    from tracker.extract import extract

    extraction = extract(article)
    with store.read() as unit:
        rules = PartyRules.of(extraction.affiliations, unit.negotiations.aliases())
        options = proposed(unit, extraction)
        known = unit.articles.with_text(article.text_hash)
    resolution = resolve(reports_of(article, extraction, known or 0, store.clock()), rules)
    return Preview(extraction, seen_on(resolution.events, article.published), options, known)

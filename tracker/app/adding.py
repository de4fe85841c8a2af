"""Adding articles: recognising those that are known, and everything or nothing of each that is not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from tracker.app.changing import changes_of, changing, save_extraction
from tracker.app.learning import changed_verdicts, taught_names, verdicts
from tracker.app.proposing import proposed
from tracker.app.records import Added, Refused
from tracker.app.resolving import Resolver
from tracker.app.slugs import slug_for
from tracker.model.articles import Article
from tracker.model.errors import ArticleError, NegotiationChoiceNeeded
from tracker.model.mentions import Extraction
from tracker.model.standing import Changes
from tracker.settings import get_settings
from tracker.store import Store
from tracker.store.unit import Unit

UNDATED = "Its publication date is not known, so its events have only the dates that the text itself states."
_CHUNK = 16


def add_article(
    store: Store, article: Article, negotiations: Sequence[str], new_negotiation: str | None = None
) -> Added:
    """Adds one article to the negotiations with these slugs, and to a new one with this title.

    Raises ArticleError for a text that is empty or too large, NegotiationChoiceNeeded without a negotiation, NotFound
    for an unknown one; nothing is stored then.
    """
    _check(article)
    extraction = _extraction(store, article)
    if not negotiations and not new_negotiation:
        raise _choice(store, extraction or _extract(article))
    return _store(store, article, extraction, negotiations, new_negotiation)


def add_articles(
    store: Store,
    articles: Iterable[Article],
    negotiations: Sequence[str],
    on_done: Callable[[Added | Refused], None] | None = None,
) -> Iterator[Added | Refused]:
    """Adds articles one after the other, each as a whole; gives what became of each, in order.

    Interrupted and started again with the same articles it goes on where it stopped: those that are in are recognised
    by their text without being read again.
    """
    if not negotiations:
        raise NegotiationChoiceNeeded("Say to which negotiation the articles belong.", _slugs(store))
    with store.read() as unit:
        for slug in negotiations:
            unit.negotiations.get(slug)
    place = 0
    left = iter(articles)
    while chunk := list(islice(left, _CHUNK)):
        for article, extraction in zip(chunk, _extractions(store, chunk), strict=True):
            done: Added | Refused
            try:
                _check(article)
                done = _store(store, article, extraction, negotiations, None)
            except ArticleError as error:
                done = Refused(place, article.title, str(error))
            place += 1
            if on_done:
                on_done(done)
            yield done


def _extractions(store: Store, articles: Sequence[Article]) -> list[Extraction | None]:
    """The extractions of the articles that are new; None for the others and for those that will be refused."""
    from tracker.extract import extract_many

    wanted = [one for one in articles if _fault(one) is None and not _is_known(store, one)]
    found = iter(list(extract_many(wanted)) if wanted else [])
    held = set(map(id, wanted))
    return [next(found) if id(one) in held else None for one in articles]


def _extraction(store: Store, article: Article) -> Extraction | None:
    return None if _is_known(store, article) else _extract(article)


def _extract(article: Article) -> Extraction:
    from tracker.extract import extract

    return extract(article)


def _is_known(store: Store, article: Article) -> bool:
    with store.read() as unit:
        return unit.articles.with_text(article.text_hash) is not None


def _store(
    store: Store,
    article: Article,
    extraction: Extraction | None,
    negotiations: Sequence[str],
    new_negotiation: str | None,
) -> Added:
    with store.begin() as unit:
        chosen = [unit.negotiations.get(slug).id for slug in dict.fromkeys(negotiations)]
        if new_negotiation:
            chosen.append(
                unit.negotiations.add(slug_for(new_negotiation, unit.negotiations.slugs()), new_negotiation).id
            )
        if (known := unit.articles.with_text(article.text_hash)) is not None:
            return _again(unit, known, chosen)
        found = extraction or _extract(article)
        address = _canonical(article)
        if address and (at := unit.articles.at_address(address)) is not None:
            return _version(unit, at, article, found, chosen)
        return _new(unit, article, found, address, chosen)


def _new(unit: Unit, article: Article, extraction: Extraction, address: str | None, chosen: Sequence[int]) -> Added:
    taught = taught_names(one.name for one in extraction.affiliations)
    before = {one: verdicts(unit, one, taught) for one in chosen}
    article_id, version_id = unit.articles.add(article, address)
    for one in chosen:
        unit.articles.link(article_id, one)
    save_extraction(unit, version_id, article, extraction)
    reports = list(unit.reports.of_versions([version_id]))
    resolvers = {one: Resolver(unit, one) for one in chosen}
    for one, resolver in resolvers.items():
        resolver.put_in(reports, changed_verdicts(before[one], verdicts(unit, one, taught)))
    changes = changes_of(resolvers.values())
    return Added(article_id, "added", changes, _notices(unit, article_id))


def _version(unit: Unit, article_id: int, article: Article, extraction: Extraction, chosen: Sequence[int]) -> Added:
    with changing(unit, article_id, chosen, extraction.affiliations) as resolvers:
        _link(unit, article_id, chosen)
        version_id = unit.articles.add_version(article_id, article)
        save_extraction(unit, version_id, article, extraction)
    notices = list(_notices(unit, article_id))
    if unit.articles.newest_version(article_id).id != version_id:
        notices.insert(0, "A version published later is known; it goes on to count.")
    return Added(article_id, "new version", changes_of(resolvers.values()), tuple(notices))


def _again(unit: Unit, article_id: int, chosen: Sequence[int]) -> Added:
    """A text that is known: brought back if it was removed, put into negotiations it was not in; else untouched."""
    stored = unit.articles.get(article_id)
    joined = [one for one in chosen if one not in unit.articles.negotiation_ids(article_id)]
    if stored.removed is None and not joined:
        return Added(article_id, "same", Changes())
    with changing(unit, article_id, chosen) as resolvers:
        _link(unit, article_id, chosen)
        unit.articles.set_removed(article_id, removed=False)
    notices = ["It had been removed and is back."] if stored.removed else []
    slugs = ", ".join(unit.negotiations.by_id(one).slug for one in joined)
    notices += [f"It was there already; it now belongs to {slugs} too."] if joined and not stored.removed else []
    return Added(article_id, "added" if stored.removed else "same", changes_of(resolvers.values()), tuple(notices))


def _link(unit: Unit, article_id: int, chosen: Iterable[int]) -> None:
    known = unit.articles.negotiation_ids(article_id)
    for one in chosen:
        if one not in known:
            unit.articles.link(article_id, one)


def _notices(unit: Unit, article_id: int) -> tuple[str, ...]:
    stored = unit.articles.get(article_id)
    notices = []
    if stored.article.published is None:
        notices.append(UNDATED)
    if stored.mentions == 0:
        notices.append("No event was found in it.")
    return tuple(notices)


def _canonical(article: Article) -> str | None:
    from tracker.read.pasted import canonical_address

    return canonical_address(article.address) or None if article.address else None


def _check(article: Article) -> None:
    if fault := _fault(article):
        raise ArticleError(fault)


def _fault(article: Article) -> str | None:
    name = article.title or article.address or "The article"
    limit = get_settings().max_text_bytes
    if not article.text.strip():
        return f"{name} is empty."
    if len(article.text.encode("utf-8", "surrogatepass")) > limit:
        return f"{name} has more than {limit / 1_000_000:g} MB of text; split it into articles."
    return None


def _choice(store: Store, extraction: Extraction) -> NegotiationChoiceNeeded:
    with store.read() as unit:
        options = proposed(unit, extraction)
        others = tuple(one for one in unit.negotiations.slugs() if one not in options)
    known = ", ".join((*options, *others)) or "none yet"
    return NegotiationChoiceNeeded(
        f"Say to which negotiation the article belongs (there are: {known}) or begin a new one.", (*options, *others)
    )


def _slugs(store: Store) -> tuple[str, ...]:
    with store.read() as unit:
        return unit.negotiations.slugs()

"""Changing, removing and deleting articles that are stored."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import Final

from tracker.app.changing import changes_of, changing, save_extraction
from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import TrackerError
from tracker.model.standing import Changes
from tracker.store import Store


class Unset(Enum):
    """The value of a detail that is not to be changed, where None says "not known"."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


def edit_article(
    store: Store,
    article_id: int,
    *,
    title: str | Unset | None = UNSET,
    outlet: str | Unset | None = UNSET,
    published: dt.date | Unset | None = UNSET,
    negotiations: Sequence[str] | Unset = UNSET,
) -> Changes:
    """Changes what is known of an article's counting version and where it belongs. A new publication day has its text
    read anew, so that all relative dates follow. Raises NotFound; TrackerError where it would belong nowhere."""
    from tracker.extract import extract

    def changed(article: Article) -> Article:
        day = article.published if published is UNSET else published
        ground = PublicationGround.GIVEN if day else PublicationGround.UNKNOWN
        return replace(
            article,
            title=article.title if title is UNSET else title or None,
            outlet=article.outlet if outlet is UNSET else outlet or None,
            published=day,
            publication_ground=article.publication_ground if day == article.published else ground,
        )

    with store.read() as unit:
        known = unit.articles.newest_version(article_id).article
    read = changed(known)
    extraction = extract(read) if read.published != known.published else None
    with store.begin() as unit:
        version = unit.articles.newest_version(article_id)
        article, edited = version.article, changed(version.article)
        belongs = unit.articles.negotiation_ids(article_id)
        wanted = belongs
        if negotiations is not UNSET:
            wanted = tuple(unit.negotiations.get(slug).id for slug in dict.fromkeys(negotiations))
            if not wanted:
                raise TrackerError("An article belongs to at least one negotiation; remove it to take it out of all.")
        if edited == article and set(wanted) == set(belongs):
            return Changes()
        if edited.published != article.published and (extraction is None or edited.text != read.text):
            extraction = extract(edited)
        with changing(unit, article_id, wanted, extraction.affiliations if extraction else ()) as resolvers:
            unit.articles.edit(version.id, edited)
            if extraction is not None and edited.published != article.published:
                save_extraction(unit, version.id, edited, extraction)
                unit.articles.choose_newest(article_id)
            for one in set(wanted) - set(belongs):
                unit.articles.link(article_id, one)
            for one in set(belongs) - set(wanted):
                unit.articles.unlink(article_id, one)
        return changes_of(resolvers.values())


def remove_article(store: Store, article_id: int) -> Changes:
    """Takes an article and its share in all events out; `restore_article` takes it back. Raises NotFound."""
    return _set_removed(store, article_id, removed=True)


def restore_article(store: Store, article_id: int) -> Changes:
    """Takes a removed article back in; its events get their ids again. Raises NotFound."""
    return _set_removed(store, article_id, removed=False)


def purge_article(store: Store, article_id: int) -> Changes:
    """Deletes an article's texts and every quote from them for good, in decisions and in the file's free pages too.
    Copies of the database made before keep them. Raises NotFound."""
    with store.begin() as unit:
        stored = unit.articles.get(article_id)
        with changing(unit, article_id, unit.articles.negotiation_ids(article_id)) as resolvers:
            for version in stored.versions:
                unit.decisions.forget_words(version.article.text_hash)
            unit.articles.delete(article_id)
        changes = changes_of(resolvers.values())
    store.wipe_deleted()
    return changes


def _set_removed(store: Store, article_id: int, *, removed: bool) -> Changes:
    with store.begin() as unit:
        if (unit.articles.get(article_id).removed is not None) is removed:
            return Changes()
        with changing(unit, article_id, unit.articles.negotiation_ids(article_id)) as resolvers:
            unit.articles.set_removed(article_id, removed=removed)
        return changes_of(resolvers.values())

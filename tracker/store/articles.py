"""Articles and their versions."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from tracker.model.articles import Article, PublicationGround
from tracker.model.errors import NotFound
from tracker.store.reading import Query, batches
from tracker.store.records import StoredArticle, StoredVersion
from tracker.store.tables import (
    ArticleRow,
    ArticleVersionRow,
    ExtractionRow,
    MentionRow,
    NegotiationArticleRow,
    NegotiationRow,
)


class Articles:
    """The articles of a database, within one unit of work."""

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self._connection = connection
        self._now = now

    def with_text(self, text_hash: str) -> int | None:
        """The article, removed or not, one of whose versions has this text."""
        table = select(ArticleVersionRow.article_id).where(ArticleVersionRow.text_hash == text_hash)
        return self._connection.execute(table).scalar()

    def at_address(self, address: str) -> int | None:
        """The article at this canonical address that is not removed; of several the oldest."""
        table = select(ArticleRow.id).where(ArticleRow.address == address, ArticleRow.removed.is_(None))
        return self._connection.execute(table.order_by(ArticleRow.id).limit(1)).scalar()

    def add(self, article: Article, canonical_address: str | None) -> tuple[int, int]:
        """Stores a new article; returns its id and its version's."""
        row = {"address": canonical_address, "entered": self._now, "removed": None}
        made = self._connection.execute(insert(ArticleRow).returning(ArticleRow.id), row).scalar_one()
        return made, self.add_version(made, article)

    def add_version(self, article_id: int, article: Article) -> int:
        """Stores one more text of an article; returns the version's id. `choose_newest` tells which version counts."""
        last = select(func.coalesce(func.max(ArticleVersionRow.number), 0))
        last = last.where(ArticleVersionRow.article_id == article_id)
        row = {
            "article_id": article_id,
            "number": self._connection.execute(last).scalar_one() + 1,
            "text": article.text,
            "text_hash": article.text_hash,
            "title": article.title,
            "address": article.address,
            "outlet": article.outlet,
            "published": article.published,
            "publication_ground": article.publication_ground.value,
            "entered": self._now,
            "is_newest": False,
        }
        made = self._connection.execute(insert(ArticleVersionRow).returning(ArticleVersionRow.id), row).scalar_one()
        self.choose_newest(article_id)
        return made

    def choose_newest(self, article_id: int) -> int:
        """Marks the version that counts: the one published last, of equals the one entered last; a version without a
        date cannot be placed before another and counts as later. So the order of entering dated versions does not
        matter. Returns its id."""
        at = ArticleVersionRow.article_id == article_id
        columns = (ArticleVersionRow.id, ArticleVersionRow.published, ArticleVersionRow.number)
        rows = self._connection.execute(select(*columns).where(at)).all()
        newest = max(rows, key=lambda row: (row.published or dt.date.max, row.number)).id
        wrong = ArticleVersionRow.is_newest != (ArticleVersionRow.id == newest)
        self._connection.execute(
            update(ArticleVersionRow).where(at, wrong).values(is_newest=ArticleVersionRow.id == newest)
        )
        return int(newest)

    def newest_version(self, article_id: int) -> StoredVersion:
        """The version that counts. Raises NotFound."""
        return next(one for one in self.get(article_id).versions if one.is_newest)

    def counting_version_id(self, article_id: int) -> int | None:
        """The version that counts; None where the article is removed or deleted."""
        table = select(ArticleVersionRow.id).join(ArticleRow, ArticleRow.id == ArticleVersionRow.article_id)
        at = (ArticleRow.id == article_id, ArticleRow.removed.is_(None), ArticleVersionRow.is_newest)
        return self._connection.execute(table.where(*at)).scalar()

    def exists(self, version_id: int) -> bool:
        """Whether a version is stored."""
        table = select(ArticleVersionRow.id).where(ArticleVersionRow.id == version_id)
        return self._connection.execute(table).scalar() is not None

    def counting_versions_of(self, text_hashes: Iterable[str], negotiation_id: int) -> tuple[int, ...]:
        """The versions that count of the articles of a negotiation one of whose versions has one of these texts."""
        found: set[int] = set()
        for some in batches(sorted(text_hashes)):
            table = select(ArticleVersionRow.article_id).where(ArticleVersionRow.text_hash.in_(some))
            for article_id in self._connection.execute(table.distinct()).scalars().all():
                counting = self.counting_version_id(article_id)
                if counting is not None and negotiation_id in self.negotiation_ids(article_id):
                    found.add(counting)
        return tuple(sorted(found))

    def sharing(self, negotiation_ids: Iterable[int]) -> tuple[int, ...]:
        """The negotiations that share an article with these, themselves among them."""
        ours = select(NegotiationArticleRow.article_id).where(
            NegotiationArticleRow.negotiation_id.in_(list(negotiation_ids))
        )
        table = select(NegotiationArticleRow.negotiation_id).where(NegotiationArticleRow.article_id.in_(ours))
        return tuple(sorted(self._connection.execute(table.distinct()).scalars()))

    def version(self, version_id: int) -> StoredVersion:
        """One version by its id."""
        return _version(self._connection.execute(_versions().where(ArticleVersionRow.id == version_id)).one())

    def version_ids(self, negotiation_ids: Iterable[int] | None = None) -> tuple[int, ...]:
        """The ids of all versions, those of removed articles among them, in the order of entering."""
        table = select(ArticleVersionRow.id).order_by(ArticleVersionRow.id)
        if negotiation_ids is not None:
            linked = select(NegotiationArticleRow.article_id).where(
                NegotiationArticleRow.negotiation_id.in_(list(negotiation_ids))
            )
            table = table.where(ArticleVersionRow.article_id.in_(linked))
        return tuple(self._connection.execute(table).scalars())

    def get(self, article_id: int) -> StoredArticle:
        """The article with this id, removed or not. Raises NotFound."""
        found = self._read(select(ArticleRow).where(ArticleRow.id == article_id))
        if not found:
            raise NotFound(f"There is no article {article_id}; `tracker articles` lists them.")
        return found[0]

    def all(self, negotiation_id: int | None = None, *, removed: bool = False) -> tuple[StoredArticle, ...]:
        """The articles (those of one negotiation), by publication day (unknown ones last) and id; the removed ones
        instead where asked for."""
        is_removed = ArticleRow.removed.is_not(None) if removed else ArticleRow.removed.is_(None)
        table = select(ArticleRow).where(is_removed)
        if negotiation_id is not None:
            table = table.join(NegotiationArticleRow, NegotiationArticleRow.article_id == ArticleRow.id)
            table = table.where(NegotiationArticleRow.negotiation_id == negotiation_id)
        return tuple(sorted(self._read(table), key=lambda one: (one.article.published or dt.date.max, one.id)))

    def undated(self, negotiation_id: int) -> int:
        """How many articles of a negotiation have no publication date."""
        table = (
            select(func.count())
            .select_from(ArticleVersionRow)
            .join(ArticleRow, ArticleRow.id == ArticleVersionRow.article_id)
            .join(NegotiationArticleRow, NegotiationArticleRow.article_id == ArticleRow.id)
            .where(
                NegotiationArticleRow.negotiation_id == negotiation_id,
                ArticleRow.removed.is_(None),
                ArticleVersionRow.is_newest,
                ArticleVersionRow.published.is_(None),
            )
        )
        return self._connection.execute(table).scalar_one()

    def last_published(self, negotiation_id: int) -> dt.date | None:
        """The day of the last report of a negotiation."""
        belongs = (
            select(NegotiationArticleRow.article_id)
            .join(ArticleRow, ArticleRow.id == NegotiationArticleRow.article_id)
            .where(
                NegotiationArticleRow.article_id == ArticleVersionRow.article_id,
                NegotiationArticleRow.negotiation_id == negotiation_id,
                ArticleRow.removed.is_(None),
            )
        )
        table = select(ArticleVersionRow.published).where(ArticleVersionRow.published.is_not(None), belongs.exists())
        return self._connection.execute(table.order_by(ArticleVersionRow.published.desc()).limit(1)).scalar()

    def edit(self, version_id: int, article: Article) -> None:
        """Replaces what is known about a version: title, outlet, publication day and its ground. The text stays."""
        self._connection.execute(
            update(ArticleVersionRow)
            .where(ArticleVersionRow.id == version_id)
            .values(
                title=article.title,
                outlet=article.outlet,
                published=article.published,
                publication_ground=article.publication_ground.value,
            )
        )

    def set_removed(self, article_id: int, *, removed: bool) -> None:
        """Takes an article out, or back in."""
        value = self._now if removed else None
        self._connection.execute(update(ArticleRow).where(ArticleRow.id == article_id).values(removed=value))

    def delete(self, article_id: int) -> None:
        """Deletes an article with its texts and all that was found in them."""
        self._connection.execute(delete(ArticleRow).where(ArticleRow.id == article_id))

    def negotiation_ids(self, article_id: int) -> tuple[int, ...]:
        """The negotiations that an article belongs to."""
        table = select(NegotiationArticleRow.negotiation_id).where(NegotiationArticleRow.article_id == article_id)
        return tuple(self._connection.execute(table.order_by(NegotiationArticleRow.negotiation_id)).scalars())

    def link(self, article_id: int, negotiation_id: int) -> None:
        """Puts an article into a negotiation that it does not belong to yet."""
        row = {"negotiation_id": negotiation_id, "article_id": article_id}
        self._connection.execute(insert(NegotiationArticleRow), row)

    def unlink(self, article_id: int, negotiation_id: int) -> None:
        """Takes an article out of a negotiation."""
        self._connection.execute(
            delete(NegotiationArticleRow).where(
                NegotiationArticleRow.article_id == article_id, NegotiationArticleRow.negotiation_id == negotiation_id
            )
        )

    def _read(self, table: Query) -> list[StoredArticle]:
        rows = self._connection.execute(table).all()
        versions: defaultdict[int, list[StoredVersion]] = defaultdict(list)
        slugs: defaultdict[int, list[str]] = defaultdict(list)
        counts: dict[int, int] = {}
        for ids in batches([row.id for row in rows]):
            for row in self._connection.execute(_versions().where(ArticleVersionRow.article_id.in_(ids))):
                versions[row.article_id].append(_version(row))
            for article_id, slug in self._connection.execute(_slugs().where(NegotiationArticleRow.article_id.in_(ids))):
                slugs[article_id].append(slug)
            for article_id, number in self._connection.execute(
                _counts().where(ArticleVersionRow.article_id.in_(ids)).group_by(ArticleVersionRow.article_id)
            ):
                counts[article_id] = number
        return [
            StoredArticle(
                row.id,
                next(one.article for one in versions[row.id] if one.is_newest),
                tuple(versions[row.id]),
                tuple(slugs[row.id]),
                row.entered,
                row.removed,
                counts.get(row.id, 0),
            )
            for row in rows
        ]


def _versions() -> Query:
    return select(ArticleVersionRow).order_by(ArticleVersionRow.article_id, ArticleVersionRow.number)


def _slugs() -> Query:
    return (
        select(NegotiationArticleRow.article_id, NegotiationRow.slug)
        .join(NegotiationRow, NegotiationRow.id == NegotiationArticleRow.negotiation_id)
        .order_by(NegotiationRow.slug)
    )


def _counts() -> Query:
    return (
        select(ArticleVersionRow.article_id, func.count(MentionRow.id))
        .join(ExtractionRow, ExtractionRow.version_id == ArticleVersionRow.id)
        .join(MentionRow, MentionRow.extraction_id == ExtractionRow.id)
        .where(ArticleVersionRow.is_newest, ExtractionRow.is_current)
    )


def _version(row: Any) -> StoredVersion:
    article = Article(
        row.text, row.title, row.address, row.outlet, row.published, PublicationGround(row.publication_ground)
    )
    return StoredVersion(row.id, row.number, article, row.entered, row.is_newest)

"""Extractions: the mentions and affiliations of one version of an article."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from tracker.model.dates import Span
from tracker.model.mentions import Extraction, MentionKey, Quantity
from tracker.model.parties import Affiliation, PartyReference
from tracker.store.mention_rows import (
    Fold,
    mention_of,
    mention_values,
    party_values,
    quantity_of,
    quantity_values,
    reference_of,
)
from tracker.store.reading import batches
from tracker.store.records import LearnedSide, StoredMention
from tracker.store.tables import (
    AffiliationRow,
    ArticleRow,
    ArticleVersionRow,
    ExtractionRow,
    MentionPartyRow,
    MentionQuantityRow,
    MentionRow,
    NegotiationArticleRow,
)

Parties = Mapping[int, Mapping[str, list[PartyReference]]]
Quantities = Mapping[int, list[Quantity]]


class Mentions:
    """The extractions of a database, within one unit of work."""

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self._connection = connection
        self._now = now

    def save(self, version_id: int, extraction: Extraction, published: dt.date | None, fold: Fold) -> int:
        """Stores an extraction of a version made for a publication day; returns its id. It counts once `make_current`
        says so. One by the same rules for the same day that is there already is returned instead.

        Of mentions under one key the first is kept: no decision could tell the others apart.
        """
        if (known := self.find(version_id, extraction.rules_version, published)) is not None:
            return known
        row = {
            "version_id": version_id,
            "rules_version": extraction.rules_version,
            "published": published,
            "made": self._now,
            "is_current": False,
        }
        made = self._connection.execute(insert(ExtractionRow).returning(ExtractionRow.id), row).scalar_one()
        by_key = {mention.key(""): mention for mention in reversed(extraction.mentions)}
        mentions = sorted(by_key.values(), key=lambda one: (one.trigger, one.type))
        if mentions:
            ids = self._connection.execute(
                insert(MentionRow).returning(MentionRow.id, sort_by_parameter_order=True),
                [mention_values(one, made) for one in mentions],
            ).scalars()
            pairs = list(zip(ids, mentions, strict=True))
            self._insert(MentionPartyRow, [row for at, one in pairs for row in party_values(one, at, fold)])
            self._insert(MentionQuantityRow, [row for at, one in pairs for row in quantity_values(one, at)])
        self._insert(AffiliationRow, list(_affiliation_values(extraction.affiliations, made, fold)))
        return int(made)

    def find(self, version_id: int, rules_version: str, published: dt.date | None) -> int | None:
        """The extraction of a version by these rules for this day, if it was made before."""
        same_day = ExtractionRow.published.is_(None) if published is None else ExtractionRow.published == published
        table = select(ExtractionRow.id).where(
            ExtractionRow.version_id == version_id, ExtractionRow.rules_version == rules_version, same_day
        )
        return self._connection.execute(table).scalar()

    def make_current(self, extraction_id: int) -> None:
        """Makes an extraction count in the place of the version's others, which are deleted."""
        version = select(ExtractionRow.version_id).where(ExtractionRow.id == extraction_id).scalar_subquery()
        others = ExtractionRow.id != extraction_id
        self._connection.execute(delete(ExtractionRow).where(ExtractionRow.version_id == version, others))
        one = update(ExtractionRow).where(ExtractionRow.id == extraction_id)
        self._connection.execute(one.values(is_current=True))

    def is_current(self, extraction_id: int) -> bool:
        """Whether an extraction counts."""
        table = select(ExtractionRow.is_current).where(ExtractionRow.id == extraction_id)
        return self._connection.execute(table).scalar_one()

    def by_other_rules(self, rules_version: str) -> int:
        """How many counting versions of articles that are not removed were read by other rules than these."""
        table = (
            select(func.count())
            .select_from(ExtractionRow)
            .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
            .join(ArticleRow, ArticleRow.id == ArticleVersionRow.article_id)
            .where(
                ExtractionRow.is_current,
                ExtractionRow.rules_version != rules_version,
                ArticleVersionRow.is_newest,
                ArticleRow.removed.is_(None),
            )
        )
        return self._connection.execute(table).scalar_one()

    def of_version(self, version_id: int) -> tuple[StoredMention, ...]:
        """The mentions of a version, in the order of the text."""
        table = (
            select(MentionRow, ArticleVersionRow.text_hash, ArticleVersionRow.article_id)
            .join(ExtractionRow, ExtractionRow.id == MentionRow.extraction_id)
            .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
            .where(ExtractionRow.version_id == version_id, ExtractionRow.is_current)
            .order_by(MentionRow.trigger_first, MentionRow.trigger_last, MentionRow.type)
        )
        rows = self._connection.execute(table).all()
        parties, quantities = parts(self._connection, [row.id for row in rows])
        found = [(row, mention_of(row, parties.get(row.id, {}), quantities.get(row.id, []))) for row in rows]
        return tuple(StoredMention(row.id, one.key(row.text_hash), row.article_id, one) for row, one in found)

    def keys_of_version(self, version_id: int) -> tuple[MentionKey, ...]:
        """The keys of the mentions of a version."""
        return tuple(one.key for one in self.of_version(version_id))

    def affiliations(self, negotiation_id: int, *, until: dt.date | None = None) -> Iterator[Affiliation]:
        """What the articles of a negotiation teach about names, each lesson once an article. Articles count in the
        version that counts; with `until`, in their last version published by then."""
        columns = (
            AffiliationRow.name,
            AffiliationRow.side,
            AffiliationRow.first,
            AffiliationRow.last,
            AffiliationRow.words,
        )
        table = (
            select(ArticleVersionRow.article_id, *columns)
            .join(ExtractionRow, ExtractionRow.id == AffiliationRow.extraction_id)
            .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
            .where(ExtractionRow.is_current)
            .order_by(ArticleVersionRow.article_id, AffiliationRow.position)
        )
        seen: set[tuple[int, str, str]] = set()
        for ids in batches(self.live_versions(negotiation_id, until)):
            of_these = table.where(ArticleVersionRow.id.in_(ids))
            for article_id, name, side, first, last, words in self._connection.execute(of_these):
                if (article_id, name, side) not in seen:
                    seen.add((article_id, name, side))
                    yield Affiliation(name, side, Span(first, last), words)

    def sides_of(self, negotiation_id: int, folded_name: str) -> tuple[LearnedSide, ...]:
        """The sides that articles of a negotiation give to a full name, by its folded form."""
        return self._learned(negotiation_id, AffiliationRow.folded_name == folded_name)

    def sides_of_bearers(self, negotiation_id: int, folded_last_word: str) -> tuple[LearnedSide, ...]:
        """The sides that articles of a negotiation give to all full names that end in this word."""
        return self._learned(negotiation_id, AffiliationRow.folded_last_word == folded_last_word)

    def folded_names(self, article_id: int) -> frozenset[str]:
        """The folded names of which any version of an article teaches something."""
        table = (
            select(AffiliationRow.folded_name)
            .join(ExtractionRow, ExtractionRow.id == AffiliationRow.extraction_id)
            .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
            .where(ArticleVersionRow.article_id == article_id, ExtractionRow.is_current)
        )
        return frozenset(self._connection.execute(table).scalars())

    def _learned(self, negotiation_id: int, of_names: ColumnElement[bool]) -> tuple[LearnedSide, ...]:
        number = func.count(ArticleRow.id.distinct())
        table = (
            select(AffiliationRow.name, AffiliationRow.side, number)
            .join(ExtractionRow, ExtractionRow.id == AffiliationRow.extraction_id)
            .join(ArticleVersionRow, ArticleVersionRow.id == ExtractionRow.version_id)
            .join(ArticleRow, ArticleRow.id == ArticleVersionRow.article_id)
            .join(NegotiationArticleRow, NegotiationArticleRow.article_id == ArticleRow.id)
            .where(
                of_names,
                ExtractionRow.is_current,
                ArticleVersionRow.is_newest,
                ArticleRow.removed.is_(None),
                NegotiationArticleRow.negotiation_id == negotiation_id,
            )
            .group_by(AffiliationRow.name, AffiliationRow.side)
            .order_by(AffiliationRow.name, AffiliationRow.side)
        )
        return tuple(LearnedSide(*row) for row in self._connection.execute(table))

    def live_versions(self, negotiation_id: int, until: dt.date | None = None) -> list[int]:
        """The ids of the versions that count in a negotiation, now or (`until`) by the reports of a day."""
        table = (
            select(ArticleVersionRow.id, ArticleVersionRow.article_id)
            .join(ArticleRow, ArticleRow.id == ArticleVersionRow.article_id)
            .join(NegotiationArticleRow, NegotiationArticleRow.article_id == ArticleRow.id)
            .where(NegotiationArticleRow.negotiation_id == negotiation_id, ArticleRow.removed.is_(None))
            .order_by(ArticleVersionRow.published, ArticleVersionRow.number)
        )
        if until is None:
            return [row.id for row in self._connection.execute(table.where(ArticleVersionRow.is_newest))]
        by_article = {
            row.article_id: row.id
            for row in self._connection.execute(table.where(ArticleVersionRow.published <= until))
        }
        return sorted(by_article.values())

    def _insert(self, table: type, rows: list[dict[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def parts(connection: Connection, mention_ids: Iterable[int]) -> tuple[Parties, Quantities]:
    """The parties by role and the quantities of mentions, in order."""
    parties: defaultdict[int, defaultdict[str, list[PartyReference]]] = defaultdict(lambda: defaultdict(list))
    quantities: defaultdict[int, list[Quantity]] = defaultdict(list)
    for ids in batches(mention_ids):
        of_parties = select(MentionPartyRow).where(MentionPartyRow.mention_id.in_(ids))
        for row in connection.execute(of_parties.order_by(MentionPartyRow.mention_id, MentionPartyRow.position)):
            parties[row.mention_id][row.role].append(reference_of(row))
        of_quantities = select(MentionQuantityRow).where(MentionQuantityRow.mention_id.in_(ids))
        in_order = of_quantities.order_by(MentionQuantityRow.mention_id, MentionQuantityRow.position)
        for amount in connection.execute(in_order):
            quantities[amount.mention_id].append(quantity_of(amount))
    return parties, quantities


def _affiliation_values(
    affiliations: Iterable[Affiliation], extraction_id: int, fold: Fold
) -> Iterator[dict[str, object]]:
    for position, one in enumerate(affiliations):
        folded = fold(one.name)
        yield {
            "folded_name": folded,
            "folded_last_word": folded.rpartition(" ")[2],
            "extraction_id": extraction_id,
            "position": position,
            "name": one.name,
            "side": one.side,
            "first": one.span.first,
            "last": one.span.last,
            "words": one.words,
        }

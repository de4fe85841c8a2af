"""What extraction finds in one version of an article: facts about its text, made again whenever the rules improve."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.tables.base import Base, Instant


class ExtractionRow(Base):
    """One run of one version of the rules over one text, for one publication day.

    Of a version's extractions one at most is current; a rebuild prepares the others, so that it can be interrupted and
    goes on where it stopped.
    """

    __tablename__ = "extraction"
    __table_args__ = (
        Index(
            "ix_extraction_current",
            "version_id",
            unique=True,
            sqlite_where=text("is_current = 1"),
            postgresql_where=text("is_current"),
        ),
        UniqueConstraint("version_id", "rules_version", "published"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id", ondelete="CASCADE"))
    rules_version: Mapped[str] = mapped_column(String(80))
    published: Mapped[dt.date | None]
    made: Mapped[dt.datetime] = mapped_column(Instant)
    is_current: Mapped[bool]


class MentionRow(Base):
    """A mention. Spans are characters of the version's text, the first and one past the last."""

    __tablename__ = "mention"
    __table_args__ = (UniqueConstraint("extraction_id", "trigger_first", "trigger_last", "type"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    extraction_id: Mapped[int] = mapped_column(ForeignKey("extraction.id", ondelete="CASCADE"))
    type: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    trigger_first: Mapped[int]
    trigger_last: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    clause_first: Mapped[int]
    clause_last: Mapped[int]
    sentence_first: Mapped[int]
    sentence_last: Mapped[int]
    sense: Mapped[str] = mapped_column(String(120))
    earliest: Mapped[dt.date | None]
    latest: Mapped[dt.date | None]
    end_earliest: Mapped[dt.date | None]
    end_latest: Mapped[dt.date | None]
    is_ongoing: Mapped[bool]
    grain: Mapped[str | None] = mapped_column(String(10))
    ground: Mapped[str] = mapped_column(String(10))
    date_first: Mapped[int | None]
    date_last: Mapped[int | None]
    date_words: Mapped[str] = mapped_column(Text)
    place_first: Mapped[int | None]
    place_last: Mapped[int | None]
    place_words: Mapped[str | None] = mapped_column(Text)
    about_first: Mapped[int | None]
    about_last: Mapped[int | None]
    content_of_first: Mapped[int | None]
    content_of_last: Mapped[int | None]
    terms_first: Mapped[int | None]
    terms_last: Mapped[int | None]
    due: Mapped[dt.date | None]
    is_quoted: Mapped[bool]
    is_conditional: Mapped[bool]
    phase: Mapped[str | None] = mapped_column(String(10))
    plover: Mapped[str] = mapped_column(String(60))
    plover_mode: Mapped[str] = mapped_column(String(60))
    cameo: Mapped[str] = mapped_column(String(20))


class MentionPartyRow(Base):
    """A party reference in a role: actor, target, mediator or source (who claims it)."""

    __tablename__ = "mention_party"

    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(10), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[int]
    last: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    side: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    is_verified: Mapped[bool]
    folded_name: Mapped[str] = mapped_column(Text, index=True)
    folded_last_word: Mapped[str] = mapped_column(Text, index=True)


class MentionQuantityRow(Base):
    __tablename__ = "mention_quantity"

    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[float]
    unit: Mapped[str] = mapped_column(String(20))
    first: Mapped[int]
    last: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    approximation: Mapped[str] = mapped_column(String(10))
    low: Mapped[float | None]
    high: Mapped[float | None]
    total: Mapped[float | None]


class AffiliationRow(Base):
    """What an article teaches about a name."""

    __tablename__ = "affiliation"

    extraction_id: Mapped[int] = mapped_column(ForeignKey("extraction.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    folded_name: Mapped[str] = mapped_column(Text, index=True)
    folded_last_word: Mapped[str] = mapped_column(Text, index=True)
    side: Mapped[str] = mapped_column(Text)
    first: Mapped[int]
    last: Mapped[int]
    words: Mapped[str] = mapped_column(Text)

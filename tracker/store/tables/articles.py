"""Articles with their versions."""

import datetime as dt

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.tables.base import Base, Instant


class ArticleRow(Base):
    """One article through all its versions. `address` is canonical; two removed ones may share it with a living one."""

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str | None] = mapped_column(String(2000), index=True)
    entered: Mapped[dt.datetime] = mapped_column(Instant)
    removed: Mapped[dt.datetime | None] = mapped_column(Instant)


class ArticleVersionRow(Base):
    """One text of an article. A text is in the database once, however often and wherever it was found."""

    __tablename__ = "article_version"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    text_hash: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str | None] = mapped_column(Text)
    address: Mapped[str | None] = mapped_column(Text)
    outlet: Mapped[str | None] = mapped_column(Text)
    published: Mapped[dt.date | None] = mapped_column(index=True)
    publication_ground: Mapped[str] = mapped_column(String(20))
    entered: Mapped[dt.datetime] = mapped_column(Instant)
    is_newest: Mapped[bool]


class NegotiationArticleRow(Base):
    __tablename__ = "negotiation_article"

    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    negotiation_id: Mapped[int] = mapped_column(
        ForeignKey("negotiation.id", ondelete="CASCADE"), primary_key=True, index=True
    )

"""Events: their public identities, which stay, and what is derived from mentions, which can be made again."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.tables.base import Base


class EventIdentityRow(Base):
    """A public id, never given twice. `redirects_to` is the event into which it was merged."""

    __tablename__ = "event_identity"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"), index=True)
    redirects_to: Mapped[int | None] = mapped_column(ForeignKey("event_identity.id"), index=True)


class EventKeyRow(Base):
    """The public id that a mention was first given in a negotiation; outlives the mention, so that the same words found
    again are the same event. `key` is a mention's key as text, or "added 7" for what decision 7 adds by hand."""

    __tablename__ = "event_key"

    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"), primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event_identity.id"), index=True)


class EventRow(Base):
    """An event's derived values. `detail` holds figures, conflicts and the history of its status as JSON: they are read
    and written whole and never asked for."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "negotiation_id", "earliest"),
        Index(None, "negotiation_id", "type"),
    )

    id: Mapped[int] = mapped_column(ForeignKey("event_identity.id"), primary_key=True, autoincrement=False)
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"))
    is_rejected: Mapped[bool]
    type: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
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
    source: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    content_of: Mapped[int | None]
    independent_sources: Mapped[int]
    trust: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)


class EventPartyRow(Base):
    """A side in an event, by the name that resolve gave it."""

    __tablename__ = "event_party"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(10), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text, index=True)


class EventMentionRow(Base):
    """A report of an event: the mention, its place among the event's reports, and its parties' names."""

    __tablename__ = "event_mention"
    __table_args__ = (Index(None, "mention_id", "negotiation_id", unique=True),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True)
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"))
    position: Mapped[int]
    names: Mapped[list[Any]] = mapped_column(JSON)


class MentionComponentRow(Base):
    """Which mentions of a negotiation are resolved together: those that are linked, directly or through others.

    No index begins with the negotiation, here and in the other tables that only resolving asks: a planner without
    statistics would read all of a negotiation through it.
    """

    __tablename__ = "mention_component"
    __table_args__ = (Index(None, "component", "negotiation_id"),)

    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True)
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"), primary_key=True)
    component: Mapped[str] = mapped_column(String(120))


class CandidateKeyRow(Base):
    """A key under which a mention is found when another is added that may tell the same event."""

    __tablename__ = "candidate_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(String(300), primary_key=True)
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"), primary_key=True)
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True, index=True)

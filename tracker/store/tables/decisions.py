"""What analysts said. Rows are added, never changed or deleted: triggers in the database refuse it."""

import datetime as dt

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.tables.base import Base, Instant


class DecisionRow(Base):
    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id"), index=True)
    at: Mapped[dt.datetime] = mapped_column(Instant)
    by: Mapped[str] = mapped_column(String(200))
    why: Mapped[str] = mapped_column(Text)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event_identity.id"), index=True)
    field: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)


class DecisionTargetRow(Base):
    """A mention that a decision is about. Of a target only the words change, and only when their article is purged."""

    __tablename__ = "decision_target"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), index=True)
    words: Mapped[str] = mapped_column(Text)

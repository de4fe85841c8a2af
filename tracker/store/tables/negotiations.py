"""Negotiations and their parties."""

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.store.tables.base import Base, Instant


class NegotiationRow(Base):
    """`generation` counts every change of what the negotiation's events derive from."""

    __tablename__ = "negotiation"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    created: Mapped[dt.datetime] = mapped_column(Instant)
    generation: Mapped[int] = mapped_column(default=0)


class PartyRow(Base):
    __tablename__ = "party"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    is_verified: Mapped[bool]


class AliasRow(Base):
    """Words that stand for a party, from `since` to `until`, both included."""

    __tablename__ = "alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(String(200), index=True)
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]


class NegotiationPartyRow(Base):
    __tablename__ = "negotiation_party"

    negotiation_id: Mapped[int] = mapped_column(ForeignKey("negotiation.id", ondelete="CASCADE"), primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="CASCADE"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(String(20))


class SeedLoadRow(Base):
    """That the seeds were loaded, so that a user who removes them does not find them back."""

    __tablename__ = "seed_load"

    slug: Mapped[str] = mapped_column(String(80), primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(Instant)

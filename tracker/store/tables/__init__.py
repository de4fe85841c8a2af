"""The tables. What the migrations make is exactly this; a test compares."""

from tracker.store.tables.articles import ArticleRow, ArticleVersionRow, NegotiationArticleRow
from tracker.store.tables.base import Base
from tracker.store.tables.decisions import DecisionRow, DecisionTargetRow
from tracker.store.tables.events import (
    CandidateKeyRow,
    EventIdentityRow,
    EventKeyRow,
    EventMentionRow,
    EventPartyRow,
    EventRow,
    MentionComponentRow,
)
from tracker.store.tables.mentions import (
    AffiliationRow,
    ExtractionRow,
    MentionPartyRow,
    MentionQuantityRow,
    MentionRow,
)
from tracker.store.tables.negotiations import AliasRow, NegotiationPartyRow, NegotiationRow, PartyRow, SeedLoadRow

__all__ = [
    "AffiliationRow",
    "AliasRow",
    "ArticleRow",
    "ArticleVersionRow",
    "Base",
    "CandidateKeyRow",
    "DecisionRow",
    "DecisionTargetRow",
    "EventIdentityRow",
    "EventKeyRow",
    "EventMentionRow",
    "EventPartyRow",
    "EventRow",
    "ExtractionRow",
    "MentionComponentRow",
    "MentionPartyRow",
    "MentionQuantityRow",
    "MentionRow",
    "NegotiationArticleRow",
    "NegotiationPartyRow",
    "NegotiationRow",
    "PartyRow",
    "SeedLoadRow",
]

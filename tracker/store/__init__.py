"""The database. Nothing else speaks SQL."""

from tracker.store.info import describe
from tracker.store.records import DatabaseInfo, StoredArticle, StoredMention, StoredVersion
from tracker.store.schema import Upgrade
from tracker.store.store import Store, open_store

__all__ = [
    "DatabaseInfo",
    "Store",
    "StoredArticle",
    "StoredMention",
    "StoredVersion",
    "Upgrade",
    "describe",
    "open_store",
]

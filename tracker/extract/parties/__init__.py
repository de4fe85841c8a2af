"""Who the noun phrases of an article stand for: sides, not strings."""

from tracker.extract.parties.article import ArticleParties, find_parties

__all__ = ["ArticleParties", "find_parties"]

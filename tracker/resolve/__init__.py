"""Mentions and decisions into events: one chronology out of many articles."""

from tracker.resolve.identity import MatchScore, match
from tracker.resolve.parties import PartyBook, PartyRules
from tracker.resolve.resolution import Resolution, resolve
from tracker.resolve.status import seen_on

__all__ = ["MatchScore", "PartyBook", "PartyRules", "Resolution", "match", "resolve", "seen_on"]

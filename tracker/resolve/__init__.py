"""Mentions and decisions into events: one chronology out of many articles."""

from tracker.resolve.identity import MatchScore, match
from tracker.resolve.incremental import Neighbours, Update, resolve_changed
from tracker.resolve.parties import PartyBook, PartyRules
from tracker.resolve.resolution import Resolution, resolve
from tracker.resolve.status import seen_on

__all__ = [
    "MatchScore",
    "Neighbours",
    "PartyBook",
    "PartyRules",
    "Resolution",
    "Update",
    "match",
    "resolve",
    "resolve_changed",
    "seen_on",
]

"""What events mean: timeline, headlines, where each party and proposal stands. Pure functions, plain data.

Each takes events or an `EventIndex` of them, which is worth making once where several views are wanted.
"""

from tracker.views.agreements import agreements
from tracker.views.changes import changes
from tracker.views.deadlines import deadlines
from tracker.views.filters import Filters, timeline
from tracker.views.headline import headline
from tracker.views.index import EventIndex
from tracker.views.key_days import date_f1, key_days
from tracker.views.proposals import proposals
from tracker.views.standing import standing
from tracker.views.tallies import tallies

__all__ = [
    "EventIndex",
    "Filters",
    "agreements",
    "changes",
    "date_f1",
    "deadlines",
    "headline",
    "key_days",
    "proposals",
    "standing",
    "tallies",
    "timeline",
]

"""What events mean: timeline, headlines, where each party and proposal stands. Pure functions, plain data."""

from tracker.views.filters import Filters, timeline
from tracker.views.headline import headline
from tracker.views.index import EventIndex
from tracker.views.proposals import proposals
from tracker.views.standing import standing

__all__ = ["EventIndex", "Filters", "headline", "proposals", "standing", "timeline"]

"""One unit of work: everything that is read or written in one transaction."""

import datetime as dt

from sqlalchemy import Connection

from tracker.store.articles import Articles
from tracker.store.decisions import Decisions
from tracker.store.events import Events
from tracker.store.mentions import Mentions
from tracker.store.negotiations import Negotiations
from tracker.store.neighbours import StoredNeighbours
from tracker.store.reports import Reports


class Unit:
    """Access to all that a database holds. `now` is when the unit began, the moment that its rows carry."""

    def __init__(self, connection: Connection, now: dt.datetime) -> None:
        self.connection = connection
        self.now = now
        self.negotiations = Negotiations(connection, now)
        self.articles = Articles(connection, now)
        self.mentions = Mentions(connection, now)
        self.reports = Reports(connection, self.mentions)
        self.events = Events(connection, self.reports)
        self.decisions = Decisions(connection, now)

    def neighbours(self, negotiation_id: int) -> StoredNeighbours:
        """The resolved mentions of a negotiation."""
        return StoredNeighbours(self.connection, self.reports, negotiation_id)

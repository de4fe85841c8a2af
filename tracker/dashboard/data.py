"""What pages read, kept between reruns until the database changes."""

from collections.abc import Callable, Hashable
from datetime import date
from threading import RLock
from typing import TypeVar

import streamlit as st

from tracker.app import App
from tracker.model.articles import Article
from tracker.model.errors import NotFound
from tracker.model.events import Event
from tracker.model.mentions import Mention
from tracker.model.negotiations import NegotiationParty
from tracker.model.standing import Agreement, Changes, Deadline, KeyDay, Proposal, Standing, Tally
from tracker.store import StoredArticle, open_store

Result = TypeVar("Result")
_LOCK = RLock()


@st.cache_resource(show_spinner="Opening the database …")
def application() -> App:
    """The one application of this process, with the seed negotiation loaded where the database has never had it."""
    app = App(open_store())
    app.load_seeds()
    return app


@st.cache_resource(show_spinner="Reading the events …", max_entries=64)
def _kept(name: str, generation: int, arguments: tuple[Hashable, ...], _make: Callable[[], Result]) -> Result:
    """The result of `_make`, made anew when the database's generation moves. Results are immutable, so sessions share
    them; one at a time is made, since the application keeps what it read without guarding it."""
    with _LOCK:
        return _make()


def _cached(name: str, make: Callable[[App], Result], *arguments: Hashable) -> Result:
    app = application()
    return _kept(name, app.generation(), arguments, lambda: make(app))


def events(slug: str, as_of: date | None) -> tuple[Event, ...]:
    """All events of a negotiation as known on `as_of`."""
    return _cached("events", lambda app: app.events(slug, as_of), slug, as_of)


def rejected_events(slug: str) -> tuple[Event, ...]:
    """The events of a negotiation that analysts said are wrong."""
    return _cached("rejected", lambda app: app.rejected_events(slug), slug)


def standing(slug: str, as_of: date | None) -> Standing:
    """Where the negotiation and each of its parties stand."""
    return _cached("standing", lambda app: app.standing(slug, as_of), slug, as_of)


def proposals(slug: str, as_of: date | None) -> tuple[Proposal, ...]:
    """The proposals with their answers."""
    return _cached("proposals", lambda app: app.proposals(slug, as_of), slug, as_of)


def tallies(slug: str, as_of: date | None) -> tuple[Tally, ...]:
    """What was promised, done and is left."""
    return _cached("tallies", lambda app: app.tallies(slug, as_of), slug, as_of)


def deadlines(slug: str, as_of: date | None) -> tuple[Deadline, ...]:
    """What is due when."""
    return _cached("deadlines", lambda app: app.deadlines(slug, as_of), slug, as_of)


def agreements(slug: str, as_of: date | None) -> tuple[Agreement, ...]:
    """Deals and truces with what they promise."""
    return _cached("agreements", lambda app: app.agreements(slug, as_of), slug, as_of)


def key_days(slug: str, count: int, as_of: date | None) -> tuple[KeyDay, ...]:
    """The `count` days that matter most."""
    return _cached("key days", lambda app: app.key_days(slug, count, as_of), slug, count, as_of)


def changes_since(slug: str, day: date) -> Changes:
    """What the reports published after `day` changed."""
    return _cached("changes", lambda app: app.changes_since(slug, day), slug, day)


def parties(slug: str, as_of: date | None = None) -> tuple[NegotiationParty, ...]:
    """The parties of a negotiation with their roles."""
    return _cached("parties", lambda app: app.parties(slug, as_of), slug, as_of)


def articles(slug: str) -> tuple[StoredArticle, ...]:
    """The articles of a negotiation, those taken out among them."""
    return _cached("articles", lambda app: app.articles(slug), slug)


def article(article_id: int) -> Article | None:
    """The newest version of an article; None where it was deleted."""

    def found(app: App) -> Article | None:
        try:
            return app.article(article_id).article
        except NotFound:
            return None

    return _cached("article", found, article_id)


def publication_days(slug: str) -> tuple[date, ...]:
    """The days on which articles of a negotiation were published, each once, in order."""
    days = {stored.article.published for stored in articles(slug) if stored.removed is None}
    return tuple(sorted(day for day in days if day))


def mentions(article_id: int) -> tuple[Mention, ...]:
    """What an article's newest version reports, in the order of the text."""
    return _cached("mentions", lambda app: app.mentions(article_id), article_id)


def current_event_id(event_id: int) -> int | None:
    """The id under which an event lives today; None for one that was never given."""

    def found(app: App) -> int | None:
        try:
            return app.current_event_id(event_id)
        except NotFound:
            return None

    return _cached("event id", found, event_id)

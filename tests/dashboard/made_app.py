"""An application over events made by hand: what pages ask for, without a database or a language model."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.dashboard.made import HARBOUR, MEDIATOR, TEXT, UNION, report
from tracker.app import Added, App, Chronology, Preview
from tracker.model.articles import Article, PublicationGround
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.errors import TrackerError
from tracker.model.events import Event
from tracker.model.mentions import Extraction, Mention
from tracker.model.negotiations import Negotiation, NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.model.standing import Changes, StatusLine
from tracker.store import StoredArticle

PAY = Negotiation(1, "harbour-pay", "Dockers' pay")
PARTIES = (
    NegotiationParty(UNION, PartyKind.UNION, NegotiationRole.PARTY, is_verified=True),
    NegotiationParty(HARBOUR, PartyKind.ORGANISATION, NegotiationRole.PARTY, is_verified=True),
    NegotiationParty(MEDIATOR, PartyKind.GOVERNMENT, NegotiationRole.MEDIATOR, is_verified=True),
)
_GENERATIONS = count(1)


@dataclass
class Asked:
    """What pages asked the application to do."""

    decisions: list[dict[str, Any]] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    added: list[tuple[Article, tuple[str, ...], str | None]] = field(default_factory=list)
    days: set[dt.date | None] = field(default_factory=set)


class MadeApp(App):
    """Gives the events it was made with; notes what it is asked to do; `fault` is raised by decisions."""

    def __init__(
        self,
        events: tuple[Event, ...],
        negotiations: tuple[Negotiation, ...] = (PAY,),
        decisions: tuple[Decision, ...] = (),
        fault: TrackerError | None = None,
        rejected: tuple[Event, ...] = (),
    ) -> None:
        self.asked = Asked()
        self._events, self._negotiations, self._decisions, self._fault = events, negotiations, decisions, fault
        self._rejected, self._generation = rejected, next(_GENERATIONS)

    def negotiations(self) -> tuple[Negotiation, ...]:
        return self._negotiations

    def generation(self, slug: str | None = None) -> int:
        return self._generation

    def chronology(self, slug: str, as_of: dt.date | None = None) -> Chronology:
        self.asked.days.add(as_of)
        return Chronology(PAY, self._events, PARTIES, dt.date(2024, 3, 8), 1)

    def articles(self, slug: str | None = None) -> tuple[StoredArticle, ...]:
        days = (dt.date(2024, 3, 5), dt.date(2024, 3, 8), None)
        return tuple(
            StoredArticle(
                number,
                Article(TEXT, f"Paper {number}", None, "Outlet", day, PublicationGround.GIVEN),
                (),
                (PAY.slug,),
                dt.datetime(2024, 3, 9, tzinfo=dt.UTC),
                None,
                2,
            )
            for number, day in enumerate(days, 1)
        )

    def article(self, article_id: int) -> StoredArticle:
        return self.articles()[0]

    def mentions(self, article_id: int) -> tuple[Mention, ...]:
        return tuple(report.mention for event in self._events[:1] for report in event.reports)

    def current_event_id(self, event_id: int) -> int:
        return event_id

    def preview(self, article: Article) -> Preview:
        return Preview(Extraction((report().mention,)), self._events, (PAY.slug,))

    def add(self, article: Article, negotiations: Sequence[str] = (), *, new_negotiation: str | None = None) -> Added:
        if self._fault:
            raise self._fault
        self.asked.added.append((article, tuple(negotiations), new_negotiation))
        if new_negotiation:
            self._negotiations = (*self._negotiations, Negotiation(2, "new-one", new_negotiation))
        return Added(
            1, "added", Changes(new=(StatusLine("The union met", (1,), dt.date(2024, 3, 4)),)), ("Read **this**.",)
        )

    def rejected_events(self, slug: str) -> tuple[Event, ...]:
        return self._rejected

    def history(self, event_id: int) -> tuple[Decision, ...]:
        return self._decisions

    def decisions(self, slug: str) -> tuple[Decision, ...]:
        return self._decisions

    def decide(self, kind: DecisionKind, **said: Any) -> Decision:  # type: ignore[override]
        if self._fault:
            raise self._fault
        self.asked.decisions.append({"kind": kind, **said})
        return Decision(99, kind, 1, dt.datetime(2024, 3, 9, tzinfo=dt.UTC), said["by"])

    def undo(self, decision_id: int, *, by: str, why: str = "") -> Decision:
        self.asked.undone.append(decision_id)
        return Decision(100, DecisionKind.UNDO, 1, dt.datetime(2024, 3, 9, tzinfo=dt.UTC), by)

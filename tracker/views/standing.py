"""Where the negotiation and each of its parties stand."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from tracker.model.events import Event
from tracker.model.mentions import EventType
from tracker.model.negotiations import NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.model.standing import Answer, AnswerKind, PartyStatus, Standing, StatusLine
from tracker.views.answers import Reply, answer_kind
from tracker.views.commitments import Commitment, commitments_of
from tracker.views.contradictions import contradictions
from tracker.views.demands import DemandLine, DemandState, demands_of
from tracker.views.direction import direction
from tracker.views.headline import headline, named
from tracker.views.index import EventIndex, index_of
from tracker.views.lines import line
from tracker.views.moves import last_move, last_of, last_that
from tracker.views.proposals import Table, table_of
from tracker.views.turn import Turn, turn_of


def standing(
    events: Sequence[Event], parties: Sequence[NegotiationParty], today: date | None = None, undated: int = 0
) -> Standing:
    """The whole state on `today`, to which waits and what is overdue are counted.

    `parties` are the negotiation's, in the order wanted; without any, those that act in the events, the most active
    first. `undated` is how many articles were left out for want of a publication day.
    """
    index = index_of(events)
    table = table_of(index, today)
    turn = turn_of(index, table)
    shared = _Shared(index, table, turn, today)
    listed = parties or [
        NegotiationParty(name, PartyKind.UNKNOWN, NegotiationRole.PARTY, False) for name in index.actors
    ]
    return Standing(today, table.live, turn.parties, tuple(shared.status(one) for one in listed), undated)


_FINAL = (AnswerKind.ACCEPTED, AnswerKind.CONDITIONAL, AnswerKind.REJECTED)


class _Shared:
    """What the status lines of all parties rest on, worked out once."""

    def __init__(self, index: EventIndex, table: Table, turn: Turn, today: date | None) -> None:
        self._index = index
        self._table = table
        self._turn = turn
        self._today = today
        self._made: defaultdict[str, list[DemandLine]] = defaultdict(list)
        self._on: defaultdict[str, list[DemandLine]] = defaultdict(list)
        for demand in demands_of(index):
            for party in demand.event.actors:
                self._made[party].append(demand)
            for party in demand.event.targets:
                self._on[party].append(demand)
        self._commitments: defaultdict[str, list[Commitment]] = defaultdict(list)
        for commitment in commitments_of(index, today):
            for party in commitment.event.actors:
                self._commitments[party].append(commitment)
        self._replies: defaultdict[str, list[Reply]] = defaultdict(list)
        for replies in table.replies.values():
            for reply in replies:
                self._replies[reply.answer.party].append(reply)

    def status(self, party: NegotiationParty) -> PartyStatus:
        """Where one party stands."""
        index, name = self._index, party.name
        all_events = index.with_party(name)
        lean, lean_events = direction(index, name, self._today)
        is_known = bool(self._turn.parties)
        is_its_turn = name in self._turn.parties
        return PartyStatus(
            party=name,
            kind=party.kind,
            role=party.role,
            last_move=_line(last_move(index, name)),
            last_statement=_line(last_of(index, name, EventType.STATEMENT)),
            last_attack=_line(last_of(index, name, EventType.ATTACK)),
            latest_answer=self._latest_answer(name),
            live_answer=self._live_answer(name),
            is_its_turn=is_its_turn if is_known else None,
            days_waited=self._turn.days(self._today) if is_its_turn else None,
            demands_made=self._demands(self._made[name], DemandState.OPEN),
            demands_on_it=self._demands(self._on[name], DemandState.OPEN),
            demands_met=self._demands([*self._made[name], *self._on[name]], DemandState.MET),
            commitments=tuple(
                (one.progress, line(one.event, one.kept_by, _commitment_words(one)))
                for one in reversed(self._commitments[name])
            ),
            alleged_breaches=tuple(_breach(event) for event in reversed(index.by_actor(name)) if _is_breach(event)),
            direction=lean,
            direction_events=lean_events,
            contradictions=contradictions(self._replies[name]),
            independent_sources=_sources(all_events),
            last_report=max((day for event in all_events if (day := event.last_reported)), default=None),
        )

    def _demands(self, demands: Sequence[DemandLine], state: DemandState) -> tuple[StatusLine, ...]:
        """The lines of those in this state, the last first; maker and addressee share a line."""
        return tuple(
            self._index.once(("demand line", one.event.id), partial(_demand, one))
            for one in reversed(demands)
            if one.state is state
        )

    def _latest_answer(self, party: str) -> StatusLine | None:
        index = self._index
        final = [one for one in self._replies[party] if one.answer.kind is not AnswerKind.STUDYING]
        answered = max((one.event for one in final), key=index.order, default=None)
        other = last_that(index, party, lambda event: answer_kind(event) in _FINAL, real=False)
        if answered is None or (other is not None and index.order(other) > index.order(answered)):
            return _line(other)
        reply = next(one for one in final if one.event is answered)
        return line(answered, words=f"{headline(answered)}: {reply.answer.kind.value}" if _is_tied(reply) else "")

    def _live_answer(self, party: str) -> Answer | None:
        live = self._table.live
        return next((one for one in live.answers if one.party == party), None) if live else None


def _is_tied(reply: Reply) -> bool:
    return reply.answer.kind is AnswerKind.CONDITIONAL


def _line(event: Event | None) -> StatusLine | None:
    return line(event) if event else None


def _demand(demand: DemandLine) -> StatusLine:
    closed = (demand.closed_by,) if demand.closed_by else ()
    words = headline(demand.event)
    if demand.closed_by:
        words = f"{words}; since then: {headline(demand.closed_by)}"
    return line(demand.event, (*demand.earlier, *closed), words)


def _commitment_words(commitment: Commitment) -> str:
    words = headline(commitment.event)
    others = [event for event in commitment.kept_by if event is not commitment.event]
    return f"{words}; since then: {headline(others[-1])}" if others else words


def _is_breach(event: Event) -> bool:
    return event.type is EventType.VIOLATION and event.is_real


def _breach(event: Event) -> StatusLine:
    claimed = {one.source for one in event.reports if one.source}
    by = f"; claimed by {', '.join(named(name) for name in sorted(claimed))}" if claimed and not event.source else ""
    return line(event, words=f"{headline(event)}{by}")


def _sources(events: Sequence[Event]) -> int:
    """How many outlets tell of the party; an article without outlet is a source of its own."""
    return len({one.outlet.casefold() if one.outlet else one.article_id for event in events for one in event.reports})

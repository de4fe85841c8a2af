"""The status card of one party."""

from collections.abc import Sequence

import streamlit as st

from tracker.dashboard.event_text import pill
from tracker.dashboard.frame import event_line
from tracker.dashboard.markup import escaped
from tracker.dashboard.proposal_text import answer_pill
from tracker.model.parties import PartyKind
from tracker.model.standing import AnswerKind, Direction, PartyStatus, StatusLine
from tracker.views.wording import DIRECTION_WORDS, PROGRESS_WORDS, ROLE_WORDS, counted, day_words, titled

_MORE_AT_MOST = 8


def show_party(status: PartyStatus) -> None:
    """Draws the card: role, turn, answer, last moves; the rest folded."""
    with st.container(border=True, key=f"card {status.party}", gap=None):
        st.html(_head(status))
        main = (
            ("Last move:", status.last_move),
            ("Last said:", status.last_statement),
            ("Last attack:", status.last_attack),
            ("Latest answer:", status.latest_answer),
        )
        shown = [(title, line) for title, line in main if line]
        for title, line in shown:
            _line(status.party, title, line)
        if not shown:
            st.caption("Nothing is reported of it yet.")
        _open_demands(status)
        _more(status)


def _head(status: PartyStatus) -> str:
    pills = pill(ROLE_WORDS[status.role])
    if status.is_its_turn:
        waiting = f", {counted(status.days_waited, 'day')}" if status.days_waited else ""
        pills += pill(f"its turn{waiting}", "turn", "An addressee of the open proposal who has not answered it")
    if status.live_answer and status.live_answer.kind is not AnswerKind.NONE:
        pills += answer_pill(status.live_answer.kind)
    if status.direction is not Direction.UNKNOWN:
        pills += pill(DIRECTION_WORDS[status.direction], "", "Its last month against the month before")
    sources = counted(status.independent_sources, "independent source")
    last = f", last report {day_words(status.last_report)}" if status.last_report else ""
    kind = "" if status.kind is PartyKind.UNKNOWN else f"{status.kind.value} · "
    return (
        f'<div class="nt"><h3>{escaped(titled(status.party))} {pills}</h3>'
        f'<div class="quiet">{escaped(kind + sources + last)}</div></div>'
    )


def _line(party: str, title: str, line: StatusLine, number: int = 0) -> None:
    day = f" · {day_words(line.day)}" if line.day else ""
    key = f"{party} {title} {number}"
    event_line(f"{line.words}{day}", line.event_ids, key, title, is_tentative=line.is_tentative)


def _open_demands(status: PartyStatus) -> None:
    for title, lines in (("Demands:", status.demands_made), ("Asked of it:", status.demands_on_it)):
        if lines:
            _line(status.party, title, lines[0])
    hidden = max(len(status.demands_made) - 1, 0) + max(len(status.demands_on_it) - 1, 0)
    if hidden:
        st.caption(f"and {counted(hidden, 'more open demand')}")


def _more(status: PartyStatus) -> None:
    groups: list[tuple[str, Sequence[StatusLine]]] = [
        ("Also demands:", status.demands_made[1:]),
        ("Also asked of it:", status.demands_on_it[1:]),
        ("Demand met:", status.demands_met),
        ("Alleged breach:", status.alleged_breaches),
    ]
    commitments = status.commitments
    if not any(lines for _, lines in groups) and not commitments and not status.contradictions:
        return
    with st.expander("More"):
        for title, lines in groups:
            for number, line in enumerate(lines[:_MORE_AT_MOST], 1):
                _line(status.party, title, line, number)
            if len(lines) > _MORE_AT_MOST:
                st.caption(f"… and {counted(len(lines) - _MORE_AT_MOST, 'line')} more on the timeline")
        for number, (progress, line) in enumerate(commitments[:_MORE_AT_MOST]):
            _line(status.party, f"Promised, {PROGRESS_WORDS[progress]}:", line, number)
        for number, (one, other) in enumerate(status.contradictions[:_MORE_AT_MOST]):
            _line(status.party, "One spokesman:", one, number)
            _line(status.party, "Another:", other, number)

"""Everything that analysts said of a negotiation, newest first, each with undo; and an event added by hand."""

import json

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.frame import View, begin
from tracker.dashboard.more import first_of, more_button
from tracker.dashboard.review import analyst, perform, show_decision, tell_fault
from tracker.model.decisions import DecisionKind
from tracker.model.events import EventStatus
from tracker.model.mentions import EventType
from tracker.views import headline
from tracker.views.wording import CORRECTABLE, type_words


def show() -> None:
    """Draws the page."""
    view = begin(with_day=False, with_filters=False)
    tell_fault()
    by = st.text_input("Your name", value=analyst(), key="analyst of the record", width=300)
    decisions = data.application().decisions(view.slug)
    if not decisions:
        st.info("Nobody has confirmed, rejected or corrected anything yet. Open an event and say whether it is right.")
    newest = decisions[::-1]
    names = {event.id: headline(event) for event in (*data.rejected_events(view.slug), *view.all_events)}
    undone = {decision.undoes for decision in decisions}
    for decision in first_of(newest, "decisions"):
        name = names.get(decision.event_id or 0, "")
        show_decision(decision, by, "record", name, is_undone=decision.id in undone)
    more_button(newest, "decisions")
    with st.expander("Add an event by hand"):
        _add(view, by)
    show_open_events(view)


def _add(view: View, by: str) -> None:
    with st.form("event by hand", border=False):
        kind = st.selectbox("Kind of event", list(EventType), format_func=type_words)
        date = st.text_input("When", help="2024-01-30, 2024-01-27/2024-01-28, 2024-01-27/..; empty for not known")
        actors = st.text_input("Who", help="Names, parted by ;")
        targets = st.text_input("To or against whom", help="Names, parted by ;")
        note = st.text_input(CORRECTABLE["note"], help="What happened, in your words")
        why = st.text_input("Why (where you know it from)")
        if st.form_submit_button("Add the event", type="primary") and kind:
            fields = {"type": kind.value, "status": EventStatus.OCCURRED.value, "date": date, "actors": actors}
            fields |= {"targets": targets, "note": note}
            value = json.dumps({name: words for name, words in fields.items() if words.strip()}, ensure_ascii=False)
            perform(
                lambda: data.application().decide(DecisionKind.ADD, by=by, why=why, value=value, slug=view.slug), by
            )

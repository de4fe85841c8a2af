"""Every event, in a lane for each party and as a list."""

import pandas as pd
import streamlit as st

from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.frame import View, begin, open_events
from tracker.dashboard.marks import SHAPES
from tracker.dashboard.timeline_view import show_timeline
from tracker.model.events import Event
from tracker.views import headline
from tracker.views.wording import STATUS_WORDS, TRUST_WORDS, listing, type_words, when

_TABLE = "event table"


def show() -> None:
    """Draws the page."""
    view = begin()
    show_timeline(view, "timeline")
    events = view.events
    if events:
        st.subheader("The same events as a list")
        _table(view, events)
    show_open_events(view)


def _table(view: View, events: tuple[Event, ...]) -> None:
    key = f"{_TABLE} {view.slug}"
    st.dataframe(
        event_table(events),
        key=key,
        on_select=lambda: _chosen(key, events),
        selection_mode="single-row",
        hide_index=True,
        width="stretch",
        height=420 if len(events) > 10 else "auto",
        column_config={
            "When": st.column_config.TextColumn(width=180),
            "Event": st.column_config.TextColumn(width="large"),
            "Reports": st.column_config.NumberColumn(width="small", help="How many sentences report it"),
            "Sources": st.column_config.NumberColumn(width="small", help="Outlets and quoted speakers, copies once"),
        },
    )
    st.caption("Tick a row to open the event.")


def event_table(events: tuple[Event, ...]) -> pd.DataFrame:
    """The events as rows of plain text, in their order."""
    return pd.DataFrame(
        {
            "When": [when(event.date) for event in events],
            "Event": [headline(event) for event in events],
            "Status": [f"{SHAPES[event.status].sign} {STATUS_WORDS[event.status]}" for event in events],
            "Kind": [type_words(event.type) for event in events],
            "Who": [listing(event.actors) for event in events],
            "Reports": [len(event.reports) for event in events],
            "Sources": [event.independent_sources for event in events],
            "Review": [TRUST_WORDS[event.trust] for event in events],
        }
    )


def _chosen(key: str, events: tuple[Event, ...]) -> None:
    rows = st.session_state[key].selection.rows
    if rows:
        open_events((events[rows[0]].id,))

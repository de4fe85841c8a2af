"""The timeline with its legend, shared by the overview and the timeline's own page."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.charts import CLICKED, timeline_chart
from tracker.dashboard.frame import View, current, event_line, open_events, remember
from tracker.dashboard.lanes import LANES_AT_MOST
from tracker.dashboard.marks import FAMILIES, SHAPES
from tracker.dashboard.markup import escaped
from tracker.dashboard.more import first_of, more_button
from tracker.dashboard.timeline_data import MARKS_AT_MOST, TimelineData, timeline_data
from tracker.model.events import Event
from tracker.views import headline
from tracker.views.wording import STATUS_MEANINGS, STATUS_WORDS, counted, day_words, listing, when


def show_timeline(
    view: View, key: str, lanes_at_most: int = LANES_AT_MOST, singles_at_most: int = MARKS_AT_MOST
) -> None:
    """Draws the events that the filters let through, says what is not drawn, and opens the one that is clicked."""
    events = view.events
    if not events:
        st.info(_nothing(view))
        return
    parties = [party.name for party in data.parties(view.slug, view.selection.as_of)]
    span = st.session_state.get(f"span of {key}")
    drawn = timeline_data(
        events, parties, headline, span=span, lanes_at_most=lanes_at_most, singles_at_most=singles_at_most
    )
    if len(drawn.marks):
        _choose_span(drawn, f"span of {key}")
        key = f"{key} {hash((view.slug, replace(view.selection, events=()), len(drawn.marks), drawn.span))}"
        st.altair_chart(
            timeline_chart(drawn, is_dark=is_dark(), today=view.selection.as_of),
            key=key,
            on_select=lambda: _clicked(key),
            selection_mode=[CLICKED],
            width="stretch",
            alt=_alternative(drawn, len(events)),
        )
        st.html(legend(drawn))
    _tell_what_is_not_drawn(drawn)
    if drawn.without_day:
        _list_without_day(drawn.without_day)


def is_dark() -> bool:
    """Whether the reader's page is dark."""
    return st.context.theme.type == "dark"


def clicked_mark(before: Iterable[Mapping[str, Any]], now: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The mark that a click added to or took from the chart's selection; None if nothing changed."""
    old, new = list(before), list(now)
    changed = [mark for mark in new if mark not in old] or [mark for mark in old if mark not in new]
    return changed[-1] if changed else None


def legend(drawn: TimelineData) -> str:
    """What shapes, colours, bands and lines mean, as far as the chart has them."""
    signs = {STATUS_WORDS[status]: (shape.sign, STATUS_MEANINGS[status]) for status, shape in SHAPES.items()}
    present = set(drawn.marks["status"])
    items = [
        f'<span title="{escaped(signs[words][1])}"><span class="sign">{signs[words][0]}</span> {escaped(words)}</span>'
        for words in signs
        if words in present
    ]
    families = set(drawn.marks["family"])
    items += [
        f'<span title="{escaped(", ".join(kind.value for kind in family.types))}">'
        f'<span class="swatch" style="background:{family.colour}"></span>{escaped(family.name)}</span>'
        for family in FAMILIES
        if family.name in families
    ]
    if drawn.step:
        items.append(f"<span>● size: number of events in {escaped(drawn.step)}; click to see each</span>")
    else:
        if (drawn.marks["last"] > drawn.marks["first"]).any():
            items.append('<span><span class="band"></span>on a day or days within this band</span>')
        if drawn.marks["certain_to"].notna().any():
            items.append('<span><span class="bar"></span>went on all this time</span>')
    return f'<div class="nt"><div class="legend">{"".join(items)}</div></div>'


def _choose_span(drawn: TimelineData, key: str) -> None:
    outside = drawn.window.outside if drawn.window else 0
    if len(drawn.spans) > 1:
        st.session_state[key] = drawn.span
        beyond = f"; {counted(outside, 'event')} earlier or later" if outside else ""
        st.segmented_control(
            f"Days shown{beyond}", drawn.spans, key=key, label_visibility="visible" if outside else "collapsed"
        )


def _clicked(key: str) -> None:
    chosen = st.session_state[key].selection.get(CLICKED, [])
    seen = f"{key} seen"
    mark = clicked_mark(st.session_state.get(seen, []), chosen)
    st.session_state[seen] = list(chosen)
    if mark is None:
        return
    if mark.get("event") is not None:
        open_events((int(mark["event"]),))
    elif mark.get("first") is not None and mark.get("last") is not None:
        since, until = (_day(mark[name]) for name in ("first", "last"))
        remember(replace(current(), since=since, until=until))


def _day(milliseconds: float) -> dt.date:
    return dt.datetime.fromtimestamp(milliseconds / 1000, tz=dt.UTC).date()


def _nothing(view: View) -> str:
    if view.selection.filter_count and view.all_events:
        return f"None of the {counted(len(view.all_events), 'event')} passes the filters. Clear or widen them."
    return "No event is known yet. Add an article that reports some."


def _alternative(drawn: TimelineData, count: int) -> str:
    lanes = list(drawn.lanes["lane"])
    span = f"from {day_words(drawn.window.first)} to {day_words(drawn.window.last)}" if drawn.window else ""
    return f"Timeline of {counted(count, 'event')} {span} in lanes for {listing(lanes)}."


def _tell_what_is_not_drawn(drawn: TimelineData) -> None:
    notes = ["Each mark stands in the lane of whoever acts or mediates. Click one to see the words behind it."]
    if len(drawn.marks):
        notes.append("Drag to move, Shift and wheel to zoom, double-click to go back.")
    if drawn.step:
        notes.append(f"There are too many events to draw each: a mark adds up those of {drawn.step}.")
    st.caption(" ".join(notes))


def _list_without_day(events: Sequence[Event]) -> None:
    with st.expander(f"{counted(len(events), 'event')} that no report dates closely enough to draw"):
        for event in first_of(events, "undated"):
            event_line(
                f"{SHAPES[event.status].sign} {headline(event)} ({when(event.date)})",
                (event.id,),
                f"undated {event.id}",
            )
        more_button(events, "undated")

"""The open event: what is known of it, the words behind it, what analysts said of it."""

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.event_text import by_article, conflicts, evidence, in_article, summary
from tracker.dashboard.frame import View, close_events, event_line
from tracker.dashboard.markup import label
from tracker.dashboard.review import review
from tracker.model.events import Event, Report
from tracker.views import headline
from tracker.views.wording import counted

ARTICLES_AT_MOST = 20


def show_open_events(view: View) -> None:
    """Opens the events that the address names, if any."""
    if view.selection.events:
        _dialog(view)


@st.dialog("Event", width="large", on_dismiss=close_events)
def _dialog(view: View) -> None:
    events = {event.id: event for event in (*data.rejected_events(view.slug), *view.all_events)}
    asked = [data.current_event_id(number) for number in view.selection.events]
    found = [events[number] for number in dict.fromkeys(asked) if number in events]
    if not found:
        numbers = ", ".join(str(number) for number in view.selection.events)
        st.info(f"Event {numbers} is not known here. It may be reported later than the chosen day.")
        return
    event = found[0]
    if len(found) > 1:
        event = st.selectbox(
            f"{counted(len(found), 'event')} stand behind this line",
            found,
            format_func=headline,
            key=f"which of {view.selection.events}",
        )
    _show(view, event)


def _show(view: View, event: Event) -> None:
    if any(event.id == rejected.id for rejected in data.rejected_events(view.slug)):
        st.warning(
            "An analyst said that this is wrong: no page shows it. “Confirm or correct” lets you take that back."
        )
    st.html(summary(event, headline(event)))
    if disagreements := conflicts(event):
        st.html(disagreements)
    _related(view, event)
    reports, said = st.tabs([f"Evidence ({counted(len(event.reports), 'report')})", "Confirm or correct"])
    with reports:
        articles = by_article(event)
        for number, reported in enumerate(articles[:ARTICLES_AT_MOST]):
            _article(reported, is_open=number == 0)
        if len(articles) > ARTICLES_AT_MOST:
            st.caption(f"… and in {counted(len(articles) - ARTICLES_AT_MOST, 'more article')}")
        if not articles:
            st.caption("An analyst added this event by hand; no article reports it.")
    with said:
        review(view, event)


def _article(reports: tuple[Report, ...], *, is_open: bool) -> None:
    st.html(evidence(reports))
    with st.expander("In the article", expanded=is_open):
        article = data.article(reports[0].article_id)
        if article is None:
            st.caption("The article's text was deleted.")
            return
        whole = st.toggle("Whole article", key=f"whole article {reports[0].key}")
        st.html(in_article(article.text, reports, whole=whole))
        if article.address:
            st.caption(label(article.address))


def _related(view: View, event: Event) -> None:
    by_id = {other.id: other for other in view.all_events}
    if event.content_of in by_id:
        event_line(headline(by_id[event.content_of]), (event.content_of,), f"parent of {event.id}", "Part of:")
    for part in [other for other in view.all_events if other.content_of == event.id]:
        event_line(headline(part), (part.id,), f"part {part.id} of {event.id}", "Contains:")

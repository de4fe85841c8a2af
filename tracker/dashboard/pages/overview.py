"""The first screen: what is on the table, whose turn it is, where each party stands, what happened."""

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.changes_text import show_changes
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.frame import View, begin, event_line
from tracker.dashboard.markup import escaped
from tracker.dashboard.nothing_open import latest_lines
from tracker.dashboard.party_card import show_party
from tracker.dashboard.proposal_text import gist, proposal_html
from tracker.dashboard.timeline_view import show_timeline
from tracker.model.standing import Standing
from tracker.views.wording import counted, day_words

KEY_DAYS = 5
LANES_AT_MOST = 6
SINGLES_AT_MOST = 250


def show() -> None:
    """Draws the page."""
    view = begin()
    standing = data.standing(view.slug, view.selection.as_of)
    left, right = st.columns([2, 1], gap="medium")
    with left:
        with st.container(border=True, gap="xxsmall"):
            _on_the_table(view, standing)
        show_timeline(view, "overview timeline", LANES_AT_MOST, SINGLES_AT_MOST)
        _key_days(view)
    with right:
        st.html('<div class="nt"><div class="eyebrow">Where each party stands</div></div>')
        for status in standing.parties:
            show_party(status)
        st.caption(
            "◌ rests on one source or on reports that nobody has reviewed. Click a line to see the words behind it."
            if standing.parties
            else "No event names a party yet."
        )
    _changes_since(view)
    show_open_events(view)


def _on_the_table(view: View, standing: Standing) -> None:
    known = f"as of {day_words(standing.today)}" if standing.today else ""
    undated = standing.undated_articles
    if undated:
        known += f"; {counted(undated, 'article')} without a publication day left out"
    proposal = standing.live_proposal
    if proposal is None:
        _nothing_open(view, known)
        return
    waits = {status.party: status.days_waited for status in standing.parties}
    st.html(proposal_html(proposal, f"On the table, {known}", standing.turn, waits, gist(proposal, view.all_events)))
    event_line("See the words behind it", (proposal.event_id, *proposal.event_ids), "live proposal")


def _nothing_open(view: View, known: str) -> None:
    slug, as_of = view.slug, view.selection.as_of
    proposals = data.proposals(slug, as_of)
    why = (
        "Those that the reports tell of were answered, withdrawn or overtaken."
        if proposals
        else "No report tells of one."
    )
    st.html(
        f'<div class="nt"><div class="eyebrow">On the table, {escaped(known)}</div>'
        f'<h2>No proposal is waiting for an answer</h2><div class="quiet">{why}</div></div>'
    )
    for title, line in latest_lines(proposals, data.agreements(slug, as_of), data.deadlines(slug, as_of)):
        event_line(line.words, line.event_ids, f"nothing open {title}", title)


def _changes_since(view: View) -> None:
    days = data.publication_days(view.slug)[:-1]
    if view.selection.as_of or not days:
        return
    with st.expander("What changed since a day"):
        day = st.selectbox(
            "Since the reports of", days[::-1], index=None, format_func=day_words, placeholder="Choose a day"
        )
        if day:
            show_changes(data.changes_since(view.slug, day))


def _key_days(view: View) -> None:
    days = data.key_days(view.slug, KEY_DAYS, view.selection.as_of)
    if not days:
        return
    st.html('<div class="nt"><div class="eyebrow">Days that matter most</div></div>')
    for day in days:
        event_line("; ".join(day.reasons), day.event_ids, f"key day {day.day}", title=day_words(day.day))

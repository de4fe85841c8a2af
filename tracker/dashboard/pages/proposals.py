"""Every proposal with its terms, what changed against the one before, and each party's answers."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.frame import View, begin, event_line
from tracker.dashboard.markup import escaped, label
from tracker.dashboard.more import first_of, more_button
from tracker.dashboard.proposal_text import answers_html, gist, proposal_html, term_words
from tracker.model.standing import Proposal, Term
from tracker.views.wording import counted


def show() -> None:
    """Draws the page."""
    view = begin(with_filters=False)
    proposals = data.proposals(view.slug, view.selection.as_of)
    turn = data.standing(view.slug, view.selection.as_of).turn
    if not proposals:
        st.info("No report tells of a proposal yet.")
    titles = {proposal.event_id: proposal.title for proposal in proposals}
    newest = sorted(proposals, key=lambda p: p.latest or p.earliest or date.min, reverse=True)
    ordered = sorted(newest, key=lambda proposal: not proposal.is_live)
    for proposal in first_of(ordered, "proposals"):
        with st.container(border=True):
            _proposal(view, proposal, titles, turn if proposal.is_live else ())
    more_button(ordered, "proposals")
    show_open_events(view)


def _proposal(view: View, proposal: Proposal, titles: dict[int, str], turn: Sequence[str]) -> None:
    eyebrow = "On the table" if proposal.is_live else "No longer open"
    st.html(proposal_html(proposal, eyebrow, turn, summary=gist(proposal, view.all_events)))
    if proposal.parent is not None:
        parent = titles.get(proposal.parent, f"event {proposal.parent}")
        st.html(
            f'<div class="nt"><div class="quiet">Answers or revises “{escaped(parent)}”</div>{_changes(proposal)}</div>'
        )
    if len(proposal.history) > len([a for a in proposal.answers if a.event_id is not None]):
        with st.expander(label(f"How the answers changed ({counted(len(proposal.history), 'report')})")):
            st.html(f'<div class="nt">{answers_html(proposal.history, is_open=proposal.is_live)}</div>')
    event_line("See the words behind it", (proposal.event_id, *proposal.event_ids), f"proposal {proposal.event_id}")


def _changes(proposal: Proposal) -> str:
    lines = [("added", term) for term in proposal.added] + [("dropped", term) for term in proposal.dropped]
    return f"<ul>{''.join(_change(word, term) for word, term in lines)}</ul>" if lines else ""


def _change(word: str, term: Term) -> str:
    return f"<li>{word}: {escaped(term_words(term))}</li>"

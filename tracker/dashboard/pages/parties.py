"""The parties of a negotiation, their roles, and the names that nobody has checked yet."""

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.frame import View, begin, event_line
from tracker.dashboard.review import analyst, perform, tell_fault
from tracker.model.decisions import DecisionKind
from tracker.model.events import Event
from tracker.model.negotiations import NegotiationParty
from tracker.model.parties import NegotiationRole, PartyKind
from tracker.views import headline
from tracker.views.wording import ROLE_WORDS, counted

NAMES_AT_MOST = 30
EXAMPLES = 3
OWN = "a party of its own"


def show() -> None:
    """Draws the page."""
    view = begin(with_day=False, with_filters=False)
    tell_fault()
    parties = data.parties(view.slug)
    counts = Counter(name for event in view.all_events for name in event.parties)
    st.subheader("Parties")
    if parties:
        st.dataframe(party_table(parties, counts), hide_index=True, width="stretch")
    else:
        st.info("This negotiation has no party yet. Give a name below its role.")
    by = st.text_input("Your name", value=analyst(), key="analyst of parties", width=300)
    role, alias = st.columns(2, gap="medium")
    with role.form("role"):
        _role(view, [*counts], by)
    with alias.form("alias"):
        _alias(view, parties, [*counts], by)
    _names_to_review(view, parties, by)
    show_open_events(view)


def party_table(parties: Sequence[NegotiationParty], counts: Counter[str]) -> pd.DataFrame:
    """The parties as rows of plain text."""
    return pd.DataFrame(
        {
            "Party": [party.name for party in parties],
            "Role": [ROLE_WORDS[party.role] for party in parties],
            "What it is": ["not known" if party.kind is PartyKind.UNKNOWN else party.kind.value for party in parties],
            "Name checked": ["yes" if party.is_verified else "not yet" for party in parties],
            "Events": [counts[party.name] for party in parties],
        }
    )


def unchecked_names(
    events: Iterable[Event], parties: Iterable[NegotiationParty]
) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """Names in events that only articles know, with the events that have them, the commonest first."""
    known = {party.name for party in parties if party.is_verified}
    found: dict[str, list[Event]] = {}
    for event in events:
        for name in _unverified(event) - known:
            found.setdefault(name, []).append(event)
    return tuple((name, tuple(found[name])) for name in sorted(found, key=lambda name: (-len(found[name]), name)))


def _unverified(event: Event) -> set[str]:
    verified = {
        reference.side
        for report in event.reports
        for references in (report.mention.actors, report.mention.targets, report.mention.mediators)
        for reference in references
        if reference.is_verified
    }
    return set(event.parties) - verified


def _role(view: View, names: Sequence[str], by: str) -> None:
    st.markdown("**Set a party's role**")
    name = st.selectbox(
        "Party", sorted(names), index=None, accept_new_options=True, placeholder="Choose or type a name"
    )
    role = st.selectbox("Role", list(NegotiationRole), format_func=ROLE_WORDS.__getitem__)
    if st.form_submit_button("Save") and name and role:
        _decide(view, DecisionKind.PARTY_ROLE, name, role.value, by)


def _alias(view: View, parties: Sequence[NegotiationParty], names: Sequence[str], by: str) -> None:
    st.markdown("**Say what a name stands for**", help="Such as “the Shin Bet chief” for Israel")
    words = st.text_input("Name in the articles", max_chars=200)
    options = sorted({*names, *(party.name for party in parties)})
    party = st.selectbox(
        "Stands for", options, index=None, accept_new_options=True, placeholder="Choose or type a name"
    )
    if st.form_submit_button("Save") and words.strip() and party:
        _decide(view, DecisionKind.PARTY_ALIAS, words.strip(), party, by)


def _names_to_review(view: View, parties: Sequence[NegotiationParty], by: str) -> None:
    unchecked = unchecked_names(view.all_events, parties)
    st.subheader("Names to check")
    if not unchecked:
        st.caption("None: every name in the events is known.")
        return
    st.caption("Only articles know these names. Say which party each stands for, or that it is one of its own.")
    options = sorted({party.name for party in parties} | {name for name, _ in unchecked})
    for number, (name, events) in enumerate(unchecked[:NAMES_AT_MOST]):
        with st.container(border=True):
            words, choice, save = st.columns([2, 2, 1], vertical_alignment="bottom")
            words.text(f"{name}\n{counted(len(events), 'event')}")
            party = choice.selectbox(
                "Stands for",
                [OWN, *(option for option in options if option != name)],
                key=f"side of {name}",
            )
            if save.button("Save", key=f"save side of {name}"):
                _decide(view, DecisionKind.PARTY_ALIAS, name, name if party in (None, OWN) else party, by)
            for event in events[:EXAMPLES]:
                event_line(headline(event), (event.id,), f"name {number} event {event.id}")
    if len(unchecked) > NAMES_AT_MOST:
        st.caption(f"… and {counted(len(unchecked) - NAMES_AT_MOST, 'rarer name')}")


def _decide(view: View, kind: DecisionKind, words: str, value: str, by: str) -> None:
    perform(lambda: data.application().decide(kind, by=by, field=words, value=value, slug=view.slug), by)

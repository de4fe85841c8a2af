"""What every page begins with: the negotiation, the day of knowledge, the filters, all kept in the address."""

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.address import Selection, read_address, write_address
from tracker.dashboard.markup import label
from tracker.dashboard.registry import page
from tracker.dashboard.style import SHEET
from tracker.model.events import Event, EventStatus
from tracker.model.mentions import EventType
from tracker.model.negotiations import Negotiation
from tracker.views import Filters, timeline
from tracker.views.wording import STATUS_MEANINGS, STATUS_WORDS, day_words, type_words

SAVED = "saved article"
"""What the page that adds articles keeps until another page is opened."""

_SELECTION = "selection"
_EARLIEST, _LATEST = date(1800, 1, 1), date(2200, 12, 31)


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: the negotiation and what the address selects of it."""

    negotiation: Negotiation
    selection: Selection

    @property
    def slug(self) -> str:
        return self.negotiation.slug

    @property
    def all_events(self) -> tuple[Event, ...]:
        """All events known on the chosen day."""
        return data.events(self.slug, self.selection.as_of)

    @property
    def events(self) -> tuple[Event, ...]:
        """Those of them that the filters let through."""
        chosen = self.selection
        filters = Filters(
            party=chosen.party,
            types=chosen.types,
            statuses=chosen.statuses,
            since=chosen.since,
            until=chosen.until,
            confirmed_only=chosen.confirmed_only,
        )
        return timeline(self.all_events, filters)


def begin(*, with_day: bool = True, with_filters: bool = True) -> View:
    """Draws the head of a page and returns what to show; ends the run with a way on where there is no negotiation.

    `with_day` and `with_filters` say which choices the page obeys; it shows no others.
    """
    st.html(SHEET)
    st.session_state.pop(SAVED, None)
    negotiations = data.application().negotiations()
    if not negotiations:
        st.subheader("No negotiation yet")
        st.write("Add the first article, and its negotiation begins with it.")
        st.page_link(page("add_article"), label="Add an article", icon=":material/add_circle:")
        st.stop()
    selection, notices = _selection()
    by_slug = {negotiation.slug: negotiation for negotiation in negotiations}
    if selection.negotiation not in by_slug:
        if selection.negotiation:
            notices = (*notices, f"There is no negotiation “{selection.negotiation}”; another one is shown.")
        selection = replace(selection, negotiation=negotiations[0].slug)
        remember(selection)
    assert selection.negotiation
    view = View(by_slug[selection.negotiation], selection)
    _head(view, list(negotiations), with_day=with_day, with_filters=with_filters)
    for notice in notices:
        st.warning(label(notice))
    return view


def current() -> Selection:
    """What is looked at now."""
    selection: Selection = st.session_state.get(_SELECTION, Selection())
    return selection


def remember(selection: Selection) -> None:
    """Puts `selection` into the address and keeps it for the other pages of this session."""
    st.session_state[_SELECTION] = selection
    st.query_params.from_dict(write_address(selection))


def open_events(ids: tuple[int, ...]) -> None:
    """Opens the events with these ids (a callback of buttons and charts)."""
    remember(replace(current(), events=ids))


def close_events() -> None:
    """Closes the open event."""
    remember(replace(current(), events=()))


def event_line(words: str, ids: tuple[int, ...], key: str, title: str = "", *, is_tentative: bool = False) -> None:
    """A line of text that opens the events behind it. `title` stands before it in bold; both may be others' text."""
    text = f"**{label(title)}** {label(words)}" if title else label(words)
    text = f"{text}\u00a0◌" if is_tentative else text
    st.button(text, key=key, type="tertiary", on_click=open_events, args=(ids,), disabled=not ids, width="stretch")


def _selection() -> tuple[Selection, tuple[str, ...]]:
    """The selection of the address; on a page opened from the menu, whose address is empty, that of the last page."""
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    if not params and _SELECTION in st.session_state:
        remember(replace(current(), events=()))
        return current(), ()
    selection, notices = read_address(params)
    st.session_state[_SELECTION] = selection
    return selection, notices


def _head(view: View, negotiations: list[Negotiation], *, with_day: bool, with_filters: bool) -> None:
    titles = {negotiation.slug: negotiation.title for negotiation in negotiations}
    st.session_state["negotiation"] = view.slug
    chooser, days, filters = st.columns([5, 5, 2], vertical_alignment="bottom")
    chooser.selectbox(
        "Negotiation", list(titles), format_func=titles.__getitem__, key="negotiation", on_change=_choose_negotiation
    )
    if with_day:
        with days:
            _choose_day(view)
    if with_filters:
        count = view.selection.filter_count
        with filters.popover(
            f"Filters ({count})" if count else "Filters", icon=":material/filter_alt:", width="stretch"
        ):
            _choose_filters(view)


def _choose_negotiation() -> None:
    remember(Selection(negotiation=st.session_state["negotiation"]))


def _choose_day(view: View) -> None:
    days, chosen = data.publication_days(view.slug), view.selection.as_of
    stops: list[date | None] = [*sorted({*days[:-1], *([chosen] if chosen else [])}), None]
    latest = f"latest report, {day_words(days[-1])}" if days else "latest report"
    if len(stops) < 2:
        st.caption(f"Known from reports of {day_words(days[-1])}." if days else "No report has a publication day yet.")
        return
    st.session_state["as_of"] = chosen
    st.select_slider(
        "As known on",
        stops,
        format_func=lambda day: day_words(day) if day else latest,
        key="as_of",
        on_change=_collect,
        help="Shows everything as it stood in the articles published by this day.",
    )


def _choose_filters(view: View) -> None:
    chosen, state = view.selection, st.session_state
    names = sorted({name for event in view.all_events for name in event.parties} | {chosen.party or ""} - {""})
    state["party"], state["types"], state["statuses"] = chosen.party, list(chosen.types), list(chosen.statuses)
    state["since"], state["until"], state["confirmed"] = chosen.since, chosen.until, chosen.confirmed_only
    st.selectbox("Party", names, key="party", index=None, placeholder="Any party", on_change=_collect)
    st.multiselect(
        "Kind of event",
        list(EventType),
        format_func=type_words,
        key="types",
        placeholder="Any kind",
        on_change=_collect,
    )
    st.multiselect(
        "Status",
        list(EventStatus),
        format_func=STATUS_WORDS.__getitem__,
        key="statuses",
        placeholder="Any status",
        on_change=_collect,
        help="  \n".join(f"**{STATUS_WORDS[status]}**: {meaning}" for status, meaning in STATUS_MEANINGS.items()),
    )
    first, last = st.columns(2)
    for column, title, name in ((first, "From", "since"), (last, "To", "until")):
        column.date_input(
            title,
            value=None,
            key=name,
            min_value=_EARLIEST,
            max_value=_LATEST,
            format="YYYY-MM-DD",
            on_change=_collect,
        )
    st.checkbox("Only what an analyst confirmed or corrected", key="confirmed", on_change=_collect)
    st.button("Clear filters", on_click=_clear, disabled=not chosen.filter_count)
    st.caption("Filters, negotiation and day stand in this page's address: copy it to share what you see.")


def _collect() -> None:
    state, now = st.session_state, current()
    since, until = state.get("since", now.since), state.get("until", now.until)
    if since and until and since > until:
        since, until = until, since
    remember(
        replace(
            now,
            party=state.get("party", now.party),
            types=tuple(state.get("types", now.types)),
            statuses=tuple(state.get("statuses", now.statuses)),
            since=since,
            until=until,
            as_of=state.get("as_of", now.as_of),
            confirmed_only=state.get("confirmed", now.confirmed_only),
        )
    )


def _clear() -> None:
    now = current()
    remember(Selection(negotiation=now.negotiation, as_of=now.as_of))

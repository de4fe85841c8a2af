"""What an analyst says of the open event: right, wrong, corrected, merged, split; and taking it back."""

import getpass
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.frame import View, event_line
from tracker.dashboard.marks import SHAPES
from tracker.dashboard.markup import label
from tracker.dashboard.record_text import decision_words
from tracker.model.dates import DateInterval
from tracker.model.decisions import Decision, DecisionKind
from tracker.model.errors import TrackerError
from tracker.model.events import Event, EventStatus, Report
from tracker.model.mentions import EventType
from tracker.views import headline
from tracker.views.wording import CORRECTABLE, STATUS_WORDS, counted, type_words, when

_NAME = "analyst"
_FAULT = "fault of the last decision"
MERGE_AT_MOST = 300


def review(view: View, event: Event) -> None:
    """Draws the decisions on `event` and the means to add one."""
    with st.container(border=True, key="review"):
        st.markdown("**Is this right?**", help="What you say is kept with your name and can be undone at any time.")
        tell_fault()
        by, why = st.columns(2)
        name = by.text_input("Your name", key=_NAME, value=analyst())
        reason = why.text_input("Why (optional)", key=f"why {event.id}", max_chars=1000)
        right, wrong, _ = st.columns([1, 1, 2])
        if right.button("Right", icon=":material/check:", key=f"confirm {event.id}"):
            perform(to_decide(view, DecisionKind.CONFIRM, (event.id,), name, reason), name)
        if wrong.button("Wrong", icon=":material/close:", key=f"reject {event.id}", help="Takes it off every page"):
            perform(to_decide(view, DecisionKind.REJECT, (event.id,), name, reason), name)
        with st.expander("Correct one of its fields"):
            _correct(view, event, name, reason)
        with st.expander("It is the same as another event"):
            _merge(view, event, name, reason)
        if len(event.reports) > 1:
            with st.expander("Some reports tell of something else"):
                _split(view, event, name, reason)
        _history(view, event, name)


def tell_fault() -> None:
    """Shows why the last decision could not be made, if it could not."""
    if fault := st.session_state.pop(_FAULT, None):
        st.error(label(fault))


def analyst() -> str:
    """The name that decisions carry unless another is given: that of the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def to_decide(
    view: View,
    kind: DecisionKind,
    events: Sequence[int],
    by: str,
    why: str,
    *,
    reports: Sequence[Report] = (),
    field: str = "",
    value: str = "",
) -> Callable[[], object]:
    """What makes a decision on events, or on some reports of one, when it is called."""
    keys = tuple(report.key for report in reports)
    return partial(
        data.application().decide,
        kind,
        by=by,
        why=why,
        events=tuple(events),
        mentions=keys,
        field=field,
        value=value,
        slug=view.slug,
    )


def undo(decision_id: int, by: str, why: str = "") -> None:
    """Takes a decision back and draws the page anew."""
    perform(lambda: data.application().undo(decision_id, by=by, why=why), by)


def perform(act: Callable[[], object], by: str) -> None:
    """Does what an analyst said; a fault is shown when the page is drawn anew."""
    if not by.strip():
        st.session_state[_FAULT] = "Give your name first: a decision is kept with the name of who made it."
    else:
        try:
            act()
        except (TrackerError, ValueError) as error:
            st.session_state[_FAULT] = str(error)
    st.rerun()


def _correct(view: View, event: Event, by: str, why: str) -> None:
    field = st.selectbox("Field", list(CORRECTABLE), format_func=CORRECTABLE.__getitem__, key=f"field {event.id}")
    key = f"value {event.id} {field}"
    if field == "type":
        value = st.selectbox("Kind", list(EventType), format_func=type_words, key=key, index=_at(EventType, event.type))
    elif field == "status":
        value = st.selectbox(
            "Status",
            list(EventStatus),
            format_func=STATUS_WORDS.__getitem__,
            key=key,
            index=_at(EventStatus, event.status),
        )
    else:
        value = st.text_input("Value", value_now(event, field), key=key, help=_HELP.get(field), max_chars=1000)
    if st.button("Save the correction", key=f"correct {event.id}"):
        perform(to_decide(view, DecisionKind.CORRECT, (event.id,), by, why, field=field, value=str(value)), by)


_HELP = {
    "date": "2024-01-30, 2024-01-27/2024-01-28 for a span, 2024-01-27/.. for what goes on; empty for not known",
    "actors": "Names, parted by ;",
    "targets": "Names, parted by ;",
    "mediators": "Names, parted by ;",
    "count": "A number and its unit, such as 13 hostages; empty for none",
}


def value_now(event: Event, field: str) -> str:
    """The value of a correctable field as an analyst would write it."""
    if field == "date":
        return _written(event.date)
    if field == "count":
        figure = event.figures[0] if event.figures else None
        return f"{figure.value:g} {figure.unit.value}" if figure else ""
    value = getattr(event, field)
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def _written(interval: DateInterval) -> str:
    first, last = interval.earliest, interval.end_latest or interval.latest
    if first is None and last is None:
        return ""
    if interval.ongoing:
        return f"{first or '..'}/.."
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def _at(kind: type[EventType] | type[EventStatus], value: str) -> int:
    return [one.value for one in kind].index(value)


def _merge(view: View, event: Event, by: str, why: str) -> None:
    others = merge_candidates(event, view.all_events)
    other = st.selectbox(
        "The other event",
        others,
        index=None,
        format_func=_line,
        key=f"other of {event.id}",
        placeholder="Type some of its words",
    )
    if st.button("They are the same", key=f"merge {event.id}", disabled=other is None) and other:
        perform(to_decide(view, DecisionKind.MERGE, (event.id, other.id), by, why), by)


def merge_candidates(event: Event, events: Sequence[Event]) -> list[Event]:
    """The other reported events, those of the same kind and at about the same time first."""

    def distance(other: Event) -> tuple[bool, int, int]:
        mine, its = event.date.earliest or event.date.latest, other.date.earliest or other.date.latest
        days = abs((mine - its).days) if mine and its else 100_000
        return other.type is not event.type, days, other.id

    return sorted((other for other in events if other.id != event.id and other.reports), key=distance)[:MERGE_AT_MOST]


def _split(view: View, event: Event, by: str, why: str) -> None:
    chosen = st.multiselect(
        "Reports that tell of something else",
        list(event.reports),
        format_func=lambda report: f"{report.outlet or 'outlet not known'}: {report.evidence}",
        key=f"split of {event.id}",
        placeholder="Choose reports",
    )
    home = st.selectbox(
        "They tell of",
        merge_candidates(event, view.all_events),
        index=None,
        format_func=_line,
        key=f"home of {event.id}",
        placeholder="an event of their own",
        help="Leave it empty to make them an event of their own",
    )
    if not st.button("Move them", key=f"split {event.id}", disabled=not 0 < len(chosen) < len(event.reports)):
        return
    if home is None:
        perform(to_decide(view, DecisionKind.SPLIT, (event.id,), by, why, reports=chosen), by)
    else:
        moves = [to_decide(view, DecisionKind.MOVE, (home.id,), by, why, reports=(report,)) for report in chosen]
        perform(lambda: [move() for move in moves], by)


def _line(event: Event) -> str:
    return f"{SHAPES[event.status].sign} {headline(event)} ({when(event.date)})"


def _history(view: View, event: Event, by: str) -> None:
    history = data.application().history(event.id)
    if not history:
        return
    undone = {decision.undoes for decision in history}
    st.caption(f"What was said of it before: {counted(len(history), 'decision')}")
    for decision in reversed(history):
        show_decision(decision, by, f"event {event.id}", is_undone=decision.id in undone)


def show_decision(decision: Decision, by: str, key: str, event: str = "", *, is_undone: bool) -> None:
    """Draws one decision with the button that takes it back; `event` is what to call its event."""
    words, button = st.columns([5, 1], vertical_alignment="center")
    line = f"{decision_words(decision, event)}{' (taken back)' if is_undone else ''}"
    with words:
        event_line(line, (decision.event_id,) if decision.event_id else (), f"decision {decision.id} {key}")
    if not is_undone and button.button("Undo", key=f"undo {decision.id} {key}"):
        undo(decision.id, by)

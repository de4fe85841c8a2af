"""What was promised and done, what is due, and what became of each deal."""

from collections.abc import Sequence

import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.charts import tally_chart
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.event_text import pill
from tracker.dashboard.frame import View, begin, event_line
from tracker.dashboard.markup import escaped
from tracker.dashboard.more import first_of, more_button
from tracker.dashboard.timeline_view import is_dark
from tracker.model.standing import Agreement, Deadline, Progress, Tally
from tracker.views.wording import PROGRESS_WORDS, amounts, counted, day_words, done_words, left_words, listing

LINES_AT_MOST = 12


def show() -> None:
    """Draws the page."""
    view = begin(with_filters=False)
    counts, due, deals = st.tabs(["Counts", "Deadlines", "Agreements"])
    with counts:
        _tallies(view)
    with due:
        _deadlines(view)
    with deals:
        _agreements(view)
    show_open_events(view)


def _tallies(view: View) -> None:
    tallies = data.tallies(view.slug, view.selection.as_of)
    if not tallies:
        st.info("No report counts hostages, prisoners, aid trucks or the like yet.")
    columns = st.columns(2, gap="medium")
    for number, tally in enumerate(first_of(tallies, "tallies")):
        with columns[number % 2].container(border=True):
            st.html(tally_html(tally))
            if len({point.day for point in tally.points if point.day}) > 1:
                st.altair_chart(tally_chart(tally, is_dark=is_dark()), width="stretch", key=f"tally {number}")
            if tally.points:
                with st.expander("Each figure and who gives it"):
                    for at, point in enumerate(first_of(tally.points, f"points {number}")):
                        words = (
                            f"{amounts(point.low, point.high)} {tally.unit.value}, {point.outlet or 'outlet not known'}"
                        )
                        event_line(words, (point.event_id,), f"tally {number} {at}", day_words(point.day))
                    more_button(tally.points, f"points {number}")
    more_button(tallies, "tallies")


def tally_html(tally: Tally) -> str:
    """Promised, done and left of one unit, as ranges, those without a figure left out; done stands always."""
    promised = amounts(*tally.promised) if tally.promised else ""
    known = (("Promised", promised), ("So far", done_words(tally) or "not reported"), ("Left", left_words(tally)))
    figures = [(name, figure) for name, figure in known if figure]
    cells = "".join(
        f"<td style='width:33%'><div class='eyebrow'>{name}</div><h2>{figure}</h2></td>" for name, figure in figures
    )
    return f'<div class="nt"><h3>{escaped(tally.label)}</h3><table><tr>{cells}</tr></table></div>'


def _deadlines(view: View) -> None:
    deadlines = data.deadlines(view.slug, view.selection.as_of)
    if not deadlines:
        st.info("No report names a day by which something is due.")
    ordered = in_order(deadlines)
    for number, deadline in enumerate(first_of(ordered, "deadlines")):
        st.html(deadline_html(deadline))
        event_line(deadline.words, (deadline.event_id,), f"deadline {number}")
    more_button(ordered, "deadlines")


def in_order(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """What is to come, the next first, then what has passed, the latest first."""
    ordered = sorted(deadlines, key=lambda one: one.due)
    return [one for one in ordered if not one.has_passed] + [one for one in reversed(ordered) if one.has_passed]


def deadline_html(deadline: Deadline) -> str:
    """Day, who owes it and how far it has come."""
    state = "the day has passed" if deadline.has_passed else "still to come"
    look = "bad" if deadline.progress is Progress.OVERDUE else "good" if deadline.progress is Progress.DONE else "open"
    return (
        f'<div class="nt"><h3>{escaped(day_words(deadline.due))} {pill(state)}'
        f"{pill(PROGRESS_WORDS[deadline.progress], look)} "
        f'<span class="quiet">{escaped(listing(deadline.parties))}</span></h3></div>'
    )


def _agreements(view: View) -> None:
    agreements = data.agreements(view.slug, view.selection.as_of)[::-1]
    if not agreements:
        st.info("No report tells of a deal or a truce.")
    for agreement in first_of(agreements, "agreements"):
        with st.container(border=True):
            st.html(agreement_html(agreement))
            for number, stipulation in enumerate(agreement.stipulations[:LINES_AT_MOST]):
                ids = stipulation.evidence or ((stipulation.term.event_id,) if stipulation.term.event_id else ())
                event_line(
                    stipulation.term.words,
                    ids,
                    f"agreement {agreement.event_id} {number}",
                    f"{PROGRESS_WORDS[stipulation.progress].capitalize()}:",
                )
            for number, breach in enumerate(agreement.breaches[:LINES_AT_MOST]):
                event_line(
                    breach.words,
                    breach.event_ids,
                    f"breach {agreement.event_id} {number}",
                    "Breach:",
                    is_tentative=breach.is_tentative,
                )
            hidden = max(len(agreement.stipulations), LINES_AT_MOST) + max(len(agreement.breaches), LINES_AT_MOST)
            if hidden > 2 * LINES_AT_MOST:
                st.caption(f"… and {counted(hidden - 2 * LINES_AT_MOST, 'line')} more")
            event_line("See the words behind it", (agreement.event_id,), f"agreement {agreement.event_id}")
    more_button(agreements, "agreements")


def agreement_html(agreement: Agreement) -> str:
    """Title, parties and the four days of a deal, those not known left out; the title may tell some."""
    days = (
        ("declared", agreement.declared),
        ("in force from", agreement.effective),
        ("runs out", agreement.expiry),
        ("ended", agreement.ended),
    )
    known = "".join(pill(f"{name} {day_words(day)}", "open") for name, day in days if day)
    return (
        f'<div class="nt"><h2>{escaped(agreement.title)}</h2><div class="quiet">{escaped(listing(agreement.parties))}'
        f"</div>{known}</div>"
    )

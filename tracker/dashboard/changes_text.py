"""What an article changed, as lines that open the events behind them."""

import streamlit as st

from tracker.dashboard.frame import event_line
from tracker.dashboard.more import first_of, more_button
from tracker.model.standing import Changes, StatusLine
from tracker.views.wording import day_words


def changed_groups(changes: Changes) -> tuple[tuple[str, str, tuple[StatusLine, ...]], ...]:
    """(title, one, lines) for each kind of change that there is, the ones that matter most to a reader first."""
    groups = (
        ("Changed turn", "Who must move next", changes.turns),
        ("Changed answers", "An answer to a proposal", changes.answers),
        ("Contradicted", "Reports that now disagree", changes.contradicted),
        ("New", "Events that nothing told of before", changes.new),
        ("Newly confirmed", "Told by one more source, or planned and now done", changes.confirmed),
        ("Dated more closely", "The possible days became fewer", changes.narrowed),
        ("Gone", "Events that no report tells of any more", changes.gone),
    )
    return tuple(group for group in groups if group[2])


def show_changes(changes: Changes) -> None:
    """Draws each kind of change with its lines; says so where nothing changed."""
    groups = changed_groups(changes)
    if not groups:
        st.write("Nothing changed: everything in it was known.")
    for title, meaning, lines in groups:
        st.markdown(f"**{title}** · {len(lines):,}", help=meaning)
        with st.container(gap=None):
            for number, line in enumerate(first_of(lines, title)):
                day = f" · {day_words(line.day)}" if line.day else ""
                event_line(f"{line.words}{day}", line.event_ids, f"change {title} {number}")
        more_button(lines, title)

"""The articles of a negotiation: read, correct what is known of them, take them out and back in."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from tracker.dashboard import data
from tracker.dashboard.changes_text import show_changes
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.event_text import pill
from tracker.dashboard.frame import View, begin
from tracker.dashboard.markup import escaped, highlighted, label
from tracker.dashboard.review import analyst, perform, tell_fault
from tracker.model.decisions import DecisionKind
from tracker.model.errors import TrackerError
from tracker.model.standing import Changes
from tracker.store import StoredArticle
from tracker.views.wording import GROUND_OF_PUBLICATION, INFORMATION_GRADES, SOURCE_GRADES, counted, day_words

_CHANGES, _CHOSEN = "changes of articles", "chosen article"


def show() -> None:
    """Draws the page."""
    view = begin(with_day=False, with_filters=False)
    tell_fault()
    articles = newest_first([stored for stored in data.articles(view.slug) if stored.removed is None])
    removed = [stored for stored in data.articles(view.slug) if stored.removed is not None]
    if changes := st.session_state.pop(_CHANGES, None):
        _tell(changes)
    if not articles:
        st.info("No article yet. Add one under “Add article”.")
    else:
        _details(view, _table(view, articles))
    if removed:
        _removed(removed)
    show_open_events(view)


def newest_first(articles: Sequence[StoredArticle]) -> list[StoredArticle]:
    """By publication day, the latest first; those without one on top, since somebody has to set it."""
    return sorted(articles, key=lambda one: one.article.published or date.max, reverse=True)


def article_table(articles: list[StoredArticle]) -> pd.DataFrame:
    """The articles as rows of plain text."""
    return pd.DataFrame(
        {
            "Published": [day_words(s.article.published) for s in articles],
            "Title": [s.article.title or s.article.text[:80] for s in articles],
            "Outlet": [s.article.outlet or "not known" for s in articles],
            "Reports": [s.mentions for s in articles],
            "Versions": [len(s.versions) for s in articles],
            "Day known": [GROUND_OF_PUBLICATION[s.article.publication_ground] for s in articles],
            "Added": [f"{s.entered:%Y-%m-%d %H:%M} UTC" for s in articles],
        }
    )


def _table(view: View, articles: list[StoredArticle]) -> StoredArticle:
    undated = sum(1 for stored in articles if stored.article.published is None)
    if undated:
        st.warning(
            f"{counted(undated, 'article')} without a publication day: “on Monday” and the like give no day there. "
            "Choose the article and set its day."
        )
    state = st.dataframe(
        article_table(articles),
        key=f"articles {view.slug}",
        on_select="rerun",
        selection_mode="single-row",
        hide_index=True,
        width="stretch",
        column_config={
            "Title": st.column_config.TextColumn(width="large"),
            "Reports": st.column_config.NumberColumn(width="small", help="Sentences in it that report an event"),
            "Versions": st.column_config.NumberColumn(width="small", help="Texts known at the same address"),
        },
    )
    rows = [row for row in state.selection.rows if row < len(articles)]
    if len(articles) > 1:
        st.caption("Tick a row to read that article or to correct what is known of it; the first is shown otherwise.")
    return articles[rows[0]] if rows else articles[0]


def _details(view: View, stored: StoredArticle) -> None:
    article, app = stored.article, data.application()
    text, facts = st.columns([3, 2], gap="medium")
    with text.container(height=560, border=True):
        mentions = data.mentions(stored.id)
        marked = highlighted(article.text, [m.trigger for m in mentions], [m.sentence for m in mentions])
        title = f"<h2>{escaped(article.title)}</h2>" if article.title else ""
        st.html(f'<div class="nt">{title}<div class="text">{marked}</div></div>')
    with facts:
        st.html(f'<div class="nt">{pill(counted(stored.mentions, "report"))}{escaped(article.address or "")}</div>')
        titles = {negotiation.slug: negotiation.title for negotiation in app.negotiations()}
        with st.form(f"article {stored.id}"):
            title = st.text_input("Title", article.title or "", max_chars=500)
            outlet = st.text_input("Outlet", article.outlet or "", max_chars=200)
            day = st.date_input(
                "Publication day",
                article.published,
                format="YYYY-MM-DD",
                min_value="1900-01-01",
                max_value="2200-12-31",
                help="Words such as “on Monday” count from it; setting it dates this article's events anew.",
            )
            slugs = st.multiselect(
                "Negotiations", list(titles), list(stored.negotiations), format_func=titles.__getitem__
            )
            if st.form_submit_button("Save", type="primary"):
                _do(lambda: app.edit(stored.id, title=title, outlet=outlet, published=day, negotiations=slugs))
        _grade(view, stored)
        if st.button("Take out of all negotiations", key=f"remove {stored.id}", help="Can be undone below"):
            _do(lambda: app.remove(stored.id))


def _grade(view: View, stored: StoredArticle) -> None:
    with st.expander("Grade the source or the information"), st.form(f"grade {stored.id}", border=False):
        about = st.selectbox(
            "Of", [f"article {stored.id}", *([stored.article.outlet] if stored.article.outlet else [])]
        )
        source = st.selectbox("Source", list(SOURCE_GRADES), format_func=SOURCE_GRADES.__getitem__)
        information = st.selectbox("Information", list(INFORMATION_GRADES), format_func=INFORMATION_GRADES.__getitem__)
        by = st.text_input("Your name", value=analyst())
        if st.form_submit_button("Save") and about and (grade := f"{source or ''}{information or ''}"):
            grade_of = partial(data.application().decide, DecisionKind.GRADE, slug=view.slug)
            perform(lambda: grade_of(by=by, field=about, value=grade), by)


def _removed(removed: list[StoredArticle]) -> None:
    app = data.application()
    with st.expander(f"{counted(len(removed), 'article')} taken out"):
        for stored in removed:
            st.text(
                f"{stored.article.title or stored.article.text[:80]}, {stored.article.outlet or 'outlet not known'}"
            )
            back, gone, _ = st.columns([1, 2, 3])
            if back.button("Put back", key=f"restore {stored.id}"):
                _do(partial(app.restore, stored.id))
            sure = gone.checkbox("Delete text and quotes for good", key=f"sure {stored.id}")
            if sure and gone.button("Delete; this cannot be undone", key=f"purge {stored.id}"):
                _do(partial(app.purge, stored.id))


def _do(act: Callable[[], object]) -> None:
    try:
        with st.spinner("Working …"):
            result = act()
    except TrackerError as error:
        st.error(label(str(error)))
        return
    st.session_state[_CHANGES] = result if isinstance(result, Changes) else Changes()
    st.rerun()


def _tell(changes: Changes) -> None:
    with st.container(border=True):
        st.success("Done. This is what it changed:")
        show_changes(changes)

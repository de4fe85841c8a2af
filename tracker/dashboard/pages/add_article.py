"""Adding an article: paste or upload, see what would be found, choose the negotiation, save, see what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from tracker.app import Added, Preview
from tracker.dashboard import data
from tracker.dashboard.address import Selection
from tracker.dashboard.changes_text import show_changes
from tracker.dashboard.event_dialog import show_open_events
from tracker.dashboard.event_text import pill
from tracker.dashboard.frame import SAVED, View, current, remember
from tracker.dashboard.marks import SHAPES
from tracker.dashboard.markup import escaped, highlighted, label
from tracker.dashboard.registry import page
from tracker.dashboard.style import SHEET
from tracker.model.articles import Article
from tracker.model.errors import TrackerError
from tracker.model.events import Event
from tracker.read import SUFFIXES, Given, read_bytes, read_text
from tracker.views import headline
from tracker.views.wording import (
    GROUND_OF_PUBLICATION,
    STATUS_MEANINGS,
    STATUS_WORDS,
    counted,
    day_words,
    listing,
    when_and_why,
)

_STAGED = "staged article"
_KINDS = sorted({suffix.rsplit(".", 1)[-1] for suffix in SUFFIXES} - {"gz", "jsonl"})


@dataclass(frozen=True, slots=True)
class Staged:
    """An article that was read and looked at, and is not saved yet."""

    article: Article
    preview: Preview


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving gave, and the negotiation that is shown then."""

    added: Added
    slug: str


def show() -> None:
    """Draws the page."""
    st.html(SHEET)
    st.subheader("Add an article")
    saved: Saved | None = st.session_state.get(SAVED)
    if saved:
        _after(saved)
        return
    _form()
    staged: Staged | None = st.session_state.get(_STAGED)
    if staged:
        _preview(staged)


def _form() -> None:
    with st.form("article", border=True):
        pasted, uploaded = st.tabs(["Paste the text", "Upload a file"])
        text = pasted.text_area("Text of the article", height=220, key="article text", placeholder="Paste it here")
        file = uploaded.file_uploader("File (text, Markdown, web page or JSON)", type=_KINDS, key="article file")
        one, two, three = st.columns([3, 2, 2])
        title = one.text_input("Title", key="article title", max_chars=500)
        outlet = two.text_input("Outlet", key="article outlet", max_chars=200, placeholder="Who published it")
        published = three.date_input(
            "Publication day", value=None, key="article day", format="YYYY-MM-DD", min_value="1900-01-01"
        )
        st.caption(
            "Words such as “on Monday” or “last week” count from the publication day. Leave it empty if you do not"
            " know it: a file's or the text's own date is then used if there is one; otherwise such events stay without"
            " a day until you set it under Articles."
        )
        if st.form_submit_button("Show what it reports", type="primary"):
            given = Given(published=published, title=title or None, outlet=outlet or None)
            st.session_state.pop(_STAGED, None)
            try:
                article = read_bytes(file.getvalue(), file.name, given) if file else read_text(text, given)
                with st.spinner("Reading …"):
                    st.session_state[_STAGED] = Staged(article, data.application().preview(article))
            except TrackerError as error:
                st.error(label(str(error)))


def _preview(staged: Staged) -> None:
    article, events = staged.article, staged.preview.events
    st.subheader(f"{counted(len(events), 'event')} found; nothing is saved yet")
    day = f"{day_words(article.published)}, {GROUND_OF_PUBLICATION[article.publication_ground]}"
    st.html(f'<div class="nt">Published: {pill(day if article.published else "day not known")}</div>')
    if staged.preview.known_as is not None:
        st.info("This text is in the database already; saving it adds it to the negotiations that you choose.")
    if article.published is None:
        st.warning("The publication day is not known, so “on Monday” and the like give no day.")
    left, right = st.columns(2, gap="medium")
    with left:
        st.html(
            f'<div class="nt">{"".join(_event_html(event) for event in events)}</div>' if events else "<span></span>"
        )
        if not events:
            st.info("No event was found in it. You can save it all the same.")
    with right.container(height=420, border=True):
        mentions = staged.preview.extraction.mentions
        marked = highlighted(article.text, [m.trigger for m in mentions], [m.sentence for m in mentions])
        st.html(f'<div class="nt"><div class="text">{marked}</div></div>')
    _save(staged)


def _event_html(event: Event) -> str:
    status = pill(f"{SHAPES[event.status].sign} {STATUS_WORDS[event.status]}", "open", STATUS_MEANINGS[event.status])
    when = f'<span class="quiet">{escaped(when_and_why(event.date))}</span>'
    return f'<div style="margin-bottom:.45rem"><b>{escaped(headline(event))}</b><br>{status}{when}</div>'


def _save(staged: Staged) -> None:
    app = data.application()
    titles = {negotiation.slug: negotiation.title for negotiation in app.negotiations()}
    proposed = [slug for slug in staged.preview.proposed_negotiations if slug in titles]
    with st.container(border=True):
        chosen = st.multiselect(
            "Which negotiation does it belong to?",
            list(titles),
            default=proposed[:1],
            format_func=titles.__getitem__,
            placeholder="Choose, or name a new one",
            help="The one whose parties it names most is proposed. An article may belong to several.",
            key=f"negotiations of {staged.article.text_hash}",
        )
        name = st.text_input(
            "… or begin a new negotiation", placeholder="Its title", max_chars=200, key="new negotiation"
        )
        if chosen and name.strip():
            st.caption(label(f"It will belong to {listing([*map(titles.__getitem__, chosen), name.strip()])}."))
        keep, drop = st.columns([1, 1])
        if keep.button("Save", type="primary", disabled=not (chosen or name.strip()), key="save article"):
            _keep(staged, chosen, name.strip())
        if drop.button("Do not save", key="drop article"):
            st.session_state.pop(_STAGED)
            st.rerun()


def _keep(staged: Staged, chosen: Sequence[str], new_title: str) -> None:
    app = data.application()
    try:
        before = {negotiation.slug for negotiation in app.negotiations()}
        with st.spinner("Saving …"):
            added = app.add(staged.article, chosen, new_negotiation=new_title or None)
        begun = [negotiation.slug for negotiation in app.negotiations() if negotiation.slug not in before]
    except TrackerError as error:
        st.error(label(str(error)))
        return
    st.session_state.pop(_STAGED)
    slug = [*chosen, *begun][0]
    st.session_state[SAVED] = Saved(added, slug)
    remember(Selection(negotiation=slug))
    st.rerun()


def _after(saved: Saved) -> None:
    added = saved.added
    outcomes = {
        "added": "Saved. This is what it changed:",
        "same": "This article was there already; nothing changed.",
        "new version": "Saved as a newer version of an article that was there. This is what it changed:",
    }
    st.success(outcomes[added.outcome])
    for notice in added.notices:
        st.info(label(notice))
    stored = data.article(added.article_id)
    if stored and stored.published is None:
        st.page_link(page("articles"), label="Set its publication day", icon=":material/event:")
    if added.outcome != "same":
        show_changes(added.changes)
    one, two = st.columns([1, 1])
    with one:
        st.page_link(page("overview"), label="See where it stands now", icon=":material/space_dashboard:")
        st.page_link(page("timeline"), label="Open the timeline", icon=":material/timeline:")
    if two.button("Add another article", key="another article"):
        st.session_state.pop(SAVED)
        st.rerun()
    negotiation = next(n for n in data.application().negotiations() if n.slug == saved.slug)
    show_open_events(View(negotiation, replace(current(), negotiation=saved.slug, as_of=None)))

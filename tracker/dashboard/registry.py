"""The pages, in the order of the menu. A new page is one file in `pages/` with a function `show`, and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import streamlit as st

from tracker.dashboard.markup import label
from tracker.model.errors import TrackerError


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its module under `pages`, which is also its place in the address, its title and its Material icon."""

    module: str
    title: str
    icon: str


PAGES = (
    Entry("overview", "Overview", "space_dashboard"),
    Entry("timeline", "Timeline", "timeline"),
    Entry("proposals", "Proposals", "handshake"),
    Entry("figures", "Figures and deadlines", "checklist"),
    Entry("add_article", "Add article", "add_circle"),
    Entry("articles", "Articles", "article"),
    Entry("parties", "Parties", "groups"),
    Entry("record", "Record of decisions", "history"),
)


def page(module: str) -> Any:
    """The Streamlit page that `module` names; equal ones may be made again and again."""
    entry = next(entry for entry in PAGES if entry.module == module)
    show: Callable[[], None] = import_module(f"tracker.dashboard.pages.{module}").show
    return st.Page(
        show,
        title=entry.title,
        icon=f":material/{entry.icon}:",
        url_path=module.replace("_", "-"),
        default=entry is PAGES[0],
    )


def run() -> None:
    """Draws the menu and the page that the reader chose."""
    st.set_page_config(page_title="Negotiation tracker", page_icon="🕊️", layout="wide")
    chosen = st.navigation([page(entry.module) for entry in PAGES], position="top")
    try:
        chosen.run()
    except TrackerError as error:
        st.error(label(str(error)))

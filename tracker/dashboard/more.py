"""Long lists, a part at a time."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

Item = TypeVar("Item")


def first_of(items: Sequence[Item], key: str, step: int = 20) -> Sequence[Item]:
    """The first `step` items of a list, and as many more for each time that the reader asked with `more_button`."""
    return items[: st.session_state.get(f"shown of {key}", step)]


def more_button(items: Sequence[object], key: str, step: int = 20) -> None:
    """Draws a button that shows `step` items more, where there are more."""
    shown = st.session_state.get(f"shown of {key}", step)
    if len(items) > shown:
        st.button(
            f"Show more ({len(items) - shown:,} left)", key=f"more of {key}", on_click=_show, args=(key, shown + step)
        )


def _show(key: str, count: int) -> None:
    st.session_state[f"shown of {key}"] = count

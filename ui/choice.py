"""One of a few things, side by side: the choice that is never lost."""

from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeVar

import streamlit as st

from ui.session import SessionKey

T = TypeVar("T")


def choose_one(
    label: str,
    options: Sequence[T],
    *,
    key: str,
    default: T | None = None,
    format_func: Callable[[Any], Any] = str,
    help_text: str | None = None,
    label_visibility: Literal["visible", "collapsed"] = "visible",
) -> T:
    """Draws the options and returns the chosen one, at first `default` or the first of them.

    Where a click crosses a page that is being drawn anew, the browser may say that nothing is chosen any
    more, even of a control that asks for one. Then what was chosen before holds.
    """
    now, kept = SessionKey[Any](key, None), SessionKey[Any](f"{key}:chosen", default)
    if now.get() is None:
        before = kept.get()
        now.set(before if before in options else options[0])
    chosen = st.segmented_control(
        label,
        options,
        key=key,
        format_func=format_func,
        help=help_text,
        required=True,
        persist_state="session",
        label_visibility=label_visibility,
    )
    found: T = now.get() if chosen is None else chosen
    kept.set(found)
    return found

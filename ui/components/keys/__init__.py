"""Keys for the whole page, such as the arrows that turn to the next step."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from ui.session import SessionKeys, told_by
from web.assets import entry

_HEARD: Final = SessionKeys[float]("{}:heard", 0)
"""The number of the press that was heard last."""
_keys = st.components.v2.component(
    "lab_keys",
    html='<div class="lab-keys" data-lab-root hidden data-undrawn></div>',
    js=entry("keys/keys.js"),
    isolate_styles=False,
)


def keys(
    bindings: Mapping[str, str], key: str = "lab-keys", on_press: Callable[[str], None] | None = None
) -> str | None:
    """Listens for keys and answers with the name of the last action, in the run that the key started.

    `bindings` go from the browser's key names (``ArrowRight``, ``n``, ``?``) to actions. `on_press` is
    called with each action before that run, as a callback is, also with those that were pressed faster
    than the page could be drawn. Typing, sliders' own arrows, held keys,
    keys with Ctrl, Alt or Meta, and keys under a dialog are left alone. It takes no room.
    """

    heard = _HEARD(key)

    def pressed() -> None:
        for number, action in _presses(told_by(key, "pressed")):
            if number > heard.get():
                heard.set(number)
                if on_press is not None:
                    on_press(action)

    data = {"bindings": dict(bindings), "heard": heard.get()}
    presses = _presses(_keys(key=key, data=data, on_pressed_change=pressed).get("pressed"))
    return presses[-1][1] if presses else None


def _presses(sent: object) -> list[tuple[float, str]]:
    """What the browser says was pressed, each press with its number."""
    pairs = sent if isinstance(sent, list) else []
    return [(number, str(action)) for number, action in pairs if isinstance(number, int | float)]

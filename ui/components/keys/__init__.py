"""Keys for the whole page, such as the arrows that turn to the next step."""

from collections.abc import Callable, Mapping

import streamlit as st

from ui.components.asset import entry

_keys = st.components.v2.component(
    "lab_keys",
    html='<div class="lab-keys" hidden data-undrawn></div>',
    js=entry("keys/keys.js"),
    isolate_styles=False,
)


def keys(
    bindings: Mapping[str, str], key: str = "lab-keys", on_press: Callable[[str], None] | None = None
) -> str | None:
    """Listens for keys and answers with the name of the action, once, in the run that the key started.

    `bindings` go from the browser's key names (``ArrowRight``, ``n``, ``?``) to actions. `on_press` is
    called with the action before that run, as a callback is. Typing, sliders' own arrows, held keys,
    keys with Ctrl, Alt or Meta, and keys under a dialog are left alone. It takes no room.
    """

    def pressed() -> None:
        action = st.session_state[key].pressed
        if action is not None and on_press is not None:
            on_press(str(action))

    action = _keys(key=key, data=dict(bindings), on_pressed_change=pressed).get("pressed")
    return None if action is None else str(action)

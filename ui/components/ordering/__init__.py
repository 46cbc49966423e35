"""A list that the reader puts in order, by dragging or with two buttons a row."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import streamlit as st

from courseware.interface import say
from courseware.text import Language
from courseware.words import WordFile
from ui.session import told_by
from web.assets import entry, style

_WORDS: Final = WordFile.beside(__file__)

_ordering = st.components.v2.component(
    "lab_ordering",
    html='<div class="lab-order" data-lab-root data-undrawn><ol></ol>'
    '<p class="lab-order__said" role="status"></p></div>',
    css=style("ordering/ordering.css"),
    js=entry("ordering/ordering.js"),
    isolate_styles=False,
)


def ordering(
    options: Sequence[tuple[str, str]],
    value: Sequence[str],
    *,
    key: str,
    language: Language,
    on_change: Callable[[], None] = lambda: None,
    is_closed: bool = False,
    verdicts: Mapping[str, str] = MappingProxyType({}),
    pictures: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> list[str]:
    """Shows `options` (id and text) in the order of `value` and returns the ids as they stand now.

    `verdicts` say how rows were marked in the order of `value`, by their ids, and show while it stands.
    `pictures` are the addresses of those that stand above the text of a row, by its id.

    A move starts a run, or waits for the form's button inside a form; `on_change` is called before
    that run. What the reader did in this session wins over `value`, except in a closed list, which
    stands still.
    """
    texts = dict(options)
    stand = (
        _ids(None if is_closed else told_by(key, "order"), texts) or _ids(list(value), texts) or list(texts)
    )
    data = {
        "rows": [
            {"id": name, "text": texts[name], "pictures": list(pictures.get(name, ()))} for name in stand
        ],
        "marked": list(value),
        "verdicts": {name: [kind, say(f"row_{kind}", language)] for name, kind in verdicts.items()},
        "words": _WORDS.spoken(language),
        "closed": is_closed,
    }
    answer = _ordering(key=key, data=data, default={"order": stand}, on_order_change=on_change)
    return stand if is_closed else _ids(answer.get("order"), texts) or stand


def _ids(order: object, texts: dict[str, str]) -> list[str] | None:
    """`order` if it names each option once, as the browser's word is not to be trusted."""
    if not isinstance(order, list) or not all(isinstance(name, str) for name in order):
        return None
    return order if sorted(order) == sorted(texts) else None

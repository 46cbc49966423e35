"""A simulation under the hand: measures, chart, controls and tools that one message draws together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

import streamlit as st
from pydantic import Field, OnErrorOmit, TypeAdapter, ValidationError

from courseware.words import WordFile
from simulations.picture import to_json
from ui.session import told_by
from web.assets import entry, style

WORDS: Final = WordFile.beside(__file__)
CURVE_WORDS: Final = WordFile.beside(__file__, "plot.words.yaml")
_LATEST: Final = 2**53
_panel = st.components.v2.component(
    "lab_panel",
    html='<div class="lab-panel" data-lab-root data-undrawn></div>',
    css=style("chart/chart.css", "panel/panel.css"),
    js=entry("panel/panel.js"),
    isolate_styles=False,
)
_port = st.components.v2.component(
    "lab_port",
    html="<div data-lab-root data-undrawn></div>",
    js=entry("panel/ports.js"),
    isolate_styles=False,
)
_Number = Annotated[int, Field(strict=True, ge=1, le=_LATEST)]


@dataclass(frozen=True)
class PanelAction:
    """Something that a reader did with a tool of the panel, and its number."""

    do: Annotated[str, Field(max_length=20)]
    n: _Number


@dataclass(frozen=True)
class PanelMove:
    """What a browser tells: the settings that a hand has moved, and what was done besides.

    Each has a number that is larger than those before; both may be told twice.
    """

    n: _Number
    values: dict[Annotated[str, Field(max_length=80)], OnErrorOmit[bool | int | float | str]]
    actions: list[OnErrorOmit[PanelAction]]
    curve: Annotated[list[float], Field(max_length=60)] | None = None
    """What was drawn over the empty plot, from left to right."""


_MOVE: Final = TypeAdapter(PanelMove)


def draw_panel(message: Mapping[str, Any], *, key: str, on_moved: Callable[[PanelMove], None]) -> None:
    """Shows the panel; the `message` is a ``Panels.Message`` of ``ui/types/panel.d.ts``.

    The same `key` on the next run keeps it on the page. `on_moved` is called before the run that follows a
    move of the reader; what cannot be read of it is left out.
    """

    def moved() -> None:
        try:
            move = _MOVE.validate_python(told_by(key, "moved"))
        except ValidationError:
            return
        on_moved(move)

    _panel(key=key, data=to_json(message).encode(), on_moved_change=moved)


def draw_port(part: str, name: str, *, key: str) -> None:
    """A place for the ``measures`` or ``controls`` of the panel that names this port."""
    _port(key=key, data={"name": f"{part}:{name}"})

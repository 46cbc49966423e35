"""The rail of steps beside a lesson: where I am, what is done, how long each takes."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from ui.session import told_by

_HERE = Path(__file__).parent
_rail = st.components.v2.component(
    "lab_rail",
    html='<div class="rail" data-lab-root data-undrawn></div>',
    css=(_HERE / "rail.css").read_text(encoding="utf-8"),
    js=(_HERE / "rail.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True)
class RailStep:
    """One step as the rail shows it; `n` counts from 1."""

    n: int
    title: str
    stage: str
    note: str
    state: Literal["done", "open"]


def rail(
    steps: Sequence[RailStep],
    current: int,
    *,
    summary: str,
    words: dict[str, str],
    key: str,
    on_go: Callable[[int], None],
) -> None:
    """Draws the rail; a click calls `on_go` with the number of the step before the next run."""

    def go() -> None:
        chosen = told_by(key, "go")
        if isinstance(chosen, int):
            on_go(chosen)

    data = {"steps": [asdict(step) for step in steps], "current": current, "summary": summary, "words": words}
    _rail(data=data, key=key, on_go_change=go)

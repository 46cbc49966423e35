"""The button that hands a page to the browser's printer, on paper or into a PDF."""

from pathlib import Path

import streamlit as st

_print = st.components.v2.component(
    "lab_print",
    html='<button type="button" class="lab-print" data-undrawn></button>',
    css="""
.lab-print { font: inherit; padding: 0.4rem 0.9rem; cursor: pointer; color: var(--st-background-color);
  background: var(--st-primary-color); border: 0; border-radius: var(--st-button-radius); }
.lab-print:focus-visible { outline: 2px solid var(--st-text-color); outline-offset: 2px; }
@media print { .lab-print { display: none; } }
""",
    js=Path(__file__).with_name("paper.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def print_button(label: str, key: str) -> None:
    """Draws the button; nothing is run again when it is pressed."""
    _print(key=key, width="content", data={"label": label})

"""The chart of the lab: it stays on the page while its data move, plays, scrubs, and turns into a table."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from courseware.text import Language
from simulations.picture import Picture, plain, to_json
from ui.components.chart.words import WORDS
from web.assets import entry, plotly, style

HEIGHT: Final = 420
"""How high a chart is, in pixels, unless its layout or its page says so."""

_chart = st.components.v2.component(
    "lab_chart",
    html='<div class="lab-chart" data-lab-root data-lab-moves aria-busy="true"></div>',
    css=style("chart/chart.css"),
    js=entry("chart/chart.js"),
    isolate_styles=False,
)


def chart(
    pictures: Sequence[Picture],
    *,
    tables: Sequence[str],
    language: Language,
    key: str,
    labels: Sequence[str] = (),
    height: int = HEIGHT,
) -> None:
    """Shows one picture, or two side by side that share one moment; `labels` name them (A, B).

    The same `key` on the next run keeps the chart on the page: only its data move, and a running
    play goes on. Play and scrub happen in the browser and ask the server nothing.
    """
    message = message_of(pictures, tables=tables, language=language, labels=labels, height=height)
    _chart(key=key, data=to_json(message).encode())  # bytes, which Streamlit passes on without reading them


def message_of(
    pictures: Sequence[Picture],
    *,
    tables: Sequence[str],
    language: Language,
    labels: Sequence[str] = (),
    height: int = HEIGHT,
    share: float | None = None,
    fills: bool = False,
) -> Mapping[str, Any]:
    """What the scripts of the chart read; `labels` name two pictures (A, B).

    `tables` says for each picture where its table is asked for, once a reader wants to see it; it is empty
    on a page that has the table beside the chart.

    With a `share`, a picture is at least so high a part of the screen (0-1) and higher where there is
    room, whatever its layout says, and its words, lines and dots grow with the words of the page: for a
    chart on a projector. One that `fills` its page is as high as its screen leaves room for.
    """
    if not pictures:
        raise ValueError("A chart needs at least one picture.")
    return {
        "pictures": [plain(picture) for picture in pictures],
        "tables": list(tables),
        "labels": list(labels),
        "language": language,
        "height": height,
        "share": share,
        "fill": fills,
        "plotly": plotly().url,
        "words": WORDS.spoken(language),
    }

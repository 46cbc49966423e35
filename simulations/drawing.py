"""What all charts of the lab have in common: one size, four colours, labels beside what they name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from courseware.language import conventions
from courseware.text import Language, Text

BLUE: Final = "#0072B2"
ORANGE: Final = "#D55E00"
GREEN: Final = "#009E73"
PINK: Final = "#CC79A7"

HEIGHT: Final = 380
FONT: Final = 14
SMALL: Final = 13

Axis = Mapping[str, Any]


def layout(
    axes: Mapping[str, Axis], notes: Iterable[Axis] = (), *, head: int = 0, right: int = 16, **more: object
) -> dict[str, Any]:
    """A layout with these axes and notes, room above for `head` lines of a header and `right` pixels beside.

    The page adds the colours of text, grid and background.
    """
    return {
        "height": HEIGHT,
        "margin": {"l": 44, "r": right, "t": 12 + 20 * head, "b": 44},
        "font": {"size": FONT},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "annotations": list(notes),
        **axes,
        **more,
    }


def axis(low: float, high: float, title: str = "", **more: object) -> dict[str, Any]:
    """An axis that stays from `low` to `high` whatever is drawn."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "automargin": True,
        "zeroline": False,
        "tickfont": {"size": SMALL},
        **title_of(title),
        **more,
    }


def title_of(title: str) -> dict[str, Any]:
    """What an axis says of itself, if anything."""
    return {"title": {"text": title, "font": {"size": FONT}, "standoff": 8}} if title else {}


def note(x: float, y: float | str, text: str, **more: object) -> dict[str, Any]:
    """A label at a point of the chart (`y` may name a row), without an arrow."""
    return {"x": x, "y": y, "text": text, "showarrow": False, "font": {"size": SMALL}, **more}


def kept(label: Mapping[str, Any], *, is_told: bool) -> dict[str, Any]:
    """A label that always is among those of its chart, in sight only while there is something to tell.

    A chart follows the finger by moving what it has: a label that came and went would move all others.
    """
    return {**label, "visible": bool(is_told)}


def header(x: float, text: str, anchor: str = "center") -> dict[str, Any]:
    """A label in the row above the chart, at a share `x` of its width."""
    place = {"xref": "paper", "yref": "paper", "xanchor": anchor, "yanchor": "bottom", "align": anchor}
    return note(x, 1.02, text, **place)


def with_minus(text: str) -> str:
    """A label whose numbers have the sign for minus and no hyphen.

    >>> with_minus("<b>-58</b> per 1000, 5-day mean")
    '<b>−58</b> per 1000, 5-day mean'
    """
    return re.sub(r"(?<![\w.])-(?=[\d.])", "−", text)


def bullet(colour: str, text: str) -> str:
    """A label led by a dot in the colour of what it names; the words keep the page's colour."""
    return f'<span style="color:{colour}">●</span> {text}'


def dots(colour: str, text: str) -> str:
    """A label led by three dots in the colour of the dotted line that it names."""
    return f'<span style="color:{colour}"><b>···</b></span> {text}'


def together(sentences: Iterable[Text], language: Language) -> str:
    """Sentences one after the other; in Chinese without a blank between them.

    >>> together([Text(en="One.", zh="一。"), Text(en="Two.", zh="二。")], "zh")
    '一。二。'
    """
    return conventions(language).blank.join(text[language] for text in sentences)


def line(x: Sequence[float], y: Sequence[float | None], colour: str, **more: object) -> dict[str, Any]:
    """A plain line."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 3},
        **more,
    }


def point(x: float, y: float, colour: str, **more: object) -> dict[str, Any]:
    """One large dot: where the reader's own choice lies."""
    marker = {"color": colour, "size": 13}
    dot = {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": marker}
    return {**dot, "hoverinfo": "skip", **more}


def numbers(values: NDArray[Any], digits: int = 3) -> list[float | None]:
    """Rounded numbers for a chart; nothing where there is no number."""
    return [None if np.isnan(value) else value for value in np.round(values, digits).tolist()]


def snug(value: float, steps: Sequence[float]) -> float:
    """The first of rising `steps` that holds `value`, so that an axis keeps still between them."""
    return next((step for step in steps if value <= step), steps[-1])

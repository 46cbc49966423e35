"""A chart as plain data: Plotly traces and layout, its frames, and what it says in words."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

import numpy as np
from typing_extensions import TypeVar

from courseware.table import Table
from courseware.text import Language
from simulations.model import Model
from simulations.words import Words

Trace = Mapping[str, Any]
M_contra = TypeVar("M_contra", bound=Model, default=Any, contravariant=True)


@dataclass(frozen=True)
class Frame:
    """One moment of a chart: what changes in each trace, in their order, and a caption."""

    name: str
    data: tuple[Trace, ...]
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A chart in one language; `alt` tells the whole message to one who cannot see it.

    `data` and `layout` are Plotly JSON without colours of the page (text, grid, background:
    the page gives them, light or dark). `frames` are played and scrubbed in the browser;
    `start` is the index of the frame shown at first.
    """

    data: tuple[Trace, ...]
    layout: Mapping[str, Any]
    alt: str
    frames: tuple[Frame, ...] = field(default=())
    start: int = 0


@dataclass(frozen=True)
class View(Generic[M_contra]):
    """One way to look at a model: the table it makes, the chart of it, the measures beside it."""

    table: Callable[[M_contra], Table]
    draw: Callable[[M_contra, Table, Words, Language], Picture]
    shows: tuple[str, ...]
    """The parameters that matter in this view, in the order of their sliders."""
    measures: tuple[str, ...]
    """The measures named beside the chart, most important first."""


def as_json(picture: Picture) -> str:
    """One picture as the scripts of the chart read it."""
    return to_json(plain(picture))


def to_json(message: object) -> str:
    """A message of plain values, arrays and read-only mappings as JSON."""
    return json.dumps(message, default=_list, separators=(",", ":"), ensure_ascii=False)


def plain(picture: Picture) -> Mapping[str, Any]:
    """One picture in plain values."""
    return {
        "data": picture.data,
        "layout": picture.layout,
        "alt": picture.alt,
        "start": picture.start,
        "frames": [
            {"name": frame.name, "data": frame.data, "caption": frame.caption} for frame in picture.frames
        ],
    }


def _list(value: object) -> Any:
    """Arrays, numpy's numbers and read-only mappings as JSON knows them."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"A chart cannot show a {type(value).__name__}.")

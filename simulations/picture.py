"""A chart as plain data: Plotly traces and layout, its frames, and what it says in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

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

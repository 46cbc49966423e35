"""Runs and their charts, made once for equal parameters and shared by every reader."""

import gc
import sys
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, wraps
from types import MappingProxyType
from typing import Final, TypeVar, cast
from urllib.parse import urlencode

from courseware.problem import ReaderError
from courseware.table import Table
from courseware.text import Language, Text
from simulations import Simulation
from simulations.model import Model
from simulations.picture import Picture

_Make = TypeVar("_Make", bound=Callable[..., object])
"""What makes something of one view of one model."""

MOST_CUSTOMERS: Final = 50_000
"""More would hold the server up for everybody; the command line makes larger runs."""

KEPT: Final = "kept."
"""What stands in front of a parameter of the run that is kept to compare with."""

_SMALL: Final = 5_000
"""Runs of more customers are kept a few at a time: at 50,000 one takes three megabytes and more."""

_TOO_MANY: Final = Text(
    en="A run here has at most {most} customers; got {n}. For more, use python -m simulations run.",
    zh="这里的运行最多 {most} 位客户，现在是 {n} 位。更大的规模请用 python -m simulations run。",
)
_NO_VIEW: Final = Text(
    en="{simulation} has no view called {view}. There are: {views}.",
    zh="{simulation} 没有名为 {view} 的视图。现有：{views}。",
)


def view_of(simulation: Simulation, asked: str | None) -> str:
    """The view of this name, or the first if none is named; a ReaderError tells which there are."""
    if asked is None:
        return next(iter(simulation.views))
    if asked not in simulation.views:
        views = ", ".join(simulation.views)
        raise ReaderError(_NO_VIEW.fill({"simulation": simulation.name, "view": asked, "views": views}))
    return asked


def check_size(model: Model) -> Model:
    """The same model; a ReaderError if its run is too large for a page that others share."""
    if model.n > MOST_CUSTOMERS:
        raise ReaderError(_TOO_MANY.fill({"most": MOST_CUSTOMERS, "n": model.n}))
    return model


def _kept(many: int) -> Callable[[_Make], _Make]:
    """Has so many small runs kept, by simulation, view and equal model, and a few of the large ones.

    Large tables and large pictures are kept beside each other, so that a hundred large runs do not fill the
    memory, and not so few that the chart and the table of one run are made twice.
    """

    def keep(make: _Make) -> _Make:
        small, large = lru_cache(maxsize=many)(make), lru_cache(maxsize=4)(make)

        @wraps(make)
        def kept(simulation: Simulation, view: str, model: Model, *asked: Hashable) -> object:
            return (small if model.n <= _SMALL else large)(simulation, view, model, *asked)

        return cast(_Make, kept)

    return keep


@_kept(256)
def table_of(simulation: Simulation, view: str, model: Model) -> Table:
    """The table behind one view of one model."""
    loaded = len(sys.modules)
    table = simulation.views[view].table(model)
    if len(sys.modules) > loaded:
        # a view brought a large library with it: no later collection need walk over that
        gc.collect()
        gc.freeze()
    return table


@_kept(512)
def picture_of(simulation: Simulation, view: str, model: Model, language: Language) -> Picture:
    """The chart of one view of one model, in one language."""
    table = table_of(simulation, view, model)
    return simulation.views[view].draw(model, table, simulation.words, language)


@lru_cache(maxsize=512)
def measures_of(model: Model) -> Mapping[str, float]:
    """The named numbers of one model's run."""
    return MappingProxyType(model.measures())


def address_of_table(simulation: Simulation, view: str, model: Model, language: Language) -> str:
    """Where the browser asks for the table of a run, once a reader wants to see it."""
    return f"/runs/{simulation.name}.json?{address_of_run(simulation, view, model)}&lang={language}"


def address_of_run(simulation: Simulation, view: str, model: Model, kept: Model | None = None) -> str:
    """What follows the ``?`` in an address that gives this run again; defaults are left out.

    The run that is `kept` to compare with comes along.
    """
    said: dict[str, object] = {"sim": simulation.name, "view": view, **_said(simulation, model)}
    if kept is not None:
        said |= {KEPT + name: value for name, value in _said(simulation, kept).items()}
    return urlencode(said)


def kept_of(asked: Mapping[str, str]) -> dict[str, str] | None:
    """What an address says of the run that is kept to compare with; None if it says nothing."""
    kept = {name.removeprefix(KEPT): value for name, value in asked.items() if name.startswith(KEPT)}
    return kept or None


def _said(simulation: Simulation, model: Model) -> dict[str, object]:
    values = {name: (getattr(model, name), one.default) for name, one in simulation.parameters.items()}
    return {name: value for name, (value, at_first) in values.items() if value != at_first or name == "seed"}

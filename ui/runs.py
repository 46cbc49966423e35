"""Runs and their charts, made once for equal parameters and shared by every reader."""

import gc
import sys
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import urlencode

from courseware.table import Table
from courseware.text import Language
from simulations import find
from simulations.model import Model
from simulations.parameter import parameters
from simulations.picture import Picture


@lru_cache(maxsize=256)
def table_of(simulation: str, view: str, model: Model) -> Table:
    """The table behind one view of one model."""
    loaded = len(sys.modules)
    table = find(simulation).views[view].table(model)
    if len(sys.modules) > loaded:
        # a view brought a large library with it: no later collection need walk over that
        gc.collect()
        gc.freeze()
    return table


@lru_cache(maxsize=512)
def picture_of(simulation: str, view: str, model: Model, language: Language) -> Picture:
    """The chart of one view of one model, in one language."""
    found = find(simulation)
    return found.views[view].draw(model, table_of(simulation, view, model), found.words, language)


@lru_cache(maxsize=512)
def measures_of(model: Model) -> Mapping[str, float]:
    """The named numbers of one model's run."""
    return MappingProxyType(dict(model.measures()))


def address_of_run(simulation: str, view: str, model: Model) -> str:
    """What follows the ``?`` in an address that gives this run again; defaults are left out."""
    said: dict[str, object] = {"sim": simulation, "view": view}
    for parameter in parameters(model):
        value = getattr(model, parameter.name)
        if value != parameter.default or parameter.name == "seed":
            said[parameter.name] = value
    return urlencode(said)

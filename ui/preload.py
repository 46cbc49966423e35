"""What every page needs, loaded before the first visitor and then left alone by the garbage collector."""

import gc
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module

import streamlit as st

import ui
from course import all_exercises, lesson_registry
from courseware.problem import ProblemsFoundError, ReaderError
from simulations import catalogue
from web.assets import by_address
from web.records import records_here
from web.routes.bundles import pack_ahead

_LOG = logging.getLogger("lab")

_STARTED_BY_NAME = frozenset({"ui.main", "ui.__main__"})
"""Modules that do something when imported: the script of the pages and the command."""

_LIBRARIES = ("numpy", "scipy.special")


@cache
def preload() -> None:
    """Loads the pages, the course and the record, and packs the scripts; a second call does nothing.

    A ReaderError or ProblemsFoundError says what in the course or the record cannot be used.
    What is loaded is frozen, so that no later collection of garbage walks over it again.
    """
    load_code()
    records_here()
    all_exercises()
    lesson_registry()
    gc.collect()
    gc.freeze()


@cache
def load_code() -> None:
    """Loads what is the same whichever course and record are opened: modules, simulations, packed scripts."""
    for name in _LIBRARIES:
        import_module(name)
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name not in _STARTED_BY_NAME:
            import_module(module.name)
    catalogue()
    for asset in by_address().values():
        _ = asset.packed
    pack_ahead()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Loads everything before the first request is answered, however the lab was started."""
    try:
        preload()
    except (ReaderError, ProblemsFoundError) as error:
        _LOG.error("%s", error)
    yield

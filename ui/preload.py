"""What every page needs, loaded before the first visitor and then left alone by the garbage collector."""

import gc
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module

import streamlit as st

import ui
from ui.components.asset import by_address
from ui.routes.bundles import pack_ahead

_STARTED_BY_NAME = frozenset({"ui.main", "ui.__main__"})
"""Modules that do something when imported: the script of the pages and the command."""

_LIBRARIES = ("numpy", "scipy.special")


@cache
def preload() -> None:
    """Imports the pages and what they need and packs the scripts; a second call does nothing.

    Streamlit would collect all garbage after each run; what is loaded here is frozen, so that no
    later collection walks over it again.
    """
    for name in _LIBRARIES:
        import_module(name)
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name not in _STARTED_BY_NAME:
            import_module(module.name)
    for asset in by_address().values():
        _ = asset.packed
    pack_ahead()
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Loads everything before the first request is answered, however the lab was started."""
    preload()
    yield

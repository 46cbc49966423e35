"""Runs and charts of the slides that come next, made while the class looks at this one."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from logging import getLogger
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Language
from simulations.model import Model
from ui.play_setup import PlaySetup
from ui.present.actions import setup_on
from ui.present.screen import Screen
from ui.scenario import current_values
from web.runs import measures_of, picture_of

_LOG: Final = getLogger("lab")
_HANDS: Final = ThreadPoolExecutor(1, thread_name_prefix="ahead")


def warm(screens: Iterable[Screen | None]) -> None:
    """Makes the runs of these slides in the background, so that they are there when the slides are drawn."""
    for screen in screens:
        setup = setup_on(screen) if screen is not None else None
        if screen is not None and setup is not None:
            _HANDS.submit(_make, setup, setup.model(current_values(setup)), screen.language)


def _make(setup: PlaySetup, model: Model, language: Language) -> None:
    try:
        picture_of(setup.simulation, setup.view, model, language)
        measures_of(model)
    except ReaderError as error:
        _LOG.info("not made ahead: %s", error)  # the slide itself will say so to those who look at it

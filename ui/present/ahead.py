"""Runs and charts of the slides that come next, made while the class looks at this one."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from logging import getLogger
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Language
from simulations.model import Model
from ui.panel import current_values
from ui.present.acts import scene_on
from ui.present.screen import Screen
from ui.scene import Scene
from web.runs import measures_of, picture_of

_LOG: Final = getLogger("lab")
_HANDS: Final = ThreadPoolExecutor(1, thread_name_prefix="ahead")


def warm(screens: Iterable[Screen | None]) -> None:
    """Makes the runs of these slides in the background, so that they are there when the slides are drawn."""
    for screen in screens:
        scene = scene_on(screen) if screen is not None else None
        if screen is not None and scene is not None:
            _HANDS.submit(_make, scene, scene.model(current_values(scene)), screen.language)


def _make(scene: Scene, model: Model, language: Language) -> None:
    try:
        picture_of(scene.simulation, scene.view, model, language)
        measures_of(model)
    except ReaderError as error:
        _LOG.info("not made ahead: %s", error)  # the slide itself will say so to those who look at it

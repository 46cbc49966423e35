"""All that a server loads before it opens its record, loaded once for all that are forked from here."""

import gc
import os
from contextlib import suppress

from course import all_exercises, lesson_registry
from course.layers import VARIABLE
from courseware.problem import ProblemsFoundError, ReaderError
from ui.preload import load_code


def load() -> None:
    """Loads the code and the built-in course; a server with a course of its own reads that, see forked.py."""
    os.environ.pop(VARIABLE, None)
    load_code()
    with suppress(ReaderError, ProblemsFoundError):  # whoever starts a server is told by that
        all_exercises()
        lesson_registry()
    gc.collect()
    gc.freeze()


load()

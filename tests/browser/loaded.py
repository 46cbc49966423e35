"""All that a server loads before it opens its record, loaded once for all that are forked from here."""

import gc
import os
from contextlib import suppress

from courseware.course_folder import VARIABLE
from courseware.problem import ProblemsFoundError, ReaderError
from exercises import bank
from lessons import shelf
from ui.preload import load_code


def load() -> None:
    """Loads the code and the built-in course; a server with a course of its own reads that, see forked.py."""
    os.environ.pop(VARIABLE, None)
    load_code()
    with suppress(ReaderError, ProblemsFoundError):  # whoever starts a server is told by that
        bank()
        shelf()
    gc.collect()
    gc.freeze()


load()

"""Where the files of a course lie: its lessons and banks, built-in ones under those of one's own."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from course import media
from course.layers import Layers, layers_in

LIBRARY: Final = Path(__file__).resolve().parents[1] / "lessons" / "library"
BANKS: Final = Path(__file__).resolve().parents[1] / "exercises" / "bank"

Parts = Mapping[str, Layers]
"""The folders of a course (`lessons`, `bank` and `media`), each with the built-in one under it."""


def parts() -> Parts:
    """The course in force."""
    return {"lessons": lesson_layers(), "bank": bank_layers(), media.FOLDER: media.layers()}


@cache
def lesson_layers() -> Layers:
    """The lessons in force: the library, under the lessons of the own course if LAB_COURSE names one.

    A ReaderError tells what to do if that folder cannot be used.
    """
    return layers_in(LIBRARY, "lessons", os.environ)


@cache
def bank_layers() -> Layers:
    """The banks in force: the built-in ones, under those of the own course if LAB_COURSE names one.

    A ReaderError tells what to do if that folder cannot be used.
    """
    return layers_in(BANKS, "bank", os.environ)

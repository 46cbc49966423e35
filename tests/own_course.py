"""A teacher's own course for a while: the lab of this process reads it over the built-in one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course import bank_layers, bank_registry, lesson_layers, media
from course.current import library
from course.layers import VARIABLE


@contextmanager
def own_course(folder: Path) -> Iterator[Path]:
    """Let LAB_COURSE name this folder; afterwards the lab is as it was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder))
        forget_course()
        yield folder
    forget_course()


def forget_course() -> None:
    """Let the course be read anew, from wherever it lies now."""
    caches = (
        bank_layers,
        bank_registry,
        lesson_layers,
        library,
        media.layers,
        media.media_store,
    )
    for kept in caches:
        kept.cache_clear()

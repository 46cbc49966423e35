"""The languages that a course says it is taught in, for whoever checks its files or shows its pages."""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, get_args

from course.layers import own_folder
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import read_source
from courseware.text import LANGUAGES, Language

_BUILT_IN: Final = Path(__file__).parent.parent / "lessons" / "library" / "course.yaml"


def course_languages(environ: Mapping[str, str] | None = None) -> tuple[Language, ...]:
    """What `languages` of the plan in force says; both where it says nothing that can be used.

    Banks of questions are checked without knowing lessons, so the plan is read here by its one key.
    """
    try:
        own = own_folder(os.environ if environ is None else environ)
    except ReaderError:  # told where the course is read
        own = None
    covered = None if own is None else own / "lessons" / "course.yaml"
    path = covered if covered is not None and covered.is_file() else _BUILT_IN
    try:
        facts = path.stat()
    except OSError:
        return LANGUAGES
    return _said(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=8)
def _said(path: Path, _written_at: int, _size: int) -> tuple[Language, ...]:
    try:
        value = read_source(path).value
    except ProblemsFoundError:
        return LANGUAGES
    said = value.get("languages") if isinstance(value, dict) else None
    known = tuple(one for one in get_args(Language) if isinstance(said, list) and one in said)
    return known or LANGUAGES

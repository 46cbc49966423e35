"""Saves what a teacher wrote: all of it or nothing, and nothing while it has errors."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from courseware.problem import Problem, ProblemsFoundError
from courseware.source import shown_path
from lessons.known import Known, known_to_the_lab
from lessons.review import judge, neighbours, read_text


def save(path: Path, text: str, known: Known | None = None) -> tuple[Problem, ...]:
    """Replace the file at `path` by `text`, kept letter by letter; returns the warnings.

    Raises ProblemsFoundError, and leaves the file as it was, if the text has errors.
    """
    found = judge(
        read_text(text, shown_path(path)),
        neighbours(path.parent, known_to_the_lab() if known is None else known),
    )
    if any(problem.severity == "error" for problem in found):
        raise ProblemsFoundError(found)
    replace_file(path, text)
    return found


def replace_file(path: Path, text: str) -> None:
    """Write `text` beside the file and move it into its place, so that nobody reads half a file."""
    target = path.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise

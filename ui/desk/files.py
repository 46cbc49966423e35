"""The files of the course as the desk knows them: what each is, where it lies, when it was last written."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import exercises
import lessons
from classroom import CourseFile
from courseware import media
from courseware.course_folder import Layers

Kind = Literal["lesson", "course", "glossary", "bank"]
Origin = Literal["built_in", "own", "replaces"]
Stamp = tuple[tuple[str, int, int, int], ...]
"""Which files there are, with their times and sizes; another stamp means that something was written."""


@dataclass(frozen=True)
class Entry:
    """One file of the course, under its name there, such as ``lessons/satisfaction.yaml``."""

    kind: Kind
    file: CourseFile
    origin: Origin

    @property
    def name(self) -> str:
        """The name in the course, also the one in the address of the page."""
        return self.file.name

    @property
    def stem(self) -> str:
        """The file's own name without its ending: the id of a lesson or bank."""
        return Path(self.name).stem


def entries() -> tuple[Entry, ...]:
    """Every file: lessons in the order of the course, its plan and glossary, then the banks."""
    order = [f"{name}.yaml" for name in lessons.course().lessons]
    last = {"course.yaml": 1, "glossary.yaml": 2}
    names = sorted(
        (path.name for path in lessons.layers().files()),
        key=lambda name: (last.get(name, 0), order.index(name) if name in order else len(order), name),
    )
    banks = (path.name for path in exercises.layers().files())
    return (*(entry("lessons", name) for name in names), *(entry("bank", name) for name in banks))


def entry(part: str, name: str) -> Entry:
    """The file of this name among the lessons or the banks, whether it is there yet or not."""
    layers = _layers(part)
    file = CourseFile(f"{part}/{name}", layers.path(name), layers.target(name))
    return Entry(_kind(part, name), file, _origin(layers, name))


def find(name: str) -> Entry | None:
    """The file that an address asks for; None if the course has none of this name."""
    return next((one for one in entries() if one.name == name), None)


def stamp() -> Stamp:
    """How the files of the course stand now, what its texts show included."""
    paths = (*lessons.layers().files(), *exercises.layers().files(), *media.layers().files())
    return tuple(sorted(_facts(paths)))


def stamp_of(file: CourseFile) -> Stamp:
    """How this one file stands now; empty if it is not there."""
    return tuple(_facts((file.target,))) or tuple(_facts((file.source,)))


def look() -> None:
    """Has the lab read what was just written, rather than at its next look."""
    exercises.shelf().look()
    lessons.shelf().look()


def _layers(part: str) -> Layers:
    return lessons.layers() if part == "lessons" else exercises.layers()


def _kind(part: str, name: str) -> Kind:
    if part != "lessons":
        return "bank"
    return "course" if name == "course.yaml" else "glossary" if name == "glossary.yaml" else "lesson"


def _origin(layers: Layers, name: str) -> Origin:
    if not layers.is_own(name):
        return "built_in"
    return "replaces" if (layers.builtin / name).is_file() else "own"


def _facts(paths: Iterable[Path]) -> Iterable[tuple[str, int, int, int]]:
    for path in paths:
        try:
            facts = path.stat()
        except OSError:  # gone between listing and looking
            continue
        yield str(path), facts.st_mtime_ns, facts.st_size, facts.st_ino

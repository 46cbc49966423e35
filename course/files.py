"""The files of the course: what each is, where it lies, when it was last written."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from course import media
from course.current import course_plan, library
from course.folders import bank_layers, lesson_layers
from course.layers import Layers
from courseware.problem import ReaderError
from courseware.regular_file import read_regular
from courseware.source import decode
from courseware.text import Text

CANNOT_READ: Final = Text(
    en="{file} cannot be read ({why}). See that it is a file and that you may read it.",
    zh="无法读取 {file}（{why}）。请确认它是文件，而且你有读取权限。",
)

EntryKind = Literal["lesson", "course", "glossary", "bank"]
FileOrigin = Literal["built_in", "own", "replaces"]
CourseStamp = tuple[tuple[str, int, int, int], ...]
"""Which files there are, with their times and sizes; another stamp means that something was written."""


@dataclass(frozen=True)
class CourseFile:
    """A file by its name in the course (``lessons/x.yaml``): where it is read, where saving writes it."""

    name: str
    source: Path
    target: Path

    def text(self) -> str | None:
        """What it says now, letter by letter; None if it is not there.

        Raises ProblemsFoundError if it is no UTF-8 text, a ReaderError if it cannot be read.
        """
        data = self.data()
        return None if data is None else decode(data, self.name)

    def data(self) -> bytes | None:
        """Its bytes, whatever they mean; None if it is not there. A ReaderError if it cannot be read."""
        for path in (self.target, self.source):
            try:
                return read_regular(path)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                why = error.strerror or type(error).__name__
                raise ReaderError(CANNOT_READ.fill({"file": self.name, "why": why})) from error
        return None


@dataclass(frozen=True)
class FileEntry:
    """One file of the course, under its name there, such as ``lessons/satisfaction.yaml``."""

    kind: EntryKind
    file: CourseFile
    origin: FileOrigin

    @property
    def name(self) -> str:
        """The name in the course, also the one in the address of the page."""
        return self.file.name

    @property
    def stem(self) -> str:
        """The file's own name without its ending: the id of a lesson or bank."""
        return Path(self.name).stem


def entries() -> tuple[FileEntry, ...]:
    """Every file: lessons in the order of the course, its plan and glossary, then the banks."""
    order = [f"{name}.yaml" for name in course_plan().lessons]
    last = {"course.yaml": 1, "glossary.yaml": 2}
    names = sorted(
        (path.name for path in lesson_layers().files()),
        key=lambda name: (last.get(name, 0), order.index(name) if name in order else len(order), name),
    )
    banks = (path.name for path in bank_layers().files())
    return (*(entry("lessons", name) for name in names), *(entry("bank", name) for name in banks))


def entry(part: str, name: str) -> FileEntry:
    """The file of this name among the lessons or the banks, whether it is there yet or not."""
    layers = _layers(part)
    file = CourseFile(f"{part}/{name}", layers.path(name), layers.target(name))
    return FileEntry(_kind(part, name), file, _origin(layers, name))


def find(name: str) -> FileEntry | None:
    """The file that an address asks for; None if the course has none of this name."""
    return next((one for one in entries() if one.name == name), None)


def stamp() -> CourseStamp:
    """How the files of the course stand now, what its texts show included."""
    paths = (*lesson_layers().files(), *bank_layers().files(), *media.layers().files())
    return tuple(sorted(_facts(paths)))


def fingerprint(stamp: CourseStamp) -> str:
    """A few letters that are others once a file of the course is another; they tell nothing else."""
    return sha256(repr(stamp).encode(errors="surrogatepass")).hexdigest()[:16]


def stamp_of(file: CourseFile) -> CourseStamp:
    """How this one file stands now; empty if it is not there."""
    return tuple(_facts((file.target,))) or tuple(_facts((file.source,)))


def look() -> None:
    """Has the lab read what was just written, rather than at its next look."""
    library().look()


def _layers(part: str) -> Layers:
    return lesson_layers() if part == "lessons" else bank_layers()


def _kind(part: str, name: str) -> EntryKind:
    if part != "lessons":
        return "bank"
    return "course" if name == "course.yaml" else "glossary" if name == "glossary.yaml" else "lesson"


def _origin(layers: Layers, name: str) -> FileOrigin:
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

"""Export and import of a course: packed into one zip, and taken in from one as a whole or not at all."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import thread_time
from typing import Final, Literal

from course import archive as packed
from course.archive import Files
from course.documents import document_of
from course.folders import Parts, parts
from course.media import FOLDER as MEDIA
from course.status import CourseStatus
from courseware.imported_files import FOLDER as IMPORTED
from courseware.imported_files import IN_TEXT, imported_folder
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.regular_file import read_regular
from courseware.replacing import replace_files
from courseware.source import read_text
from courseware.text import Text

Stopwatch = Callable[[], float]
Fate = Literal["added", "replaced", "unchanged", "refused"]

PATIENCE: Final = 5.0
"""Seconds of work for looking through a zip; a whole course takes less than one."""
_SOON: Final = 1.0
"""After so many seconds, one file with errors is reason enough to look no further."""


@dataclass(frozen=True)
class IncomingFile:
    """One file of a zip: what it was in the course, if it was there, and what it brings.

    Lessons and banks are texts, what they show are bytes.
    """

    name: str
    before: str | bytes | None
    after: str | bytes
    fate: Fate


@dataclass(frozen=True)
class ImportReport:
    """What became of a zip. Without errors `is_done` tells that its files are in the course now.

    `problems` are those of its own files, `elsewhere` the errors that other files have by its coming.
    """

    incoming_files: tuple[IncomingFile, ...]
    problems: tuple[Problem, ...] = ()
    elsewhere: tuple[Problem, ...] = ()
    is_done: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether the zip could be read and no file of it has an error."""
        return bool(self.incoming_files) and all(one.fate != "refused" for one in self.incoming_files)

    def names(self, fate: Fate) -> tuple[str, ...]:
        """The files that had this fate."""
        return tuple(one.name for one in self.incoming_files if one.fate == fate)


def pack(course: Parts | None = None) -> bytes:
    """The own course as a zip, or the built-in one where there is no other; equal files, equal bytes.

    Raises a ReaderError if there is nothing to pack, ProblemsFoundError if a file is no text.
    """
    files = {
        f"{part}/{path.name}": path
        for part, layers in (course or parts()).items()
        for path in layers.files()
        if layers.own is None or layers.is_own(path.name)
    }
    if not files:
        raise ReaderError(_NOTHING)
    read = {name: _read(name, path) for name, path in files.items()}
    return packed.pack({**read, **_imported(read, course or parts())})


def _imported(files: Files, course: Parts) -> Mapping[str, bytes]:
    """The files that questions of these banks came from, as far as they are there."""
    banks_texts = (text for file, text in files.items() if file.startswith("bank/") and isinstance(text, str))
    named = sorted({name for text in banks_texts for name in IN_TEXT.findall(text)})
    paths = {f"{IMPORTED}/{name}": _imported_path(name, course) for name in named}
    return {name: read_regular(path) for name, path in paths.items() if path.is_file()}


def _imported_path(name: str, course: Parts) -> Path:
    """Where a file that questions came from lies; a ReaderError if a link would lead elsewhere."""
    path = imported_folder(course["bank"].target("any.yaml")) / name
    if path.resolve() != path.parent.resolve() / name:
        raise ReaderError(_LINKED.fill({"file": path}))
    return path


def look_into(data: bytes, course: Parts | None = None, *, clock: Stopwatch = thread_time) -> ImportReport:
    """What `unpack` would do with this zip; nothing is written.

    Raises a ReaderError if the zip is not to be trusted.
    """
    try:
        return _look(packed.unpack(data), course or parts(), clock)
    except ProblemsFoundError as error:
        return ImportReport((), error.problems)


def _look(unpacked: Files, there: Parts, clock: Stopwatch) -> ImportReport:
    files = {name: one for name, one in unpacked.items() if not name.startswith(f"{IMPORTED}/")}
    texts = {name: one for name, one in files.items() if isinstance(one, str)}
    incoming = _incoming(texts, files.keys() - texts.keys(), clock)
    if len(incoming.lessons) + len(incoming.banks) < len(texts):
        return ImportReport(_incoming_files(files, there, set(texts)), _told(incoming))
    before = CourseStatus.of(there)
    old, new = before.problems(), before.with_these(incoming).problems()
    refused = {name for name in texts if _errors(new[name])}
    problems = tuple(problem for name in sorted(texts) for problem in new[name])
    others = sorted(new.keys() - texts.keys())
    elsewhere = (problem for name in others for problem in _errors(new[name]) if problem not in old[name])
    return ImportReport(_incoming_files(files, there, refused), problems, () if refused else tuple(elsewhere))


def unpack(data: bytes, course: Parts | None = None, *, clock: Stopwatch = thread_time) -> ImportReport:
    """Take a zip into the course: all files of it, or none if one has an error.

    Raises a ReaderError if the zip is not to be trusted or a file cannot be written.
    """
    there = course or parts()
    try:
        files = packed.unpack(data)
    except ProblemsFoundError as error:
        return ImportReport((), error.problems)
    report = _look(files, there, clock)
    if not report.is_sound:
        return report
    changed: dict[Path, str | bytes] = {
        _imported_path(name.partition("/")[2], there): one
        for name, one in files.items()
        if name.startswith(f"{IMPORTED}/")
    }
    changed |= {
        _target(one.name, there): one.after for one in report.incoming_files if one.fate != "unchanged"
    }
    try:
        imported_folder(there["bank"].target("any.yaml")).parent.mkdir(exist_ok=True)
        replace_files(changed)
    except OSError as error:
        raise ReaderError(_UNWRITTEN.fill({"why": error.strerror or error})) from error
    return replace(report, is_done=True)


def _read(name: str, path: Path) -> str | bytes:
    return _bytes_of(path) if name.startswith(f"{MEDIA}/") else read_text(path, name)


def _incoming(texts: Mapping[str, str], media: Collection[str], clock: Stopwatch) -> CourseStatus:
    """The files of a zip as they are understood, fewer if that takes too long for what comes of it."""
    shown = frozenset(name.partition("/")[2] for name in media)
    start, found = clock(), CourseStatus({}, {}, shown)
    for name, text in texts.items():
        if name.startswith("bank/"):
            found = found.with_these(CourseStatus({}, {name: document_of("bank", text, name)}))
        else:
            found = found.with_these(CourseStatus({name: document_of("lessons", text, name)}, {}))
        spent = clock() - start
        if spent > PATIENCE:
            raise ReaderError(_SLOW)
        if spent > _SOON and _told(found):
            break
    return found


def _told(status: CourseStatus) -> tuple[Problem, ...]:
    """The problems of files that cannot be understood at all."""
    lessons = [one.problems for one in status.lessons.values()]
    questions = [one.problems for one in status.banks.values()]
    return tuple(problem for problems in (*lessons, *questions) for problem in problems)


def _errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == "error")


def _incoming_files(files: Files, course: Parts, refused: Collection[str]) -> tuple[IncomingFile, ...]:
    return tuple(
        _incoming_file(name, files[name], course, is_refused=name in refused) for name in sorted(files)
    )


def _incoming_file(name: str, after: str | bytes, course: Parts, *, is_refused: bool) -> IncomingFile:
    before = _now(name, course, is_text=isinstance(after, str))
    if is_refused:
        return IncomingFile(name, before, after, "refused")
    fate: Fate = "added" if before is None else "unchanged" if before == after else "replaced"
    return IncomingFile(name, before, after, fate)


def _now(name: str, course: Parts, *, is_text: bool) -> str | bytes | None:
    """What a file of the course holds now; None if it is not there."""
    part, _, file = name.partition("/")
    path = course[part].path(file)
    if not path.exists():
        return None
    data = _bytes_of(path)
    return data.decode("utf-8-sig", errors="replace") if is_text else data


def _bytes_of(path: Path) -> bytes:
    try:
        return read_regular(path)
    except OSError as error:
        raise ReaderError(_UNWRITTEN.fill({"why": error.strerror or error})) from error


def _target(name: str, course: Parts) -> Path:
    """Where a file of the zip is written; a ReaderError if a link would lead the writing elsewhere."""
    part, _, file = name.partition("/")
    target = course[part].target(file)
    if target.resolve() != target.parent.resolve() / file:
        raise ReaderError(_LINKED.fill({"file": target}))
    return target


_NOTHING: Final = Text(
    en="Your course folder is empty, so there is nothing to pack. Write a lesson first: "
    "python -m lessons new NAME.",
    zh="你的课程文件夹是空的，没有可打包的内容。请先写一课：python -m lessons new 名称。",
)
_SLOW: Final = Text(
    en="Looking through this zip takes longer than any course does, so nothing was taken in.",
    zh="检查这个 zip 所需的时间超过任何一门课程，因此没有导入任何内容。",
)
_UNWRITTEN: Final = Text(
    en="The course folder cannot be written ({why}), so nothing was taken in. "
    "See that you may write there and that the disk is not full.",
    zh="无法写入课程文件夹（{why}），因此没有导入任何内容。请确认你有写入权限，且磁盘未满。",
)
_LINKED: Final = Text(
    en="{file} is a link that leads out of the course folder, so nothing was taken in. "
    "Put a file in its place.",
    zh="{file} 是指向课程文件夹之外的链接，因此没有导入任何内容。请换成真正的文件。",
)

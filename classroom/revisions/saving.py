"""A file of the course is saved: all of it or nothing, never over somebody else's text unseen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from classroom.records.store import Store
from classroom.revisions.history import Revision, Why, append, digest_of, lock_file, note_text
from classroom.revisions.unsaved import drop, keep_unsaved
from course.files import CourseFile
from courseware.problem import Problem, ReaderError
from courseware.replacing import replace_file
from courseware.text import Text

TextCheck = Callable[[str], Sequence[Problem]]
"""Tells what is wrong with a text if it were saved."""

CANNOT_WRITE: Final = Text(
    en="{file} cannot be written ({why}). Your text is kept here; "
    "see that the folder can be written to, then save again.",
    zh="无法写入 {file}（{why}）。你的文本已保留；请确认该文件夹可以写入，然后再次保存。",
)
CHANGED_MEANWHILE: Final = Text(
    en="{file} has been written by somebody else meanwhile. Look at it again.",
    zh="{file} 刚刚被他人写入，请重新查看。",
)


@dataclass(frozen=True)
class Saved:
    """The text is on the disk and in the history; `warnings` may be mended at leisure."""

    revision: Revision
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Refused:
    """The text has errors, so nothing was written; it is kept as unsaved."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Conflict:
    """Somebody else has changed the file since, or it has gone (None); `mine` is kept as unsaved."""

    theirs: str | None
    mine: str
    base: str | None


def save_file(
    store: Store,
    file: CourseFile,
    words: str,
    *,
    base: str | None,
    author: str,
    check: TextCheck,
    why: Why = "saved",
) -> Saved | Refused | Conflict:
    """Makes `words` the text of the file if it has no errors and still says what `base` is the digest of.

    `base` is None for a file that is not there yet. A ReaderError says if the file cannot be written.
    """
    problems = tuple(check(words))
    keep_unsaved(store, file.name, author, words, base=base)
    if any(problem.severity == "error" for problem in problems):
        return Refused(problems)
    note_file(store, file)
    with store.write() as connection:
        lock_file(connection, file.name)
        theirs = file.text()
        if theirs != words and base != (None if theirs is None else digest_of(theirs)):
            return Conflict(theirs, words, base)
        _write(file, words)
        kept = append(connection, file.name, words, author=author, why=why, at=store.clock())
        drop(connection, file.name, author)
    return Saved(kept, problems)


def replace_unreadable(
    store: Store, file: CourseFile, words: str, *, seen: bytes | None, author: str, why: Why
) -> Revision:
    """Makes `words` the text of a file that could not be read, as long as it still holds what was `seen`.

    Errors in the text are no hindrance: the desk can show them only once it can read the file. A
    ReaderError says if somebody has written it meanwhile, or if it cannot be written.
    """
    with store.write() as connection:
        lock_file(connection, file.name)
        if _data_if_readable(file) != seen:
            raise ReaderError(CHANGED_MEANWHILE.fill({"file": file.name}))
        _write(file, words)
        return append(connection, file.name, words, author=author, why=why, at=store.clock())


def _data_if_readable(file: CourseFile) -> bytes | None:
    try:
        return file.data()
    except ReaderError:
        return None


def note_file(store: Store, file: CourseFile) -> str | None:
    """What the file says now, noted in its history if that is new; None if it is not there."""
    words = file.text()
    if words is not None:
        note_text(store, file.name, words)
    return words


def _write(file: CourseFile, words: str) -> None:
    try:
        file.target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file.target, words)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ReaderError(CANNOT_WRITE.fill({"file": file.name, "why": why})) from error

"""A file of the course is deleted, brought back or given another name; what it has said goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, literal, select

from classroom.records import tables
from classroom.records.store import Store
from classroom.revisions.history import Revision, append, latest_of_all, lock_file
from classroom.revisions.saving import CANNOT_WRITE, CHANGED_MEANWHILE
from course.files import CourseFile
from courseware.phrases import listed
from courseware.problem import ReaderError
from courseware.replacing import replace_files
from courseware.text import Text


@dataclass(frozen=True)
class Change:
    """A file whose text becomes another one; `before` is what it must still say."""

    file: CourseFile
    before: str
    after: str


def writers(store: Store, file: str) -> tuple[str, ...]:
    """Who has something unsaved in a file, in the order of their names."""
    table = tables.unsaved.c
    with store.read() as connection:
        return tuple(sorted(connection.scalars(select(table.author).where(table.file == file))))


def deleted_files(store: Store) -> tuple[Revision, ...]:
    """The files whose last word is that they were deleted, the latest first: what lies in the bin."""
    found = [one for one in latest_of_all(store).values() if one.why == "deleted"]
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))


def delete_file(store: Store, file: CourseFile, *, seen: str, author: str) -> Revision:
    """Takes a file away that still says what was `seen`; its text lies in its history as deleted.

    A ReaderError says if somebody has unsaved words in it, has written it meanwhile, or if it cannot be.
    """
    _see_that_nobody_writes(store, file)
    with store.write() as connection:
        lock_file(connection, file.name)
        _see_that_it_says(file, seen)
        kept = append(connection, file.name, seen, author=author, why="deleted", at=store.clock())
        _take_away(file)
    return kept


def rename_file(
    store: Store, old: Change, new: CourseFile, others: tuple[Change, ...], *, author: str
) -> None:
    """Gives a file another name, and the `others` that name it their new texts: all of it or nothing.

    Its history goes with it. A ReaderError says if there is a file of the new name, if somebody has
    unsaved words in one of the files or has written it meanwhile, or if one cannot be written.
    """
    for change in (old, *others):
        _see_that_nobody_writes(store, change.file)
    with store.write() as connection:
        for name in sorted({old.file.name, new.name, *(one.file.name for one in others)}):
            lock_file(connection, name)
        for change in (old, *others):
            _see_that_it_says(change.file, change.before)
        if new.data() is not None:
            raise ReaderError(_THERE.fill({"file": new.name}))
        _take_history_along(connection, old.file.name, new.name)
        append(connection, new.name, old.after, author=author, why="renamed", at=store.clock())
        for one in others:
            append(connection, one.file.name, one.after, author=author, why="renamed", at=store.clock())
        _write_all(old.file, {new: old.after, **{one.file: one.after for one in others}})
        _take_away(old.file)


def _see_that_nobody_writes(store: Store, file: CourseFile) -> None:
    if names := writers(store, file.name):
        raise ReaderError(_UNSAVED.fill({"file": file.name, "who": listed(names)}))


def _see_that_it_says(file: CourseFile, seen: str) -> None:
    if file.text() != seen:
        raise ReaderError(CHANGED_MEANWHILE.fill({"file": file.name}))


def _take_history_along(connection: Connection, old: str, new: str) -> None:
    """Adds all that a file has said under its old name to its new one: a revision is never changed."""
    table = tables.revision
    others = [column for column in table.c if column.name not in {"id", "file"}]
    said = select(literal(new), *others).where(table.c.file == old).order_by(table.c.id)
    connection.execute(table.insert().from_select([table.c.file, *others], said))


def _write_all(first: CourseFile, texts: Mapping[CourseFile, str]) -> None:
    try:
        for file in texts:
            file.target.parent.mkdir(parents=True, exist_ok=True)
        replace_files({file.target: words for file, words in texts.items()})
    except OSError as error:
        raise _refused(first, error) from error


def _take_away(file: CourseFile) -> None:
    try:
        file.target.unlink()
    except OSError as error:
        raise _refused(file, error) from error


def _refused(file: CourseFile, error: OSError) -> ReaderError:
    why = error.strerror or type(error).__name__
    return ReaderError(CANNOT_WRITE.fill({"file": file.name, "why": why}))


_THERE: Final = Text(
    en="There is a file {file} already. Choose another name.", zh="已经有文件 {file}。请换个名称。"
)
_UNSAVED: Final = Text(
    en="{file} has unsaved changes of {who}. Let them be saved or discarded first.",
    zh="{file} 中有 {who} 未保存的修改。请先保存或放弃这些修改。",
)

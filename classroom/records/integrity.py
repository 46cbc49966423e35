"""Integrity check of the class record: looked at without changing a byte of it, made if there is none."""

import errno
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from classroom.records import errors
from classroom.records.drive import Mounts, network_kind
from classroom.records.new_record import make_folder, make_record

_MAGIC: Final = b"SQLite format 3\0"
_PAGE_SIZE: Final = slice(16, 18)


def check_file(path: Path, mounts: Mounts) -> None:
    """Says with a ReaderError why the record cannot be kept in `path`; both are made if missing."""
    kind = network_kind(path, mounts)
    if kind:
        raise errors.say(errors.NETWORK_DRIVE, where=path, kind=kind)
    _check_folder(path.parent)
    try:
        if not path.exists():
            make_record(path.resolve())
        start = _start_of(path)
    except OSError as error:
        raise errors.from_system(error, str(path), errors.READ_ONLY_FILE) from error
    _check_content(path, start)


def _check_folder(folder: Path) -> None:
    try:
        make_folder(folder)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(_MAGIC)
    except (FileExistsError, NotADirectoryError) as error:
        reason = "not a folder"
        raise errors.say(errors.UNREADABLE, where=folder, reason=reason) from error
    except OSError as error:
        raise errors.from_system(error, str(folder), errors.READ_ONLY_FOLDER) from error


def _start_of(path: Path) -> bytes:
    """The first bytes; opened for writing too, which changes nothing but tells whether one may."""
    if not (path.is_file() or path.is_dir()):  # to read from a pipe is to wait for ever
        raise OSError(errno.EINVAL, "neither a file nor a folder")
    with path.open("r+b") as file:
        return file.read(_PAGE_SIZE.stop)


def _check_content(path: Path, start: bytes) -> None:
    journal = path.with_name(path.name + "-wal")
    if not start:
        # SQLite would throw the journal of an empty file away
        if journal.exists() and journal.stat().st_size:
            raise errors.say(errors.LOST_MAIN_FILE, where=path)
        raise errors.say(errors.EMPTIED, where=path)
    if not start.startswith(_MAGIC):
        raise errors.say(errors.NOT_A_RECORD, where=path)
    if _is_cut(path, start) and not (journal.exists() and journal.stat().st_size):
        # SQLite reads what is missing of a last page as zeros, which an empty table cannot tell from its own
        raise errors.say(errors.DAMAGED, where=path)
    try:
        _check_pages(path)
    except sqlite3.Error as error:
        raise errors.from_sqlite(error, str(path)) or errors.say(errors.DAMAGED, where=path) from error


def _is_cut(path: Path, start: bytes) -> bool:
    """Whether the file ends within a page; their size stands in its header (SQLite file format, 1.3.2)."""
    written = int.from_bytes(start[_PAGE_SIZE])
    size = 65536 if written == 1 else written
    return size < 512 or path.stat().st_size % size != 0


def _check_pages(path: Path) -> None:
    """Reads every page through a connection that cannot write."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=30)) as reader:
        (verdict,) = reader.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise errors.say(errors.DAMAGED, where=path)
        names = {name for (name,) in reader.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if names and "alembic_version" not in names:
        raise errors.say(errors.NOT_A_RECORD, where=path)

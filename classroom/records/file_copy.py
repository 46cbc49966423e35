"""A copy of a record that is a file: taken while students write, put back when nobody does."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from classroom.records import errors
from classroom.records.new_record import put_in_place

_PATIENCE: Final = 30
_QUESTIONS: Final = {"integrity_check": [("ok",)], "foreign_key_check": []}
"""What SQLite answers about a database that is sound in every page and reference."""


def copy_file(record: Path, out: Path) -> None:
    """Writes the record as it is at one moment to `out`, a single file without a journal.

    SQLite's own backup takes along what is in the journal and keeps no student waiting. A ReaderError says
    if the copy is not sound.
    """
    try:
        with _opened(record) as source, closing(sqlite3.connect(out)) as copy:
            source.backup(copy)
            # whoever opens it need not find a journal beside it
            copy.execute("PRAGMA journal_mode = DELETE")
            _check(copy, record)
    except sqlite3.Error as error:
        raise errors.from_sqlite(error, str(record)) or errors.say(errors.DAMAGED, where=record) from error


def put_file(ready: Path, record: Path, aside: Path) -> bool:
    """Makes a copy the record of this lab; whether there was one, which then has the name `aside`.

    There is a record at every moment. A ReaderError says if it is in use: under a running lab it must not
    change.
    """
    if not record.exists():
        if not put_in_place(ready, record):
            raise errors.say(errors.IN_USE, where=record)
        return False
    _close_journal(record)
    try:
        aside.hardlink_to(record)
    except (OSError, NotImplementedError):
        shutil.copy2(record, aside)  # a file system without links, such as that of a memory stick
    ready.replace(record)
    return True


def _opened(file: Path) -> "closing[sqlite3.Connection]":
    return closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE))


def _check(copy: sqlite3.Connection, where: Path) -> None:
    for question, good in _QUESTIONS.items():
        if copy.execute(f"PRAGMA {question}").fetchall() != good:
            raise errors.say(errors.DAMAGED, where=where)


def _close_journal(record: Path) -> None:
    """Takes the journal into the file, which SQLite allows only to whoever alone has it open."""
    try:
        with closing(sqlite3.connect(record, timeout=0)) as alone:
            alone.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise errors.say(errors.IN_USE, where=record) from error
    except sqlite3.DatabaseError:
        return  # a damaged record goes aside as it is

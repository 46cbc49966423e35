"""Backup and restore of the class record: a copy in one file, taken while the lab runs."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import URL, Engine

from classroom.records import dump, errors, file_copy, postgres
from classroom.records.address import show
from classroom.records.new_record import make_folder, put_in_place, sync
from classroom.records.store import open_store
from courseware.output import unwritable
from courseware.problem import ReaderError

_SQLITE: Final = b"SQLite format 3\0"
Clock = Callable[[], datetime]


def backup(address: URL | Path, out: Path) -> None:
    """Writes the record as it is now to a new file, whole or not at all; students go on meanwhile.

    A ReaderError says if there is a file of this name, or why the copy cannot be made.
    """
    try:
        with TemporaryDirectory(dir=out.absolute().parent, prefix=".copy-") as folder:
            part = Path(folder) / "copy"
            part.touch(0o600)  # names and answers are nobody else's
            if isinstance(address, Path):
                file_copy.copy_file(address, part)
            else:
                dump.dump(address, part)
            sync(part)
            if not put_in_place(part, out):
                raise errors.say(errors.THERE_ALREADY, where=out)
    except OSError as error:
        raise unwritable(out, error) from error


def restore(address: URL | Path, copy: Path, clock: Clock, *, replace: bool) -> str | None:
    """Makes a copy the record, once it has been opened as one; says where the record before it lies now.

    Without `replace` a record that is there is never touched. A ReaderError says why it cannot be done;
    then everything is as it was.
    """
    aside = f"before_{clock():%Y%m%d_%H%M%S}"
    start = _start_of(copy)
    if isinstance(address, Path) and start == _SQLITE:
        return _restore_file(address, copy, clock, aside, replace=replace)
    if isinstance(address, URL) and start.startswith(dump.MAGIC):
        return _restore_on_server(address, copy, clock, aside, replace=replace)
    kind = "SQLite" if isinstance(address, Path) else "PostgreSQL"
    raise errors.say(errors.NOT_A_COPY, where=copy, kind=kind, record=show(address))


def _start_of(copy: Path) -> bytes:
    try:
        with copy.open("rb") as file:
            return file.read(len(_SQLITE))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise errors.say(errors.UNREADABLE, where=copy, reason=reason) from error


def _restore_file(record: Path, copy: Path, clock: Clock, aside: str, *, replace: bool) -> str | None:
    if record.exists() and not replace:
        raise errors.say(errors.RECORD_THERE, where=record)
    beside = record.with_name(f"{record.stem}-{aside}{record.suffix}")
    try:
        make_folder(record.parent)
        with TemporaryDirectory(dir=record.parent, prefix=".copy-") as folder:
            part, ready = Path(folder) / "copy", Path(folder) / "ready"
            _bring_along(copy, part)
            # whether it is a record; it is brought up to today's schema at once
            open_store(part, clock).close()
            file_copy.copy_file(part, ready)
            sync(ready)
            was_there = file_copy.put_file(ready, record, beside)
    except OSError as error:
        raise unwritable(record, error) from error
    return str(beside) if was_there else None


def _bring_along(copy: Path, part: Path) -> None:
    """Bytes and journal, since a file that somebody copied by hand may have one."""
    shutil.copyfile(copy, part)
    journal = copy.with_name(f"{copy.name}-wal")
    if journal.exists():
        shutil.copyfile(journal, part.with_name(f"{part.name}-wal"))


def _restore_on_server(address: URL, copy: Path, clock: Clock, aside: str, *, replace: bool) -> str | None:
    engine = postgres.engine_of(address)
    try:
        was_there = _make_room(engine, show(address), aside, replace=replace)
        try:
            dump.load(address, copy)
            open_store(address.render_as_string(hide_password=False), clock).close()
        except ReaderError:
            with engine.begin() as connection:
                dump.clear(connection)
                if was_there:
                    dump.take_back(connection, aside)
            raise
    finally:
        engine.dispose()
    return f"schema {aside}" if was_there else None


def _make_room(engine: Engine, where: str, aside: str, *, replace: bool) -> bool:
    """Sets aside what is in the database, if that is allowed; whether anything was."""
    with postgres.telling(where), engine.begin() as connection:
        postgres.check_database(connection, where)
        was_there = dump.has_tables(connection)
        if was_there and not replace:
            raise errors.say(errors.RECORD_THERE, where=where)
        if was_there and dump.is_in_use(connection):
            raise errors.say(errors.IN_USE, where=where)
        if was_there:
            dump.set_aside(connection, aside)
        return was_there

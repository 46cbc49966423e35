"""The class record, open: reading costs next to nothing, writing is done one at a time and kept."""

import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from classroom.records import errors, postgres, schema, student, tables
from classroom.records.address import read_address, show
from classroom.records.drive import Mounts, read_mounts
from classroom.records.integrity import check_file
from classroom.records.student import Student
from courseware.problem import ReaderError

_PATIENCE: Final = 30
"""Seconds that a writer waits for its turn before the reader is told."""

_PRAGMAS: Final = ("foreign_keys = ON", "synchronous = FULL", "recursive_triggers = ON")
"""FULL, because an answer that a student was told is kept must survive a power cut too."""


@dataclass(frozen=True, eq=False)
class Store:
    """An open record. Shared by all threads of the process; `clock` says what time entries get."""

    engine: Engine = field(repr=False)
    clock: Callable[[], datetime] = field(repr=False)
    where: str
    """The file or server, as it may be shown."""
    secret: bytes = field(repr=False, default=b"")
    """What makes the seeds of this record unguessable; never shown, never logged."""
    _turn: AbstractContextManager[object] = field(repr=False, default_factory=threading.Lock)
    """Held by whoever writes to SQLite; on a server, rows and names are locked and nothing else."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A look at the record as it is when it begins, which never waits for writers."""
        with self._told(), self.engine.connect() as connection:
            if self.is_on_server:
                connection.execution_options(**postgres.READING)
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is kept when the block ends, or nothing. Not to be nested.

        Threads of this process queue for a file here, where waiting is fair; other processes queue in
        SQLite. On a server they queue for what they lock, always in this order, so that no two wait for
        each other: names (`history.lock_file`) by the alphabet, students by their ids, then the rest.
        """
        with self._told(), self._turn, self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    @property
    def is_on_server(self) -> bool:
        """Whether the record is a database of PostgreSQL, and not a file of this computer."""
        return self.engine.dialect.name == "postgresql"

    def owner(self) -> Student | None:
        """Who learns at the computer that runs the lab, if that has begun."""
        with self.read() as connection:
            return student.find_owner(connection)

    def enrol(self, name: str, class_name: str = "", number: str = "") -> Student:
        """One more student in this record, even of the same name.

        A ReaderError says if the name is missing or too long.
        """
        with self.write() as connection:
            return student.enrol(connection, self.clock(), name, class_name, number)

    def rename(self, known: Student, name: str, class_name: str = "", number: str = "") -> Student:
        """The same student under another name; answers, places and seeds stay."""
        with self.write() as connection:
            return student.rename(connection, known, name, class_name, number)

    def forget_deleted(self) -> None:
        """Writes the record anew without the places where deleted rows have stood; others wait meanwhile."""
        with self._told(), self._turn, self.engine.connect() as connection:
            if self.is_on_server:
                postgres.write_anew(connection)
                return
            raw = connection.connection
            raw.cursor().execute("VACUUM")
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Gives the file back; the store cannot be used afterwards."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _told(error, self.where) or error from error
        except PoolTimeoutError as error:
            raise errors.say(errors.BUSY, where=self.where) from error


def open_store(
    where: str | Path | None,
    clock: Callable[[], datetime],
    mounts: Callable[[], Mounts] = read_mounts,
) -> Store:
    """The record at `where`: a file, a database address, or None for ``var/lab.db``.

    Made if it does not exist, brought up to today's schema if it is older. A ReaderError says why
    it cannot be used; then nothing was changed. `clock` must tell its time zone.
    """
    address = read_address(where)
    if isinstance(address, Path):
        check_file(address, mounts())
    turn = nullcontext() if isinstance(address, URL) else threading.Lock()
    store = Store(_engine(address), clock, show(address), _turn=turn)
    try:
        _prepare(store)
        return replace(store, secret=_secret(store))
    except DBAPIError as error:
        store.close()
        raise postgres.refused(error, store.where) from error
    except BaseException:
        store.close()
        raise


def _engine(address: URL | Path) -> Engine:
    """Parameters stay out of errors and logs: they hold names, answers and the secret."""
    if isinstance(address, URL):
        return postgres.engine_of(address)
    engine = create_engine(
        URL.create("sqlite", database=str(address)),
        hide_parameters=True,
        pool_size=10,
        max_overflow=30,
        connect_args={"timeout": _PATIENCE, "check_same_thread": False},
    )
    take_turns(engine)
    return engine


def take_turns(engine: Engine) -> None:
    """Has every connection to SQLite keep to the rules: foreign keys hold, one writer at a time."""
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)


def _set_up(connection: DBAPIConnection, _: object) -> None:
    # without an isolation level the driver begins nothing by itself, so that _begin may
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A transaction that will write takes the pen at once: asking later could be in vain."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(store: Store) -> None:
    """Tables of today and a secret. Whoever starts up at the same time waits, then finds both there."""
    with store.read() as connection:
        if store.is_on_server:
            postgres.check_database(connection, store.where)
        is_ready = schema.is_current(connection, store.where) and _has_secret(connection)
    if not store.is_on_server:
        _keep_journal(store)
    if is_ready:
        return
    with store.write() as connection:
        schema.bring_up_to_date(connection, store.where)
        if not _has_secret(connection):
            connection.execute(tables.secret.insert().values(id=1, value=secrets.token_bytes(32)))


def _has_secret(connection: Connection) -> bool:
    return connection.execute(select(tables.secret.c.id)).first() is not None


def _keep_journal(store: Store) -> None:
    """Turns the write-ahead log on, which a new record or a restored copy lacks.

    SQLite does not always wait for the lock that this takes, so we do. On drives that cannot share
    memory, as those of other computers, it stays off.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        raw = store.engine.raw_connection()
        try:
            (mode,) = raw.cursor().execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                raise errors.from_sqlite(error, store.where) or error from error
            time.sleep(0.05)
        else:
            if mode != "wal":
                raise errors.say(errors.NETWORK_DRIVE, where=store.where, kind="no shared memory")
            return
        finally:
            raw.close()


def _secret(store: Store) -> bytes:
    """The secret of this record, read past SQLAlchemy, whose logger would write down the row."""
    raw = store.engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("SELECT value FROM secret")
        return bytes(cursor.fetchall()[0][0])
    finally:
        raw.close()


def _told(error: DBAPIError, where: str) -> ReaderError | None:
    if isinstance(error.orig, sqlite3.Error):
        return errors.from_sqlite(error.orig, where)
    return postgres.told(error, where)

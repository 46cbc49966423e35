"""A copy of a record on a server, made and put back by PostgreSQL's own programs."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, text

from classroom.records import errors, tables
from classroom.records.address import show

MAGIC: Final = b"PGDMP"
"""How a copy begins (pg_dump's custom format)."""
_PLAIN: Final = ("--no-owner", "--no-privileges")
"""Without users and rights, which another server need not know."""
_FUNCTIONS: Final = (
    "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace "
    "AND prorettype = 'trigger'::regtype"
)
_OTHERS: Final = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = :lab "
    "AND pid <> pg_backend_pid()"
)


def dump(address: URL, out: Path) -> None:
    """Writes the record as it is at one moment to `out`; nobody waits. A ReaderError says if it cannot be."""
    words = ["pg_dump", "--format", "custom", *_PLAIN, "--exclude-schema", "before_*"]
    _run(address, [*words, "--file", str(out)])


def load(address: URL, copy: Path) -> None:
    """Puts a copy into a database without tables, all of it or nothing."""
    words = ["pg_restore", *_PLAIN, "--single-transaction", "--exit-on-error"]
    _run(address, [*words, str(copy)])


def has_tables(connection: Connection) -> bool:
    """Whether anything is in the database."""
    words = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
    return bool(connection.scalar(text(words)))


def is_in_use(connection: Connection) -> bool:
    """Whether a lab is at work on the database."""
    return bool(connection.scalar(text(_OTHERS), {"lab": "crm-lab"}))


def set_aside(connection: Connection, aside: str) -> None:
    """Moves all that the record consists of into a schema of its own, where it can be looked at."""
    connection.execute(text(f'CREATE SCHEMA "{aside}"'))
    _move(connection, aside)


def take_back(connection: Connection, aside: str) -> None:
    """Moves what was set aside to where it was."""
    home = connection.scalar(text("SELECT current_schema()"))
    connection.execute(text(f'SET LOCAL search_path = "{aside}"'))
    _move(connection, str(home))
    connection.execute(text(f'DROP SCHEMA "{aside}"'))


def clear(connection: Connection) -> None:
    """Drops a record that was loaded and cannot be used."""
    for name in _ours(connection):
        connection.execute(text(f'DROP TABLE "{name}" CASCADE'))
    for name in _triggered(connection):
        connection.execute(text(f'DROP FUNCTION "{name}"()'))


def _move(connection: Connection, to: str) -> None:
    for name in _ours(connection):
        connection.execute(text(f'ALTER TABLE "{name}" SET SCHEMA "{to}"'))
    for name in _triggered(connection):
        connection.execute(text(f'ALTER FUNCTION "{name}"() SET SCHEMA "{to}"'))


def _triggered(connection: Connection) -> list[str]:
    """The functions that keep the rows of the record from being changed."""
    return [*connection.scalars(text(_FUNCTIONS))]


def _ours(connection: Connection) -> list[str]:
    """The tables of the record that are there."""
    there = connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
    return sorted({*there} & {*tables.metadata.tables, "alembic_version"})


def _run(address: URL, words: Sequence[str]) -> None:
    """Runs a program of the client package; the password goes by the environment, where no list shows it."""
    program = shutil.which(words[0])
    if program is None:
        raise errors.say(errors.NO_CLIENT, program=words[0])
    plain = address._replace(drivername="postgresql", password=None).difference_update_query(["password"])
    secret = address.password or address.query.get("password")
    environ = {**os.environ, **({"PGPASSWORD": str(secret)} if secret else {})}
    where = plain.render_as_string(hide_password=False)
    done = subprocess.run(  # noqa: S603 -- the program's name is ours, and nothing goes through a shell
        [program, *words[1:], "--dbname", where],
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        reason = next(iter(done.stderr.strip().splitlines()), str(done.returncode))
        raise errors.say(errors.CLIENT_FAILED, program=words[0], where=show(address), reason=reason)

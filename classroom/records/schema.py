"""The record grows with the lab: every start brings its tables up to today's, once and safely."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from classroom.records import errors

_FOLDER: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 0x43524D
"""Any number, as long as every process that starts up asks PostgreSQL for the same one."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


@cache
def revisions() -> tuple[str, ...]:
    """Every schema this version knows, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def revision(connection: Connection) -> str | None:
    """The schema of an open record; None while it has no tables."""
    return MigrationContext.configure(connection).get_current_revision()


def is_current(connection: Connection, where: str) -> bool:
    """Whether nothing is to be done; a ReaderError refuses a record from a newer version."""
    now = revision(connection)
    if now is not None and now not in revisions():
        raise errors.say(errors.NEWER, where=where, revision=now)
    return now == revisions()[0]


def bring_up_to_date(connection: Connection, where: str) -> None:
    """Upgrades inside the caller's transaction; whoever starts at the same time waits here."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
    if not is_current(connection, where):
        command.upgrade(_config(connection), "head")


def propose(message: str) -> None:
    """Writes the next migration: what differs between the last one and the tables as written today."""
    with TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{folder}/empty.db")
        with engine.begin() as connection:
            command.upgrade(_config(connection), "head")
            number = f"{len(revisions()) + 1:04}"
            command.revision(_config(connection), message, autogenerate=True, rev_id=number)
        engine.dispose()

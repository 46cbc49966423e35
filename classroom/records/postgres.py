"""The record in a database of PostgreSQL: how the lab speaks to it, and what a refusal means to a reader."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection, ExceptionContext
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, OperationalError

from classroom.records import errors, schema, tables
from classroom.records.address import show
from courseware.problem import ReaderError
from courseware.text import Text

READING: Final[Mapping[str, object]] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""A look sees the record as it was when it began, as with a file, and cannot write by mistake."""

_POOL: Final[Mapping[str, int]] = {"pool_size": 10, "max_overflow": 20, "pool_timeout": 30}
"""Two labs at their busiest leave room in the hundred connections that PostgreSQL allows at first."""

_CALLING: Final[Mapping[str, object]] = {
    "application_name": "crm-lab",
    "connect_timeout": 10,
    # a server whose cable was pulled is noticed within a minute and a half
    "keepalives_idle": 60,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}
_SETTINGS: Final = (
    "SET TIME ZONE 'UTC'",
    # a lab that was stopped amid a transaction must not stop everybody else for good
    "SET lock_timeout = '30s'",
    "SET idle_in_transaction_session_timeout = '5min'",
)
_SENTENCES: Final[Mapping[str, Text]] = {
    "40001": errors.BUSY_SERVER,
    "40P01": errors.BUSY_SERVER,
    "55P03": errors.BUSY_SERVER,
    "53100": errors.DISK_FULL,
    "25006": errors.READ_ONLY_SERVER,
}
"""What is told of the states of SQL (PostgreSQL's manual, appendix A)."""


def engine_of(address: URL) -> Engine:
    """The way to a server; nothing is asked of it yet. A ReaderError says if the driver is missing."""
    calling = {name: value for name, value in _CALLING.items() if name not in address.query}
    try:
        engine = create_engine(
            address, hide_parameters=True, pool_pre_ping=True, connect_args=calling, **_POOL
        )
    except (ImportError, NoSuchModuleError) as error:
        package = getattr(error, "name", None) or str(error)
        raise errors.say(errors.NO_DRIVER, where=show(address), package=package) from error
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "handle_error", _leave_details_out)
    return engine


def _set_up(connection: DBAPIConnection, _: object) -> None:
    # what is set within a transaction is forgotten with it
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("; ".join(_SETTINGS))
    cursor.close()
    connection.autocommit = False


def _leave_details_out(context: ExceptionContext) -> None:
    """What the server adds to an error repeats the row: names and answers, which no log should hold."""
    told, said = context.original_exception, context.sqlalchemy_exception
    primary = getattr(getattr(told, "diag", None), "message_primary", None)
    if primary is not None and said is not None:
        told.args = (primary,)
        said.args = (f"({type(told).__name__}) {primary}",)


def check_database(connection: Connection, where: str) -> None:
    """Says with a ReaderError why a database that answers cannot hold the record; nothing is written."""
    encoding = connection.scalar(text("SELECT current_setting('server_encoding')"))
    if encoding != "UTF8":
        raise errors.say(errors.BAD_ENCODING, where=where, encoding=encoding)
    there = connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"))
    if there and schema.revision(connection) is None:
        raise errors.say(errors.NOT_OUR_DATABASE, where=where)


def write_anew(connection: Connection) -> None:
    """Writes the tables of the record anew, so that nothing of a deleted row is left in their files."""
    # what is not within a transaction must be said before one begins
    alone = connection.execution_options(isolation_level="AUTOCOMMIT")
    alone.execute(text(f"VACUUM (FULL) {', '.join(sorted(tables.metadata.tables))}"))


@contextmanager
def telling(where: str) -> Iterator[None]:
    """Whatever the server refuses in here is told to its owner."""
    try:
        yield
    except DBAPIError as error:
        raise refused(error, where) from error


def told(error: DBAPIError, where: str) -> ReaderError | None:
    """What a failure of the server means to a reader; None if it is a mistake in the program."""
    sentence = _SENTENCES.get(getattr(error.orig, "sqlstate", None) or "")
    if sentence is not None:
        return errors.say(sentence, where=where)
    return refused(error, where) if isinstance(error, OperationalError) else None


def refused(error: DBAPIError, where: str) -> ReaderError:
    """The same when the record is opened: whatever the server says then, its owner has to know."""
    lines = str(error.orig).strip().splitlines()
    return errors.say(errors.NO_SERVER, where=where, reason=lines[0] if lines else "no answer")

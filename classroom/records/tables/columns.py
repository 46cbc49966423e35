"""What all tables of the record are made of: names, times, whole numbers, digests, and whose a row is."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    UnicodeText,
)

NAME: Final = 80
"""The most letters in a name; class names and numbers are held to the same."""


_SIGN: Final = "\U000f0000"


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time; goes in with any time zone and comes out in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """UTC, since SQLite forgets the zone; a time without zone is a mistake of the caller."""
        if value is not None and value.tzinfo is None:
            raise ValueError("the clock must tell its time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The time as it went in, in UTC."""
        if value is None or value.tzinfo is not None:
            return value and value.astimezone(UTC)
        return value.replace(tzinfo=UTC)


class WholeText(TypeDecorator[str]):
    """A text that comes out letter by letter, the letter 0 too, which PostgreSQL cannot keep as it is."""

    impl = UnicodeText
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """On PostgreSQL the letter 0 becomes a sign of no alphabet and a digit, as does that sign."""
        if value is None or dialect.name != "postgresql":
            return value
        return value.replace(_SIGN, f"{_SIGN}1").replace("\0", f"{_SIGN}0")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it went in."""
        if value is None or dialect.name != "postgresql":
            return value
        return value.replace(f"{_SIGN}0", "\0").replace(f"{_SIGN}1", _SIGN)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def student_column(*, key: bool = False) -> Column[int]:
    return Column("student_id", ForeignKey("student.id"), primary_key=key, nullable=False)


def name_column(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, String(200), primary_key=key, nullable=False)


def digest_column(name: str, *, key: bool = False) -> Column[str]:
    """The SHA-256 of a secret that only its owner holds: whoever reads the record cannot use it."""
    return Column(name, String(64), primary_key=key, nullable=False)


def when_column(name: str) -> Column[datetime]:
    return Column(name, UtcDateTime, nullable=False)


def whole_column(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, autoincrement=False, nullable=False)

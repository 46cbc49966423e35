"""Who learns here: a name that was asked once, and the little else that a class list needs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Connection, Row, select

from classroom.records import tables
from classroom.records.sanitize import one_line
from courseware.problem import ReaderError
from courseware.text import Text

NO_NAME: Final = Text(
    en="Please write your name; the field was empty.",
    zh="请填写您的姓名，刚才没有填写。",
)
TOO_LONG: Final = Text(
    en="A name, class or number has at most {most} characters; this one has {length}. Please shorten it.",
    zh="姓名、班级和学号最多 {most} 个字符，现在有 {length} 个，请缩短一些。",
)

StudentKind = Literal["owner", "guest", "enrolled", "former", "ended", "deleted"]
"""The one who learns at the computer that runs the lab, somebody with a browser elsewhere, somebody from a
class list, somebody who was in one, a guest whose time is over, or somebody who was deleted.

Of the last two nothing personal is left.
"""


@dataclass(frozen=True)
class Student:
    """One student of this record; `number` and `class_name` may be empty."""

    id: int
    name: str
    class_name: str = ""
    number: str = ""
    kind: StudentKind = "enrolled"

    @property
    def key(self) -> str:
        """What seeds are made from: it stays when the student changes name or class."""
        return str(self.id)


def find_owner(connection: Connection) -> Student | None:
    """The one who learns at the computer that runs the lab, if that has begun."""
    table = tables.student
    query = select(table).where(table.c.kind == "owner").order_by(table.c.id).limit(1)
    row = connection.execute(query).first()
    return read_student(row) if row else None


def find_student(connection: Connection, number: int) -> Student | None:
    """The student who has this number in the record, whatever their own is."""
    row = connection.execute(select(tables.student).where(tables.student.c.id == number)).first()
    return read_student(row) if row else None


def enrol(connection: Connection, at: datetime, name: str, class_name: str, number: str) -> Student:
    """A new student; a ReaderError says if the name is missing or too long."""
    return _add(connection, at, _entry(name, class_name, number), "enrolled")


def add_nameless(connection: Connection, at: datetime, kind: StudentKind) -> Student:
    """Somebody who has not said a name yet."""
    return _add(connection, at, {"name": "", "class_name": "", "number": ""}, kind)


def rename(connection: Connection, student: Student, name: str, class_name: str, number: str) -> Student:
    """The same student under another name; everything that was done stays theirs."""
    values = _entry(name, class_name, number)
    change = tables.student.update().where(tables.student.c.id == student.id).values(**values)
    return read_student(connection.execute(change.returning(tables.student)).one())


def lock(connection: Connection, student: Student) -> None:
    """Makes other writers wait who would write for this student (SQLite lets one write anyway)."""
    lock_all(connection, [student.id])


def lock_all(connection: Connection, ids: Collection[int]) -> None:
    """The same for several, always in one order, so that no two writers wait for each other.

    Entries that only refer to a student need not wait (``FOR NO KEY UPDATE``).
    """
    query = select(tables.student.c.id).where(tables.student.c.id.in_(ids)).order_by(tables.student.c.id)
    connection.execute(query.with_for_update(key_share=True)).all()


def _add(connection: Connection, at: datetime, entry: dict[str, str], kind: StudentKind) -> Student:
    added = tables.student.insert().values(**entry, joined_at=at, kind=kind).returning(tables.student)
    return read_student(connection.execute(added).one())


def _entry(name: str, class_name: str, number: str) -> dict[str, str]:
    entry = {"name": one_line(name), "class_name": one_line(class_name), "number": one_line(number)}
    if not entry["name"]:
        raise ReaderError(NO_NAME)
    length = max(map(len, entry.values()))
    if length > tables.NAME:
        raise ReaderError(TOO_LONG.fill({"most": tables.NAME, "length": length}))
    return entry


def read_student(row: Row[*tuple[Any, ...]]) -> Student:
    """A student from a row of the table."""
    return Student(row.id, row.name, row.class_name, row.number, row.kind)

"""Classes that students sign in to: each has its list, and a code by which its students find it."""

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Connection, Row, select, update

from classroom.audit import note
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, read_student

_CLASS, _MEMBER = tables.school_class, tables.roster_member

CODE_LETTERS: Final = "2346789ABCDEFGHJKMNPQRTUVWXYZ"
"""What an entry code is made of: nothing that is taken for something else (0 and O, 1, I and L, 5 and S)."""
_CODE_LENGTH: Final = 6

UnknownNumbers = Literal["refuse", "approve"]
"""What becomes of a number that is not in the list: refused, or held until a teacher approves."""


@dataclass(frozen=True)
class SchoolClass:
    """A class of the record; `code` is what its students type to find it, while it `is_open`."""

    id: int
    name: str
    code: str
    unknown_numbers: UnknownNumbers = "refuse"
    is_open: bool = True


def school_classes(store: Store) -> tuple[SchoolClass, ...]:
    """All classes, in the order of their names."""
    with store.read() as connection:
        return tuple(_read(row) for row in connection.execute(select(_CLASS).order_by(_CLASS.c.name)))


def school_class(store: Store, name: str) -> SchoolClass | None:
    """The class of this name; None if there is none."""
    with store.read() as connection:
        return find_class(connection, name)


def students_of(store: Store, of: SchoolClass) -> tuple[Student, ...]:
    """The students of the class, in the order of its list."""
    query = (
        select(tables.student)
        .join_from(_MEMBER, tables.student)
        .where(_MEMBER.c.class_name == of.name)
        .order_by(_MEMBER.c.place, _MEMBER.c.id)
    )
    with store.read() as connection:
        return tuple(read_student(row) for row in connection.execute(query))


def find_class(connection: Connection, name: str) -> SchoolClass | None:
    """The class of this name."""
    row = connection.execute(select(_CLASS).where(_CLASS.c.name == name)).first()
    return _read(row) if row is not None else None


def class_of_code(connection: Connection, code: str) -> SchoolClass | None:
    """The class with this entry code, however it was typed; None if there is none."""
    row = connection.execute(select(_CLASS).where(_CLASS.c.code == fold_code(code))).first()
    return _read(row) if row is not None else None


def fold_code(typed: str) -> str:
    """An entry code as it is kept: capitals without blanks and hyphens, full-width letters made plain.

    >>> fold_code(" k7m-2qx ")
    'K7M2QX'
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(letter for letter in plain if letter.isalnum())


def make_class(connection: Connection, at: datetime, name: str) -> SchoolClass:
    """The class of this name, made with a code of its own if it is new."""
    known = find_class(connection, name)
    if known is not None:
        return known
    code = new_code()
    while class_of_code(connection, code) is not None:  # one in 700 million
        code = new_code()
    added = _CLASS.insert().values(name=name, code=code, made_at=at).returning(_CLASS)
    return _read(connection.execute(added).one())


def new_code() -> str:
    """Random letters for an entry code, which nobody takes for others."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(_CODE_LENGTH))


def _read(row: Row[*tuple[Any, ...]]) -> SchoolClass:
    return SchoolClass(row.id, row.name, row.code, row.unknown_numbers, row.closed_at is None)


def set_open(store: Store, of: SchoolClass, *, is_open: bool, by: str) -> None:
    """Opens the class, or closes it: nobody comes in then, and whoever is in is a guest until it opens."""
    closed_at = None if is_open else store.clock()
    _change(store, of, by, "open_class" if is_open else "close_class", closed_at=closed_at)


def set_unknown_numbers(store: Store, of: SchoolClass, what: UnknownNumbers, by: str) -> None:
    """What becomes from now on of a number that is not in the list."""
    _change(store, of, by, f"{what}_unknown", unknown_numbers=what)


def renew_code(store: Store, of: SchoolClass, by: str) -> None:
    """Another entry code; whoever is signed in stays so."""
    _change(store, of, by, "renew_code", code=new_code())


def has_classes(store: Store) -> bool:
    """Whether anybody can sign in: there is a class with somebody in its list."""
    with store.read() as connection:
        return connection.execute(select(_MEMBER.c.id).limit(1)).first() is not None


def _change(store: Store, of: SchoolClass, by: str, action: str, **values: object) -> None:
    with store.write() as connection:
        connection.execute(update(_CLASS).where(_CLASS.c.id == of.id).values(**values))
        note(connection, store.clock(), by, action, of.name)

"""The PIN of a student: chosen at the first entry, asked for on every further device, kept as a hash."""

import unicodedata
from functools import cache
from typing import Final

from sqlalchemy import delete, update

from classroom.audit import note
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student
from classroom.records.upsert import insert
from classroom.secret_words import hash_secret, is_secret
from courseware.problem import ReaderError
from courseware.text import Text

FEWEST, MOST = 4, 8
_NOT_DIGITS: Final = Text(
    en="A PIN has {fewest} to {most} digits and nothing else; what you typed has {length} characters.",
    zh="PIN 码由 {fewest} 至 {most} 位数字组成，不含其他字符；您输入了 {length} 个字符。",
)
_TRIVIAL: Final = Text(
    en="This PIN is among the first that others would try: one digit again and again, digits in a row, or "
    "your number. Choose another one.",
    zh="这个 PIN 码太容易被猜到：重复数字、连续数字或学号都不行。请换一个。",
)
DIFFER: Final = Text(
    en="The two PINs are not the same. Type the new PIN twice.",
    zh="两次输入的 PIN 码不一致，请重新输入两遍。",
)
"""What is wrong with the second of the two that were typed."""
_RUNS: Final = ("01234567890", "09876543210")


def read_pin(typed: str) -> str:
    """A PIN as it was meant: full-width digits made plain, without blanks."""
    return "".join(unicodedata.normalize("NFKC", typed).split())


def check_new_pin(typed: str, again: str, number: str) -> str:
    """The new PIN of the student with this number; a ReaderError says why it cannot be used."""
    pin = read_pin(typed)
    if not (pin.isascii() and pin.isdigit() and FEWEST <= len(pin) <= MOST):
        raise ReaderError(_NOT_DIGITS.fill({"fewest": FEWEST, "most": MOST, "length": len(pin)}))
    if is_trivial(pin, number):
        raise ReaderError(_TRIVIAL)
    if pin != read_pin(again):
        raise ReaderError(DIFFER)
    return pin


def is_trivial(pin: str, number: str) -> bool:
    """Whether anybody would try this PIN first.

    >>> [is_trivial(pin, "2024057") for pin in ("0000", "1234", "8765", "1212", "4057", "4096")]
    [True, True, True, True, True, False]
    """
    is_repeated = len(set(pin)) == 1 or pin == pin[:2] * (len(pin) // 2)
    is_run = any(pin in run for run in _RUNS)
    return is_repeated or is_run or number.endswith(pin) or number.startswith(pin)


def fits_pin(kept: str | None, typed: str) -> bool:
    """Whether this is the PIN; where there is none, it takes as long to say so."""
    return is_secret(read_pin(typed), kept or _of_nobody()) and kept is not None


def set_first_pin(store: Store, student: Student, pin: str) -> bool:
    """Gives the student a PIN; False if another device has set one meanwhile."""
    hashed = hash_secret(pin)
    with store.write() as connection:
        new = insert(connection, tables.pin).values(student_id=student.id, hash=hashed, set_at=store.clock())
        # not its rowcount: SQLAlchemy does not keep that of an insert on PostgreSQL
        set_now = new.on_conflict_do_nothing().returning(tables.pin.c.student_id)
        return connection.execute(set_now).first() is not None


def change_pin(store: Store, student: Student, pin: str) -> None:
    """Another PIN of the student's own choice, which signs every device out."""
    hashed = hash_secret(pin)
    with store.write() as connection:
        mine = tables.pin.c.student_id == student.id
        connection.execute(update(tables.pin).where(mine).values(hash=hashed, set_at=store.clock()))
        connection.execute(
            delete(tables.student_session).where(tables.student_session.c.student_id == student.id)
        )


def pin_hash_of(store: Store, student: Student) -> str | None:
    """The hash of the student's PIN."""
    with store.read() as connection:
        kept: str | None = connection.scalar(
            tables.pin.select()
            .with_only_columns(tables.pin.c.hash)
            .where(tables.pin.c.student_id == student.id)
        )
    return kept


def reset_pin(store: Store, student: Student, by: str) -> None:
    """Takes the PIN away, so that the student chooses a new one, and signs every device out."""
    with store.write() as connection:
        for table in (tables.pin, tables.student_session):
            connection.execute(delete(table).where(table.c.student_id == student.id))
        note(connection, store.clock(), by, "reset_pin", student.class_name, {"student": student.id})


@cache
def _of_nobody() -> str:
    return hash_secret("no PIN")

"""Which student of a class is meant by a number and a name as people type them."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from classroom.classes import SchoolClass, class_of_code
from classroom.records import tables
from classroom.records.store import Store
from classroom.records.student import Student, read_student
from courseware.problem import ReaderError
from courseware.text import Text

_NO_CLASS: Final = Text(
    en="There is no class with this code. Look at the code on the board again: six letters and digits.",
    zh="没有这个班级码。请再看一下老师给出的班级码，共六位字母和数字。",
)
_CLOSED: Final = Text(
    en="The class {name} is closed at the moment. Ask your teacher to open it again.",
    zh="班级“{name}”目前已关闭，请联系老师重新开放。",
)
_DOTS: Final = frozenset("·•‧・∙")
"""The dot within names, which keyboards write in many ways."""


@dataclass(frozen=True)
class Entrant:
    """A student of a class who wants to come in, and the hash of the PIN if there is one."""

    student: Student
    pin_hash: str | None


def open_class(store: Store, code: str) -> SchoolClass:
    """The class with this entry code; a ReaderError if there is none or it is closed."""
    with store.read() as connection:
        found = class_of_code(connection, code)
    if found is None:
        raise ReaderError(_NO_CLASS)
    if not found.is_open:
        raise ReaderError(_CLOSED.fill({"name": found.name}))
    return found


def find_entrant(store: Store, of: SchoolClass, number: str, name: str) -> Entrant | None:
    """The one student of the class whom these fit; None if nobody does, or more than one.

    Without a name the number decides. Written exactly, a number wins over those that only read alike.
    """
    known = [one for one in _entrants(store, of) if fold_number(one.student.number) == fold_number(number)]
    exact = [one for one in known if one.student.number == number.strip()]
    fitting = [one for one in exact or known if not name.strip() or is_same_name(one.student.name, name)]
    return fitting[0] if len(fitting) == 1 and (name.strip() or fitting[0].student.number) else None


def fold_number(number: str) -> str:
    """A number for comparison alone: without blanks and leading zeros, full-width digits made plain.

    >>> fold_number(" ００7 2a"), fold_number("0"), fold_number("\\u200b0072\\ufeff")
    ('72A', '0', '72')
    """
    plain = _seen(unicodedata.normalize("NFKC", number)).upper()
    return plain.lstrip("0") or plain[:1]


def is_same_name(known: str, typed: str) -> bool:
    """Whether two names differ in blanks, dots, width and capitals alone.

    >>> is_same_name("阿依古丽·买买提", "阿依古丽 ・ 买买提"), is_same_name("Li Hua", "ｌｉｈｕａ")
    (True, True)
    """
    return _fold_name(known) == _fold_name(typed) != ""


def _fold_name(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in _seen(plain) if letter not in _DOTS)


def _seen(text: str) -> str:
    """The letters that can be seen: a list pasted from a page may carry marks that nobody can type."""
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) != "Cf")


def _entrants(store: Store, of: SchoolClass) -> list[Entrant]:
    member = tables.roster_member
    query = (
        select(tables.student, tables.pin.c.hash)
        .select_from(member.join(tables.student).outerjoin(tables.pin))
        .where(member.c.class_name == of.name)
    )
    with store.read() as connection:
        return [Entrant(read_student(row), row.hash) for row in connection.execute(query)]

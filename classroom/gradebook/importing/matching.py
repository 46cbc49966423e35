"""Whose row it is: the number decides, and a name beside it must be the same student's."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from classroom.records.student import Student
from courseware.text import Text

UNKNOWN: Final = Text(en="Nobody of this class has the number {number}.", zh="本班没有学号 {number}。")
NO_IDENTITY: Final = Text(en="The row has no student number.", zh="这一行没有学号。")
UNKNOWN_NAME: Final = Text(en="Nobody of this class is called {name}.", zh="本班没有叫 {name} 的学生。")
SAME_NAME: Final = Text(
    en="Several students are called {name}; the number is needed.", zh="有几名学生都叫 {name}，需要学号。"
)
OTHER_NAME: Final = Text(
    en="Number {number} is {known} in this class, the file says {name}.",
    zh="学号 {number} 在本班是{known}，文件中写的是{name}。",
)


class Matcher:
    """Finds the student of a row among those of the class."""

    def __init__(self, students: Sequence[Student], *, has_numbers: bool) -> None:
        """`has_numbers` is whether the file has a column of numbers; only without one a name is enough."""
        self._students = students
        self._has_numbers = has_numbers
        self._by_number = {fold(student.number): student for student in students if student.number}

    def find(self, number: str, name: str) -> Student | Text:
        """The student, or why there is none."""
        if not self._has_numbers:
            return self._of_name(name)
        if not number:
            return NO_IDENTITY
        found = self._by_number.get(fold(number)) or self._without_noughts(number, name)
        if found is None:
            return UNKNOWN.fill({"number": number})
        if name and fold(name) != fold(found.name):
            return OTHER_NAME.fill({"number": number, "known": found.name, "name": name})
        return found

    def _of_name(self, name: str) -> Student | Text:
        same = [student for student in self._students if fold(student.name) == fold(name)]
        if not name or not same:
            return UNKNOWN_NAME.fill({"name": name or "—"})
        return same[0] if len(same) == 1 else SAME_NAME.fill({"name": name})

    def _without_noughts(self, number: str, name: str) -> Student | None:
        """A number that a spreadsheet took the leading noughts of is known if the name is the same."""
        bare = fold(number).lstrip("0")
        same = [one for key, one in self._by_number.items() if key.lstrip("0") == bare]
        return same[0] if len(same) == 1 and name and fold(same[0].name) == fold(name) else None


def fold(words: str) -> str:
    """A number or name without what files write differently: width, case, blanks.

    >>> fold("２０２６ a0 1")
    '2026a01'
    """
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())

"""A student of a class list, and a list as it was read: who is in it, and what of the file is not."""

from dataclasses import dataclass

from courseware.text import Text


@dataclass(frozen=True)
class RosterEntry:
    """One student as the list says; `number` may be empty."""

    number: str
    name: str


@dataclass(frozen=True)
class ClassList:
    """What was read: the students in their order, and every word of the file that is not in them."""

    entries: tuple[RosterEntry, ...]
    report: tuple[Text, ...] = ()

"""A class whose members are students of the record, for tests of what classes do."""

from collections.abc import Iterable

from classroom import RosterEntry, Store, keep_roster
from classroom.classes import SchoolClass, school_class


def make_class(store: Store, name: str, members: Iterable[tuple[str, str]]) -> SchoolClass:
    """A class of these students, each a number and a name."""
    keep_roster(store, name, [RosterEntry(number, of) for number, of in members])
    made = school_class(store, name)
    assert made is not None
    return made

"""Someone who has not said a name yet: already learning, already on the record."""

from classroom.store import Store
from classroom.student import Student, first, welcome


def student_here(store: Store) -> Student:
    """The one student of this computer; a guest without a name until a name is given."""
    known = store.student()
    if known is not None:
        return known
    with store.write() as connection:
        return first(connection) or welcome(connection, store.clock())

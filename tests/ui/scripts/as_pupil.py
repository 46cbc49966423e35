"""The lab as the first student of the first class sees it."""

from classroom import Store
from classroom.classes import school_classes, students_of
from ui.script import run_page
from web.access.identity import Identity


def pupil(records: Store) -> Identity:
    """The first of the class list."""
    return Identity(students_of(records, school_classes(records)[0])[0], "student")


run_page(pupil)

"""A student's own customers: the same in every lesson, other ones for every student."""

import exercises
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.table import Table
from datasets import Locale
from exercises import DataUse


def own_table(store: Store, student: Student, use: DataUse, locale: Locale = "en_US") -> Table:
    """The table that `use` names, for this student or for the student's whole class.

    Numbers are the same in every locale; names, cities and occupations follow it.
    """
    return exercises.own_table(
        use, secret=store.secret, class_name=student.class_name, student=student.key, locale=locale
    )

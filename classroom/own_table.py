"""A student's own customers: the same in every lesson, other ones for every student."""

from functools import lru_cache
from typing import Final, Protocol

import datasets
from classroom.store import Store
from classroom.student import Student
from courseware.chance import seed_for
from courseware.table import Table

KEPT: Final = 256
"""Tables kept in memory: a class of a hundred, in two languages."""

WORDS: Final = "en_US"
"""The language of names in a table that only its numbers are asked about."""


class Use(Protocol):
    """What a bank or a lesson says about the data it needs."""

    @property
    def dataset(self) -> str:
        """The name of the dataset."""

    @property
    def n(self) -> int:
        """How many rows."""

    @property
    def per(self) -> str:
        """`student` or `class`: whose data they are."""


def own_table(store: Store, student: Student, use: Use, locale: str = WORDS) -> Table:
    """The table that `use` names, for this student or for the student's whole class.

    Numbers are the same in every locale; names, cities and occupations follow it.
    """
    whose = student.key if use.per == "student" else f"class {student.class_name}"
    return _table(use.dataset, use.n, seed_for(store.secret, "data", whose, use.dataset), locale)


@lru_cache(maxsize=KEPT)
def _table(dataset: str, n: int, seed: int, locale: str) -> Table:
    return datasets.make(dataset, n=n, seed=seed, locale=locale)

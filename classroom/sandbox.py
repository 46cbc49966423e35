"""A sandbox to try things out: in memory, gone when nobody looks any more, with a known secret."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from sqlalchemy import create_engine
from sqlalchemy.pool import QueuePool

from classroom.records import tables
from classroom.records.store import Store, take_turns
from classroom.records.student import Student

_SECRET: Final = b"the secret of every rehearsal...."
"""The same everywhere, so that a seed shows one variant to whoever speaks of it."""

_PATIENCE: Final = 5


def sandbox(seed: int, clock: Callable[[], datetime]) -> tuple[Store, Student]:
    """An empty record and the student in it whose questions are those of `seed` (1 or more).

    What is done in it reaches no other record. One thread at a time uses it.
    """
    engine = create_engine(
        "sqlite://",
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=_PATIENCE,
        connect_args={"check_same_thread": False},
    )
    take_turns(engine)
    tables.metadata.create_all(engine)
    store = Store(engine, clock, "rehearsal", _SECRET)
    with store.write() as connection:
        values = {"id": seed, "number": "", "name": "", "class_name": "", "joined_at": clock()}
        connection.execute(tables.student.insert().values(**values))
    return store, Student(seed, "")

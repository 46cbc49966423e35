"""Exams of browsers that left are handed in while nobody looks."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classroom import Store, open_store
from classroom.assignments.sittings import begin, sittings_of
from classroom.assignments.store import assigned_to, make
from classroom.classes import students_of
from course import all_exercises
from lessons import DatedAssignment
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class
from tests.records import lay_record
from web.sweep import sweep


class Looks:
    """Lets the sweep look so often, an hour later each time."""

    def __init__(self, clock: Clock, looks: int) -> None:
        self.clock, self.left = clock, looks

    def wait(self, timeout: float) -> bool:
        self.left -= 1
        self.clock.forward(60)
        return self.left < 0


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 6, 20, 9, 0, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = open_store(lay_record(tmp_path / "lab.db"), clock)
    yield store
    store.close()


def test_the_sweep_hands_in_at_the_end_and_comes_through_a_record_that_cannot_be_read(
    store: Store, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    school = make_class(store, "CRM 1", [("001", "Li Hua")])
    (li,) = students_of(store, school)
    values = {"mode": "exam", "minutes": 90, "pools": [{"draw": 1}], "due_at": clock.now + timedelta(days=1)}
    exam = make(store, school, DatedAssignment.model_validate(values), None, by="instructor")
    begun = begin(store, li, assigned_to(store, li)[0], all_exercises())
    sweep(store, Looks(clock, 1))
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT handed_in_by FROM sitting").scalar() is None
    sweep(store, Looks(clock, 1))

    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT handed_in_by FROM sitting").scalar() == "clock"
    assert sittings_of(store, exam)[0].handed_in_at == begun.ends_at
    with store.write() as connection:
        connection.exec_driver_sql("ALTER TABLE sitting RENAME TO away")
    sweep(store, Looks(clock, 1))
    assert "could not be handed in" in caplog.text

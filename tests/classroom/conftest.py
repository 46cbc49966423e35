"""A class record of its own for every test, a clock that tests can move, and a small bank of questions.

Each test that asks for the record is run on a file of SQLite and on a database of PostgreSQL.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from classroom import Store, Student, open_store, owner_here
from classroom.assignments.store import Assignment, make
from classroom.classes import SchoolClass, students_of
from course import BankRegistry
from exercises import Exercise
from lessons import DatedAssignment
from tests.classroom.exam_hall import MINUTE, Hall
from tests.classroom.school import make_class

BANK = """
schema: bank/1
id: record
data: [{id: survey, dataset: customers, n: 40, per: student}]
defaults: {attempts: {points: [1, 0.75, 0.5]}, shuffle: true}
items:
  - id: record.sum
    type: number
    curriculum: [10]
    params:
      a: {between: [10, 90], step: 1}
    stem: {en: "What is {{a}} plus 1?", zh: "{{a}} 加 1 等于多少？"}
    answer: {expr: a + 1, tolerance: {abs: 0.001}}
    near: [{expr: a, score: 0.4, why: {en: "One is missing.", zh: "少了一。"}}]
    hints:
      - {text: {en: "Count one on.", zh: "再数一个。"}, cost: 0.1}
      - {text: {en: "It is after {{a}}.", zh: "在 {{a}} 之后。"}, cost: 0.2}
    explain: {en: "One more.", zh: "多一个。"}
  - id: record.gap
    type: number
    curriculum: [11]
    data: survey
    params:
      gap: {expr: "mean(col('perceived') - col('expected'))"}
    stem: {en: "What is the mean gap of your {{n}} customers?", zh: "您的 {{n}} 位客户平均差距是多少？"}
    answer: {expr: gap, tolerance: {abs: 0.005}}
    explain: {en: "Value less expectation.", zh: "感知价值减去期望值。"}
"""


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def forward(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(where: str, clock: Clock) -> Iterator[Store]:
    store = open_store(where, clock)
    yield store
    store.close()


def introduce(store: Store, name: str, class_name: str = "", number: str = "") -> Student:
    """The one who learns at this computer, as pages have it once a name is given."""
    return store.rename(owner_here(store), name, class_name, number)


@pytest.fixture
def li(store: Store) -> Student:
    return introduce(store, "Li Hua", "CRM 1", "2026001")


@pytest.fixture(scope="session")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bank")
    (folder / "record.yaml").write_text(BANK, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def plus_one(bank: Path) -> Exercise:
    """What is a + 1? Answering a is a near miss worth 0.4; two hints cost 0.1 and 0.2."""
    return BankRegistry(bank).exercises()["record.sum"]


@pytest.fixture(scope="session")
def mean_gap(bank: Path) -> Exercise:
    """A question about the student's own customers."""
    return BankRegistry(bank).exercises()["record.gap"]


@pytest.fixture(scope="session")
def known(bank: Path) -> dict[str, Exercise]:
    return dict(BankRegistry(bank).exercises())


@pytest.fixture
def school(store: Store) -> SchoolClass:
    return make_class(store, "CRM 1", [("001", "Li Hua"), ("002", "Wang Fang"), ("003", "Zhao Min")])


@pytest.fixture
def pupils(store: Store, school: SchoolClass) -> tuple[Student, ...]:
    return students_of(store, school)


@pytest.fixture
def exam(store: Store, clock: Clock, school: SchoolClass) -> Assignment:
    """Forty minutes within two hours, two questions, 20 points."""
    values = {
        "mode": "exam",
        "minutes": 40,
        "points": 20,
        "pools": [{"draw": 2}],
        "opens_at": clock.now,
        "due_at": clock.now + 120 * MINUTE,
    }
    return make(store, school, DatedAssignment.model_validate(values), None, by="instructor")


@pytest.fixture
def hall(exam: Assignment, pupils: tuple[Student, ...], known: dict[str, Exercise]) -> Hall:
    return Hall(exam, pupils, known)

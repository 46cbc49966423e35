"""A new kind of question is one new folder and no other edit."""

from pathlib import Path

import pytest

from exercises import Gaps, Ordering
from exercises.exercise import kind_of
from exercises.kinds import catalogue, discover
from tests.exercises.banks import ORDER, drawn

NEW = """
from exercises.kinds.order import OrderKind, OrderItem
from typing import Literal

class RaceItem(OrderItem):
    type: Literal["race"]

class Race(OrderKind):
    item = RaceItem

KIND = Race()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / tmp_path.name
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_the_kinds_of_the_design_are_here() -> None:
    assert {"choice", "number", "match", "order", "target"} <= set(catalogue())


def test_a_module_that_is_put_in_the_room_is_a_kind(package: Path) -> None:
    (package / "race.py").write_text(NEW)

    assert list(discover([str(package)], package.name)) == ["race"]


def test_tests_that_lie_beside_a_kind_are_no_kind(package: Path) -> None:
    (package / "race.py").write_text(NEW)
    (package / "test_race.py").write_text("raise RuntimeError('a test that nobody asked for')")

    assert list(discover([str(package)], package.name)) == ["race"]


def test_a_module_without_a_kind_is_told(package: Path) -> None:
    (package / "empty.py").write_text("")
    with pytest.raises(RuntimeError, match="empty"):
        discover([str(package)], package.name)


def test_a_kind_that_has_gone_is_named_with_those_that_are_there() -> None:
    with pytest.raises(RuntimeError, match=r"no kind riddle; known: .*choice.*true_false"):
        kind_of("riddle")


def test_a_question_gives_the_field_that_its_kind_asks_with_and_no_other() -> None:
    question = drawn(ORDER).question

    assert question.field(Ordering) is question.fields[0]
    with pytest.raises(TypeError, match="is a Ordering and no Gaps"):
        question.field(Gaps)


def test_a_room_without_kinds_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no kind of question"):
        discover([str(tmp_path)], tmp_path.name)

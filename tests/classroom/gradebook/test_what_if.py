"""A student reads what is missing and what it would bring."""

from pathlib import Path

from classroom import Store
from classroom.gradebook.entries import MarkChange, enter_marks
from classroom.gradebook.reading import marks_of
from classroom.gradebook.what_if import missing_work
from tests.classroom.gradebook.term import SCHEME, class_of_three, course_of


def test_what_is_missing_comes_with_what_it_would_bring(store: Store, bank: Path) -> None:
    """Nobody was called yet, so of usual work class performance weighs 30 of 70 and homework 40 of 70."""
    _, (li, *_) = class_of_three(store)
    enter_marks(store, SCHEME, [MarkChange(li.id, "written_exam", 80)], "instructor")

    missing = missing_work(SCHEME, marks_of(store, li, course_of(bank)))

    assert [(one.part.id, one.source.source.id, float(one.gain)) for one in missing] == [
        ("machine_exam", "entry", 35.0),
        ("homework", "gap", 17.1),
        ("class_performance", "entry", 12.9),
    ]


def test_what_is_excused_is_not_missing(store: Store, bank: Path) -> None:
    _, (li, *_) = class_of_three(store)
    excused = [MarkChange(li.id, part, is_excused=True, why="ill") for part in ("exam", "homework")]
    enter_marks(store, SCHEME, excused, "instructor")

    missing = missing_work(SCHEME, marks_of(store, li, course_of(bank)))

    assert [one.part.id for one in missing] == ["class_performance"]

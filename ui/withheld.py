"""What the questions of a lesson ask to be worked out stands in no table before they are answered."""

from collections.abc import Sequence

from classroom import open_items
from classroom.assignments.store import Assigned
from course import all_exercises
from datasets import Dataset
from exercises import Exercise
from ui.visit import Visit


def withheld(visit: Visit, dataset: Dataset, assigned: Sequence[Assigned] | None = None) -> frozenset[str]:
    """The columns of `dataset` that a graded question of their lesson still asks the reader for.

    `assigned` is what the reader is set, if it is known.
    """
    asking = {column.name: column for column in dataset.columns if column.worked_out_from and column.lesson}
    graded = {lesson: _graded(visit, lesson) for lesson in {one.lesson for one in asking.values()} if lesson}
    asked = [one for ones in graded.values() for one in ones]
    still_open = open_items(visit.store, visit.student, asked, assigned)
    return frozenset(
        name
        for name, column in asking.items()
        for one in graded[str(column.lesson)]
        if one.id in still_open and works_out(one, name, column.worked_out_from)
    )


def _graded(visit: Visit, lesson: str) -> list[Exercise]:
    found, known = visit.registry.lesson(lesson), all_exercises()
    return [known[item] for item in found.items("graded") if item in known] if found else []


def works_out(exercise: Exercise, column: str, sources: tuple[str, ...]) -> bool:
    """Whether a question reads all that the column comes from, and not the column itself."""
    return exercise.data is not None and column not in exercise.names and exercise.names.issuperset(sources)

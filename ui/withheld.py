"""What the questions of a lesson ask to be worked out stands in no table before they are answered."""

from classroom import portfolio
from course import all_exercises
from datasets import Dataset
from exercises import Exercise
from ui.visit import Visit


def withheld(visit: Visit, dataset: Dataset) -> frozenset[str]:
    """The columns of `dataset` that a graded question of their lesson still asks the reader for."""
    asking = {column.name: column for column in dataset.columns if column.worked_out_from and column.lesson}
    still_open = {
        lesson: _open_items(visit, lesson) for lesson in {one.lesson for one in asking.values()} if lesson
    }
    return frozenset(
        name
        for name, column in asking.items()
        for one in still_open[str(column.lesson)]
        if works_out(one, name, column.worked_out_from)
    )


def _open_items(visit: Visit, lesson: str) -> list[Exercise]:
    found, known = visit.shelf.lesson(lesson), all_exercises()
    if found is None:
        return []
    missing = portfolio(visit.store, visit.student, found, known).missing
    return [known[item] for item in missing if item in known]


def works_out(exercise: Exercise, column: str, sources: tuple[str, ...]) -> bool:
    """Whether a question reads all that the column comes from, and not the column itself."""
    return exercise.data is not None and column not in exercise.names and exercise.names.issuperset(sources)

"""A teacher who gives full marks to all that waits."""

from classroom import Store
from classroom.marking.marks import GivenMark, mark_response, marking_of
from classroom.marking.queue import QueueSelection, by_hand, responses_to_mark
from course import all_exercises


def give_full_marks(store: Store) -> int:
    """Marks every answer in words that waits for a teacher as right; how many there were."""
    waiting = responses_to_mark(store, QueueSelection(by_hand(all_exercises())))
    for one in waiting:
        rubric = marking_of(store, one.attempt).response.rubric
        full = tuple(part.points for part in rubric.parts)
        mark_response(store, one.attempt, GivenMark(full, "", "Ms Wu"))
    return len(waiting)

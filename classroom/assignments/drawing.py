"""Which questions a student's exam has: listed ones and some of each pool, the same whenever it is asked."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from classroom.assignments.store import Assignment
from classroom.records.student import Student
from course.known import facts_of
from courseware.chance import seed_for
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import Exercise


def items_of(
    made: Assignment, known: Mapping[str, Exercise], secret: bytes, student: Student
) -> tuple[str, ...]:
    """The questions of this student in their order; no question comes twice.

    They depend on the secret of the record, the assignment and the student alone, so that nobody can
    guess them and nobody gets others by trying again. A ReaderError if a pool has become too small.
    """
    plan = made.plan

    def lot(*purpose: str) -> int:
        return seed_for(secret, "exam", str(made.id), student.key, *purpose)

    chosen = [item for item in plan.items or () if item in known]
    facts = tuple(map(facts_of, known.values()))
    for number, pool in enumerate(plan.pools):
        there = [item for item in pool.of(facts) if item not in chosen]
        if len(there) < pool.draw:
            raise ReaderError(POOL_TOO_SMALL.fill({"draw": pool.draw, "there": len(there)}))
        chosen += sorted(there, key=partial(lot, str(number)))[: pool.draw]
    return tuple(sorted(chosen, key=partial(lot, "order")) if plan.is_shuffled else chosen)


POOL_TOO_SMALL: Final = Text(
    en="The exam draws {draw} questions from a pool that has {there} left. Please tell your teacher.",
    zh="考试要从题库抽 {draw} 题，但只剩 {there} 题。请告诉老师。",
)

"""What assignments bring to the marks of a class, for the gradebook."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection

from classroom.assignments.results import AssignmentResult, results_in
from classroom.assignments.sittings import hand_in_overdue
from classroom.assignments.store import Assignment, assignments_by_class
from classroom.gradebook.nodes import MarkRange, MarkSource
from classroom.gradebook.rounding import exact, plain
from classroom.gradebook.waiting import with_waiting
from classroom.records.store import Store
from classroom.records.student import Student
from courseware.interface import say
from courseware.text import Text, as_text
from lessons import AssignmentPart, Lesson
from lessons.marking import MarkPart

_COUNTS: Final[Mapping[str, AssignmentPart]] = {"graded": "homework", "exam": "exam"}
_TOLD: Final = Text(en="{points} of {possible} points", zh="得 {points}/{possible} 分")


def assignment_sources(
    store: Store, lessons: Mapping[str, Lesson], *, only_released: bool
) -> Callable[[Connection, MarkPart, Sequence[Student]], Mapping[int, Sequence[MarkSource]]]:
    """What gives a part its assignments, by student; sittings whose time is over are handed in first.

    `only_released` leaves out exams whose results are not told yet: students must not read them in a mark.
    """
    hand_in_overdue(store)
    at = store.clock()

    def sources(
        connection: Connection, part: MarkPart, students: Sequence[Student]
    ) -> Mapping[int, Sequence[MarkSource]]:
        by_class = assignments_by_class(connection, {one.class_name for one in students})
        counted = {
            name: [one for one in those if one.plan.counts_for == _COUNTS[part.mode]]
            for name, those in by_class.items()
        }
        made = [one for those in counted.values() for one in those]
        earned = results_in(connection, students, made, at)
        found: dict[int, list[MarkSource]] = defaultdict(list)
        for student in students:
            for one in counted.get(student.class_name, ()):
                result = earned.get((student.id, one.id))
                if result and result.state != "ahead" and (result.is_released or not only_released):
                    found[student.id].append(_source(_title(one, lessons), one, result))
        return found

    return sources


def _source(title: Text, made: Assignment, result: AssignmentResult) -> MarkSource:
    """An assignment with what it brought; nothing yet where it is untouched or an exam still written."""
    is_there = result.state == "done" or (result.state == "partly" and made.plan.mode != "exam")
    points, possible = exact(result.points), exact(result.possible)
    told = _TOLD.fill({"points": plain(points), "possible": plain(possible)})
    value = points / possible * 100 if is_there else None
    source = MarkSource(f"assignment-{made.id}", title, value, told=told, answered=result.answered)
    if not result.waiting or not is_there:
        return source
    marked = None if result.marked_share is None else exact(result.marked_share) * 100
    then = MarkRange(points / possible * 100, (points + exact(result.to_come)) / possible * 100)
    return with_waiting(source, result.waiting, marked, then)


def _title(made: Assignment, lessons: Mapping[str, Lesson]) -> Text:
    """What an assignment is called: its own title, else that of its lesson, else its kind."""
    if made.plan.title:
        return as_text(made.plan.title)
    lesson = lessons.get(made.lesson or "")
    word = f"mode_{made.plan.mode}"
    return lesson.title if lesson else Text(en=say(word, "en"), zh=say(word, "zh"))

"""What of the course in force bears on marks."""

from classroom.assignments.sources import assignment_sources
from classroom.gradebook.computing import MarkingScheme
from classroom.gradebook.reading import GradedCourse
from classroom.peers.rounds import peer_sources
from course import all_exercises
from ui.visit import Visit


def graded_course(visit: Visit) -> GradedCourse:
    """The scheme, the lessons in the order of the course, and all questions."""
    lessons = visit.registry.lessons()
    assignments = assignment_sources(visit.store, lessons, only_released=not visit.is_teacher)
    marks_from = {"assignments": assignments, "peer": peer_sources}
    return GradedCourse(scheme_here(visit), lessons, all_exercises(), marks_from)


def scheme_here(visit: Visit) -> MarkingScheme:
    """The marking scheme of the course."""
    return MarkingScheme.of(visit.registry.course().marks)

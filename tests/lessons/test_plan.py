"""The plan of the course: what comes after a lesson."""

from course import course_plan, terms_of
from lessons import Course, PlanEntry


def test_after_a_lesson_come_those_that_build_on_it_else_the_next_on_the_map() -> None:
    course = course_plan()

    assert [entry.id for entry in course.after("satisfaction")] == ["complaints", "loyalty"]
    assert [entry.id for entry in course.after("crm_practice")] == ["opportunities"]
    assert course.after(course.lessons[-1]) == ()
    assert course.after("nowhere") == ()


def test_a_lesson_that_leads_to_one_that_is_not_planned_is_followed_by_the_next() -> None:
    course = course_plan()
    first, *others = course.units[0].lessons
    lost = PlanEntry(id=first.id, title=first.title, leads_to=("gone",))
    unit = course.units[0].model_copy(update={"lessons": (lost, *others)})
    changed: Course = course.model_copy(update={"units": (unit, *course.units[1:])})

    assert changed.after(first.id) == (others[0],)


def test_a_word_is_new_in_one_lesson_only() -> None:
    words = [term for name in course_plan().lessons for term in terms_of(name)]

    assert len(words) == len(set(map(str, words))) > 100

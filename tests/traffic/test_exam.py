"""An exam of two students elsewhere: until its results are released nothing of what is right travels."""

from datetime import timedelta
from typing import Final

import pytest

import exercises
from classroom import Store, Student
from classroom.assignments.sittings import Sitting, begin, hand_in, questions_of, save_answer
from classroom.assignments.store import Assignment, assigned_to, make, release
from classroom.classes import students_of
from classroom.sign_in.sessions import sign_in
from course import all_exercises, lesson_registry
from courseware.text import LANGUAGES, Language
from exercises import Grade, Variant
from lessons import DatedAssignment
from tests.browser.server import Lab
from tests.classroom.school import make_class
from tests.traffic import student as elsewhere
from tests.traffic.undue import Undue, found, letters, of_variant, said
from web.access.cookies import cookie_name

OWN, OF_ANOTHER = "-471193.25", "-583829.75"
"""What each of the two writes where a number is asked for: nobody would see these by chance."""
KNOWN: Final = all_exercises()
ONE_OF_EACH: Final = tuple({one.kind: one.id for one in KNOWN.values()}.values())
DRAWN: Final = tuple(
    item for item, one in KNOWN.items() if said({item: one.item.stem}) and item not in ONE_OF_EACH
)[:3]
"""Of these each student is asked one; each can be known by its words."""
TELLING: Final = "", "my-work", "marks", "summary", "certificate"
"""The other pages that tell a student of what was answered."""


@pytest.fixture
def pupils(record: Store, request: pytest.FixtureRequest) -> tuple[Student, ...]:
    """A class of two."""
    of = make_class(record, request.node.name, [("001", "Li Hua"), ("002", "Wang Fang")])
    due_at, pool = record.clock() + timedelta(hours=1), {"draw": 1, "use": DRAWN}
    plan = {"mode": "exam", "minutes": 40, "use": ONE_OF_EACH, "pools": [pool], "due_at": due_at}
    make(record, of, DatedAssignment.model_validate(plan), None, by="instructor")
    return students_of(record, of)


# 7 s: five pages are drawn at four moments, and every frame is read
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_an_exam_travels_before_its_results_are_released(
    lab: Lab, record: Store, pupils: tuple[Student, ...], language: Language
) -> None:
    li, wang = pupils
    exam = assigned_to(record, li)[0].assignment
    mine, theirs = (begin(record, one, assigned_to(record, one)[0], KNOWN) for one in pupils)
    asked, others = variants_of(record, li, mine), variants_of(record, wang, theirs)
    not_drawn = said({item: KNOWN[item].item.stem for item in DRAWN if item not in mine.items})
    seeds = [Undue("another's seed", str(one.seed)) for one in others]
    of_others = [*not_drawn, *seeds, Undue("another's answer", OF_ANOTHER.lstrip("-"))]
    secret = [*of_others, *(one for variant in asked for one in of_variant(variant))]
    titles = [str(lesson.title) for lesson in lesson_registry().lessons().values()]  # they stand on the map
    public = letters("".join([*titles, *(str(variant.question) for variant in asked)]))
    write(record, wang, theirs, others, OF_ANOTHER)

    with elsewhere.student_of(lab) as student:
        student.cookies[cookie_name("lab_student", record)] = sign_in(record, li)
        begun = walk(student, exam, language)
        secret += write(record, li, mine, asked, OWN)
        drafted = walk(student, exam, language)
        for sitting in (mine, theirs):
            hand_in(record, sitting, "student")
        ended = walk(student, exam, language)
        bodies = b"\n".join(student.bodies)
        release(record, exam, by="instructor")
        told = walk(student, exam, language)

    stems = [letters(one.question.stem[language])[:40] for one in asked]
    assert [stem for stem in stems if stem not in heard(begun)] == [], "the walk did not see the exam"
    assert OWN in drafted.decode("utf-8", "ignore"), "the walk did not see what was written"
    early = {"begun": begun, "drafted": drafted, "handed in": ended, "files": bodies}
    assert {when: found(secret, frames, public) for when, frames in early.items()} == {
        one: [] for one in early
    }
    assert kinds(found(secret, told, public)) >= {"explanation", "solution", "verdict"}
    assert found(of_others, told, public) == []


def variants_of(record: Store, student: Student, sitting: Sitting) -> list[Variant]:
    """The questions of a sitting as they were drawn."""
    return [one.variant for one in questions_of(record, student, sitting)]


def write(
    record: Store, student: Student, sitting: Sitting, variants: list[Variant], number: str
) -> list[Undue]:
    """Answers every question, wrongly where it can be told, and what marking will say of it."""
    verdicts = {}
    for item, variant in zip(sitting.items, variants, strict=True):
        is_number = variant.kind == "number"
        response = {"answer": number} if is_number else exercises.wrong_response(variant)
        save_answer(record, student, sitting, item, response)
        grade = exercises.grade(variant, response)
        assert isinstance(grade, Grade)
        verdicts[f"verdict: {item}"] = grade.told(is_closed=True)
    return said(verdicts)


def walk(student: elsewhere.Student, exam: Assignment, language: Language) -> bytes:
    """All frames of the exam and of the pages that tell of it."""
    pages = [student.open(page, lang=language) for page in TELLING]
    return b"\n".join([student.open("exam", lang=language, exam=str(exam.id)), *pages])


def heard(frames: bytes) -> str:
    """The letters of what came."""
    return letters(frames.decode("utf-8", "ignore"))


def kinds(told: list[str]) -> set[str]:
    """What kinds of secrets were found."""
    return {one.partition(":")[0] for one in told}

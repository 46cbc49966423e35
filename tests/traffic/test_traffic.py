"""A student elsewhere walks whole lessons and answers nothing: what is not due is in no frame and no body."""

import pytest
from sqlalchemy import select

from classroom import Store, Student
from classroom.records import tables
from classroom.records.student import read_student
from course import lesson_registry
from courseware.text import LANGUAGES, Language
from lessons import ExerciseStep, Lesson, PlayStep, Step
from tests.browser.server import Lab
from tests.browser.thorough import is_thorough
from tests.traffic import student as elsewhere
from tests.traffic.undue import found, in_public, letters, of_exercises, of_step, of_teachers, pieces

LESSONS = list(lesson_registry().lessons().values())
WALKS = [
    (lesson, language)
    for place, lesson in enumerate(LESSONS)
    for language in (LANGUAGES if is_thorough() else (LANGUAGES[place % len(LANGUAGES)],))
]
"""How lessons are walked through; in a sample one in English and the next in Chinese."""
OF_A_RUN = '"pictures":[{', '"measures":[{', "/runs/"
"""What the message of a panel that shows its run holds: chart, measures, and where to ask for more."""
PREDICTED = '"guess":{'
"""What it holds besides once something was predicted."""


def newest(record: Store) -> Student:
    """The guest who came last."""
    with record.read() as connection:
        row = connection.execute(select(tables.student).order_by(tables.student.c.id.desc()).limit(1)).one()
    return read_student(row)


# 6 s: every step of a lesson is drawn, and every frame that is sent is read
@pytest.mark.parametrize(
    ("lesson", "language"), [pytest.param(*one, id=f"{one[0].id}-{one[1]}") for one in WALKS]
)
def test_a_student_who_has_answered_nothing_is_sent_nothing_that_is_not_due(
    lab: Lab, record: Store, lesson: Lesson, language: Language
) -> None:
    public, secret = in_public(lesson), of_teachers(lesson)
    told, unheard = [], []
    with elsewhere.student_of(lab) as student:
        for n, step in enumerate(lesson.steps, 1):
            frames = b"\n".join(
                student.open(lesson.id, step=str(n), lang=language, **question) for question in asked_at(step)
            )
            undue = [*secret, *of_step(lesson, step), *of_exercises(record, newest(record), step)]
            told += [f"step {n}: {what}" for what in found(undue, frames, public)]
            told += [f"step {n}: {what}" for what in drawn_too_early(step, frames)]
            heard = letters(frames.decode("utf-8", "ignore"))
            unheard += [piece for piece in pieces(step.title, language) if piece not in heard]
        bodies = b"\n".join(student.bodies)

    assert not unheard, "the walk did not see the lesson itself"
    assert not told, "\n".join(told[:40])
    assert not found(secret, bodies, public)


def asked_at(step: Step) -> list[dict[str, str]]:
    """What the address says for each question of a step; nothing more where it asks none."""
    if not isinstance(step, ExerciseStep):
        return [{}]
    return [{"question": str(number)} for number in range(1, len(step.items) + 1)]


def drawn_too_early(step: Step, frames: bytes) -> list[str]:
    """Whether a chart or a measure was sent where a prediction is still to be made."""
    if not isinstance(step, PlayStep) or step.predict is None:
        return []
    return [mark for mark in (*OF_A_RUN, PREDICTED) if mark.encode() in frames]


def test_where_nothing_is_to_be_predicted_the_same_look_does_find_chart_and_results(lab: Lab) -> None:
    plays = [step for one in LESSONS for step in one.steps if isinstance(step, PlayStep)]
    some = next(step.predict for step in plays if step.predict is not None)
    seen, drawn = [], []
    for lesson in LESSONS:
        with elsewhere.student_of(lab) as student:
            for n, step in enumerate(lesson.steps, 1):
                if isinstance(step, PlayStep) and step.predict is None:
                    frames = student.open(lesson.id, step=str(n), lang="en")
                    covered = step.model_copy(update={"predict": some})
                    seen += found(of_step(lesson, covered), frames, "")
                    drawn += drawn_too_early(covered, frames)

    assert set(OF_A_RUN) == set(drawn)
    kinds = {one.partition(":")[0] for one in seen}
    assert kinds == {"result of the run", "message of the view"}


def test_what_two_students_write_reaches_only_the_one_who_wrote_it(lab: Lab, record: Store) -> None:
    with elsewhere.student_of(lab) as first, elsewhere.student_of(lab) as second:
        first.open("", lang="en")
        record.rename(newest(record), "王伟4711", class_name="营销4712", number="20264713")
        again = first.open("summary", lang="en", lesson=LESSONS[0].id)
        others = [second.open(page, lang="en") for page in ("", "my-customers", "summary", "certificate")]

    assert b"4711" in again
    assert not [mark for mark in (b"4711", b"4712", b"4713") for frames in others if mark in frames]


def test_a_student_elsewhere_is_sent_nothing_of_desk_slides_and_papers(lab: Lab) -> None:
    lesson = LESSONS[0]
    secret = of_teachers(lesson)
    with elsewhere.student_of(lab) as student:
        for page in ("desk", "present", "speaker"):
            frames = student.open(page, lang="en", lesson=lesson.id, file=f"lessons/{lesson.id}.yaml")
            assert not found(secret, frames, in_public(lesson))
        papers = [f"/print/{paper}/{lesson.id}" for paper in ("key", "plan", "handout", "slides")]
        for address in (*papers, "/desk/stamp", f"/pace/{lesson.id}.csv"):
            assert not found(secret, student.get(address), in_public(lesson))


def test_the_log_of_the_server_names_nobody_who_was_there(lab: Lab, record: Store) -> None:
    name, class_name, number = "欧阳震华 Ouyang", "营销 77 班", "2026-77"
    with elsewhere.student_of(lab) as student:
        student.open("", lang="en")
        record.rename(newest(record), name, class_name, number)
        shown = b"".join(
            student.open(page, lang="en", term=name, lesson=name, customer=number, missing=name, step=name)
            for page in (
                "",
                LESSONS[0].id,
                "summary",
                "glossary",
                "my-customers",
                "certificate",
                "desk",
                "lab",
            )
        )
    said = lab.log

    assert name in shown.decode("utf-8", "ignore"), "the walk was not this student's"
    assert "http" in said, "the server has written no log"
    assert not [word for word in (name, class_name, number, "Ouyang", "欧阳") if word in said]

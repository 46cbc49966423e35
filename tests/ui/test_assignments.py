"""Assignments on the screen: what a teacher sets, what a student reads of it, and what is not told before."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import JsonValue
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from classroom import Store, Student, owner_here, submit, variant_for
from classroom.assignment_rules import Extension
from classroom.assignments.sittings import let_in_again, questions_of, sitting_of
from classroom.assignments.store import Assignment, assigned_to, assignments_of, end, extend, make, release
from classroom.classes import SchoolClass, students_of
from classroom.records import tables
from course import all_exercises, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import right_response
from lessons import DatedAssignment, ExerciseStep
from tests.classroom.school import make_class
from tests.records import statements
from tests.ui.reader import errors, open_page, own_record, page_at, said
from ui.analysis.paper import stem_of
from web.records import records_here

LESSON, STEP, ITEM = next(
    (lesson.id, n, step.items[0])
    for lesson in lesson_registry().lessons().values()
    for n, step in enumerate(lesson.steps, 1)
    if isinstance(step, ExerciseStep) and step.mode == "graded" and len(step.items) == 1
    if all_exercises()[step.items[0]].kind == "number"
)
NUMBERS = [one.id for one in all_exercises().values() if one.kind == "number" and one.data is None][:3]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with own_record(tmp_path):
        yield records_here()


@pytest.fixture
def school(store: Store) -> SchoolClass:
    return make_class(store, "CRM 1", [("001", "Li Hua"), ("002", "Wang Fang")])


@pytest.fixture
def li(store: Store, school: SchoolClass) -> Student:
    return students_of(store, school)[0]


def set_to(store: Store, of: SchoolClass, lesson: str | None, **values: JsonValue) -> Assignment:
    return make(store, of, DatedAssignment.model_validate(values), lesson, by="instructor")


@pytest.fixture
def exam(store: Store, school: SchoolClass) -> Assignment:
    end_at = (store.clock() + timedelta(hours=2)).isoformat()
    return set_to(
        store, school, None, mode="exam", title="Quiz", minutes=40, use=list(NUMBERS), due_at=end_at
    )


def exam_page(exam: Assignment, language: Language = "en") -> AppTest:
    page = open_page("exam", language, "pupil", exam=str(exam.id))
    assert errors(page) == []
    return page


def everything(page: AppTest) -> str:
    """All that this run sends to the browser."""
    return "\n".join(str(getattr(one, "proto", "")) for one in page.main)


def press(page: AppTest, key: str) -> AppTest:
    """Clicks the button whose key begins so."""
    return next(one for one in page.button if (one.key or "").startswith(key)).click().run()


def begin(page: AppTest) -> AppTest:
    return press(page, "begin:")


def write_right(store: Store, li: Student, exam: Assignment, page: AppTest) -> AppTest:
    sitting = sitting_of(store, li, exam)
    assert sitting is not None
    for record in questions_of(store, li, sitting):
        value = str(right_response(record.variant)["answer"])
        page.text_input(key=f"exam-answer:{record.variant.item}:answer").set_value(value).run()
    return page


def test_an_exam_is_begun_written_and_handed_in_and_tells_what_is_right_only_once_it_is_released(
    store: Store, li: Student, exam: Assignment
) -> None:
    page = begin(exam_page(exam))
    sitting = sitting_of(store, li, exam)
    assert sitting is not None
    secrets = [
        text
        for record in questions_of(store, li, sitting)
        for text in (record.variant.explain.en[:40], *(hint.text.en[:40] for hint in record.variant.hints))
    ]
    assert secrets
    page = write_right(store, li, exam, page)
    sent = everything(page)
    assert "3 of 3 answered" in said(page)
    press(page, "hand-in:")
    sent += everything(page)
    press(page, "hand-in-now:")
    sent += everything(page)
    assert errors(page) == []
    assert "Handed in at" in "".join(str(one.value) for one in page.success)
    assert [secret for secret in secrets if secret in sent] == []
    assert "of 3 points" not in sent
    assert "3 of 3 points" not in said(open_page("", "en", "pupil")) + said(
        open_page("my-work", "en", "pupil")
    )

    release(store, exam, by="instructor")

    told = everything(exam_page(exam))
    explained = [record.variant.explain.en[:40] for record in questions_of(store, li, sitting)]
    assert [text for text in explained if text not in told] == []
    assert "3 of 3 points" in said(exam_page(exam))
    assert said(open_page("my-work", "en", "pupil")).count("earned 1") == 3


def test_handing_in_names_what_is_not_answered_and_can_be_thought_over(
    store: Store, li: Student, exam: Assignment
) -> None:
    page = begin(exam_page(exam))
    press(page, "hand-in:")

    assert "Not answered yet: 1, 2, 3." in errors(page)[0]
    press(page, "go-on:")
    found = sitting_of(store, li, exam)
    assert found is not None
    assert found.is_written(store.clock())


def test_who_is_let_in_again_finds_what_was_written(store: Store, li: Student, exam: Assignment) -> None:
    page = write_right(store, li, exam, begin(exam_page(exam)))
    press(page, "hand-in:")
    press(page, "hand-in-now:")
    found = sitting_of(store, li, exam)
    assert found is not None
    let_in_again(store, found, 10, why="power cut", by="instructor")

    assert "3 of 3 answered" in said(exam_page(exam))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exam_that_is_not_mine_or_is_over_or_not_yet_open_says_so(
    store: Store, school: SchoolClass, li: Student, language: Language
) -> None:
    now = store.clock()
    times = {
        "opens_at": (now + timedelta(hours=1)).isoformat(),
        "due_at": (now + timedelta(hours=2)).isoformat(),
    }
    ahead = set_to(store, school, None, mode="exam", minutes=40, use=list(NUMBERS), **times)
    page = exam_page(ahead, language)

    assert [one for one in page.button if (one.key or "").startswith("begin:")] == []
    assert {"en": "It opens at", "zh": "开始，届时本页"}[language] in page.info[0].value
    end(store, ahead, by="instructor")
    assert {"en": "no such exam", "zh": "没有布置给你"}[language] in exam_page(ahead, language).info[0].value


def test_a_lesson_says_until_when_and_what_a_right_answer_earns_now_and_later(
    store: Store, school: SchoolClass
) -> None:
    due = (store.clock() - timedelta(hours=1)).isoformat()
    late: JsonValue = {"days": 3, "per_day": 0.1, "floor": 0.5}
    set_to(store, school, LESSON, use=[ITEM], due_at=due, late=late)
    page = open_page(LESSON, "en", "pupil", step=str(STEP))

    assert errors(page) == []
    assert "a right answer now still earns 90%" in said(page)
    assert " 80%" in said(page)
    assert "until" in said(open_page("", "en", "pupil"))


def test_before_it_opens_nothing_of_a_question_is_sent(
    store: Store, school: SchoolClass, li: Student
) -> None:
    opens = (store.clock() + timedelta(hours=1)).isoformat()
    set_to(store, school, LESSON, use=[ITEM], opens_at=opens)
    page = open_page(LESSON, "en", "pupil", step=str(STEP))

    assert "This question opens at" in page.info[0].value
    assert all_exercises()[ITEM].item.stem.en[:30] not in everything(page)


def test_a_run_of_a_question_that_is_set_asks_the_record_at_most_eight_times(
    store: Store, school: SchoolClass, li: Student
) -> None:
    set_to(store, school, LESSON, use=[ITEM])
    page = page_at(LESSON, "en", "pupil", step=str(STEP))
    asked = statements(store)
    page.run()
    first = len(asked) - 1  # the script of the test finds its student in two statements, the lab in one
    asked.clear()
    page.run()
    whole = len(asked)  # the page, and one for the question
    asked.clear()
    page.text_input(key=f"answer:{ITEM}:0:answer").set_value("-9")
    page.button(key=f"answer:{ITEM}:0:send").click().run()
    # the run that sends, and that which shows what came of it, which need not ask for the question
    own = len(asked) - 2 * (whole - 1)

    assert first <= 8
    assert 4 <= own <= 8


def test_my_work_tells_each_try_its_lateness_and_its_points(
    store: Store, school: SchoolClass, li: Student
) -> None:
    due = (store.clock() - timedelta(hours=1)).isoformat()
    set_to(store, school, LESSON, use=[ITEM], due_at=due, late={"days": 3, "per_day": 0.1, "floor": 0.5})
    exercise = all_exercises()[ITEM]
    submit(store, li, exercise, right_response(variant_for(store, li, exercise)))
    page = open_page("my-work", "en", "pupil")

    assert errors(page) == []
    assert "earned 0.9" in said(page)
    assert "this try counted 90%" in said(page)


def test_a_teacher_sets_a_lesson_to_a_class_and_allows_one_student_more(
    store: Store, school: SchoolClass
) -> None:
    page = open_page("assignments", "en", "teacher")
    assert errors(page) == []
    next(one for one in page.button if one.label == "Set it to the class").click().run()
    assert errors(page) == []
    (made,) = assignments_of(store, school)
    assert made.plan.items
    page.number_input(key=f"extend:{made.id}:tries").set_value(2)
    next(one for one in page.button if one.label == "Allow it").click().run()
    assert "Please say why" in errors(page)[0]
    page.text_input(key=f"extend:{made.id}:why").set_value("was ill")
    page.number_input(key=f"extend:{made.id}:tries").set_value(2)
    next(one for one in page.button if one.label == "Allow it").click().run()

    assert "2 more tries" in said(page)


def test_a_teacher_sees_who_writes_and_is_told_why_results_wait(
    store: Store, school: SchoolClass, exam: Assignment
) -> None:
    begin(exam_page(exam))
    extend(
        store, exam, students_of(store, school)[1], Extension(time_factor=1.25), why="slow", by="instructor"
    )
    page = open_page("assignments", "en", "teacher")

    assert errors(page) == []
    assert "1 of 2 have begun, 0 have handed in." in said(page)
    assert "time × 1.25" in said(page)
    page.button(key=f"release:{exam.id}").click().run()
    assert "still writing" in errors(page)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_teacher_is_told_whom_results_wait_for_and_until_when_and_a_student_that_they_wait_for_all(
    store: Store, school: SchoolClass, li: Student, language: Language
) -> None:
    now = store.clock()
    times = {
        "opens_at": (now - timedelta(hours=2)).isoformat(),
        "due_at": (now - timedelta(hours=1)).isoformat(),
        "release_at": (now - timedelta(hours=1)).isoformat(),
    }
    made = set_to(store, school, None, mode="exam", minutes=40, use=list(NUMBERS), **times)
    extra = Extension(due_at=now + timedelta(hours=3))
    late = students_of(store, school)[1]
    with store.write() as connection:
        key = {"assignment_id": made.id, "student_id": late.id, "due_at": extra.due_at}
        connection.execute(tables.extension.insert().values(**key, why="ill", by="instructor", at=now))
    page = open_page("assignments", language, "teacher")
    held = {"en": "held back from everybody", "zh": "成绩对所有人暂缓公布"}[language]

    assert [(held in one.value, "Wang Fang 002" in one.value) for one in page.info] == [(True, True)]
    assert [one for one in page.button if (one.key or "").startswith("release:")] == []
    assert exam_page(made, language).info[0].value == say("exam_missed", language)
    open_one = set_to(
        store, school, None, mode="exam", minutes=40, use=list(NUMBERS), due_at=str(now + timedelta(hours=1))
    )
    written = begin(exam_page(open_one, language))
    press(written, "hand-in:")
    press(written, "hand-in-now:")
    assert say("exam_wait", language) in said(written)


def test_the_page_of_assignments_is_for_teachers(store: Store, school: SchoolClass) -> None:
    page = open_page("assignments", "en", "pupil")

    assert [one.label for one in page.selectbox] == []


def test_a_teacher_who_corrects_nothing_is_told_that_no_mark_changes(
    store: Store, school: SchoolClass, li: Student
) -> None:
    exercise = all_exercises()[NUMBERS[0]]
    submit(store, li, exercise, right_response(variant_for(store, li, exercise)))
    page = open_page("assignments", "en", "teacher")
    page.selectbox(key="regrade-item").set_value(exercise.id).run()

    assert errors(page) == []
    assert "1 answered: 0 gain, 0 lose." in said(page)
    assert "No mark would change." in "".join(str(one.value) for one in page.info)


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_picked_by_what_they_ask_and_by_their_id(
    store: Store, school: SchoolClass, language: Language
) -> None:
    exercise = all_exercises()[NUMBERS[0]]
    asked = stem_of(exercise, language)
    page = open_page("assignments", language, "teacher")
    pickers = [
        page.selectbox(key="regrade-item"),
        next(one for one in page.multiselect if one.label == say("set_questions", language)),
    ]

    for picker in pickers:
        (shown,) = (option for option in picker.options if option.endswith(f" · {exercise.id}"))
        assert asked.startswith(shown.removesuffix(f" · {exercise.id}").removesuffix("…"))
        assert len(shown) < 120


def test_what_an_assistant_does_is_noted_under_the_assistants_name(store: Store, exam: Assignment) -> None:
    page = open_page("assignments", "en", "assistant")
    page.button(key=f"release:{exam.id}").click().run()
    with store.read() as connection:
        noted = connection.execute(select(tables.audit_entry.c.actor, tables.audit_entry.c.action)).all()

    assert not errors(page)
    assert [tuple(one) for one in noted][-1] == ("Chen Jing", "release_assignment")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_left_open_tells_nothing_of_a_question_while_it_is_written_in_an_exam(
    store: Store, school: SchoolClass, language: Language
) -> None:
    page = open_page(LESSON, language, "pupil", step=str(STEP))
    end_at = (store.clock() + timedelta(hours=2)).isoformat()
    begin(exam_page(set_to(store, school, None, mode="exam", minutes=40, use=[ITEM], due_at=end_at)))
    press(page, "hint:")
    refused = {"en": "in the exam that you are writing", "zh": "正在进行的考试"}[language]

    assert [refused in one for one in errors(page)] == [True]
    page.text_input(key=f"answer:{ITEM}:0:answer").set_value("1")
    press(page, "answer:")
    assert [refused in one for one in errors(page)] == [True]


def test_what_is_left_empty_when_one_is_allowed_more_stays_as_it_was(
    store: Store, school: SchoolClass, li: Student, exam: Assignment
) -> None:
    extend(store, exam, li, Extension(time_factor=1.25), why="slow", by="instructor")
    work = set_to(store, school, LESSON, use=[ITEM])
    for tries in (2, None):
        page = open_page("assignments", "en", "teacher")
        page.text_input(key=f"extend:{work.id}:why").set_value("was ill")
        page.number_input(key=f"extend:{work.id}:tries").set_value(tries)
        [one for one in page.button if one.label == "Allow it"][-1].click().run()

    allowed = {one.assignment.id: one.extension for one in assigned_to(store, li)}

    assert allowed[work.id].extra_tries == 2
    assert [one.time_factor for one in allowed.values()] == [1.25, 1.25]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_waits_for_a_teacher_is_not_said_to_earn_nothing(store: Store, language: Language) -> None:
    exercise = all_exercises()["sat.what-is-satisfaction"]
    submit(store, owner_here(store), exercise, {"answer": {"words": "A feeling."}})
    page = open_page("my-work", language)

    assert say("waits_for_teacher", language) in said(page)
    assert say("work_points", language, points="0") not in said(page)

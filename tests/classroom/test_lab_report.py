"""The lab report of one student: what was done, in the own settings and words, and nothing undue."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from classroom import (
    Store,
    Student,
    end_guests,
    guest_of,
    predict,
    question_status,
    submit,
    variant_for,
    visit,
)
from classroom.assignments.store import make, release
from classroom.classes import students_of
from classroom.lab_work import lab_work
from classroom.records import tables
from classroom.reflection import MOST_WORDS, keep_reflection, reflection_in
from classroom.report_exercises import answer_rows, score_row
from classroom.report_runs import model_of
from classroom.work_settings import keep_settings, settings_in
from course import all_exercises, course_plan, find_lesson
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Text
from exercises import Assign, reveal, right_response, wrong_response
from lessons import AskStep, DatedAssignment, ExerciseStep, Lesson, PlayStep, ReadStep, School
from papers.chart import at_the_start
from papers.lab_report import CellRow, LabReport, ReflectionRow
from papers.words import word
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class
from tests.classroom.working import SEED, at_the_end, report_of, work_through
from tests.exercises.banks import MATCH
from tests.exercises.banks import exercise as exercise_of
from tests.records import statements
from tests.traffic.undue import in_public, letters, of_exercises, of_step, of_teachers

NOT_DONE = word("report_not_done")


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return find_lesson("satisfaction")


def texts(report: LabReport) -> Iterator[Text]:
    """Every text of the report, in order."""
    rows = [*report.head, *(row for section in report.sections for row in section.rows)]
    yield from (text for row in rows if isinstance(row, CellRow) for cell in row.cells for text in cell.texts)


def first_play(lesson: Lesson, *, is_predicted: bool) -> PlayStep:
    """The first simulation of which something is to be predicted, or nothing."""
    plays = (step for step in lesson.steps if isinstance(step, PlayStep))
    return next(step for step in plays if (step.predict is not None) is is_predicted)


def test_of_what_was_not_done_the_report_says_only_that(store: Store, li: Student, lesson: Lesson) -> None:
    report = report_of(store, li, lesson)
    told = [text["zh"] for text in texts(report)]

    assert report.charts() == ()
    assert told.count(NOT_DONE.zh) > len([step for step in lesson.steps if isinstance(step, PlayStep)])
    assert word("report_left", n=len(set(lesson.items())))["zh"] in told


def test_nothing_that_is_not_due_stands_on_a_report(store: Store, li: Student, lesson: Lesson) -> None:
    for step in lesson.steps:
        visit(store, li, lesson.id, step.id)
    words = [text[language] for text in texts(report_of(store, li, lesson)) for language in LANGUAGES]
    told, public = letters("".join(words)), in_public(lesson)
    found = [one for step in lesson.steps for one in (*of_step(lesson, step), *of_exercises(store, li, step))]
    undue = [one for one in (*found, *of_teachers(lesson)) if letters(one.said) not in public]
    numbers = [one for one in undue if one.said[:1].isdigit() or one.said[:1] in "−-"]
    said = [one for one in undue if one not in numbers]

    assert min(len(numbers), len(said)) > 50
    assert [one for one in said if one.said in told] == []
    assert [one for one in numbers if any(one.said in text for text in words)] == []


def test_a_run_stands_there_in_the_settings_that_the_student_left(
    store: Store, li: Student, lesson: Lesson
) -> None:
    step = first_play(lesson, is_predicted=False)
    keep_settings(store, li, lesson.id, step.id, {**at_the_end(step), "seed": SEED})

    (row,) = report_of(store, li, lesson).charts()

    assert row.key == step.id
    assert row.chart.model.seed == SEED
    assert {name: getattr(row.chart.model, name) for name in step.controls} == at_the_end(step)


def test_a_run_that_was_only_seen_stands_there_as_the_lesson_sets_it(
    store: Store, li: Student, lesson: Lesson
) -> None:
    step = first_play(lesson, is_predicted=False)
    visit(store, li, lesson.id, step.id)

    report = report_of(store, li, lesson)

    assert [row.key for row in report.charts()] == [step.id]
    assert word("report_as_set").en in [text.en for text in texts(report)]


def test_a_run_that_is_to_be_predicted_comes_with_the_prediction(
    store: Store, li: Student, lesson: Lesson
) -> None:
    step = first_play(lesson, is_predicted=True)
    assert step.predict is not None
    visit(store, li, lesson.id, step.id)
    assert report_of(store, li, lesson).charts() == ()
    predict(store, li, lesson.id, step.id, choice="0")

    report = report_of(store, li, lesson)

    assert [row.key for row in report.charts()] == [step.id]
    assert step.predict.options[0] in list(texts(report))


@pytest.mark.parametrize("change", [{"gone": 1}, {"seed": -1}, {"seed": "x"}])
def test_settings_that_no_longer_fit_the_lesson_are_told_and_not_run(
    store: Store, li: Student, lesson: Lesson, change: dict[str, float | str]
) -> None:
    step = first_play(lesson, is_predicted=False)
    keep_settings(store, li, lesson.id, step.id, {**at_the_end(step), **change})

    report = report_of(store, li, lesson)

    assert word("report_no_longer").zh in [text.zh for text in texts(report)]
    assert [row.chart.model for row in report.charts()] == [at_the_start(step)]
    assert model_of(step, {**at_the_end(step), **change}) is None


def test_settings_outside_what_the_lesson_allows_now_are_not_run(lesson: Lesson) -> None:
    step = first_play(lesson, is_predicted=False)
    name, value = next(iter(at_the_end(step).items()))
    assert isinstance(value, int | float)
    control = step.controls[name].model_copy(update={"max": value - 1})
    narrowed = step.model_copy(update={"controls": {**step.controls, name: control}})

    assert model_of(step, {name: value}) is not None
    assert model_of(narrowed, {name: value}) is None


def test_the_right_answer_stands_there_only_once_it_may_be_revealed(
    store: Store, li: Student, lesson: Lesson
) -> None:
    exercise = all_exercises()[lesson.items("graded")[0]]
    variant = variant_for(store, li, exercise)
    submit(store, li, exercise, wrong_response(variant))
    before = lab_work(store, li, lesson, all_exercises()).questions[exercise.id]
    assert before.reveal is None
    assert len(exercise.attempts.points) > 1
    assert variant.explain not in list(texts(report_of(store, li, lesson)))
    submit(store, li, exercise, right_response(variant))

    after = lab_work(store, li, lesson, all_exercises()).questions[exercise.id]

    assert after.reveal is not None
    assert f"{after.item_points:.3g}/1" in [text.en for text in texts(report_of(store, li, lesson))]


def test_an_answer_that_waits_for_a_teacher_is_not_said_to_be_worth_nothing(
    store: Store, li: Student
) -> None:
    exercise = all_exercises()["sat.what-is-satisfaction"]
    submit(store, li, exercise, {"answer": {"words": "A feeling."}})
    rows = answer_rows([question_status(store, li, exercise)], {exercise.id})
    told = [text for row in rows for cell in row.cells for text in cell.texts]

    total = score_row([question_status(store, li, exercise)], {exercise.id})
    assert word("report_total_waiting", n=1, most=1) in [text for cell in total.cells for text in cell.texts]
    assert word("report_not_marked") in told
    assert "0/1" not in [text.en for text in told]


def test_what_an_exam_asked_is_told_once_it_is_released(store: Store, clock: Clock, lesson: Lesson) -> None:
    school = make_class(store, "CRM 1", [("001", "Li Hua")])
    student, item = students_of(store, school)[0], lesson.items("graded")[0]
    exercise = all_exercises()[item]
    submit(store, student, exercise, right_response(variant_for(store, student, exercise)))
    exam = {
        "mode": "exam",
        "use": (item,),
        "minutes": 60,
        "opens_at": clock.now - timedelta(days=1),
        "due_at": clock.now + timedelta(days=1),
    }
    made = make(store, school, DatedAssignment.model_validate(exam), None, by="instructor")
    before = [text.en for text in texts(report_of(store, student, lesson))]
    assert word("report_withheld", n=1).en in before
    assert "1/1" not in before

    release(store, made, by="instructor")

    after = [text.en for text in texts(report_of(store, student, lesson))]
    assert word("report_withheld", n=1).en not in after
    assert "1/1" in after


def test_who_it_is_and_when_stands_at_the_head_in_the_way_of_each_language(
    store: Store, li: Student, lesson: Lesson
) -> None:
    visit(store, li, lesson.id, lesson.steps[0].id)

    head = [cell.texts[0] for row in report_of(store, li, lesson).head for cell in row.cells if cell.texts]

    assert {"Li Hua", "CRM 1", "2026001"} <= {text.zh for text in head}
    assert Text(en="2 March 2026", zh="2026年3月2日") in head


def test_the_school_stands_in_its_field_where_the_course_names_one(
    store: Store, li: Student, lesson: Lesson
) -> None:
    name = Text(en="Lakeside College", zh="湖滨学院")
    course = course_plan().model_copy(update={"school": School(name=name)})

    report = report_of(store, li, lesson, course)

    assert report.head[0].cells[1].texts == (name,)


def test_sections_are_counted_as_each_language_counts(store: Store, li: Student, lesson: Lesson) -> None:
    headings = [section.heading for section in report_of(store, li, lesson).sections]

    assert [heading.zh[0] for heading in headings] == list("一二三四五六七")
    assert [heading.en[:3] for heading in headings] == [f"{number}. " for number in range(1, 8)]


def test_what_a_student_wrote_stands_there_letter_by_letter(
    store: Store, li: Student, lesson: Lesson
) -> None:
    words = "**not bold** <b> [[gap]] ![x](media/x.png)\n1. one"
    ask = next(step for step in lesson.steps if isinstance(step, AskStep) and not step.options)
    predict(store, li, lesson.id, ask.id, words=words)
    keep_reflection(store, li, lesson.id, words)

    report = report_of(store, li, lesson)
    (reflection,) = (row for one in report.sections for row in one.rows if isinstance(row, ReflectionRow))

    assert reflection.words == words
    assert r"\*\*not bold\*\*" in "".join(text.en for text in texts(report))


def test_a_reflection_that_is_far_too_long_leaves_the_one_before(
    store: Store, li: Student, lesson: Lesson
) -> None:
    keep_reflection(store, li, lesson.id, "一" * MOST_WORDS)

    with pytest.raises(ReaderError, match="5000"):
        keep_reflection(store, li, lesson.id, "二" * (MOST_WORDS + 1))

    with store.read() as connection:
        assert reflection_in(connection, li, lesson.id) == "一" * MOST_WORDS


def test_all_that_a_report_needs_is_five_queries_and_a_setting_is_one_statement(
    store: Store, li: Student, lesson: Lesson
) -> None:
    work_through(store, li, lesson, "words")
    asked = statements(store)
    lab_work(store, li, lesson, all_exercises())
    assert len(asked) == 5
    asked.clear()

    keep_settings(store, li, lesson.id, "s1", {"seed": 1})

    assert len(asked) == 1


def test_settings_and_reflection_are_ones_own_and_go_with_the_guest(
    store: Store, clock: Clock, li: Student, lesson: Lesson
) -> None:
    guest = guest_of(store, "one browser")
    keep_settings(store, guest, lesson.id, "s1", {"seed": 3})
    keep_settings(store, guest, lesson.id, "s1", {"seed": 4})
    keep_reflection(store, guest, lesson.id, "mine")
    with store.read() as connection:
        assert settings_in(connection, li, lesson.id) == {}
        assert settings_in(connection, guest, lesson.id) == {"s1": {"seed": 4}}
        assert reflection_in(connection, li, lesson.id) == ""

    end_guests(store, clock.now + timedelta(days=1))

    with store.read() as connection:
        left = [connection.execute(table.select()).all() for table in (tables.work_setting, tables.draft)]
    assert left == [[], []]


def test_a_lesson_in_which_nothing_is_predicted_and_nothing_asked_says_so(
    store: Store, li: Student, lesson: Lesson
) -> None:
    read = next(one for one in find_lesson("churn").steps if isinstance(one, ReadStep))
    work_through(store, li, lesson, "我的想法")
    told = list(texts(report_of(store, li, lesson.model_copy(update={"steps": (read,)}))))

    assert all(read.title.zh not in one.zh for one in told)
    for name in ("report_predictions_none", "report_exercises_none", "report_simulations_none"):
        assert word(name) in told


def test_what_was_left_is_counted_and_what_all_was_answered_of_says_nothing(
    store: Store, li: Student, lesson: Lesson
) -> None:
    first, second = lesson.items("graded")[:2]
    asked = next(one for one in lesson.steps if isinstance(one, ExerciseStep) and first in one.items)
    short = lesson.model_copy(update={"steps": (asked.model_copy(update={"items": (first, second)}),)})
    left = []
    for item in (first, second):
        exercise = all_exercises()[item]
        submit(store, li, exercise, right_response(variant_for(store, li, exercise)))
        told = list(texts(report_of(store, li, short)))
        left.append(word("report_left_one") in told)

    assert left == [True, False]
    assert word("report_total", points="2", all=2) in told


def test_each_part_stands_there_with_its_reason_and_the_key_once_no_try_is_left(
    store: Store, li: Student
) -> None:
    one = exercise_of(MATCH)
    variant = variant_for(store, li, one)
    reasons = []
    field = variant.question.field(Assign)
    for choice in field.choices:
        submit(store, li, one, {"answer": {row.id: choice.id for row in field.rows}})
        (_, row) = answer_rows([question_status(store, li, one)], ())
        reasons.append([text.zh for text in row.cells[-1].texts])

    assert any(text.endswith(" — 再数一数。") for text in reasons[0])
    assert [reveal(variant).zh in told for told in reasons] == [False, False, True]
    assert word("report_practice") in row.cells[3].texts

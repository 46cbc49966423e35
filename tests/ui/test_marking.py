"""The page on which teachers mark: no names, points by the rubric, and no way in for students."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from classroom import Store, Student, question_status, submit
from classroom.records import tables
from course import all_exercises
from courseware.text import LANGUAGES, Language
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here

ITEM = "sat.what-is-satisfaction"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with own_record(tmp_path):
        yield records_here()


@pytest.fixture
def student(store: Store) -> Student:
    one = store.enrol("Li Hua", "CRM 1", "2026001")
    submit(store, one, all_exercises()[ITEM], {"answer": {"words": "A *feeling*."}})
    return one


def give(app: AppTest) -> None:
    """Sends the form, as Ctrl+Enter does."""
    next(one for one in app.button if "marking-form" in str(one.key)).click().run()


def marked(store: Store, student: Student) -> float:
    return question_status(store, student, all_exercises()[ITEM]).item_points


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("student")
def test_a_student_finds_neither_answers_nor_a_form(language: Language) -> None:
    app = open_page("marking", language, "student")

    assert not errors(app)
    assert [len(app.text), len(app.number_input)] == [0, 0]
    assert not any("marking" in str(one.key) for one in (*app.button, *app.text_input, *app.text_area))
    assert "feeling" not in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_teacher_gives_points_and_the_student_gets_them(
    language: Language, store: Store, student: Student
) -> None:
    app = open_page("marking", language, "teacher")
    assert [one.value for one in app.text] == ["A *feeling*."]
    assert "Li Hua" not in said(app)

    app.text_input(key="marking-marker").set_value("Wu").run()
    for field, points in zip(app.number_input, (2, 1, 0, 1), strict=True):
        field.set_value(points)
    next(one for one in app.text_area if "marking" in str(one.key)).set_value("Of whom?")
    give(app)

    assert not errors(app)
    assert marked(store, student) == pytest.approx(4 / 6)
    assert app.info


def test_who_has_signed_in_by_name_marks_under_it_and_under_no_other(store: Store, student: Student) -> None:
    app = open_page("marking", "en", "assistant")
    app.session_state["marking-marker"] = "Wu"
    (name,) = (one for one in app.text_input if "marking-marker" in str(one.key))
    for field in app.number_input:
        field.set_value(1)
    give(app)
    with store.read() as connection:
        marked_by = connection.scalars(select(tables.assessment.c.by)).all()

    assert (name.value, name.disabled) == ("Chen Jing", True)
    assert marked_by == ["Chen Jing"]
    assert marked(store, student) > 0


def test_names_are_shown_by_a_switch_alone(student: Student) -> None:
    app = open_page("marking", "en", "teacher")
    app.toggle(key="marking-names").set_value(True).run()

    assert student.name in said(app)


def test_a_criterion_without_points_is_asked_for_and_nothing_is_kept(store: Store, student: Student) -> None:
    app = open_page("marking", "zh", "teacher")
    app.text_input(key="marking-marker").set_value("Wu").run()
    give(app)

    assert "不得分填 0" in str(app.warning[0].value)
    assert marked(store, student) == 0
    assert [one.value for one in app.text] == ["A *feeling*."]


@pytest.mark.usefixtures("student")
def test_whoever_is_signed_in_by_name_marks_under_that_name() -> None:
    app = open_page("marking", "en", "assistant")

    assert app.text_input(key="marking-marker").value == "Chen Jing"
    assert app.text_input(key="marking-marker").disabled
    assert len(app.number_input) == 4

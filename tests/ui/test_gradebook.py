"""The gradebook and a student's own marks, as teachers and students meet them."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from classroom import Store, owner_here, submit, variant_for
from classroom.assessment import Assessment, assess
from classroom.classes import SchoolClass, school_class, students_of
from classroom.gradebook.entries import MarkChange, enter_marks, entry_history
from classroom.gradebook.nodes import FINAL_MARK
from classroom.peers.computing import Weights
from classroom.peers.rounds import marks_in_round, open_round, ratings_of, rounds_of
from classroom.records import tables
from course import all_exercises, find_lesson
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from exercises import Grade, grade, right_response, wrong_response
from lessons import Marks
from lessons.mark_presets import assumption_of
from tests.classroom.gradebook.term import MEMBERS, SCHEME
from tests.classroom.school import make_class
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here

SECTIONS = ("glance", "attendance", "bring_in", "peers", "hand_out")


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def crm_one() -> tuple[Store, SchoolClass]:
    store = records_here()
    return store, school_class(store, "CRM 1") or make_class(store, "CRM 1", MEMBERS)


def section(name: str, language: Language = "en") -> AppTest:
    page = open_page("gradebook", language, "teacher")
    return page.segmented_control(key="gradebook-section").set_value(name).run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_class_the_gradebook_says_where_to_make_one(language: Language) -> None:
    page = open_page("gradebook", language, "teacher")

    assert errors(page) == []
    assert [one.value for one in page.info] == [say("gradebook_no_class", language)]


def test_students_are_told_how_to_get_in() -> None:
    crm_one()
    page = open_page("gradebook", "en")

    assert page.title[0].value == say("desk_closed", "en")
    assert not page.dataframe


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SECTIONS)
def test_each_section_of_the_gradebook_opens(name: str, language: Language) -> None:
    crm_one()
    page = section(name, language)

    assert not page.exception
    assert not page.error


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_preset_assumes_is_not_taken_for_the_courses_own(language: Language) -> None:
    crm_one()
    word = {"en": "an assumption of this lab", "zh": "本实验室的假定"}[language]

    assert word in said(open_page("gradebook", language, "teacher"))
    assert assumption_of(Marks(preset="practice")) is None


def test_the_class_stands_in_the_gradebook_with_its_marks() -> None:
    store, made = crm_one()
    li = students_of(store, made)[0]
    enter_marks(store, SCHEME, [MarkChange(li.id, p, 80) for p in ("written_exam", "machine_exam")], "x")

    table = open_page("gradebook", "en", "teacher").dataframe[0].value

    assert list(table["Student number"]) == [number for number, _ in MEMBERS]
    assert list(table["Final exam"]) == [80, 0, 0]
    assert table["So far"][0] == 80


def test_the_day_is_kept_with_those_who_are_absent() -> None:
    store, made = crm_one()
    wu = students_of(store, made)[1]
    page = section("attendance")

    keys = {one.key: one for one in page.segmented_control}
    (late,) = (key for key in keys if key and key.startswith("attendance-") and key.endswith(f"-{wu.id}"))
    keys[late].set_value("late")
    page = page.button(key="attendance-keep").click().run()

    assert "attendance of 3 students is kept" in page.success[0].value
    table = open_page("gradebook", "en", "teacher").dataframe[0].value
    assert list(table["Attendance"]) == [100, 50, 100]


def test_my_marks_are_those_of_who_is_there_whatever_the_address_says() -> None:
    store, made = crm_one()
    li = students_of(store, made)[0]
    enter_marks(store, SCHEME, [MarkChange(li.id, "homework", 91.5, why="for Li alone")], "x")
    enter_marks(store, SCHEME, [MarkChange(owner_here(store).id, FINAL_MARK, 60.0, why="my own")], "x")

    page = open_page("marks", "en", student=str(li.id), number="001")

    assert "my own" in said(page)
    assert "91.5" not in said(page)
    assert "Li alone" not in said(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_that_wait_for_a_teacher_are_called_provisional_wherever_they_stand(language: Language) -> None:
    store, made = crm_one()
    exercise = all_exercises()["sat.what-is-satisfaction"]
    for student in (students_of(store, made)[0], owner_here(store)):
        submit(store, student, exercise, {"answer": {"words": "A feeling."}})
    word = {"en": "rovisional", "zh": "暂定"}[language]
    own = open_page("marks", language)
    glance = open_page("gradebook", language, "teacher").dataframe[0].value
    hand_out = section("hand_out", language)

    assert [word in one.value for one in own.info] == [True]
    assert word in said(own)
    assert list(glance[say("gradebook_waiting", language)].fillna(0)) == [1, 0, 0]
    assert any(word in one.value for one in hand_out.warning)
    assert not any((*own.exception, *hand_out.exception))


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_marks_say_what_is_missing_and_how_each_part_counts(language: Language) -> None:
    page = open_page("marks", language)

    assert errors(page) == []
    assert say("mark_missing_head", language) in [one.value for one in page.subheader]
    assert all(part.title[language] in said(page) for part in SCHEME.all_parts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_value_of_a_mark_can_stand_under_its_head_where_a_table_has_no_room(language: Language) -> None:
    page = open_page("marks", language)
    tables = [str(piece.proto.body) for piece in page.get("html") if "<table" in str(piece.proto.body)]
    heads = [escape(say(f"mark_{name}", language)) for name in ("value", "made_of", "becomes")]

    assert tables
    for table in tables:
        rows = re.findall(r'<tr role="row"><th scope="row".*?</tr>', table)
        assert rows
        assert all(re.findall(r'data-head="(.*?)"', row) == heads for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_leads_to_each_answer_with_what_it_earned_and_what_was_said_of_it(language: Language) -> None:
    store, made = crm_one()
    li, me = students_of(store, made)[0], owner_here(store)
    item = find_lesson("satisfaction").items("graded")[0]
    exercise = all_exercises()[item]
    for student in (li, me):
        variant = variant_for(store, student, exercise)
        submit(store, student, exercise, wrong_response(variant))
        submit(store, student, exercise, right_response(variant))
    marked = grade(variant_for(store, li, exercise), right_response(variant_for(store, li, exercise)))
    assert isinstance(marked, Grade)
    with store.write() as connection:
        of_li = tables.attempt.c.student_id == li.id
        last = connection.scalar(select(func.max(tables.attempt.c.id)).where(of_li))
        why, at = "the key was wrong", store.clock()
        assess(connection, last or 0, Assessment("regrade", marked, 1.0, 0.75, "Chen Jing", why, at))
    page = open_page("gradebook", language, "teacher")
    page = page.selectbox(key="gradebook-chosen").set_value(li.id).run()
    page = page.selectbox(key=f"mark-attempts-{li.id}-homework").set_value(item).run()
    own = open_page("marks", language)
    own = own.selectbox(key=f"mark-attempts-{me.id}-homework").set_value(item).run()

    for shown in (said(page), said(own)):
        assert all(say("work_try", language, n=n) in shown for n in (1, 2))
        assert say("mark_attempts_rule", language) in shown
    assert "the key was wrong" in said(page)
    assert "the key was wrong" not in said(own)


def test_an_override_is_entered_with_its_reason_and_refused_without() -> None:
    store, made = crm_one()
    li = students_of(store, made)[0]
    page = open_page("gradebook", "en", "teacher")
    page = page.selectbox(key="gradebook-chosen").set_value(li.id).run()
    page.selectbox(key=f"mark-part-{li.id}").set_value("homework")
    page.number_input(key=f"mark-value-{li.id}").set_value(72.0)

    refused = page.button(key=f"mark-enter-{li.id}").click().run()
    assert "Please write why" in refused.error[0].value
    refused.text_input(key=f"mark-why-{li.id}").set_value("worked on paper")
    kept = refused.button(key=f"mark-enter-{li.id}").click().run()

    assert not kept.error
    (entry,) = entry_history(store, li.id, "homework")
    assert entry.value == 72
    assert entry.why == "worked on paper"
    assert "worked on paper" in said(kept)


def test_a_round_is_opened_for_the_groups_of_the_class_tools_marked_and_closed() -> None:
    store, made = crm_one()
    page = section("peers")
    page.text_input(key="peers-title").set_value("Case study")
    page.text_area(key="peers-questions").set_value("Work\nIdeas")
    page = page.button(key="peers-begin").click().run()
    (one,) = rounds_of(store, made.id)
    page.number_input(key=f"peers-mark-{one.id}-1").set_value(80.0)
    page = page.button(key=f"peers-keep-{one.id}").click().run()
    page = page.button(key=f"peers-close-{one.id}").click().run()

    assert not page.exception
    (one,) = rounds_of(store, made.id)
    assert (one.title, one.questions, one.is_open) == ("Case study", ("Work", "Ideas"), False)
    assert sorted(one.group_of) == sorted(student.id for student in students_of(store, made))
    assert {mark.value for mark in marks_in_round(one, ratings_of(store, one)).values()} == {80}


def test_a_student_rates_teammates_and_not_a_rating_is_shown() -> None:
    store, made = crm_one()
    me, (li, wu, _) = owner_here(store), students_of(store, made)
    groups = {"1": [me.id, li.id, wu.id], "2": [students_of(store, made)[2].id]}
    number = open_round(store, made, "Case", ["Work"], Weights(40, 30, 30), groups, "x")
    page = open_page("marks", "en")
    page.segmented_control(key=f"rate-{number}-{li.id}-0").set_value(4)
    page.number_input(key=f"rate-group-{number}-2").set_value(75.0)

    page = page.button(key=f"rate-keep-{number}").click().run()

    (one,) = rounds_of(store, made.id)
    assert not page.exception
    assert ratings_of(store, one).scores == {(me.id, li.id): [4]}
    assert "2 ratings are kept" in page.success[0].value


def test_an_assistant_enters_marks_under_the_own_name() -> None:
    store, made = crm_one()
    li = students_of(store, made)[0]
    page = open_page("gradebook", "en", "assistant")
    page = page.selectbox(key="gradebook-chosen").set_value(li.id).run()
    page.selectbox(key=f"mark-part-{li.id}").set_value("written_exam")
    page.number_input(key=f"mark-value-{li.id}").set_value(72.0)
    page.button(key=f"mark-enter-{li.id}").click().run()

    (entry,) = entry_history(store, li.id, "written_exam")
    assert entry.by == "Chen Jing"

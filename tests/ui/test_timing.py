"""How long past classes took: at the desk, and as a file to take away."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from classroom import Move, keep_move, name_class, open_store, timings
from course import find_lesson, lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from lessons import Lesson
from tests.records import lay_record
from tests.ui.reader import own_record
from tests.web.asker import Asker
from ui.desk.timing import difference, minutes
from ui.present.pacing import begins_at, parts_of, plan_of
from web.records import records_here
from web.routes import middleware, routes
from web.routes.timing import timings_as_csv

LESSON = find_lesson("satisfaction")
STARTED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def _class(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A record with one class, each step a minute longer than planned, and one glance at the slides."""
    folder = tmp_path_factory.mktemp("record")
    now = STARTED
    store = open_store(lay_record(folder / "lab.db"), lambda: now)
    plan = plan_of(LESSON)
    for number, position in enumerate(plan):
        one = keep_move(store, LESSON.id, "", Move(1, number, {}, "running", position), plan)
        now += timedelta(minutes=position.minutes + 1)
    name_class(store, one, "=CRM 1")
    keep_move(store, LESSON.id, "", Move(1, 999, {}, "ended", plan[-1]), plan)
    keep_move(store, LESSON.id, "", Move(2, 1, {}, "running", plan[1]), plan)
    now += timedelta(minutes=1)
    keep_move(store, LESSON.id, "", Move(2, 2, {}, "ended", plan[1]), plan)
    store.close()
    with own_record(folder):
        yield


@pytest.fixture(scope="module")
def client() -> Asker:
    return Asker(Starlette(routes=routes(), middleware=middleware()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_teacher_takes_every_step_of_every_class_along_and_a_glance_is_no_class(language: Language) -> None:
    rows = list(csv.reader(io.StringIO(timings_as_csv(LESSON.id, language))))

    assert rows[0][-1] == say("pace_csv_minutes_taken", language)
    assert len(rows) == 1 + len(LESSON.steps) + 1
    assert {row[2] for row in rows[1:]} == {"'=CRM 1"}
    asked = next(row for row in rows if row[4] == LESSON.steps[1].id)
    assert asked[5] == LESSON.steps[1].title[language]
    assert float(asked[7]) == float(asked[6]) + 1


def test_students_get_no_pace_of_a_class(client: Asker) -> None:
    answer = client.get("/pace/satisfaction.csv")

    assert answer.status == 403
    assert "CRM 1" not in answer.text


def test_the_whole_class_took_what_its_stages_took() -> None:
    glance, timing = sorted(timings(records_here(), LESSON.id), key=lambda one: one.seconds)

    assert not glance.is_class
    assert sum(stage.seconds for stage in timing.by_stage()) == timing.seconds
    assert timing.planned == LESSON.minutes


@pytest.mark.parametrize("lesson", lesson_registry().lessons().values(), ids=lambda lesson: lesson.id)
def test_every_step_begins_when_the_one_before_is_to_end(lesson: Lesson) -> None:
    plan, begins = plan_of(lesson), begins_at(lesson)

    for before, after in pairwise(plan):
        assert begins[after.step] == begins[before.step] + before.minutes


def test_a_part_of_the_hour_is_the_steps_of_one_stage_in_a_row() -> None:
    for position in plan_of(LESSON):
        part = parts_of(LESSON)[position.step]
        stages = {one.stage for one in plan_of(LESSON) if one.step in part}
        assert position.step in part
        assert stages == {position.stage}


@given(st.floats(0, 10**5), st.floats(0, 10**5))
def test_what_a_step_took_longer_is_told_to_the_second(planned: float, took: float) -> None:
    said = difference(planned, took)

    assert said.startswith("+") == (round(took - planned) > 0)
    assert said.lstrip("+−") == minutes(abs(round(took - planned)))

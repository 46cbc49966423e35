"""The small pictures of the overview: real ones, none that tells a run before it is revealed, few bytes."""

import json
from functools import cache

import pytest
from starlette.applications import Starlette

from course import lesson_registry
from courseware.text import LANGUAGES, Language
from lessons import Lesson, PlayStep, slides
from tests.web.asker import Asker
from web.routes import middleware
from web.routes.overview import overview_routes, pictures_of

LESSONS = list(lesson_registry().lessons().values())
HOME = {"host": "localhost"}
MOST = 150_000
"""Bytes that an overview may cost."""


@cache
def client() -> Asker:
    """Somebody who asks for the pictures of an overview."""
    return Asker(Starlette(routes=overview_routes(), middleware=middleware()))


def predicted(lesson: Lesson) -> list[str]:
    """The slides whose runs are to be predicted."""
    steps = lesson.steps
    return [
        slide.key
        for slide in slides(lesson)
        if slide.kind == "play"
        and slide.step is not None
        and isinstance(step := steps[slide.step], PlayStep)
        and step.predict is not None
    ]


# 6 s: the runs of a lesson are made
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_an_overview_has_pictures_of_all_runs_and_drawings_and_is_small(lesson: Lesson) -> None:
    covered = predicted(lesson)
    found = pictures_of(lesson, covered, "zh")
    shown = {slide.key for slide in slides(lesson) if slide.kind == "play" or slide.drawing is not None}

    assert shown <= found.keys()
    assert all(found[key].startswith("<svg") for key in shown)
    assert len(json.dumps(found, ensure_ascii=False).encode()) < MOST
    assert not pictures_of(lesson, (), "zh").keys() & set(covered)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_was_revealed_is_sent_and_only_to_a_teacher(language: Language) -> None:
    lesson = next(lesson for lesson in LESSONS if len(predicted(lesson)) > 1)
    one, *others = predicted(lesson)
    address = f"/present/pictures/{lesson.id}?lang={language}&revealed={one}"

    answer = client().get(address, headers=HOME)
    found = json.loads(answer.text)

    assert answer.status == 200
    assert one in found
    assert not found.keys() & set(others)
    assert client().get(address, headers={"host": "lab.school.cn"}).status == 403
    assert client().get("/present/pictures/nowhere", headers=HOME).status == 404

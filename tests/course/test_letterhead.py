"""The school of a course: its logo is judged as every picture is, and its name stands without one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from course import check_lesson_text, course_plan, letterhead
from courseware.text import Text
from lessons import Course, School
from tests.course.small_course import COURSE, LAB
from tests.media import picture, put, showing


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[None]:
    """A picture, a sound and a video, and a picture that is none."""
    with showing(tmp_path):
        put(tmp_path, {"logo.png": picture(), "odd.png": b"<svg/>"})
        yield


def plan(logo: str) -> Course:
    """The plan of the course with a school that has this logo."""
    school = School(name=Text(en="Lakeside College", zh="湖滨学院"), logo=logo)
    return course_plan().model_copy(update={"school": school})


@pytest.mark.parametrize(
    ("logo", "said", "told"),
    [
        ("media/log.png", "has no file log.png", "没有文件 log.png"),
        ("logo.png", "does not lie in the folder media", "不在 media 文件夹里"),
        ("https://example.org/logo.png", "outside the course", "不在课程里"),
        ("media/odd.png", "holds none of what the lab shows", "不是实验室能显示的格式"),
        ("media/call.mp3", "A logo is a picture.", "校徽应当是图片"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_told_at_its_place_and_the_name_stands_alone(
    logo: str, said: str, told: str
) -> None:
    text = f"{COURSE}school: {{name: {{en: Lakeside, zh: 湖滨学院}}, logo: {logo}}}\n"
    problems, written = check_lesson_text(text, "course.yaml", LAB)

    (problem,) = problems
    assert problem.severity == "warning"
    assert (problem.line, problem.field) == (text.count("\n"), "school.logo")
    assert said in problem.message.en
    assert told in problem.message.zh
    assert isinstance(written, Course)
    head = letterhead(plan(logo))
    assert head is not None
    assert head.logo is None


def test_a_logo_that_lies_in_the_course_is_shown_and_nothing_is_said_of_it() -> None:
    text = f"{COURSE}school: {{name: {{en: Lakeside, zh: 湖滨学院}}, logo: media/logo.png}}\n"
    problems, _ = check_lesson_text(text, "course.yaml", LAB)
    head = letterhead(plan("media/logo.png"))

    assert problems == ()
    assert head is not None
    assert head.logo is not None
    assert head.logo.name == "logo.png"


def test_a_course_without_a_school_has_no_letterhead() -> None:
    assert letterhead(course_plan().model_copy(update={"school": None})) is None

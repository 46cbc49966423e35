"""Several fields, tables and statements on a slide: all that is asked, and later all that is right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from course import all_exercises, find_lesson
from courseware.text import LANGUAGES, Language
from exercises import right_response
from exercises.specimen import variant_of
from lessons import slides
from tests.example_gallery import QUESTIONS, course_in
from tests.own_course import own_course
from tests.ui.presenting import put
from tests.ui.reader import errors, own_record, page_at, said
from ui.present.kinds.exercise import outline
from ui.present.state import State

ITEMS = ("gallery.numbers.a-day", "gallery.table.three-years")


@pytest.fixture(scope="module", autouse=True)
def _examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("examples")
    course_in(folder)
    with (
        own_course(folder),
        own_record(tmp_path_factory.mktemp("record")),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr("ui.present.record.author_here", str)
        yield


def shown(item: str, language: Language, phase: int) -> str:
    """What the slide of this question says."""
    lesson = find_lesson(QUESTIONS)
    slide = next(one for one in slides(lesson) if one.item == item)
    page = page_at("present", language, "teacher", lesson=lesson.id)
    put(lesson, State(slide.key, language, revealed={slide.key: phase} if phase else {}))
    page.run()
    assert errors(page) == []
    return said(page)


def answers(item: str, language: Language) -> list[str]:
    """The right answers of all its fields that are numbers."""
    right = right_response(variant_of(all_exercises()[item], language))
    inner = [
        one
        for answer in right.values()
        for one in (answer.values() if isinstance(answer, dict) else [answer])
    ]
    return [str(one) for one in inner if str(one).isdigit()]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_draws_all_that_is_asked_and_tells_all_of_it_when_revealed(
    item: str, language: Language
) -> None:
    hidden, revealed = shown(item, language, 0), shown(item, language, 1)
    wanted = answers(item, language)

    assert len(wanted) == 3
    assert not [one for one in wanted if f" {one} " in hidden]
    assert [one for one in wanted if one not in revealed] == []
    assert hidden.count("?") >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_speaker_view_names_every_field(language: Language) -> None:
    lesson = find_lesson(QUESTIONS)
    told = {
        item: "\n".join(outline(lesson, next(one for one in slides(lesson) if one.item == item), language))
        for item in ITEMS
    }
    fields = variant_of(all_exercises()[ITEMS[0]], language).question.fields

    assert all(field.label[language] in told[ITEMS[0]] for field in fields)
    assert told[ITEMS[1]].count("?") == 4

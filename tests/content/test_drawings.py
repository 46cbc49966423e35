"""Every passage of the built-in lessons has a picture, and every drawing can be read by everybody."""

import re
from xml.etree import ElementTree

import pytest

from course import lesson_registry
from courseware.media.references import references_in
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from lessons import ReadStep, slides
from lessons.drawings import drawings, svg_of
from lessons.drawings.pen import WIDTH, fit, width_of

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [(name, language) for name in drawings() for language in LANGUAGES]


def read_steps() -> list[tuple[str, ReadStep]]:
    """All passages, each with where it is read."""
    lessons = lesson_registry().lessons().values()
    return [
        (f"{lesson.id}/{step.id}", step)
        for lesson in lessons
        for step in lesson.steps
        if isinstance(step, ReadStep)
    ]


def test_no_passage_is_without_a_picture() -> None:
    bare = [
        place for place, step in read_steps() if step.drawing is None and not references_in(step.text["en"])
    ]

    assert not bare


def test_every_drawing_stands_in_a_lesson() -> None:
    assert {step.drawing for _, step in read_steps()} - {None} == set(drawings())


@pytest.mark.parametrize(("name", "language"), DRAWN)
def test_a_drawing_is_named_and_described_and_its_words_stay_within_it(name: str, language: Language) -> None:
    svg = ElementTree.fromstring(svg_of(name, language))  # noqa: S314 - our own drawing

    title, about = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert title.text == drawings()[name].title[language]
    assert about is not None
    assert about.text == drawings()[name].about[language]
    for group in (svg, *(one for one in svg if "rotate" not in one.get("transform", ""))):
        for words in group.findall(f"{SVG}text"):
            half = width_of(words.text or "", float(words.get("font-size", "0"))) / 2
            assert half <= float(words.get("x", "0")) <= WIDTH - half, words.text


@pytest.mark.parametrize(("name", "language"), DRAWN)
def test_a_drawing_has_the_colours_of_the_page(name: str, language: Language) -> None:
    """By day and by night: a colour of its own stands only where the page has none to give."""
    without_defaults = re.sub(r"var\([^()]*\)", "", svg_of(name, language))

    assert not re.findall(r"#[0-9a-f]{3,6}\b|\bwhite\b|\bblack\b", without_defaults)


def test_a_drawing_has_a_slide_of_its_own_after_its_passage() -> None:
    lesson = lesson_registry().lesson("loyalty")
    assert lesson is not None

    shown = [(slide.key, slide.drawing) for slide in slides(lesson) if slide.key.startswith("two-axes")]

    assert shown[-1][1] == "four-corners"
    assert {drawing for _, drawing in shown[:-1]} == {None}


@pytest.mark.parametrize("words", ["Satisfaction less expectation " * 20, "客户关系管理" * 30])
def test_words_without_room_are_refused_and_never_cut(words: str) -> None:
    with pytest.raises(ReaderError, match=re.escape(words.strip()[:20])):
        fit(words.strip(), 100, 40)

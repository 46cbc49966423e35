"""A lesson as slides: nothing lost, nothing twice, nothing too long for the last row."""

import re
from functools import reduce

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course import lesson_registry
from courseware.text import LANGUAGES, Language, Text
from lessons import Lesson, find_slide, slides
from lessons.passages import GAP, cut, even_cuts, weight

LESSONS = list(lesson_registry().lessons().values())
RULE = re.compile(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)

WORDS = st.lists(
    st.sampled_from(["one", "courier", "**promise**", "客户", "期望值", "`code`", "gap."]),
    min_size=1,
    max_size=60,
)
PARAGRAPH = WORDS.map(" ".join)
HEADING = st.tuples(st.integers(1, 4), PARAGRAPH).map(lambda part: f"{'#' * part[0]} {part[1][:40]}")
ITEMS = st.lists(PARAGRAPH, min_size=1, max_size=8).map(
    lambda items: "\n".join(f"- {item}" for item in items)
)
NUMBERED = st.lists(PARAGRAPH, min_size=1, max_size=5).map(
    lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
)
QUOTE = PARAGRAPH.map(lambda text: f"> {text}")
TABLE = st.lists(PARAGRAPH, min_size=1, max_size=4).map(
    lambda rows: "| a | b |\n|---|---|\n" + "\n".join(f"| {row} | 1 |" for row in rows)
)
LONG = st.lists(PARAGRAPH, min_size=3, max_size=12).map(lambda parts: ". ".join(parts) + "。")
BLOCK = st.one_of(PARAGRAPH, HEADING, ITEMS, NUMBERED, QUOTE, TABLE, LONG, st.just("---"))
PASSAGE = st.lists(BLOCK, min_size=1, max_size=12).map("\n\n".join).filter(lambda text: seen(text) != "")
TEXT = st.builds(Text, en=PASSAGE, zh=PASSAGE)
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=6).map("\n\n".join)
ROOM = st.sampled_from([0.25, 0.36, 1.0, 1.25])


def seen(markdown: str) -> str:
    """What a reader can see of a text, without blanks and rules."""
    return re.sub(r"\s+", "", RULE.sub("", markdown))


@settings(deadline=None, max_examples=60)
@given(TEXT, ROOM, st.floats(0, 1), st.booleans())
def test_every_word_of_a_text_stands_on_exactly_one_slide_and_in_order(
    text: Text, room: float, shared: float, peel: bool
) -> None:
    passages = cut(text, room=room, shared=shared, peel=peel)

    for language in LANGUAGES:
        assert seen("".join(passage[language] + "\n\n" for passage in passages)) == seen(text[language])


@settings(deadline=None, max_examples=60)
@given(PARAGRAPHS, PARAGRAPHS)
def test_a_text_that_fits_is_not_cut(en: str, zh: str) -> None:
    assume(full(en) <= 1 and full(zh) <= 1)

    assert len(cut(Text(en=en, zh=zh))) == 1


@settings(deadline=None, max_examples=60)
@given(st.lists(PARAGRAPH, min_size=1, max_size=14))
def test_paragraphs_are_spread_over_slides_that_none_overflows(paragraphs: list[str]) -> None:
    passage = "\n\n".join(paragraphs)

    for part in cut(Text(en=passage, zh=passage)):
        assert full(part.en) <= 1


@given(st.lists(st.floats(0.01, 2), min_size=1, max_size=9), st.integers(1, 5))
def test_cuts_are_in_order_and_leave_no_piece_empty(weights: list[float], count: int) -> None:
    cuts = even_cuts(tuple(weights), count)

    assert len(cuts) == min(count, len(weights)) - 1
    assert sorted(set(cuts)) == list(cuts)
    assert all(0 < place < len(weights) for place in cuts)


def test_a_long_text_turns_the_page_at_its_headings() -> None:
    part = "## {}\n\n" + "word " * 70
    text = "\n\n".join(part.format(name) for name in ("First", "Second", "Third"))

    passages = cut(Text(en=text, zh=text))

    assert [passage.en.splitlines()[0] for passage in passages] == ["## First", "## Second", "## Third"]


def test_a_rule_turns_the_page_and_is_not_shown() -> None:
    text = "\n\n---\n\n".join(["word " * 70] * 2)

    passages = cut(Text(en=text, zh=text))

    assert len(passages) == 2
    assert not any("---" in passage.en for passage in passages)


def test_a_heading_never_stands_alone_at_the_end_of_a_slide() -> None:
    text = "word " * 100 + "\n\n## Then\n\n" + "more " * 100

    passages = cut(Text(en=text, zh=text))

    assert [passage.en.splitlines()[0] for passage in passages][1] == "## Then"


def test_one_endless_paragraph_is_cut_between_its_sentences_and_not_within_emphasis() -> None:
    text = (
        "This is said plainly. " * 20
        + "**This is said loudly. It goes on. And on.** "
        + "Then it ends. " * 30
    )

    passages = cut(Text(en=text, zh=text))

    assert len(passages) > 1
    assert all(passage.en.count("**") % 2 == 0 for passage in passages)
    assert all(passage.en.endswith((".", "**")) for passage in passages)


def test_languages_with_as_many_paragraphs_are_cut_at_the_same_ones() -> None:
    en = "\n\n".join(f"Paragraph {n}. " + "word " * 40 for n in range(6))
    zh = "\n\n".join(f"第 {n} 段。" + "字" * 60 for n in range(6))

    for passage in cut(Text(en=en, zh=zh)):
        assert re.findall(r"Paragraph (\d)", passage.en) == re.findall(r"第 (\d) 段", passage.zh)


def test_a_numbered_list_keeps_its_numbers_on_the_next_slide() -> None:
    text = "\n".join(f"{n}. " + "word " * 50 for n in range(1, 7))

    passages = cut(Text(en=text, zh=text))

    assert len(passages) > 1
    assert passages[-1].en.startswith(("3.", "4.", "5.", "6."))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_opens_with_its_title_shows_each_step_once_in_order_and_ends(lesson: Lesson) -> None:
    made = slides(lesson)
    steps = [slide.step for slide in made if slide.step is not None]

    assert made[0].kind == "title"
    assert made[0].title == lesson.title
    assert [slide.kind for slide in made if slide.kind in {"title", "end"}] == ["title", "end"]
    assert made[-1].kind == "end"
    assert [slide.number for slide in made] == list(range(1, len(made) + 1))
    assert steps == sorted(steps)
    assert set(steps) == set(range(len(lesson.steps)))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_slides_of_a_lesson_take_the_minutes_of_its_steps(lesson: Lesson) -> None:
    assert sum(slide.minutes for slide in slides(lesson)) == sum(step.minutes for step in lesson.steps)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_keys_of_slides_are_unique_and_a_step_is_found_by_its_own_name(lesson: Lesson) -> None:
    made = slides(lesson)
    keys = [slide.key for slide in made]

    assert len(set(keys)) == len(keys)
    assert all(step.id in keys for step in lesson.steps)
    assert all(find_slide(made, key) is made[place] for place, key in enumerate(keys))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_is_told_in_full_on_its_slides(lesson: Lesson, language: Language) -> None:
    made = slides(lesson)

    for index, step in enumerate(lesson.steps):
        own = [slide for slide in made if slide.step == index]
        text = "".join(slide.text[language] + "\n" for slide in own if slide.text is not None)
        assert seen(text) == (seen(step.text[language]) if step.text else "")
        assert own[0].minutes == step.minutes
        assert [slide.part for slide in own] == list(range(1, len(own) + 1))
        assert all(slide.notes == step.notes and slide.intent == step.intent for slide in own)


def test_options_stand_with_their_question() -> None:
    asked = [slide for lesson in LESSONS for slide in slides(lesson) if slide.kind == "ask" and slide.options]

    assert asked
    assert all(slide.text is not None for slide in asked)


def test_each_homework_is_one_slide_and_each_exercise_in_class() -> None:
    for lesson in LESSONS:
        made = slides(lesson)
        asked = [slide.item for slide in made if slide.kind == "exercise"]
        in_class = [
            item for step in lesson.steps if step.kind == "exercise" and step.in_class for item in step.items
        ]
        assert asked == in_class
        at_home = [step.id for step in lesson.steps if step.kind == "exercise" and not step.in_class]
        assert at_home
        assert sum(slide.kind == "homework" for slide in made) == len(at_home)


def test_a_slide_that_has_gone_leads_to_the_beginning_of_its_step() -> None:
    made = slides(LESSONS[0])
    step = next(slide for slide in made if slide.step is not None)

    assert find_slide(made, f"{step.key}.9") is step
    assert find_slide(made, "no-such-step") is None


def full(markdown: str) -> float:
    """How full a slide is with these paragraphs."""
    paragraphs = [part for part in markdown.split("\n\n") if part.strip()]
    return reduce(lambda total, part: total + weight(part) + GAP, paragraphs, 0.0)

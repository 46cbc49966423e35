"""The teaching plan in Word: complete, in either language or both, and laid out as schools hand it in."""

import re
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.commands.lessons import run
from authoring.examples.lesson import EXAMPLE
from course import check_lesson_text, course_plan, find_lesson, glossary, known_to_the_lab, lesson_registry
from courseware.language import languages_of
from courseware.text import LANGUAGES, Text
from lessons import Lesson
from papers import DISPLAY_LANGUAGES, DisplayLanguage
from papers.markdown import Prose
from papers.words import has_word, word
from tests.papers.papers import all_words, hostile_lesson, only_a_passage, plan_in_word, plan_of

NAMES = tuple(lesson_registry().names())
ORDERS = {
    "tblPr": ("tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook"),
    "tcPr": ("tcW", "gridSpan", "vMerge", "shd", "vAlign"),
    "pPr": ("pStyle", "keepNext", "numPr", "spacing", "ind", "jc"),
    "rPr": ("rFonts", "b", "i", "strike"),
    "numPr": ("ilvl", "numId"),
}
CHINESE = re.compile("[一-鿿]")
PARTS = ("topic", "class", "date", "hours", "goals", "key_points", "difficult_points", "methods", "process")
REST = ("column_content", "column_teacher", "column_students", "column_intent", "board", "reflection")


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_step_of_every_lesson_is_in_the_plan(name: str, display_language: DisplayLanguage) -> None:
    lesson, prose = find_lesson(name), Prose(glossary())
    said = all_words(plan_of(name, display_language))

    for language in languages_of(display_language):
        titles = [prose.plain(step.title[language], language) for step in lesson.steps]
        wanted = [word(part)[language] for part in (*PARTS, *REST)]
        assert not [words for words in (*titles, *wanted) if words not in said]


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_in_one_language_has_no_word_of_the_labs_in_the_other(name: str) -> None:
    english = all_words(plan_of(name, "en"))
    chinese = all_words(plan_of(name, "zh"))

    assert not [part for part in (*PARTS, *REST) if word(part).zh in english]
    assert len(CHINESE.findall(chinese)) > 3 * len(CHINESE.findall(english))


def test_goals_points_notes_and_reasons_are_told() -> None:
    lesson = find_lesson(NAMES[0])
    said = all_words(plan_of(NAMES[0], "zh"))

    for text in (*lesson.goals.knowledge, *lesson.goals.ability, *lesson.goals.character, *lesson.tools):
        assert text.zh in said
    for step in lesson.steps:
        assert step.intent is None or step.intent.zh in said
        assert all(source["zh"] in said for source in step.sources)


def test_minutes_are_told_as_class_hours_of_forty_five_minutes() -> None:
    said = all_words(plan_of("satisfaction", "both"))

    assert "2 学时（90 分钟）" in said
    assert "2 × 45 minutes (90 min)" in said


def test_each_language_is_written_in_its_own_fonts() -> None:
    paper = plan_of(NAMES[0], "both")
    fonts = paper.styles["Normal"].element.rPr.rFonts
    heads = paper.styles["Heading 1"].element.rPr.rFonts
    hints = {run.get(qn("w:hint")) for run in paper.element.body.iter(qn("w:rFonts"))}

    assert fonts.get(qn("w:eastAsia")) == "SimSun"
    assert fonts.get(qn("w:ascii")) == "Times New Roman"
    assert heads.get(qn("w:eastAsia")) == "SimHei"
    assert "eastAsia" in hints


def test_the_head_of_the_table_is_repeated_and_short_rows_stay_whole() -> None:
    steps = plan_of(NAMES[0], "zh").tables[1]
    heads = [row for row in steps.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
    whole = [row for row in steps.rows if row._tr.find(f".//{qn('w:cantSplit')}") is not None]

    assert [row._tr for row in heads] == [steps.rows[0]._tr]
    assert len(whole) > 0.6 * len(steps.rows)


def test_the_page_is_a4_and_counts_itself() -> None:
    paper = plan_of(NAMES[0], "en")
    (section,) = paper.sections
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]

    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert fields == ["PAGE", "NUMPAGES"]


def test_markdown_becomes_what_word_calls_bold_lists_and_tables() -> None:
    text = Text(
        en="A **bold** word, *soft*.\n\n1. one\n2. two\n   - deep\n\n> said\n\n| a | b |\n|--|--|\n| 1 | 2 |",
        zh="甲**乙**\n丙",
    )
    cell = plan_in_word(only_a_passage(text), "en").tables[1].rows[2].cells[1]
    runs = {run.text: run for paragraph in cell.paragraphs for run in paragraph.runs}
    counted = [
        paragraph.text
        for paragraph in cell.paragraphs
        if paragraph._p.find(f".//{qn('w:numPr')}") is not None
    ]

    assert runs["bold"].bold
    assert runs["soft"].italic
    assert not runs["A "].bold
    assert counted == ["one", "two", "deep"]
    assert [one.text for one in cell.tables[0]._cells] == ["a", "b", "1", "2"]
    assert "甲乙丙" in all_words(plan_in_word(only_a_passage(text), "zh"))


def test_links_become_their_words_and_terms_the_glossarys() -> None:
    text = Text(
        en="[[expectation]], [[expectation|hopes]], [here](https://example.com)", zh="[[expectation]]"
    )
    said = all_words(plan_in_word(only_a_passage(text), "en"))
    term = glossary().term("expectation")

    assert term is not None
    assert f"{term.term.en}, hopes, here" in said
    assert "example.com" not in said


def test_two_lists_each_begin_with_one() -> None:
    twice = Text(en="1. a\n2. b\n\nthen\n\n1. c\n2. d", zh="无")
    cell = plan_in_word(only_a_passage(twice), "en").tables[1].rows[2].cells[1]
    numbers = [
        one._p.pPr.numPr.numId.val
        for one in cell.paragraphs
        if one._p.find(f".//{qn('w:numPr')}") is not None
    ]

    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_hostile_words_stay_words(display_language: DisplayLanguage) -> None:
    said = all_words(plan_in_word(hostile_lesson(), display_language))

    assert "<script>alert(1)</script>" in said
    assert "{{ 7 * 7 }}" in said


@given(st.text(min_size=1).filter(lambda text: bool(text.strip())))
@settings(max_examples=15, deadline=None)
def test_whatever_a_teacher_writes_can_be_opened(text: str) -> None:
    written = Text(en=text, zh=text)

    assert plan_in_word(only_a_passage(written), "both").tables


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_every_setting_stands_in_the_order_that_word_insists_on(display_language: DisplayLanguage) -> None:
    """Word refuses a file, or repairs it aloud, whose settings are out of the order of the format."""
    body = plan_in_word(hostile_lesson(), display_language).element.body

    for name, order in ORDERS.items():
        for setting in body.iter(qn(f"w:{name}")):
            places = [order.index(one.tag.rpartition("}")[2]) for one in setting]
            assert places == sorted(set(places)), setting.xml
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))


def test_a_lesson_that_is_not_on_the_map_has_a_plan_too() -> None:
    stray = find_lesson(NAMES[0]).model_copy(update={"id": "stray"})

    assert stray.title.zh in all_words(plan_in_word(stray, "zh"))


def test_what_teacher_and_students_do_is_told_of_every_step_in_both_languages() -> None:
    rows = [row for name in NAMES for row in plan_of(name, "en").tables[1].rows[1:]]
    steps = [row.cells for row in rows if row.cells[0]._tc is not row.cells[1]._tc]

    assert len(steps) > 60
    assert all(cells[2].text.strip() and cells[3].text.strip() for cells in steps)
    assert all(
        has_word(f"{who}_{kind}") for who in ("teacher", "students") for kind in ("read", "play", "discuss")
    )


def test_the_door_writes_the_plan_as_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.docx"

    assert run(["print", "plan", NAMES[0], "--lang", "both", "--out", str(file)]) == 0
    assert file.read_bytes().startswith(b"PK")
    assert str(file) in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_says_which_lessons_can_be_printed(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["print", "plan", "nothing", "--lang", language]) == 2
    assert all(name in capsys.readouterr().err for name in NAMES[:1])


def test_the_door_says_if_the_file_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["print", "plan", NAMES[0], "--out", str(tmp_path / "no" / "plan.docx")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_course_is_named() -> None:
    assert course_plan().title.zh in all_words(plan_of(NAMES[0], "zh"))


@pytest.mark.parametrize("display_language", DISPLAY_LANGUAGES)
def test_where_character_comes_in_and_what_is_for_the_quick_stand_in_the_plan_under_their_names(
    display_language: DisplayLanguage,
) -> None:
    sample = check_lesson_text(EXAMPLE.read_text(encoding="utf-8"), str(EXAMPLE), known_to_the_lab())[1]
    assert isinstance(sample, Lesson)
    *others, last = sample.steps
    more = sample.model_copy(update={"steps": (*others, last.model_copy(update={"stage": "extension"}))})

    said = all_words(plan_in_word(more, display_language))
    without = all_words(plan_in_word(sample.model_copy(update={"character_cases": ()}), display_language))

    for language in languages_of(display_language):
        (case,) = sample.character_cases
        assert word("character_cases")[language] in said
        assert all(text[language] in said for text in (case.point, case.case, case.mapping))
        assert word("extension")[language] in said
        assert word("homework_none")[language] in said
        assert word("character_cases")[language] not in without
        assert word("extension")[language] not in without

"""A lesson that a teacher puts into the own folder has a page and a card at the next click."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from authoring.examples.bank import new_bank
from authoring.examples.lesson import new_lesson
from course import bank_registry, check_lesson_text, lesson_registry
from course.folders import LIBRARY
from course.names import TAKEN, is_taken
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from papers.display_language import offered_display_languages
from tests.own_course import own_course
from tests.ui.reader import errors, open_page, own_record, said
from ui.prose import literal
from web import addresses
from web.routes import routes
from web.server import tell_what_to_mend


@pytest.fixture(scope="module", autouse=True)
def _record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_record(tmp_path_factory.mktemp("record")):
        yield


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """An own course without any file yet."""
    (tmp_path / "lessons").mkdir()
    with own_course(tmp_path) as folder:
        yield folder / "lessons"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_lesson_has_its_card_and_its_page_without_a_restart(own: Path, language: Language) -> None:
    heading = say("more_lessons", language)
    before = open_page("", language)
    assert heading not in [one.value for one in before.header]

    (own / "tea_shop.yaml").write_text(new_lesson("tea_shop"), encoding="utf-8")
    lesson_registry().look()
    home, page = open_page("", language), open_page("tea_shop", language)

    assert home.header[-1].value == heading
    assert errors(home) == errors(page) == []
    lesson = lesson_registry().lesson("tea_shop")
    assert lesson is not None
    assert page.title[0].value == lesson.steps[0].title[language]
    assert addresses.is_page("tea_shop")


def test_a_lesson_that_is_taken_away_leaves_neither_card_nor_page(own: Path) -> None:
    path = own / "tea_shop.yaml"
    path.write_text(new_lesson("tea_shop"), encoding="utf-8")
    lesson_registry().look()
    path.unlink()
    lesson_registry().look()

    assert not addresses.is_page("tea_shop")
    assert say("more_lessons", "en") not in [one.value for one in open_page("", "en").header]


def test_an_own_lesson_covers_the_built_in_one_on_its_page(own: Path) -> None:
    text = new_lesson("tea_shop").replace("\nid: tea_shop", "\nid: satisfaction")
    (own / "satisfaction.yaml").write_text(text, encoding="utf-8")
    lesson_registry().look()
    page = open_page("satisfaction", "zh")

    assert "汤里有根头发" in said(page)
    assert say("more_lessons", "zh") not in [one.value for one in open_page("", "zh").header]


def test_a_lesson_is_judged_again_when_only_a_bank_has_changed(own: Path) -> None:
    bank = own.parent / "bank" / "tea_shop.yaml"
    bank.parent.mkdir()
    questions = new_bank("choice", "tea_shop")
    bank.write_text(questions, encoding="utf-8")
    lesson = new_lesson("tea_shop").replace("complaints.fewer-complaints", "tea_shop.single")
    (own / "tea_shop.yaml").write_text(lesson, encoding="utf-8")
    lesson_registry().look()
    assert lesson_registry().problems("tea_shop") == ()

    bank.write_text(questions.replace("tea_shop.single", "tea_shop.one"), encoding="utf-8")
    bank_registry().look()
    lesson_registry().look()
    page = open_page("tea_shop", "en", "teacher", step="4")

    (problem,) = lesson_registry().problems("tea_shop")
    assert literal(problem.tell("en")) in "\n".join(errors(page))
    assert not page.exception


@pytest.mark.parametrize(("language", "words"), [("en", "Did you mean read?"), ("zh", "是否想写 read？")])
def test_whoever_starts_the_lab_reads_which_own_files_are_to_be_mended(
    own: Path, capsys: pytest.CaptureFixture[str], language: Language, words: str
) -> None:
    path = own / "satisfaction.yaml"
    path.write_text(new_lesson("tea_shop").replace("kind: read", "kind: reed", 1), encoding="utf-8")
    tell_what_to_mend(language)

    said = capsys.readouterr().err
    assert str(path) in said
    assert words in said
    assert lesson_registry().lesson("satisfaction") is not None


def test_no_lesson_may_take_the_address_of_a_page_or_a_route() -> None:
    first = {str(getattr(route, "path", "")).strip("/").split("/")[0].split("{")[0] for route in routes()}

    assert addresses.OWN <= TAKEN
    assert {name for name in first if name and "." not in name} <= TAKEN
    assert all(is_taken(name) for name in first if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_lesson_tells_teachers_where_and_students_neither_file_nor_words(
    own: Path, language: Language
) -> None:
    path, text = own / "tea_shop.yaml", new_lesson("tea_shop")
    path.write_text(text, encoding="utf-8")
    lesson_registry().look()
    path.write_text(text.replace("\nid: tea_shop", "\nidd: tea_shop4711"), encoding="utf-8")
    lesson_registry().look()

    teacher, student = open_page("tea_shop", language, "teacher"), open_page("tea_shop", language)

    assert "tea_shop.yaml:" in "".join(errors(teacher)).replace("\\", "")
    assert [one.value for one in student.info] == [say("being_changed", language)]
    assert not errors(student)
    assert student.title[0].value == teacher.title[0].value


def test_a_course_in_chinese_lacks_no_english_and_shows_its_pages_in_chinese(own: Path) -> None:
    plan = (LIBRARY / "course.yaml").read_text(encoding="utf-8")
    lesson = new_lesson("tea_shop").replace(
        'title: {en: "A new lesson", zh: "新的一课"}', 'title: {zh: "茶馆"}'
    )
    (own / "tea_shop.yaml").write_text(lesson, encoding="utf-8")

    def lacking() -> list[str]:
        told = check_lesson_text(lesson, str(own / "tea_shop.yaml"))[0]
        return [problem.field for problem in told if "English sentence is missing" in problem.message.en]

    assert lacking() == ["title.en"]
    (own / "course.yaml").write_text(
        plan.replace("\ntitle:", "\nlanguages: [zh]\ntitle:", 1), encoding="utf-8"
    )
    lesson_registry().look()

    assert lacking() == []
    assert open_page("", "en").title[0].value == say("map_title", "zh")
    assert offered_display_languages() == ("zh",)
    assert presented_in("satisfaction", lang="both") == "zh"


def presented_in(lesson: str, **address: str) -> str:
    """The language in which the slides of a lesson are shown to who asks for them so."""
    page = open_page("present", "en", "teacher", lesson=lesson, **address)
    return str(page.query_params["lang"])

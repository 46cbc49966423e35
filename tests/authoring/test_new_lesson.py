"""A new lesson starts from an example that is right as it stands."""

from pathlib import Path

import pytest

from authoring.commands.lessons import run
from authoring.examples.lesson import EXAMPLE, new_lesson
from course import check_lesson_files, check_lesson_text, lesson_registry
from courseware.problem import ReaderError
from courseware.source import parse
from courseware.text import LANGUAGES, Text
from lessons import ExerciseStep, Lesson, PlayStep, ReadStep
from lessons.links import texts_in
from lessons.steps import Step
from tests.own_course import own_course

TITLE = Text(en='Tea: "a shop" & # more', zh="茶铺：一杯茶")


@pytest.fixture(scope="module")
def example() -> Lesson:
    """The example as a lesson of its own."""
    problems, lesson = check_lesson_text(
        EXAMPLE.read_text(encoding="utf-8"), str(EXAMPLE.with_name("example.yaml"))
    )
    assert isinstance(lesson, Lesson)
    assert [problem.field for problem in problems] == ["id"], "it stands in no plan, and that is all"
    return lesson


def test_the_example_shows_every_kind_of_step_and_every_part_of_one(example: Lesson) -> None:
    kinds = Step.__args__

    assert {type(step) for step in example.steps} == set(kinds)
    for kind in kinds:
        filled = {name for step in example.steps if type(step) is kind for name in step.model_fields_set}
        assert set(kind.model_fields) - filled <= set(ReadStep.model_fields) - {"kind", "text"}
    written = {name for step in example.steps for name in step.model_fields_set}
    assert written == {name for kind in kinds for name in kind.model_fields}
    assert example.model_fields_set == set(Lesson.model_fields)


def test_the_example_asks_for_marks_for_practice_and_at_home(example: Lesson) -> None:
    exercises = [step for step in example.steps if isinstance(step, ExerciseStep)]

    assert {step.mode for step in exercises} == {"graded", "practice"}
    assert "homework" in {step.stage for step in example.steps}


def test_the_play_step_predicts_moves_fixes_and_shows(example: Lesson) -> None:
    (play,) = (step for step in example.steps if isinstance(step, PlayStep))

    assert play.predict is not None
    assert play.predict.answer is not None
    assert min(len(play.controls), len(play.set), len(play.show)) >= 2


def test_every_text_of_the_example_is_in_both_languages(example: Lesson) -> None:
    assert all(text.lacks is None for _, text in texts_in(example))


def test_the_comments_speak_both_languages() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    comments = "".join(line.partition("# ")[2] for line in text.splitlines() if "# " in line)

    assert len([char for char in comments if "一" <= char <= "鿿"]) > 300


def test_a_new_lesson_has_its_name_and_title_and_no_mistake() -> None:
    text = new_lesson("tea_shop", TITLE)
    problems, lesson = check_lesson_text(text, "tea_shop.yaml")

    assert isinstance(lesson, Lesson)
    assert (lesson.id, lesson.title) == ("tea_shop", TITLE)
    assert {problem.severity for problem in problems} <= {"warning"}
    assert len(text.splitlines()) == len(EXAMPLE.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../tea",
        "tea/shop",
        "tea\\shop",
        "/tea",
        "C:tea",
        "Tea",
        "tea shop",
        "tea.yaml",
        "1tea",
        "茶",
        "-tea",
        "tea-",
        "con",
        "nul",
        "com1",
        "lab",
        "desk",
        "home",
        "glossary",
        "course",
        "x" * 41,
        "tea\n",
        "tea\0",
    ],
)
def test_what_is_no_name_is_refused_in_both_languages(name: str) -> None:
    with pytest.raises(ReaderError) as told:
        new_lesson(name)

    assert all(told.value.text[language] for language in LANGUAGES)


def test_a_lesson_that_is_there_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with own_course(tmp_path / "mine"):
        assert run(["new", "tea_shop", "--en", "Tea"]) == 0
        path = tmp_path / "mine" / "lessons" / "tea_shop.yaml"
        path.write_text("mine", encoding="utf-8")
        capsys.readouterr()

        assert run(["new", "tea_shop"]) == 2
        assert path.read_text(encoding="utf-8") == "mine"
        assert "There is a lesson tea_shop already" in capsys.readouterr().err


def test_a_built_in_lesson_is_copied_and_not_begun_anew(tmp_path: Path) -> None:
    with (
        own_course(tmp_path),
        pytest.raises(ReaderError, match=r"copy .*satisfaction.yaml to .*satisfaction"),
    ):
        new_lesson("satisfaction")


@pytest.mark.parametrize(("language", "next_step"), [("en", "Next:"), ("zh", "下一步：")])
def test_the_first_lesson_of_an_own_course_makes_its_folder_and_says_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, next_step: str
) -> None:
    with own_course(tmp_path / "mine"):
        assert run(["new", "tea_shop", "--zh", "茶铺", "--lang", language]) == 0
        said = capsys.readouterr().out
        assert next_step in said
        assert "check --watch" in said

        lesson = lesson_registry().lesson("tea_shop")
        assert lesson is not None
        assert lesson.title == Text(en="茶铺", zh="茶铺")
        assert not [problem for problem in check_lesson_files() if problem.severity == "error"]


def test_an_editor_finds_the_schema_from_wherever_the_course_lies(tmp_path: Path) -> None:
    with own_course(tmp_path):
        first = new_lesson("tea_shop").splitlines()[0]

    way = first.removeprefix("# yaml-language-server: $schema=")
    assert (tmp_path / "lessons").joinpath(way).resolve().name == "lesson.json"
    (tmp_path / "lessons").mkdir()
    assert (tmp_path / "lessons").joinpath(way).is_file()


def test_what_is_written_by_hand_under_a_name_of_the_labs_own_is_told(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("\nid: example", "\nid: lab")
    problems, _ = check_lesson_text(text, str(tmp_path / "lab.yaml"))

    (error,) = (problem for problem in problems if problem.severity == "error")
    assert error.line == text.splitlines().index("id: lab") + 1
    assert parse(text, "lab.yaml").place(["id"])[0] == error.line

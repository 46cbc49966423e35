"""The lessons' door for the command line."""

import re

import pytest

from authoring.commands.lessons import run
from authoring.reference.lesson_page import PAGE, reference
from authoring.reference.lesson_schema import schemas
from courseware.source import parse, validate
from lessons import Lesson
from tests.course.small_course import LESSON, Library


def test_check_prints_file_line_and_column_and_fails(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    path = library.write("gap.yaml", LESSON.replace("minutes: 20", "minuts: 20"))

    assert run(["check", str(path)]) == 1
    assert f"{path}:4:1: error: minuts:" in capsys.readouterr().out


def test_check_speaks_chinese_when_asked(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    path = library.write("gap.yaml", LESSON.replace("minutes: 20", "minuts: 20"))

    assert run(["check", "--lang", "zh", str(path)]) == 1
    assert "是否想写 minutes？" in capsys.readouterr().out


def test_check_speaks_the_language_of_the_terminal(
    library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library.write("gap.yaml", LESSON.replace("minutes: 20", "minuts: 20"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert run(["check", str(path)]) == 1
    assert "是否想写 minutes？" in capsys.readouterr().out
    assert run(["check", "--lang", "en", str(path)]) == 1
    assert "minuts:" in capsys.readouterr().out


def test_check_takes_a_folder(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(library.folder)])

    assert "3 files looked at" in capsys.readouterr().out


def test_check_names_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "gone.yaml"]) == 1
    assert "gone.yaml:1:1: error: There is no such file." in capsys.readouterr().out


def test_a_wrong_command_is_answered_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["chek"])

    assert end.value.code == 2
    assert "check" in capsys.readouterr().err


def test_the_schemas_and_the_page_in_the_docs_are_what_the_models_say() -> None:
    texts = {**schemas(), PAGE: reference()}

    assert not [path.name for path, text in texts.items() if path.read_text(encoding="utf-8") != text]
    assert run(["schema", "--check"]) == run(["reference", "--check"]) == 0


def test_the_example_on_the_page_is_a_lesson() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", reference(), re.DOTALL)

    assert validate(parse(example, "relationships.yaml"), Lesson).id == "relationships"


def test_every_key_on_the_page_is_explained_in_both_languages() -> None:
    rows = [line for line in reference().splitlines() if line.startswith("| `")]

    assert len(rows) > 60
    assert not [row for row in rows if re.search(r"\|\s*\|", row)]

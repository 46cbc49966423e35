"""Each text of a course is read once, whoever asks what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from course import documents, find_lesson
from course.documents import document_of, read_document
from course.files import entries
from course.folders import parts
from course.known import known_to_the_lab
from course.lesson_registry import LessonRegistry
from course.status import CourseStatus
from courseware.source import Source, parse
from tests.own_course import own_course
from ui.desk.verdict import verdict

NAME = "lessons/satisfaction.yaml"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose text was parsed since the test began."""
    found: list[str] = []

    def reading(text: str, file: str) -> Source:
        found.append(Path(file).name)
        return parse(text, file)

    monkeypatch.setattr(documents, "parse", reading)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An own course without any file."""
    (tmp_path / "lessons").mkdir()
    with own_course(tmp_path):
        yield tmp_path


def test_a_text_that_was_judged_at_the_desk_is_not_read_again_once_it_is_saved(
    folder: Path, read: list[str]
) -> None:
    find_lesson("satisfaction")
    entry = next(one for one in entries() if one.name == NAME)
    text = f"{entry.file.text()}# a word at the end\n"
    read.clear()

    assert verdict(entry, text).errors == ()
    entry.file.target.write_text(text, encoding="utf-8")
    registry = LessonRegistry(parts()["lessons"], known=known_to_the_lab)

    assert registry.problems("satisfaction") == ()
    assert CourseStatus.of(parts()).lessons[NAME].lesson == registry.lesson("satisfaction")
    assert read == ["satisfaction.yaml"]


def test_a_file_is_read_again_only_once_its_text_is_another(tmp_path: Path, read: list[str]) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text("schema: bank/1", encoding="utf-8")
    first = read_document("bank", path)
    path.write_text("schema: bank/1", encoding="utf-8")

    assert read_document("bank", path) is first
    assert read == ["tea.yaml"]
    path.write_text("schema: bank/2", encoding="utf-8")
    assert read_document("bank", path).problems != first.problems
    assert read == ["tea.yaml", "tea.yaml"]


def test_equal_texts_of_two_files_tell_their_own_places() -> None:
    one, other = (document_of("lessons", "nothing: here", name) for name in ("a.yaml", "b.yaml"))

    assert {problem.file for problem in one.problems} == {"a.yaml"}
    assert {problem.file for problem in other.problems} == {"b.yaml"}

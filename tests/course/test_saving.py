"""Saving replaces the whole file or nothing, and keeps what the teacher typed letter by letter."""

import pytest

from course import save_lesson_file
from courseware.problem import ProblemsFoundError
from tests.course.small_course import LAB, LESSON, Library


def test_a_saved_text_is_kept_letter_by_letter_with_its_comments(library: Library) -> None:
    text = LESSON.replace("a comment that must survive", "注释  stays\t")

    save_lesson_file(library / "gap.yaml", text, LAB)

    assert (library / "gap.yaml").read_bytes() == text.encode()


def test_a_text_with_errors_leaves_the_file_as_it_was(library: Library) -> None:
    with pytest.raises(ProblemsFoundError) as found:
        save_lesson_file(library / "gap.yaml", LESSON.replace("kind: read", "kind: raed"), LAB)

    assert found.value.problems[0].line == 14
    assert (library / "gap.yaml").read_text(encoding="utf-8") == LESSON


def test_warnings_do_not_keep_a_text_from_being_saved(library: Library) -> None:
    warnings = save_lesson_file(library / "new.yaml", LESSON.replace("id: gap\n", "id: new\n"), LAB)

    assert [problem.severity for problem in warnings] == ["warning"]
    assert (library / "new.yaml").exists()


def test_nothing_else_is_left_in_the_folder(library: Library) -> None:
    before = {path.name for path in library.folder.iterdir()}

    save_lesson_file(library / "gap.yaml", LESSON, LAB)

    assert {path.name for path in library.folder.iterdir()} == before


def test_who_may_read_the_file_stays_the_same(library: Library) -> None:
    (library / "gap.yaml").chmod(0o640)

    save_lesson_file(library / "gap.yaml", LESSON, LAB)

    assert (library / "gap.yaml").stat().st_mode & 0o777 == 0o640

"""A file that is deleted, brought back or renamed takes all that it has ever said along."""

from pathlib import Path

import pytest

from classroom import (
    Change,
    Store,
    delete_file,
    deleted_files,
    keep_unsaved,
    note_file,
    rename_file,
    replace_unreadable,
    revisions_of,
    text_of,
    writers,
)
from course import CourseFile
from courseware.problem import ReaderError
from courseware.text import LANGUAGES

TEXT = "# 注释\r\nid: a\r\n"


def file_of(folder: Path, name: str, text: str | None = None) -> CourseFile:
    """A file of a course, with this text if it has one yet."""
    path = folder / "lessons" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    if text is not None:
        path.write_bytes(text.encode())
    return CourseFile(f"lessons/{name}.yaml", path, path)


def test_a_deleted_file_is_whole_in_its_history_and_comes_back_letter_by_letter(
    store: Store, tmp_path: Path
) -> None:
    file = file_of(tmp_path, "a", TEXT)
    note_file(store, file)
    kept = delete_file(store, file, seen=TEXT, author="Li")

    assert file.text() is None
    assert [(one.file, one.author) for one in deleted_files(store)] == [("lessons/a.yaml", "Li")]
    assert text_of(store, kept.id) == TEXT
    replace_unreadable(store, file, TEXT, seen=None, author="Li", why="restored")
    assert file.text() == TEXT
    assert deleted_files(store) == ()
    assert [one.why for one in revisions_of(store, file.name)] == ["restored", "deleted", "found"]


def test_a_file_can_be_deleted_more_than_once(store: Store, tmp_path: Path) -> None:
    for _ in range(2):
        delete_file(store, file_of(tmp_path, "a", TEXT), seen=TEXT, author="Li")
        note_file(store, file_of(tmp_path, "a", TEXT))

    assert deleted_files(store) == ()
    assert [one.why for one in revisions_of(store, "lessons/a.yaml")] == ["outside", "deleted"] * 2


def test_a_renamed_file_has_its_history_and_so_have_those_that_name_it(store: Store, tmp_path: Path) -> None:
    old, plan = file_of(tmp_path, "a", TEXT), file_of(tmp_path, "course", "lessons: [a]\n")
    for file in (old, plan):
        note_file(store, file)
    new, after = file_of(tmp_path, "b"), TEXT.replace("id: a", "id: b")
    change = Change(plan, "lessons: [a]\n", "lessons: [b]\n")
    rename_file(store, Change(old, TEXT, after), new, (change,), author="Li")

    assert (old.text(), new.text(), plan.text()) == (None, after, "lessons: [b]\n")
    assert [text_of(store, one.id) for one in revisions_of(store, new.name)] == [after, TEXT]
    assert [one.why for one in revisions_of(store, plan.name)] == ["renamed", "found"]


@pytest.mark.parametrize("what", ["unsaved", "written", "taken", "plan"])
def test_what_stands_against_it_is_said_and_nothing_is_changed(
    store: Store, tmp_path: Path, what: str
) -> None:
    old, plan = file_of(tmp_path, "a", TEXT), file_of(tmp_path, "course", "lessons: [a]\n")
    new = file_of(tmp_path, "b", "id: b\n" if what == "taken" else None)
    if what == "unsaved":
        keep_unsaved(store, old.name, "Wang", "mine", base=None)
        assert writers(store, old.name) == ("Wang",)
    seen = "something older" if what == "written" else TEXT
    plan_seen = "older" if what == "plan" else "lessons: [a]\n"
    change = Change(plan, plan_seen, "lessons: [b]\n")

    with pytest.raises(ReaderError) as told:
        rename_file(store, Change(old, seen, "id: b\n"), new, (change,), author="Li")

    assert all(told.value.text[language] for language in LANGUAGES)
    assert old.text() == TEXT
    assert plan.text() == "lessons: [a]\n"
    assert new.text() == ("id: b\n" if what == "taken" else None)
    assert revisions_of(store, new.name) == ()


def test_a_file_that_somebody_has_written_meanwhile_is_not_deleted(store: Store, tmp_path: Path) -> None:
    file = file_of(tmp_path, "a", TEXT)

    with pytest.raises(ReaderError):
        delete_file(store, file, seen="older", author="Li")

    assert file.text() == TEXT
    assert deleted_files(store) == ()

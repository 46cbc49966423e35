"""What a file of the course has said: no text that somebody wrote is ever lost."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from classroom import (
    Conflict,
    Refused,
    Saved,
    Store,
    digest_of,
    drop_unsaved,
    keep_revision,
    keep_unsaved,
    latest_of_all,
    note_file,
    revisions_of,
    save_file,
    text_of,
    unsaved,
)
from course import CourseFile
from courseware.problem import Problem, ReaderError, Severity
from courseware.text import Text
from tests.architecture.sources import ROOT
from tests.classroom.conftest import Clock
from tests.records import run_sql

WORDS = Text(en="Mend it.", zh="请改正。")
FIRST = "# 注释 kept\nid:   a\r\n"


def fine(_: str) -> Sequence[Problem]:
    return ()


def told(severity: Severity) -> Sequence[Problem]:
    return (Problem("lessons/a.yaml", 1, 1, "", WORDS, WORDS, severity),)


@pytest.fixture
def course_file(tmp_path: Path) -> CourseFile:
    """A file of the course, written in some editor."""
    path = tmp_path / "lessons" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(FIRST.encode())
    return CourseFile("lessons/a.yaml", path, path)


def texts(store: Store, file: str = "lessons/a.yaml") -> list[tuple[str | None, str, str]]:
    """All texts of a file, newest first, with author and reason."""
    return [(text_of(store, one.id), one.author, one.why) for one in revisions_of(store, file)]


def test_every_save_is_kept_with_who_when_and_why(
    store: Store, clock: Clock, course_file: CourseFile
) -> None:
    clock.forward(5)
    outcome = save_file(store, course_file, "id: b\n", base=digest_of(FIRST), author="Li", check=fine)

    assert isinstance(outcome, Saved)
    assert outcome.revision.at == clock.now
    assert course_file.target.read_bytes() == b"id: b\n"
    assert texts(store) == [("id: b\n", "Li", "saved"), (FIRST, "", "found")]


def test_a_file_that_was_changed_elsewhere_is_noted_once(store: Store, course_file: CourseFile) -> None:
    note_file(store, course_file)
    course_file.source.write_text("id: git\n")

    assert note_file(store, course_file) == note_file(store, course_file) == "id: git\n"
    assert [why for _, _, why in texts(store)] == ["outside", "found"]


def test_warnings_do_not_keep_a_text_from_being_saved(store: Store, course_file: CourseFile) -> None:
    outcome = save_file(
        store, course_file, "x", base=digest_of(FIRST), author="Li", check=lambda _: told("warning")
    )

    assert isinstance(outcome, Saved)
    assert outcome.warnings == told("warning")


def test_a_text_with_errors_leaves_the_file_alone_and_is_not_lost(
    store: Store, course_file: CourseFile
) -> None:
    outcome = save_file(
        store, course_file, "bad", base=digest_of(FIRST), author="Li", check=lambda _: told("error")
    )
    kept = unsaved(store, course_file.name, "Li")

    assert outcome == Refused(tuple(told("error")))
    assert course_file.text() == FIRST
    assert kept is not None
    assert (kept.text, kept.base) == ("bad", digest_of(FIRST))


def test_who_saves_over_an_older_text_is_shown_both_and_both_are_kept(
    store: Store, course_file: CourseFile
) -> None:
    base = digest_of(FIRST)
    save_file(store, course_file, "theirs", base=base, author="Wang", check=fine)
    outcome = save_file(store, course_file, "mine", base=base, author="Li", check=fine)
    kept = unsaved(store, course_file.name, "Li")

    assert outcome == Conflict("theirs", "mine", base)
    assert course_file.text() == "theirs"
    assert kept is not None
    assert kept.text == "mine"


def test_a_change_that_nobody_had_opened_is_a_conflict_too(store: Store, course_file: CourseFile) -> None:
    course_file.source.write_text("by sed")

    outcome = save_file(store, course_file, "mine", base=digest_of(FIRST), author="Li", check=fine)

    assert outcome == Conflict("by sed", "mine", digest_of(FIRST))
    assert ("by sed", "", "found") in texts(store)


def test_two_who_write_the_same_agree(store: Store, course_file: CourseFile) -> None:
    save_file(store, course_file, "same", base=digest_of(FIRST), author="Wang", check=fine)
    outcome = save_file(store, course_file, "same", base=digest_of(FIRST), author="Li", check=fine)

    assert isinstance(outcome, Saved)
    assert [author for _, author, _ in texts(store)] == ["Wang", ""]


def test_a_new_file_is_a_conflict_if_somebody_made_it_first(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "own" / "lessons" / "new.yaml"
    new = CourseFile("lessons/new.yaml", path, path)

    first = save_file(store, new, "one", base=None, author="Li", check=fine)
    second = save_file(store, new, "two", base=None, author="Wang", check=fine)

    assert isinstance(first, Saved)
    assert second == Conflict("one", "two", None)


def test_an_own_version_leaves_the_one_it_began_from_alone(
    store: Store, course_file: CourseFile, tmp_path: Path
) -> None:
    own = CourseFile(course_file.name, course_file.source, tmp_path / "own" / "lessons" / "a.yaml")

    outcome = save_file(store, own, "own", base=digest_of(FIRST), author="Li", check=fine)

    assert isinstance(outcome, Saved)
    assert (own.text(), course_file.text()) == ("own", FIRST)


def test_a_folder_that_cannot_be_written_to_is_told_and_the_text_is_kept(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "a.yaml"
    file = CourseFile("lessons/a.yaml", tmp_path / "none.yaml", path)

    with pytest.raises(ReaderError, match="cannot be written"):
        save_file(store, file, "mine", base=None, author="Li", check=fine)

    kept = unsaved(store, file.name, "Li")
    assert kept is not None
    assert kept.text == "mine"
    assert texts(store) == []


def test_what_is_not_saved_is_kept_for_each_author_and_file(store: Store) -> None:
    keep_unsaved(store, "lessons/a.yaml", "Li", "one", base="x")
    keep_unsaved(store, "lessons/a.yaml", "Li", "two", base="x")
    keep_unsaved(store, "lessons/a.yaml", "Wang", "three", base=None)
    drop_unsaved(store, "lessons/a.yaml", "Wang")

    kept = unsaved(store, "lessons/a.yaml", " Li ")
    assert kept is not None
    assert kept.text == "two"
    assert unsaved(store, "lessons/a.yaml", "Wang") is None
    assert unsaved(store, "lessons/b.yaml", "Li") is None


def test_saving_ends_what_was_unsaved(store: Store, course_file: CourseFile) -> None:
    keep_unsaved(store, course_file.name, "Li", "one", base=digest_of(FIRST))
    save_file(store, course_file, "one", base=digest_of(FIRST), author="Li", check=fine)

    assert unsaved(store, course_file.name, "Li") is None


def test_a_text_set_aside_is_in_the_history_but_not_what_the_file_says(
    store: Store, course_file: CourseFile
) -> None:
    note_file(store, course_file)
    keep_revision(store, course_file.name, "mine", author="Li", why="aside")
    note_file(store, course_file)

    assert [why for _, _, why in texts(store)] == ["aside", "found"]
    assert latest_of_all(store)[course_file.name].why == "found"


def test_going_back_to_an_older_text_is_a_revision_of_its_own(store: Store, course_file: CourseFile) -> None:
    save_file(store, course_file, "b", base=digest_of(FIRST), author="Li", check=fine)
    save_file(store, course_file, FIRST, base=digest_of("b"), author="Li", check=fine, why="restored")

    assert texts(store) == [(FIRST, "Li", "restored"), ("b", "Li", "saved"), (FIRST, "", "found")]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE revision SET text = 'other'",
        "DELETE FROM revision",
        {
            "sqlite": "INSERT OR REPLACE INTO revision "
            "SELECT id, file, 'other', digest, author, why, at FROM revision",
            "postgresql": "TRUNCATE revision",
        },
    ],
)
def test_the_database_itself_refuses_to_change_a_revision(
    store: Store, change: str | Mapping[str, str]
) -> None:
    keep_revision(store, "lessons/a.yaml", "a", author="Li", why="saved")

    with pytest.raises(IntegrityError, match="never"), store.write() as connection:
        run_sql(connection, change)
    assert texts(store) == [("a", "Li", "saved")]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(written=st.lists(st.text(st.characters(codec="utf-8"), max_size=80), min_size=1, max_size=4))
def test_every_text_comes_back_letter_by_letter(store: Store, tmp_path: Path, written: list[str]) -> None:
    name = f"lessons/{digest_of(repr(written))[:12]}.yaml"
    file = CourseFile(name, tmp_path / name, tmp_path / name)
    (tmp_path / name).unlink(missing_ok=True)

    for words in written:
        before = note_file(store, file)
        base = None if before is None else digest_of(before)
        assert isinstance(save_file(store, file, words, base=base, author="Li", check=fine), Saved)

    assert set(written) <= {words for words, _, _ in texts(store, name)}
    assert file.target.read_bytes().decode() == written[-1]


def test_of_many_who_save_at_the_same_moment_one_is_saved_and_no_text_is_lost(
    store: Store, course_file: CourseFile
) -> None:
    together = Barrier(6)

    def write(number: int) -> object:
        together.wait(10)
        mine = f"text {number}"
        return save_file(store, course_file, mine, base=digest_of(FIRST), author=f"T{number}", check=fine)

    with ThreadPoolExecutor(6) as teachers:
        outcomes = list(teachers.map(write, range(6)))

    saved = [number for number, one in enumerate(outcomes) if isinstance(one, Saved)]
    assert len(saved) == 1
    assert course_file.text() == f"text {saved[0]}"
    for number in set(range(6)) - set(saved):
        kept = unsaved(store, course_file.name, f"T{number}")
        assert kept is not None
        assert kept.text == f"text {number}"


PROCESS = """
import sys
from datetime import UTC, datetime
from collections.abc import Mapping
from pathlib import Path
from classroom import digest_of, open_store, save_file
from course import CourseFile
record, path, name = sys.argv[1:]
store = open_store(record, lambda: datetime.now(UTC))
file = CourseFile("lessons/a.yaml", Path(path), Path(path))
print("ready", flush=True)
sys.stdin.readline()
base = digest_of(file.text())
print(type(save_file(store, file, name, base=base, author=name, check=lambda _: ())).__name__)
"""


def test_two_processes_that_save_at_the_same_moment_lose_nothing(
    store: Store, where: str, course_file: CourseFile
) -> None:
    names = ("Li", "Wang")
    both = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, where, str(course_file.target), name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in both:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    said = {name: one.communicate(timeout=60)[0].strip() for name, one in zip(names, both, strict=True)}

    found = {words for words, _, _ in texts(store)}
    for name in names:
        kept = unsaved(store, course_file.name, name)
        assert said[name] in ("Saved", "Conflict")
        assert name in found if said[name] == "Saved" else kept is not None and kept.text == name
    assert course_file.text() in names

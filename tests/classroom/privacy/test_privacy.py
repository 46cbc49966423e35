"""One person among others: all of it exported, all of it deleted, and what a term's end leaves."""

import json
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError

from classroom import Store, Student, guest_of, submit
from classroom.__main__ import main
from classroom.audit import audit_entries
from classroom.export import marks
from classroom.privacy import HOLDINGS, delete_person, find_person, personal_data
from classroom.records import tables
from classroom.regrade import regrade
from courseware.problem import ReaderError
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.classroom.privacy.rows import CLASS, NAME, NUMBER, WORDS, class_of_two


def counts(store: Store, student: Student) -> dict[str, int]:
    """How many rows of each table are about this student."""
    with store.read() as connection:
        person = find_person(connection, CLASS, student.number)
        return {
            table.name: connection.scalar(select(func.count()).select_from(table).where(condition)) or 0
            for table, condition in person.tables()
        }


FILES_ON_A_SERVER = (
    "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class "
    "WHERE oid >= 16384 AND relkind IN ('r', 't', 'i') AND pg_relation_size(oid) > 0"
)
"""The files of all tables and indexes that are not PostgreSQL's own."""


def in_the_file(store: Store, said: str) -> bool:
    """Whether these words stand anywhere in the record, as text or as JSON keeps them.

    Of a file every byte is looked at, also where rows have stood; of a server all that can be asked for.
    """
    if store.engine.dialect.name == "sqlite":
        folder = Path(store.where).parent
        data = b"".join(file.read_bytes() for file in sorted(folder.glob(f"{Path(store.where).name}*")))
    else:
        with store.read() as connection:
            rows = [connection.execute(select(table)).all() for table in tables.metadata.sorted_tables]
        data = repr(rows).encode()
    return any(words.encode() in data for words in (said, json.dumps(said)[1:-1]))


def command(store: Store, *words: str) -> int:
    return main(["--database", store.where, *words])


def test_every_table_of_the_record_says_what_it_holds_of_a_person() -> None:
    assert set(HOLDINGS) == set(tables.metadata.tables)


def test_what_belongs_to_a_student_or_to_a_list_is_said_to_be_about_students() -> None:
    ways = {"student_id", "attempt_id", "member_id", "rater", "vote_id"}
    about = {name for name, table in tables.metadata.tables.items() if ways & set(table.c.keys())}

    assert about | {"student", "entry_request", "tool_note"} == {
        name for name, holding in HOLDINGS.items() if holding.is_about_students
    }


def test_columns_to_be_emptied_are_there() -> None:
    for name, holding in HOLDINGS.items():
        assert set(holding.words) <= set(tables.metadata.tables[name].c.keys())


def test_a_student_is_handed_all_that_is_held_of_them_and_nothing_of_others(
    store: Store, tmp_path: Path
) -> None:
    one, other = class_of_two(store)
    out = tmp_path / "mine.json"

    assert command(store, "export-student", "--class", CLASS, "--number", NUMBER, "--out", str(out)) == 0
    said = out.read_text(encoding="utf-8")
    data = json.loads(said)
    assert {name: len(data[name]) for name in counts(store, one)} == counts(store, one)
    assert min(counts(store, one).values()) >= 1
    assert NAME in said
    assert other.name not in said
    assert not {"hash", "digest", "body"} & {key for rows in data.values() for key in keys_of(rows)}
    foreign = [rating for rating in data["peer_rating"] if "rater" not in rating]
    assert [rating["rated"] for rating in foreign] == [str(one.id)]


def keys_of(rows: object) -> set[str]:
    return {key for row in rows for key in row} if isinstance(rows, list) else set()


def test_without_yes_it_is_said_what_would_happen_and_nothing_does(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = class_of_two(store)
    before = counts(store, one)

    assert command(store, "delete-student", "--class", CLASS, "--number", NUMBER) == 0
    shown = capsys.readouterr().out
    assert "Nothing has been changed" in shown
    assert "attempt" in shown
    assert NAME not in shown
    assert counts(store, one) == before
    assert audit_entries(store) == ()


def test_of_who_is_deleted_not_a_word_is_left_in_the_file_and_others_lose_nothing(store: Store) -> None:
    one, other = class_of_two(store)
    before = counts(store, other)
    assert in_the_file(store, NAME)

    assert command(store, "delete-student", "--class", CLASS, "--number", NUMBER, "--yes") == 0
    assert not in_the_file(store, NAME)
    assert not in_the_file(store, NUMBER)
    with store.read() as connection, pytest.raises(ReaderError, match="nobody with the number"):
        find_person(connection, CLASS, NUMBER)
    after = counts(store, other)
    assert after == {**before, "peer_rating": 0}
    with store.read() as connection:
        assert connection.scalars(select(tables.student.c.id)).all() == [other.id]
    (entry,) = audit_entries(store)
    assert (entry.actor, entry.action, entry.subject) == (
        "command line",
        "delete-student",
        f"student {one.id}",
    )


def test_marks_that_are_kept_have_neither_name_nor_words_and_count_as_before(store: Store) -> None:
    one, other = class_of_two(store)
    with store.write() as connection:
        done = delete_person(
            connection, find_person(connection, CLASS, other.number), store.clock(), actor="Ms Li"
        )
    assert done.deleted["attempt"] == 1

    words = ("delete-student", "--class", CLASS, "--number", NUMBER, "--keep-marks", "--yes")
    assert command(store, *words) == 0
    assert not any(in_the_file(store, said) for said in (NAME, NUMBER, WORDS))
    with store.read() as connection:
        row = connection.execute(select(tables.student).where(tables.student.c.id == one.id)).one()
        assert (row.name, row.number, row.class_name, row.kind) == ("", "", CLASS, "deleted")
        assert connection.scalar(select(tables.mark_entry.c.value)) == 81.0
        assert connection.scalar(select(tables.assessment.c.score)) == 0.75
        assert connection.scalars(select(tables.prediction)).all() == []
    assert list(regrade(store)) == []
    (mark,) = marks(store)
    assert (mark.name, mark.number, mark.points) == ("", "", 0.75)


def test_answers_that_are_choices_or_numbers_stay_for_the_statistics(
    store: Store, plus_one: Exercise
) -> None:
    wang = store.enrol("Wang Wei", CLASS, "1")
    submit(store, wang, plus_one, {"answer": "-1"})
    with store.write() as connection:
        person = find_person(connection, CLASS, "1")
        done = delete_person(connection, person, store.clock(), keep_marks=True, actor="Ms Li")

    assert (done.kept["attempt"], done.emptied["attempt"]) == (1, 0)
    with store.read() as connection:
        assert connection.scalar(select(tables.attempt.c.response)) == {"answer": "-1"}


CHANGES: Final = (
    "UPDATE attempt SET score = 1",
    "UPDATE attempt SET response = '{}'",
    "DELETE FROM attempt",
    "UPDATE assessment SET why = ''",
    "UPDATE assessment SET score = 1",
    "DELETE FROM assessment",
)


def changed(connection: Connection, statement: str, id_: int) -> None:
    column = "attempt_id" if "assessment" in statement else "id"
    connection.execute(text(f"{statement} WHERE {column} = {id_}"))


@pytest.mark.parametrize("statement", CHANGES)
def test_attempts_and_assessments_of_who_is_not_deleted_are_still_never_changed(
    store: Store, statement: str
) -> None:
    one, other = class_of_two(store)
    with store.write() as connection:
        delete_person(
            connection, find_person(connection, CLASS, NUMBER), store.clock(), keep_marks=True, actor="Ms Li"
        )

    with pytest.raises(IntegrityError, match="is never"), store.write() as connection:
        changed(connection, statement, other.id)
    if "score" in statement:
        with pytest.raises(IntegrityError, match="is never"), store.write() as connection:
            changed(connection, statement, one.id)


def test_who_was_deleted_does_not_come_back(store: Store) -> None:
    one, _ = class_of_two(store)
    with store.write() as connection:
        delete_person(
            connection, find_person(connection, CLASS, NUMBER), store.clock(), keep_marks=True, actor="Ms Li"
        )

    with (
        pytest.raises(IntegrityError, match=r"does not come back|never changed"),
        store.write() as connection,
    ):
        connection.execute(text("UPDATE student SET kind = 'enrolled' WHERE id = :id"), {"id": one.id})


def test_the_audit_log_is_only_added_to(store: Store) -> None:
    class_of_two(store)
    command(store, "end-term", "--yes")

    for statement in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(IntegrityError, match="is never"), store.write() as connection:
            connection.execute(text(statement))


@pytest.mark.parametrize("number", ["", "2026-7", "2026-770", NAME])
@pytest.mark.parametrize("name", ["export-student", "delete-student"])
def test_somebody_who_is_not_there_is_told_in_both_languages(
    store: Store, tmp_path: Path, name: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    class_of_two(store)
    more = ["--out", str(tmp_path / "x.json")] if name == "export-student" else ["--yes"]

    assert command(store, name, "--class", CLASS, "--number", number, *more) == 1
    said = capsys.readouterr().err
    assert "nobody with the number" in said
    assert "没有学号" in said
    assert not (tmp_path / "x.json").exists()


def test_somebody_who_stands_on_the_list_alone_is_found_there(store: Store) -> None:
    with store.write() as connection:
        values = {"class_name": CLASS, "number": "9", "name": "Zhao", "place": 1}
        connection.execute(tables.roster_member.insert().values(**values))
    with store.read() as connection:
        data = personal_data(connection, find_person(connection, CLASS, "9"))

    assert set(data) == {"class", "number", "roster_member"}


def test_a_term_that_ends_signs_everybody_out_and_leaves_the_marks(
    store: Store, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = class_of_two(store)
    store.rename(guest_of(store, "browser"), "Passer-by")
    before = list(marks(store))

    assert command(store, "end-term") == 0
    assert "Nothing has been changed" in capsys.readouterr().out
    assert counts(store, one)["pin"] == 1
    assert command(store, "end-term", "--yes") == 0
    left = counts(store, one)
    assert (left["pin"], left["student_session"], left["entry_request"]) == (0, 0, 0)
    assert list(marks(store)) == before
    assert not in_the_file(store, "Passer-by")
    assert "classes closed 关闭班级: 1" in capsys.readouterr().out
    with store.read() as connection:
        assert connection.scalar(select(tables.school_class.c.closed_at)) is not None
    (entry,) = audit_entries(store)
    assert entry.detail["pins"] == 2

"""The record on a PostgreSQL: what is refused and how it is told, and that nobody waits without need."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, make_url, select, text

from classroom import (
    RosterEntry,
    Store,
    Student,
    call_next,
    end_guests,
    guest_of,
    keep_roster,
    open_store,
    save_draft,
    submit,
    take_hint,
    visit,
)
from classroom.assignments.store import make
from classroom.enrolment import enrol_all_members
from classroom.records import postgres, tables
from classroom.records.student import lock
from courseware.problem import ReaderError
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class
from tests.classroom.test_graded_window import homework
from tests.classroom.test_opening import refused
from tests.postgres import MARK, Cluster, on_a_server
from tests.records import run_sql

PASSWORD = "open-sesame"  # noqa: S105 -- of a user made for these tests


@pytest.fixture
def nothing(cluster: Cluster) -> Iterator[str]:
    """A database without any table."""
    with cluster.database("template0") as address:
        yield address


@MARK
def test_a_database_without_tables_becomes_a_record_and_is_found_again(nothing: str, clock: Clock) -> None:
    first, second = open_store(nothing, clock), open_store(nothing, clock)

    assert first.secret == second.secret
    first.close()
    second.close()


@MARK
def test_labs_that_start_at_the_same_moment_make_one_record(nothing: str, clock: Clock) -> None:
    together = threading.Barrier(6)

    def start(_: int) -> bytes:
        together.wait(10)
        store = open_store(nothing, clock)
        store.close()
        return store.secret

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(start, range(6)))) == 1


@MARK
def test_the_tables_of_another_program_are_left_alone(nothing: str, clock: Clock) -> None:
    engine = postgres.engine_of(make_url(nothing))
    with engine.begin() as other:
        other.execute(text("CREATE TABLE books (title text)"))

    with refused("may belong to another program"):
        open_store(nothing, clock)
    with engine.connect() as other:
        assert other.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) == 1
    engine.dispose()


@MARK
def test_letters_that_cannot_hold_a_chinese_name_are_refused(cluster: Cluster, clock: Clock) -> None:
    name = "latin"
    cluster.command(
        f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc"
    )
    try:
        with refused("LATIN1"):
            open_store(cluster.address(name), clock)
    finally:
        cluster.command(f"DROP DATABASE {name}")


@pytest.fixture
def reader(cluster: Cluster, where: str) -> Iterator[str]:
    """The address of the record for a user who may only look."""
    cluster.command(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
    url = make_url(where).set(username="reader", password=PASSWORD)
    yield url.render_as_string(hide_password=False)
    cluster.command("DROP ROLE reader")


@on_a_server
def test_a_user_who_may_not_write_or_does_not_exist_is_told_without_the_password(
    where: str, reader: str, clock: Clock
) -> None:
    nobody = make_url(reader).set(username="nobody-here")
    nowhere = make_url(reader).set(database="no-such-database")
    odd = make_url(reader).update_query_dict({"no_such_option": "1"})

    for url in (make_url(reader), nobody, nowhere, odd):
        with pytest.raises(ReaderError, match="LAB_DATABASE_URL") as caught:
            open_store(url.render_as_string(hide_password=False), clock)
        told, cause = caught.value.text, caught.value.__cause__
        assert PASSWORD not in f"{told.en}{told.zh}{cause}{cause and cause.__cause__}"


@on_a_server
def test_who_writes_for_one_student_keeps_no_other_waiting(
    store: Store, plus_one: Exercise, clock: Clock
) -> None:
    slow, quick = store.enrol("Li"), store.enrol("Wang")

    with store.write() as connection:
        lock(connection, slow)
        told = submit(store, quick, plus_one, {"answer": "-1"}).is_recorded

    assert told


@on_a_server
def test_who_waits_too_long_for_an_entry_is_told_and_nothing_is_kept(
    store: Store, plus_one: Exercise, monkeypatch: pytest.MonkeyPatch, where: str, clock: Clock
) -> None:
    monkeypatch.setattr(postgres, "_SETTINGS", ("SET lock_timeout = '50ms'",))
    li, impatient = store.enrol("Li"), open_store(where, clock)

    with store.write() as connection:
        lock(connection, li)
        with refused("busy with this very entry"):
            submit(impatient, li, plus_one, {"answer": "-1"})
    assert submit(impatient, li, plus_one, {"answer": "-1"}).try_number == 1
    impatient.close()


@on_a_server
def test_a_look_sees_one_moment_of_the_record_and_cannot_write(store: Store) -> None:
    with store.read() as connection:
        before = connection.scalar(text("SELECT count(*) FROM student"))
        store.enrol("Li")
        after = connection.scalar(text("SELECT count(*) FROM student"))

    assert (before, after) == (0, 0)
    with refused("read but not written"), store.read() as connection:
        run_sql(connection, "DELETE FROM student")


@on_a_server
def test_a_server_that_was_restarted_is_found_again(store: Store, cluster: Cluster) -> None:
    li = store.enrol("Li")
    cluster.command("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    assert store.rename(li, "Li Hua").name == "Li Hua"


@on_a_server
def test_two_labs_call_everybody_once_before_anybody_twice(store: Store, where: str, clock: Clock) -> None:
    other = open_store(where, clock)
    keep_roster(store, "CRM 1", [RosterEntry(str(number), f"Student {number}") for number in range(16)])

    with ThreadPoolExecutor(8) as pool:
        called = list(pool.map(lambda one: call_next(one, "CRM 1"), [store, other] * 8))

    assert len({one.id for one in called if one}) == 16
    other.close()


@on_a_server
def test_two_labs_that_start_at_once_make_each_member_of_an_old_list_one_student(
    store: Store, where: str, clock: Clock
) -> None:
    keep_roster(store, "CRM 1", [RosterEntry(str(number), f"Student {number}") for number in range(8)])
    member, student = tables.roster_member, tables.student
    with store.write() as connection:
        connection.execute(member.update().values(student_id=None))
        connection.execute(student.delete())
    other = open_store(where, clock)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(enrol_all_members, [store, other] * 2))
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(student)) == 8
    other.close()


@on_a_server
def test_of_two_who_set_one_question_at_once_the_second_is_told(store: Store, clock: Clock) -> None:
    school = make_class(store, "CRM 1", [("1", "Li")])
    together = threading.Barrier(4)

    def set_it(_: int) -> bool:
        together.wait(10)
        try:
            make(store, school, homework(clock.now), None, by="instructor")
        except ReaderError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(set_it, range(4))) == 1


@on_a_server
def test_whatever_happens_at_once_nobody_waits_for_each_other(
    store: Store, where: str, plus_one: Exercise, clock: Clock
) -> None:
    other = open_store(where, clock)
    students = [guest_of(store, f"token {number}") for number in range(4)]

    def work(number: int) -> int:
        mine, student = (store, other)[number % 2], students[number % 4]
        for round_ in range(4):
            _do_all(mine, student, plus_one, number + round_)
        return number

    with ThreadPoolExecutor(12) as pool:
        assert sorted(pool.map(work, range(12))) == list(range(12))
    other.close()


def _do_all(store: Store, student: Student, exercise: Exercise, number: int) -> None:
    """All that writes for one student, and what writes for all."""
    visit(store, student, "satisfaction", f"s{number}")
    save_draft(store, student, exercise.id, {"answer": str(number)})
    take_hint(store, student, exercise, 1)
    submit(store, student, exercise, {"answer": str(-number)})
    if number % 5 == 0:
        end_guests(store, store.clock() + timedelta(days=1))

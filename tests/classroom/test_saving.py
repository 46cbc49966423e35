"""What has been told as saved is saved: through crowds, killed servers and prying eyes."""

import logging
import pickle
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from classroom import Store, Student, open_store, predict, save_draft, submit, variant_for, visit
from classroom.records import tables
from classroom.regrade import regrade
from exercises import Exercise, right_response
from tests.classroom.conftest import Clock, introduce
from tests.postgres import on_a_server
from tests.records import let_change, see_that_it_is_sound

ANSWERING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from classroom import open_store, submit
from course import BankRegistry
store = open_store(sys.argv[1], lambda: datetime.now(UTC))
exercise = BankRegistry(Path(sys.argv[2])).exercises()["record.sum"]
while True:
    student = store.enrol("Sun Li")
    for answer in ("-1", "-2"):
        submit(store, student, exercise, {"answer": answer})
        print("told", flush=True)
"""


def test_answers_that_were_told_survive_a_killed_server(where: str, bank: Path, clock: Clock) -> None:
    command = [sys.executable, "-c", ANSWERING, where, str(bank)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    told = sum(1 for _, line in zip(range(25), server.stdout, strict=False) if line == "told\n")
    server.send_signal(signal.SIGKILL)
    told += server.stdout.read().count("told\n")
    server.wait(timeout=10)
    see_that_it_is_sound(where)

    store = open_store(where, clock)
    marks = list(regrade(store))
    store.close()
    assert told >= 25
    assert told <= len(marks) <= told + 1
    assert all(mark.is_same for mark in marks)


def test_sixteen_students_write_at_once_and_nobody_is_turned_away(store: Store, plus_one: Exercise) -> None:
    students = [store.enrol(f"Student {number}") for number in range(16)]
    together = threading.Barrier(len(students))

    def work(student: Student) -> int:
        together.wait(10)
        for round_ in range(8):
            visit(store, student, "satisfaction", f"s{round_}")
            save_draft(store, student, plus_one.id, {"answer": str(round_)})
        return sum(submit(store, student, plus_one, {"answer": str(-n)}).is_recorded for n in (1, 2, 3))

    with ThreadPoolExecutor(len(students)) as pool:
        recorded = list(pool.map(work, students))

    assert recorded == [3] * 16
    assert count(store) == 48


def test_two_servers_may_write_to_one_record(store: Store, where: str, clock: Clock) -> None:
    other = open_store(where, clock)
    li = introduce(store, "Li Hua")

    def work(mine: Store) -> None:
        for round_ in range(30):
            predict(mine, li, "satisfaction", f"s{round_}", words=f"{id(mine)}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, [store, other]))
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.prediction)) == 60
    other.close()


def test_a_hundred_pages_read_at_once(store: Store, li: Student, plus_one: Exercise) -> None:
    variant = variant_for(store, li, plus_one)

    with ThreadPoolExecutor(100) as pool:
        assert set(pool.map(lambda _: variant_for(store, li, plus_one).digest, range(200))) == {
            variant.digest
        }


def test_a_writer_that_fails_leaves_nothing_half_done(store: Store) -> None:
    empty = {"name": "", "number": "", "class_name": "", "joined_at": store.clock()}
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.execute(
            tables.student.insert(), [{"id": 1, **empty}, {"id": 2, **empty}, {"id": 1, **empty}]
        )

    assert store.owner() is None


def test_every_stored_answer_gets_its_stored_marks_again(
    store: Store, plus_one: Exercise, mean_gap: Exercise
) -> None:
    for number in range(3):
        student = store.enrol(f"Student {number}")
        for exercise in (plus_one, mean_gap):
            variant = variant_for(store, student, exercise)
            submit(store, student, exercise, {"answer": str(variant.params.get("a", 3))})
            submit(store, student, exercise, right_response(variant))

    marks = list(regrade(store))
    assert len(marks) == 12
    assert all(mark.is_same for mark in marks)


def test_a_changed_mark_is_noticed(store: Store, li: Student, plus_one: Exercise) -> None:
    submit(store, li, plus_one, {"answer": "-1"})
    with store.write() as connection:
        let_change(connection, "attempt")
        connection.execute(tables.attempt.update().values(score=0.5))

    assert [mark.is_same for mark in regrade(store)] == [False]


def test_an_answer_that_can_no_longer_be_marked_is_noticed(
    store: Store, li: Student, plus_one: Exercise
) -> None:
    submit(store, li, plus_one, {"answer": "-1"})
    with store.write() as connection:
        let_change(connection, "variant")
        connection.execute(tables.variant.update().values(body={"kind": "of another time"}))

    assert [mark.today for mark in regrade(store)] == [None]


def test_the_secret_is_drawn_once_and_shown_to_nobody(
    where: str, clock: Clock, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        first = open_store(where, clock)
        introduce(first, "Li Hua")
        second = open_store(where, clock)
    shown = caplog.text + "".join(capsys.readouterr()) + repr(first) + str(vars(first).keys())

    assert len(first.secret) == 32
    assert first.secret == second.secret
    assert first.secret.hex() not in shown
    assert repr(first.secret)[2:-1] not in shown
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        pickle.dumps(first)
    first.close()
    second.close()


def test_no_two_records_share_a_secret(tmp_path: Path, clock: Clock) -> None:
    stores = [open_store(tmp_path / f"{number}.db", clock) for number in range(3)]

    assert len({store.secret for store in stores}) == 3
    for store in stores:
        store.close()


def test_errors_do_not_repeat_what_students_wrote(store: Store, li: Student) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)unique|never") as caught, store.write() as connection:
        connection.execute(
            tables.student.insert().values(
                id=li.id, name="Private", number="", class_name="", joined_at=store.clock()
            )
        )

    assert "Private" not in str(caught.value)


@on_a_server
def test_a_servers_errors_do_not_either(store: Store) -> None:
    values = {"name": "Private", "number": "", "class_name": "", "joined_at": None}
    with pytest.raises(IntegrityError, match="null value") as caught, store.write() as connection:
        connection.execute(tables.student.insert().values(**values))

    assert "Private" not in str(caught.value) + str(caught.value.orig)


def count(store: Store) -> int:
    """How many answers the record holds."""
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(tables.attempt)) or 0

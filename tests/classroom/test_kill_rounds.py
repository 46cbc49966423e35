"""Whatever moment the power goes: each answer that was told as kept is in the record, exactly once."""

import asyncio
import random
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from classroom import open_store
from classroom.records import tables
from classroom.regrade import regrade
from course import find_exercise, lesson_registry
from lessons import ExerciseStep
from tests.browser.server import Lab, lab_in
from tests.classroom.conftest import Clock
from tests.classroom.sessions import Seat

WRITERS = 30
SEED = 20260302

WRITING = """
import os, random, signal, sys, threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from classroom import open_store, submit
from courseware.problem import ReaderError
from course import BankRegistry

def write(moment):
    store = open_store(sys.argv[1], lambda: datetime.now(UTC))
    end = threading.Timer(moment, os.kill, (os.getpid(), signal.SIGKILL))
    while True:
        with suppress(ReaderError):  # thirty at once: who waits for half a minute is told so, and tries again
            student = store.enrol(f"Writer {os.getpid()}")
            for answer in ("-1", "-2"):
                submit(store, student, exercise, {"answer": answer})
                os.write(1, f"{student.id} {answer}\\n".encode())
                if not end.is_alive():
                    end.start()

exercise = BankRegistry(Path(sys.argv[2])).exercises()["record.sum"]
luck = random.Random(int(sys.argv[4]))
for _ in range(int(sys.argv[3])):
    moment = luck.uniform(0, 1)
    if not os.fork():
        write(moment)
for _ in range(int(sys.argv[3])):
    print("killed by", os.wait()[1], file=sys.stderr)
"""


def kept(file: Path) -> Counter[tuple[int, str, str]]:
    """How often each answer is in the record: whose, to which question, what; a broken record fails."""
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    store = open_store(file, Clock())
    try:
        assert all(mark.is_same for mark in regrade(store))
        one = tables.attempt.c
        with store.read() as connection:
            rows = connection.execute(select(one.student_id, one.item, one.response)).all()
    finally:
        store.close()
    return Counter((student, item, response["answer"]) for student, item, response in rows)


@pytest.mark.slow  # 8 s: thirty processes wait for one disc, and go on for up to a second each
def test_thirty_writers_killed_at_any_moment_lose_nothing_that_they_told(file: Path, bank: Path) -> None:
    open_store(file, Clock()).close()
    given = [str(file), str(bank), str(WRITERS), str(SEED)]
    done = subprocess.run(
        [sys.executable, "-c", WRITING, *given], capture_output=True, text=True, timeout=120, check=True
    )
    told = Counter(
        (int(student), "record.sum", answer) for student, answer in map(str.split, done.stdout.splitlines())
    )
    found = kept(file)

    assert done.stderr.splitlines() == ["killed by 9"] * WRITERS
    assert len(told) >= WRITERS
    assert set(told.values()) == set(found.values()) == {1}
    assert told.keys() <= found.keys()
    assert len(found) <= len(told) + WRITERS


def seats() -> list[Seat]:
    """Thirty students, each at a question of its own that asks for a number."""
    asked = [
        (lesson.id, number, item)
        for lesson in lesson_registry().lessons().values()
        for number, step in enumerate(lesson.steps, 1)
        if isinstance(step, ExerciseStep)
        for item in step.items
        if find_exercise(item).kind == "number"
    ]
    return [Seat(*place, f"-{90000 + n}.25") for n, place in enumerate(asked[:WRITERS])]


async def until_killed(lab: Lab, enough: int) -> list[Seat]:
    """Who was told a mark before the server was killed, which happens as soon as `enough` were."""
    told: list[Seat] = []

    async def take(seat: Seat) -> None:
        if await seat.answer(lab.address):
            told.append(seat)
        if len(told) >= enough:
            lab.process.kill()

    async with asyncio.timeout(120):
        await asyncio.gather(*map(take, seats()))
    return told


@pytest.mark.slow  # 12 s: a server starts, and thirty sessions draw a page each before they answer
def test_a_server_killed_amid_thirty_sessions_keeps_what_it_told(tmp_path: Path) -> None:
    with lab_in(tmp_path) as lab:
        told = asyncio.run(until_killed(lab, random.Random(SEED).randint(8, 20)))
        lab.process.wait(10)
    answers = Counter((item, answer) for _, item, answer in kept(tmp_path / "lab.db").elements())

    assert len(seats()) == WRITERS
    assert len(told) >= 8
    assert set(answers.values()) == {1}
    assert {(seat.item, seat.number) for seat in told} <= answers.keys()
    assert answers.keys() <= {(seat.item, seat.number) for seat in seats()}

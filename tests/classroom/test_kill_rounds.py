"""Whatever moment the power goes: each answer that was told as kept is in the record, exactly once."""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from classroom import open_store
from classroom.records import tables
from classroom.regrade import regrade
from tests.browser.server import Lab, lab_in
from tests.classroom.conftest import Clock
from tests.classroom.sessions import Seat, seats
from tests.records import see_that_it_is_sound

WRITERS = 30
STUDENTS = 60
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


def kept(where: str) -> Counter[tuple[int, str, str]]:
    """How often each answer is in the record: whose, to which question, what; a broken record fails."""
    see_that_it_is_sound(where)
    store = open_store(where, Clock())
    try:
        assert all(mark.is_same for mark in regrade(store))
        one = tables.attempt.c
        with store.read() as connection:
            rows = connection.execute(select(one.student_id, one.item, one.response)).all()
    finally:
        store.close()
    return Counter((student, item, response["answer"]) for student, item, response in rows)


@pytest.mark.slow  # 8 s: thirty processes wait for one disc, and go on for up to a second each
def test_thirty_writers_killed_at_any_moment_lose_nothing_that_they_told(where: str, bank: Path) -> None:
    given = [where, str(bank), str(WRITERS), str(SEED)]
    done = subprocess.run(
        [sys.executable, "-c", WRITING, *given], capture_output=True, text=True, timeout=120, check=True
    )
    told = Counter(
        (int(student), "record.sum", answer) for student, answer in map(str.split, done.stdout.splitlines())
    )
    found = kept(where)

    assert done.stderr.splitlines() == ["killed by 9"] * WRITERS
    assert len(told) >= WRITERS
    assert set(told.values()) == set(found.values()) == {1}
    assert told.keys() <= found.keys()
    assert len(found) <= len(told) + WRITERS


async def until_killed(lab: Lab, enough: int) -> list[Seat]:
    """Who was told a mark before the server was killed, which happens as soon as `enough` were."""
    told: list[Seat] = []

    async def take(seat: Seat) -> None:
        if await seat.answer(lab.address):
            told.append(seat)
        if len(told) >= enough:
            lab.process.kill()

    async with asyncio.timeout(240):
        await asyncio.gather(*map(take, seats(STUDENTS)))
    return told


@pytest.mark.slow  # 10 s on each database: sixty sessions, of which dozens draw a page and answer
def test_a_server_killed_amid_sixty_students_keeps_what_it_told(where: str, tmp_path: Path) -> None:
    settings = {"LAB_DATABASE_URL": where, "LAB_SHARED": "1"}
    with lab_in(tmp_path, settings) as lab:
        told = asyncio.run(until_killed(lab, random.Random(SEED).randint(20, 40)))
        lab.process.wait(10)
    late = replace(told[0], number="-80000.25")
    with lab_in(tmp_path, settings) as again:
        told_again = asyncio.run(late.answer(again.address))
    answers = Counter((item, answer) for _, item, answer in kept(where).elements())

    assert len(told) >= 20
    assert told_again
    assert set(answers.values()) == {1}
    assert {(seat.item, seat.number) for seat in [*told, late]} <= answers.keys()
    assert answers.keys() <= {(seat.item, seat.number) for seat in [*seats(STUDENTS), late]}

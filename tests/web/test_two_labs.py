"""Two labs on one PostgreSQL behind one haproxy serve one class, also when one of them is killed amid it."""

import asyncio
import ssl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from classroom import open_store
from classroom.records import tables
from tests.architecture.sources import read
from tests.browser.server import Lab, free_port, lab_in
from tests.classroom.conftest import Clock
from tests.classroom.sessions import Seat, seats
from tests.postgres import on_a_server
from tests.web.client import Said, fetch
from tests.web.proxies import NAME, make_certificate, proxy, running

STUDENTS = 16
ENOUGH = 5
"""So many answers are told when one lab is killed."""
KEY = "a key that is long enough"
PLACE = "lab_place"
FIRST, SECOND = seats(2 * STUDENTS)[:STUDENTS], seats(2 * STUDENTS)[STUDENTS:]


@dataclass(frozen=True)
class School:
    """Two labs as visitors reach them through one proxy."""

    port: int
    trust: ssl.SSLContext
    one: Lab
    two: Lab

    @property
    def address(self) -> str:
        """What visitors type."""
        return f"https://{NAME}:{self.port}"


@dataclass
class Browser:
    """Keeps the cookies that it is given."""

    school: School
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, *, body: bytes | None = None) -> Said:
        """Asks for a page, or sends a form."""
        headers = {"Cookie": self._sent(), "Origin": self.school.address}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        method = "GET" if body is None else "POST"
        said = fetch(self.school.address, path, method, headers, body=body, trust=self.school.trust)
        for line in said.cookies:
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return said

    async def answer(self, seat: Seat) -> bool:
        """Opens the lab's page and answers there; whether a mark was told."""
        await asyncio.to_thread(self.ask, "/")
        more: dict[str, Any] = {"host": "127.0.0.1", "port": self.school.port, "ssl": self.school.trust}
        return await seat.answer(self.school.address, additional_headers={"Cookie": self._sent()}, **more)

    def _sent(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


@contextmanager
def school(where: str, folder: Path) -> Iterator[School]:
    """Two labs on one record, and deploy/haproxy.cfg before them."""
    made, port, plain = make_certificate(folder), free_port(), free_port()
    both = folder / "both.pem"
    both.write_bytes(made.file.read_bytes() + made.key.read_bytes())
    settings = {
        "LAB_DATABASE_URL": where,
        "LAB_HOSTS": NAME,
        "LAB_PROXY": "127.0.0.1",
        "LAB_DESK_KEY": KEY,
    }
    for name in ("one", "two"):
        (folder / name).mkdir()
    with lab_in(folder / "one", settings) as one, lab_in(folder / "two", settings) as two:
        text = read(Path("deploy/haproxy.cfg"))
        for ours, theirs in (
            (f"/etc/ssl/{NAME}.both.pem", str(both)),
            ("bind :80", f"bind 127.0.0.1:{plain}"),
            ("bind :443", f"bind 127.0.0.1:{port}"),
            ("127.0.0.1:8501", one.address.removeprefix("http://")),
            ("127.0.0.1:8502", two.address.removeprefix("http://")),
        ):
            assert ours in text
            text = text.replace(ours, theirs)
        (folder / "haproxy.cfg").write_text(text)
        with running([proxy("haproxy"), "-db", "-f", str(folder / "haproxy.cfg")], folder, (port, plain)):
            yield School(port, ssl.create_default_context(cafile=str(made.file)), one, two)


async def first_round(school: School, browsers: list[Browser]) -> list[bool]:
    """Everybody answers, and one lab is killed as soon as enough were told their mark; who was."""
    told = count(1)

    async def take(browser: Browser, seat: Seat) -> bool:
        is_told = await browser.answer(seat)
        if is_told and next(told) == ENOUGH:
            school.one.process.kill()
        return is_told

    return await asyncio.gather(*map(take, browsers, FIRST))


async def second_round(browsers: list[Browser], seats: list[Seat]) -> list[bool]:
    """Everybody comes back and answers; who was told a mark."""
    return await asyncio.gather(
        *(browser.answer(seat) for browser, seat in zip(browsers, seats, strict=True))
    )


def answers(where: str) -> Counter[tuple[int, str, str]]:
    """How often each answer is in the record: whose, to which question, what."""
    store, one = open_store(where, Clock()), tables.attempt.c
    with store.read() as connection:
        rows = connection.execute(select(one.student_id, one.item, one.response)).all()
    store.close()
    return Counter((student, item, response["answer"]) for student, item, response in rows)


@pytest.mark.slow  # 15 s: two labs and a proxy start, and sixteen sessions draw two pages each
@on_a_server
def test_a_class_goes_on_with_all_its_work_when_one_of_two_labs_is_killed(where: str, tmp_path: Path) -> None:
    with school(where, tmp_path) as both:
        teacher, browsers = Browser(both), [Browser(both) for _ in range(STUDENTS)]
        teacher.ask("/desk/enter", body=urlencode({"key": KEY}).encode())
        for browser in browsers:
            browser.ask("/")
        places = Counter(browser.cookies[PLACE] for browser in browsers)
        told = asyncio.run(first_round(both, browsers))
        both.one.process.wait(10)
        told_later = asyncio.run(second_round(browsers, SECOND))
        is_still_teacher = teacher.ask("/desk/stamp").status == 200
        lies = ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", "for=127.0.0.1"), ("X-Real-IP", "127.0.0.1")
        strangers = {
            fetch(both.address, "/desk/stamp", headers=dict([lie]), trust=both.trust).status for lie in lies
        }
    found = answers(where)

    assert min(places["one"], places["two"]) >= STUDENTS // 4
    assert sum(told) >= ENOUGH
    assert told_later == [True] * STUDENTS
    assert {browser.cookies[PLACE] for browser in browsers} == {"two"}
    assert (is_still_teacher, strangers) == (True, {403})
    assert set(found.values()) == {1}
    by_number = {number: student for student, _, number in found}
    assert {seat.number for seat, was_told in zip(FIRST, told, strict=True) if was_told} <= by_number.keys()
    assert len({by_number[seat.number] for seat in SECOND}) == STUDENTS
    for first, second in zip(FIRST, SECOND, strict=True):
        assert by_number.get(first.number, by_number[second.number]) == by_number[second.number]

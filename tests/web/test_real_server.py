"""The lab as it runs, tried as an attacker would and as a class does that arrives all at once."""

import asyncio
import os
import socket as sockets
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from classroom import open_store, students_of
from classroom.sign_in.sessions import sign_in, sign_out
from tests.architecture.sources import ROOT
from tests.browser.server import Lab, free_port, lab_in
from tests.classroom.school import make_class
from tests.web.client import fetch, is_drawn, rows, run_page
from tests.websocket import dial, rerun
from web.access.cookies import cookie_name
from web.front.signing_out import SIGNED_OUT

pytestmark = pytest.mark.slow  # starts the lab, which takes seconds
BEGINNINGS = (
    b"",
    b"GET / HTTP/1.1\r\nHost: x",
    b"GET /_stcore/health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /",
)


@contextmanager
def black_hole() -> Iterator[tuple[int, list[object]]]:
    """A proxy on this computer that takes connections and never answers; the list holds who came."""
    came: list[object] = []
    with closing(sockets.create_server(("127.0.0.1", 0))) as hole:

        def take() -> None:
            while True:
                try:
                    came.append(hole.accept())
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        yield hole.getsockname()[1], came
        hole.shutdown(sockets.SHUT_RDWR)


@pytest.fixture(scope="module")
def hole() -> Iterator[tuple[int, list[object]]]:
    """The only way out that the lab of this module has."""
    with black_hole() as found:
        yield found


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, hole: tuple[int, list[object]]) -> Iterator[Lab]:
    """A lab that is open to this computer, whose way to the internet leads into the black hole."""
    out = f"http://127.0.0.1:{hole[0]}"
    settings = {"http_proxy": out, "https_proxy": out, "LAB_DESK_KEY": "a key that students do not have"}
    settings |= {"LAB_SHARED": "1"}  # so that nobody is the owner, as in a lab that is open to the network
    with lab_in(tmp_path_factory.mktemp("web"), settings) as opened:
        yield opened


@pytest.fixture(scope="module", autouse=True)
def silent(lab: Lab) -> Iterator[list[sockets.socket]]:
    """Who came before everybody else and says nothing, or stops in the middle of a word."""
    with ExitStack() as opened:
        lines = []
        for words in BEGINNINGS:
            lines.append(opened.enter_context(closing(connected(lab))))
            lines[-1].sendall(words)
        yield lines


def connected(lab: Lab) -> sockets.socket:
    """A bare connection to the lab."""
    host, _, port = lab.address.removeprefix("http://").partition(":")
    return sockets.create_connection((host, int(port)), timeout=40)


async def refused_with(lab: Lab, origin: str) -> int:
    """The status by which a handshake of this page is refused; 101 if it is not."""
    try:
        async with dial(lab.address, origin=origin):
            return 101
    except InvalidStatus as error:
        return int(error.response.status_code)


def test_foreign_handshakes_hold_nobody_up_and_ask_nobody_outside(
    lab: Lab, hole: tuple[int, list[object]]
) -> None:
    fetch(lab.address, "/healthz")

    async def story() -> tuple[list[int], list[int]]:
        """Whoever waits for the black hole waits longer than `fetch` does."""
        healthy, answers = [], []
        for number in range(5):
            name = "http://evil.example" if number % 2 else "http://127.0.0.1:9191"
            one = asyncio.create_task(refused_with(lab, name))
            healthy.append((await asyncio.to_thread(fetch, lab.address, "/healthz")).status)
            answers.append(await one)
        return answers, healthy

    answers, healthy = asyncio.run(story())

    assert answers == [403] * 5
    assert healthy == [200] * 5
    assert not hole[1]


def test_a_page_of_the_lab_is_run_through_its_socket(lab: Lab, hole: tuple[int, list[object]]) -> None:
    async def story() -> bool:
        async with dial(lab.address) as line:
            return is_drawn(await run_page(line))

    assert asyncio.run(story())
    assert not hole[1]


def test_the_health_check_runs_a_page_and_leaves_nothing_behind(lab: Lab) -> None:
    record = lab.folder / "lab.db"
    before = rows(record, "student")
    said = fetch(lab.address, "/healthz")

    assert (said.status, said.text) == (200, "ok")
    assert rows(record, "student") == before


def test_a_student_sends_no_file_and_no_long_message(lab: Lab) -> None:
    async def story() -> tuple[int, int | None]:
        async with dial(lab.address) as line:
            told = await run_page(line)
            session = told[0].new_session.initialize.session_id
            path = f"/_stcore/upload_file/{session}/f"
            sent = await asyncio.to_thread(fetch, lab.address, path, "PUT", body=bytes(100_000))
            await line.send(rerun("glossary", values={"$$ID-none-x": "A" * 300_000}))
            await line.wait_closed()
            return sent.status, line.close_code

    assert asyncio.run(story()) == (403, 1009)


def test_a_socket_is_the_student_who_signed_in_until_that_ends_and_nobody_by_any_other_cookie(
    lab: Lab,
) -> None:
    store = open_store(lab.folder / "lab.db", lambda: datetime.now(UTC))
    students = students_of(store, make_class(store, "CRM", [("1", "Li Hua"), ("2", "Wu Min")]))
    cookie = cookie_name("lab_student", store)
    first, second = (sign_in(store, one) for one in students)

    async def named(token: str, *, then_leaves: bool = False) -> tuple[set[str], int | None]:
        """Who of the class is named on the page, and how the line is closed once the session has ended."""
        headers = {"Cookie": f"{cookie}={token}"}
        async with dial(lab.address, additional_headers=headers) as line:
            said = b"".join([message.SerializeToString() for message in await run_page(line)])
            if then_leaves:
                await asyncio.to_thread(sign_out, store, token)
                await line.send(rerun("glossary"))
                await line.wait_closed()
            return {one.name for one in students if one.name.encode() in said}, line.close_code

    async def story() -> list[tuple[set[str], int | None]]:
        ends = await asyncio.gather(named(first, then_leaves=True), named(second))
        return [*ends, *[await named(token) for token in (first, second[:-1], "Wu Min", "2")]]

    (li, closed), (wu, _), *others = asyncio.run(story())
    store.close()

    assert (li, closed) == ({"Li Hua"}, SIGNED_OUT)
    assert wu == {"Wu Min"}
    assert [names for names, _ in others] == [set()] * 4


def is_closed(line: sockets.socket) -> bool:
    """Whether the other side ends this connection, whatever it says before."""
    try:
        while line.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return True


def test_a_name_that_leads_here_from_outside_is_refused(lab: Lab) -> None:
    said = fetch(lab.address, "/", headers={"Host": "rebound.example", "Accept-Language": "zh-CN"})

    assert said.status == 421
    assert "LAB_HOSTS" in said.text


def test_nothing_of_all_that_was_an_error_of_the_lab(lab: Lab) -> None:
    assert "Traceback" not in lab.log
    assert "without completing handshake" not in lab.log


# 6 s: thirty first pages are drawn, six at a time
def test_thirty_browsers_at_once_are_served_one_after_the_other_and_beyond_the_seats_asked_to_wait(
    tmp_path: Path,
) -> None:
    """Takes ten seconds: thirty pages on two processors."""

    async def visit(lab: Lab) -> bool | int:
        try:
            async with dial(lab.address) as line:
                told = await run_page(line, "satisfaction", "lang=en&step=1")
                await gathered.wait()
                return is_drawn(told)
        except InvalidStatus as error:
            return int(error.response.status_code)
        finally:
            arrived.append(1)

    arrived: list[int] = []

    async def story(lab: Lab) -> tuple[list[bool | int], int]:
        visits = [asyncio.create_task(visit(lab)) for _ in range(36)]
        async with asyncio.timeout(60):
            while len(arrived) < 6:
                await asyncio.sleep(0.05)
        full = await asyncio.to_thread(fetch, lab.address, "/")
        gathered.set()
        return await asyncio.gather(*visits), full.status

    gathered = asyncio.Event()
    with lab_in(tmp_path, {"LAB_SEATS": "30", "LAB_DESK_KEY": "a key that nobody has"}) as lab:
        told, full = asyncio.run(story(lab))
        healthy = fetch(lab.address, "/healthz").status

    assert sorted(told, key=str) == [503] * 6 + [True] * 30
    assert (full, healthy) == (503, 200)


def test_a_setting_that_cannot_be_used_is_told_in_one_sentence() -> None:
    environment = {**os.environ, "LAB_PROXY": "*", "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "ui", "--port", str(free_port())]
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert "LAB_PROXY" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@contextmanager
def few_files() -> Iterator[None]:
    """As macOS starts its programs: with room for 256 open files, though more may be asked for."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


# 5 s: a thousand connections are opened before a page is asked for
@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit on open files")
def test_a_thousand_silent_connections_do_not_keep_a_student_out(tmp_path: Path) -> None:
    with ExitStack() as opened:
        with few_files():
            lab = opened.enter_context(lab_in(tmp_path, {}, is_fresh=True))
        for _ in range(1000):
            opened.enter_context(closing(connected(lab)))
        said = fetch(lab.address, "/_stcore/health")

    assert said.status == 200
    assert len(lab.log) < 2000


# 20 s: the server waits so long, and its clock is a real one
def test_who_says_nothing_is_sent_away_after_twenty_seconds(silent: list[sockets.socket]) -> None:
    """Stands last, so that most of the twenty seconds are over: it is a real clock in a real server."""
    assert all(map(is_closed, silent))

"""`make bench`: one table of readings of the lab, of the bare page beside it, and of their ratios."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np
from playwright.sync_api import expect, sync_playwright

from course import find_lesson
from tests.architecture.sources import ROOT
from tests.bench import answers, marks, phones, pupils, voting
from tests.bench.drag import drag_all, let_go
from tests.bench.fit import fit, usual_fit
from tests.bench.hall import hold
from tests.bench.screen import look
from tests.bench.slides import turn
from tests.bench.teacher import heard, shown, typed
from tests.bench.work import draw, run, seconds
from tests.browser.chromium import launch
from tests.browser.contexts import PATIENCE, Contexts
from tests.browser.server import free_port, lab_in
from tests.browser.visitor import Visitor

LESSON = "satisfaction"


@dataclass(frozen=True)
class Line:
    """One line of the table: what was measured, of the lab and of the bare page, and what is promised."""

    what: str
    lab: float
    floor: float
    unit: str
    at_most: str = ""

    def __str__(self) -> str:
        ratio = f"{self.lab / self.floor:.2f}" if self.floor else ""
        return (
            f"{self.what:<46} {self.lab:>9.2f} {self.floor:>9.2f} {self.unit:<4} {ratio:>6}  {self.at_most}"
        )


@contextmanager
def bare_page() -> Iterator[str]:
    """The address of the bare page, served for as long as this lasts."""
    port = free_port()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.floor", str(port)], cwd=ROOT, stdout=log, stderr=log
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(10)


def wait_for(address: str, patience: float = 60) -> None:
    """Return as soon as somebody answers there."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"Nobody answers at {address}.")


def open_step() -> int:
    """The number of the first step to play with that does not ask for a prediction before it shows."""
    steps = enumerate(find_lesson(LESSON).steps, 1)
    return next(n for n, step in steps if step.kind == "play" and not step.predict)


def p(share: int, readings: Sequence[float]) -> float:
    """The percentile of some readings."""
    return float(np.percentile(readings, share))


def of_a_person(addresses: dict[str, str], slides: str, rounds: int, presses: int) -> Iterator[Line]:
    """What somebody at a screen waits for."""
    with sync_playwright() as playwright, launch(playwright) as browser:
        seen = look(browser, addresses, rounds=rounds, presses=presses)
        turned = turn(browser, slides, presses)
        released = let_go(browser, addresses["lab"], rounds * 4)
    lab, floor = seen["lab"], seen["floor"]
    yield Line("slider to new chart, p50", p(50, lab.moves), p(50, floor.moves), "ms", "1.15")
    yield Line("slider to new chart, p95", p(95, lab.moves), p(95, floor.moves), "ms")
    yield Line("first visit to first chart, p50", p(50, lab.first), p(50, floor.first), "ms", "1.15")
    yield Line(
        "slider let go to exact chart; a rerun, p50", p(50, released), p(50, floor.moves), "ms", "1.15"
    )
    yield Line("bytes of a first visit", p(50, lab.received) / 1e6, p(50, floor.received) / 1e6, "MB")
    yield Line("clicker to next slide; a bare rerun, p50", p(50, turned), p(50, floor.moves), "ms", "1")
    yield Line("clicker to next slide; a bare rerun, p95", p(95, turned), p(95, floor.moves), "ms", "1")
    yield Line("empty chart seen, times", lab.empty, floor.empty, "", "never")


def of_a_hand(lab: str, floor: str) -> Iterator[Line]:
    """What somebody sees who drags the slider of any view; beside it, Plotly alone at each frame."""
    with sync_playwright() as playwright, launch(playwright) as browser:
        found, bare = drag_all(browser, lab, floor)
    median = p(50, [one.pictures for one in found])
    yield Line(
        f"pictures of 60 frames, median of {len(found)} views", median, bare.pictures, "", "50 or more"
    )
    least, longest, most = (
        min(found, key=lambda one: one.pictures),
        max(found, key=lambda one: one.longest),
        max(found, key=lambda one: one.received),
    )
    yield Line(f"pictures of 60 frames, {least.view}", least.pictures, bare.pictures, "", "50 or more")
    yield Line(f"longest frame, {longest.view}", longest.longest, bare.longest, "ms", "50 ms")
    yield Line(
        f"bytes beyond scripts, {most.view}", most.received / 1000, bare.received / 1000, "kB", "150 kB"
    )


def of_a_teacher(floor: str, rounds: int) -> Iterator[Line]:
    """What somebody who writes or leads a lesson waits for, with a course folder of their own."""
    with (
        tempfile.TemporaryDirectory() as name,
        sync_playwright() as playwright,
        launch(playwright) as browser,
    ):
        folder, course = Path(name), Path(name) / "course"
        course.mkdir()
        contexts = Contexts(browser)
        expect.set_options(timeout=PATIENCE)
        bare = look(browser, {"floor": floor}, rounds=rounds, presses=2 * rounds)["floor"]
        with lab_in(folder, {"LAB_COURSE": str(course)}) as lab:
            saved = shown(Visitor(contexts, lab.address), course, rounds)
            told = heard(Visitor(contexts, lab.address), LESSON, 2 * rounds)
        with lab_in(folder, program="tests.browser.editor") as pen:
            short, long = (typed(Visitor(contexts, pen.address), times, rounds) for times in (1, 250))
    yield Line("file changed to preview; a bare first visit", p(50, saved), p(50, bare.first), "ms", "1.5")
    yield Line("key to the other window; a bare rerun", p(50, told), p(50, bare.moves), "ms", "1.5")
    yield Line("typing in 3,000 lines; in a dozen", min(long), min(short), "ms", "3")


def of_a_class(addresses: dict[str, str], students: int, moves: int) -> Iterator[Line]:
    """What a class waits for, each student thinking three seconds between two moves."""
    floor, lab = (hold(addresses[n], students=students, moves=moves, think=3) for n in ("floor", "lab"))
    yield Line(f"{students} students, a third drags, p50", p(50, lab.waits), p(50, floor.waits), "ms")
    yield Line(f"{students} students, a third drags, p95", p(95, lab.waits), p(95, floor.waits), "ms", "2")
    yield Line("failures", len(lab.failures), len(floor.failures), "", "never")
    for failure in sorted(set(lab.failures + floor.failures)):
        print(failure, file=sys.stderr)


def of_a_signed_in_class(floor: str, step: str, students: int, moves: int) -> Iterator[Line]:
    """What students who have signed in wait for, each thinking three seconds between two moves."""
    with tempfile.TemporaryDirectory() as folder, lab_in(Path(folder), pupils.SCHOOL) as lab:
        cookies = pupils.signed_in(lab, students)
        there = hold(f"{lab.address}{step}", students=students, moves=moves, think=3, cookies=cookies)
    bare = hold(floor, students=students, moves=moves, think=3)
    yield Line(f"{students} signed-in students, p95", p(95, there.waits), p(95, bare.waits), "ms", "2.5")
    yield Line("failures", len(there.failures), len(bare.failures), "", "never")
    for failure in sorted(set(there.failures + bare.failures)):
        print(failure, file=sys.stderr)


def of_a_hall(floor: str, students: int) -> Iterator[Line]:
    """What a phone waits for while all of a hall vote; beside it, as many who ask for a plain word."""
    with tempfile.TemporaryDirectory() as folder, lab_in(Path(folder), voting.HALL) as lab:
        voted = voting.vote_all(lab, students)
    bare = voting.ask_all(floor, students)
    yield Line(f"{students} phones vote in 2 s, p95", p(95, voted.waits), p(95, bare.waits), "ms", "250 ms")
    yield Line("votes that are kept", voted.kept, students, "", "all")
    for failure in sorted(set(voted.failures + bare.failures)):
        print(failure, file=sys.stderr)


def of_an_answer() -> Iterator[Line]:
    """What lies between an answer and its feedback on the server; beside it, the bare writing of a row."""
    answers_told, bare = answers.told()
    told, written = 1000 * p(95, answers_told), 1000 * p(95, bare)
    yield Line("answer to feedback, p95; a bare write", told, written, "ms", "5")


def of_a_run() -> Iterator[Line]:
    """What a million customers take; beside it, the drawing of their chance."""
    took = min(seconds(partial(run, seed)) for seed in (1, 2))
    yield Line("a million customers, 24 months", took, min(seconds(draw) for _ in range(2)), "s", "6 s")


def of_a_phone_room() -> Iterator[Line]:
    """What 100,000 calls take; beside it, the same calls in SimPy."""
    callers = phones.stream()
    beside = seconds(partial(phones.in_simpy, callers))
    for what, way in (("in one line", phones.in_the_lab), ("in 1,000 rooms", phones.in_rooms)):
        took = min(seconds(partial(way, callers)) for _ in range(5))
        yield Line(f"100,000 calls {what}; SimPy", took, beside, "s", "0.05")


def of_a_fit() -> Iterator[Line]:
    """What the fit of BG/NBD to CDNOW takes; beside it the usual package, or what that was seen to take."""
    ours = min(seconds(fit) for _ in range(5))
    yield Line("BG/NBD fitted to CDNOW", 1000 * ours, 1000 * usual_fit(), "ms", "20 ms")


def of_a_gradebook() -> Iterator[Line]:
    """What opening the gradebook of a class takes; beside it, the bare reading of its rows."""
    book, bare = marks.opened()
    yield Line("gradebook of 60 x 200; its rows alone", 1000 * book, 1000 * bare, "ms", "1 s")


def main() -> None:
    """Measure, and print each line as it is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="visits to each page (default 5)")
    parser.add_argument(
        "--presses", type=int, default=20, help="moves of the slider in each visit (default 20)"
    )
    parser.add_argument("--students", type=int, default=100, help="size of the class (default 100)")
    parser.add_argument("--moves", type=int, default=10, help="moves of each student (default 10)")
    chosen = parser.parse_args()
    print(f"{'':<46} {'lab':>9} {'bare page':>9} {'':<4} {'ratio':>6}  at most")
    with tempfile.TemporaryDirectory() as folder, lab_in(Path(folder)) as lab, bare_page() as floor:
        step = f"/{LESSON}?step={open_step()}&lang=en"
        addresses = {"floor": floor, "lab": f"{lab.address}{step}"}
        slides = f"{lab.address}/present?lesson={LESSON}&lang=en"
        for line in of_a_person(addresses, slides, chosen.rounds, chosen.presses):
            print(line, flush=True)
        for line in of_a_hand(lab.address, floor):
            print(line, flush=True)
        for line in of_a_teacher(floor, chosen.rounds):
            print(line, flush=True)
        for line in of_a_class(addresses, chosen.students, chosen.moves):
            print(line, flush=True)
        for line in of_a_hall(floor, 5 * chosen.students):
            print(line, flush=True)
        for line in of_a_signed_in_class(floor, step, chosen.students, chosen.moves):
            print(line, flush=True)
    for line in (*of_an_answer(), *of_a_run(), *of_a_phone_room(), *of_a_fit(), *of_a_gradebook()):
        print(line, flush=True)


if __name__ == "__main__":
    main()

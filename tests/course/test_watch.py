"""A teacher saves in any editor, and the terminal tells at once what is to be mended."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from authoring.commands.lessons import run
from authoring.examples.bank import new_bank
from authoring.examples.lesson import new_lesson
from course.folders import parts
from course.watch import News, news
from tests.architecture.sources import ROOT
from tests.own_course import own_course

PATIENCE = 60.0
"""Seconds within which a busy computer must have started; a change is told within one on an idle one."""
LESSON = new_lesson("tea_shop").replace("complaints.fewer-complaints", "tea_shop.single, tea_shop.several")
BANK = new_bank("choice", "tea_shop")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """An own course without any file, watched from the start."""
    for part in ("lessons", "bank"):
        (tmp_path / part).mkdir()
    with own_course(tmp_path) as folder:
        yield folder


@pytest.fixture
def told(own: Path) -> Iterator[News]:
    """What is told at each look, without waiting for anything."""
    always = iter(lambda: None, 0)
    return news(parts(), lambda _course: always)


def errors(one: News) -> list[tuple[str, int]]:
    """The files and lines with errors."""
    found = [problem for problem in one.problems if problem.severity == "error"]
    return [(Path(problem.file).name, problem.line) for problem in found]


def test_a_mistake_is_told_at_the_next_look_and_gone_once_it_is_mended(
    own: Path, told: Iterator[News]
) -> None:
    assert errors(next(told)) == []

    (own / "lessons" / "tea_shop.yaml").write_text("id: 1", encoding="utf-8")
    broken = next(told)
    assert ("tea_shop.yaml", 1) in errors(broken)
    assert [Path(name).name for name in broken.changed] == ["tea_shop.yaml"]

    (own / "bank" / "tea_shop.yaml").write_text(BANK, encoding="utf-8")
    next(told)
    (own / "lessons" / "tea_shop.yaml").write_text(LESSON, encoding="utf-8")
    mended = next(told)
    assert errors(mended) == []
    assert mended.files == next(iter(news(parts(), lambda _course: iter([0])))).files


def test_a_lesson_is_told_when_only_its_questions_have_changed(own: Path, told: Iterator[News]) -> None:
    (own / "lessons" / "tea_shop.yaml").write_text(LESSON, encoding="utf-8")
    (own / "bank" / "tea_shop.yaml").write_text(BANK, encoding="utf-8")
    assert errors(next(told)) == []

    (own / "bank" / "tea_shop.yaml").write_text(
        BANK.replace("tea_shop.single", "tea_shop.one"), encoding="utf-8"
    )
    after = next(told)

    assert [name for name, _ in errors(after)] == ["tea_shop.yaml"]
    assert "tea_shop.single" in after.tell("zh")


def test_a_question_that_cannot_be_drawn_is_told_without_a_full_check(
    own: Path, told: Iterator[News]
) -> None:
    next(told)
    text = new_bank("number", "tea_shop").replace('expr: "truth"', 'expr: "1 / 0"')
    (own / "bank" / "tea_shop.yaml").write_text(text, encoding="utf-8")

    assert errors(next(told))


def test_a_file_that_goes_takes_its_problems_with_it(own: Path, told: Iterator[News]) -> None:
    path = own / "lessons" / "tea_shop.yaml"
    path.write_text("id: 1", encoding="utf-8")
    assert errors(next(told))
    path.unlink()

    assert errors(next(told)) == []


class Terminal:
    """`python -m lessons check --watch` in a process of its own, and the lines that it prints."""

    def __init__(self, own: Path, *arguments: str) -> None:
        environment = {**os.environ, "LAB_COURSE": str(own), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lessons", "check", "--watch", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words: str) -> str:
        """Everything that is printed till a line holds these words."""
        said, end = "", time.monotonic() + PATIENCE
        while words not in said:
            try:
                said += self.lines.get(timeout=max(0.0, end - time.monotonic()))
            except Empty:
                pytest.fail(f"{words!r} was not printed, but:\n{said}")
        return said


def test_news_are_told_in_either_language() -> None:
    one = News(7, ("bank/tea_shop.yaml",), ())

    assert one.tell("en").split("\n") == ["", "Changed: bank/tea_shop.yaml", "7 files: nothing to mend."]
    assert one.tell("zh").split("\n") == ["", "有改动：bank/tea_shop.yaml", "7 个文件：没有问题。"]


# 6 s: a terminal loads the lab and judges it after each change
def test_the_terminal_tells_at_every_change_until_it_is_ended(tmp_path: Path) -> None:
    watching, one_error, ended = "按 Ctrl-C 结束", "1 处错误", "已结束。"
    terminal = Terminal(tmp_path, "--lang", "zh")
    try:
        terminal.until(watching)

        (tmp_path / "bank").mkdir()
        (tmp_path / "bank" / "tea_shop.yaml").write_text(BANK, encoding="utf-8")
        terminal.until("tea_shop.yaml")
        terminal.until(watching)

        (tmp_path / "lessons").mkdir()
        path = tmp_path / "lessons" / "tea_shop.yaml"
        path.write_text(LESSON.replace("kind: read", "kind: reed", 1), encoding="utf-8")
        said = terminal.until(one_error)
        assert f"{path}:{LESSON[: LESSON.index('kind: read')].count(chr(10)) + 1}:" in said
        terminal.until(watching)

        path.write_text(LESSON, encoding="utf-8")
        assert one_error not in terminal.until(watching)

        terminal.process.send_signal(signal.SIGINT)
        assert "Traceback" not in terminal.until(ended)
        assert terminal.process.wait(PATIENCE) == 0
    finally:
        terminal.process.kill()
        terminal.process.wait()


def test_watching_is_for_the_whole_course(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--watch", "one.yaml"]) == 2
    assert "whole course" in capsys.readouterr().err

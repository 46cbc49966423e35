"""Servers that are ready in a moment: each is forked from one process that has loaded the lab already.

Loading Streamlit, pandas and the course takes four seconds of the processor, forking a tenth of one. The fork
server of Python's own `multiprocessing` is a child of the process that runs the tests, and ends with it.
"""

import multiprocessing
import os
import runpy
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
from subprocess import TimeoutExpired
from types import ModuleType
from typing import Final, Protocol

from course.layers import VARIABLE
from tests.architecture.sources import ROOT
from tests.own_course import forget_course

LOADED: Final = "tests.browser.loaded"
"""The module that the first process imports."""


class Program(Protocol):
    """A running program, as `subprocess.Popen` has it."""

    def poll(self) -> int | None:
        """Its exit status, or None as long as it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Waits for its end."""

    def terminate(self) -> None:
        """Asks it to end."""

    def kill(self) -> None:
        """Ends it at once."""


class Forked:
    """A program that runs in a fork of what was loaded once."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        told = (tuple(words), dict(environment), str(log))
        self._process = _context().Process(target=_run, args=told, daemon=True)
        with _without_main():
            self._process.start()

    def poll(self) -> int | None:
        """Its exit status, or None as long as it runs."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Waits for its end; a TimeoutExpired if that does not come."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise TimeoutExpired("a forked program", timeout or 0)
        return self._process.exitcode

    def terminate(self) -> None:
        """Asks it to end."""
        self._process.terminate()

    def kill(self) -> None:
        """Ends it at once."""
        self._process.kill()


@contextmanager
def _without_main() -> Iterator[None]:
    """A child would run again what is the main module here: after an AppTest, the script of a page."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def can_fork() -> bool:
    """Whether a process may be forked once it has threads: macOS forbids it, Windows cannot."""
    return sys.platform == "linux"


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([LOADED])
    return context


def _run(words: Sequence[str], environment: Mapping[str, str], log: str) -> None:
    """Becomes `python -m` with these words, as if it had been started in the project with these variables."""
    _write_to(log)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    if VARIABLE in environment:
        forget_course()
    sys.argv = list(words)
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)


def _write_to(log: str) -> None:
    """Reads nothing, and says everything in this file."""
    for descriptor, place, way in ((0, os.devnull, os.O_RDONLY), (1, log, os.O_WRONLY | os.O_APPEND)):
        opened = os.open(place, way)
        os.dup2(opened, descriptor)
        os.close(opened)
    os.dup2(1, 2)

"""The lab as `make run` starts it, on a free port, with a record of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.architecture.sources import ROOT
from tests.browser.forked import Forked, Program, can_fork


@dataclass(frozen=True)
class Lab:
    """A running lab: where it answers, where it writes, what it says."""

    address: str
    folder: Path
    process: Program

    @property
    def log(self) -> str:
        """All that the server has printed so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def lab_in(
    folder: Path,
    settings: Mapping[str, str] | None = None,
    program: str = "ui",
    root: Path = ROOT,
    host: str | None = None,
    *,
    is_fresh: bool = False,
) -> Iterator[Lab]:
    """A lab that keeps its record in `folder`; it is ended afterwards, whatever happened.

    `program` is the module that serves it: the lab itself, or a page for tests alone. `root` is where
    the project lies: this one, or a copy whose files may be changed. `host` opens it to the network.
    `is_fresh` starts it by itself, within the limits of this process, and not from what is loaded already.
    """
    port = free_port()
    environment = {**os.environ, "LAB_DATABASE_URL": str(folder / "lab.db"), **(settings or {})}
    words = [program, "--port", str(port), *(["--host", host] if host else [])]
    log = folder / "server.log"
    log.touch()
    if can_fork() and root == ROOT and not is_fresh:
        process: Program = Forked(words, environment, log)
    else:
        process = _started(words, environment, root, log)
    lab = Lab(f"http://127.0.0.1:{port}", folder, process)
    try:
        wait_until_it_answers(lab)
        yield lab
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _started(words: Sequence[str], environment: Mapping[str, str], root: Path, log: Path) -> Program:
    with log.open("ab") as said:
        return subprocess.Popen(
            [sys.executable, "-m", *words],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )


def wait_until_it_answers(lab: Lab, seconds: float = 180) -> None:
    """Return as soon as the lab serves pages; fail with its log if it ends or stays silent."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and lab.process.poll() is None:
        try:
            with urlopen(f"{lab.address}/_stcore/health", timeout=5) as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError(f"The lab did not start at {lab.address}. It said:\n{lab.log}")

"""The command that opens the lab: the address it tells, and one sentence whenever it cannot."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from courseware.problem import ReaderError
from tests.architecture.sources import ROOT
from tests.browser.server import free_port
from web.server import listen, terminal_language


def opened(port: int, settings: Mapping[str, str]) -> subprocess.Popen[str]:
    """The lab, started on this port."""
    return subprocess.Popen(
        [sys.executable, "-m", "ui", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("spoken", "words"), [("en_US.UTF-8", "is taken"), ("zh_CN.UTF-8", "已被其他程序占用")]
)
def test_a_busy_port_is_told_in_one_sentence(spoken: str, words: str) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        out, err = opened(port, {"LC_ALL": spoken, "PYTHONUTF8": "1"}).communicate(timeout=60)

    assert out == ""
    assert words in err
    assert str(port + 1) in err
    assert len(err.strip().splitlines()) == 1


def test_a_damaged_record_is_told_in_one_sentence_and_left_as_it_is(tmp_path: Path) -> None:
    record = tmp_path / "lab.db"
    record.write_bytes(b"not a database" * 1000)

    out, err = opened(free_port(), {"LAB_DATABASE_URL": str(record)}).communicate(timeout=60)

    assert out == ""
    assert "lab.db" in err
    assert "Traceback" not in err
    assert record.read_bytes() == b"not a database" * 1000


# 5 s: a lab is started and closed
@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to another process")
def test_the_address_is_printed_and_ctrl_c_closes_the_lab(tmp_path: Path) -> None:
    port = free_port()
    lab = opened(port, {"LAB_DATABASE_URL": str(tmp_path / "lab.db"), "LC_ALL": "en_GB.UTF-8"})
    assert lab.stdout is not None

    told = lab.stdout.readline()
    lab.send_signal(signal.SIGINT)
    out, err = lab.communicate(timeout=30)

    assert f"http://localhost:{port}" in told
    assert "closed" in out
    assert err == ""
    assert lab.returncode == 0


def test_an_address_that_is_not_ours_is_refused_with_a_reason() -> None:
    with pytest.raises(ReaderError, match=r"192\.0\.2\.1"):
        listen("192.0.2.1", 8501)


def test_small_messages_leave_at_once() -> None:
    with listen("127.0.0.1", 0) as ours:
        assert ours.proto == socket.IPPROTO_TCP


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_SG", "LANG": "de_DE"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_terminal_is_answered_in_its_language(
    variables: Mapping[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert terminal_language() == language

"""However a command line of the lab is started and stopped, it ends in words and never in a traceback.

Programs are started for it, which takes some seconds: only a real process meets a pipe or a signal.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from courseware.grouping import ungrouped

ROOT = Path(__file__).parents[2]
DOORS = (
    ("datasets", "columns"),
    ("simulations", "list"),
    ("lessons", "check", "--lang", "zh"),
    ("exercises", "list"),
    ("classroom", "--help"),
)


def words(program: tuple[str, ...]) -> list[str]:
    """The command for a program of the lab."""
    return [sys.executable, "-m", *program]


LOADING = (
    (("datasets", "columns"), "pyarrow"),
    (("simulations", "list"), "numpy"),
    (("lessons", "check"), "pydantic"),
    (("exercises", "list"), "courseware.text"),
    (("classroom", "status"), "sqlalchemy"),
    (("ui",), "uvicorn"),
    (("ui.link",), "sqlalchemy"),
)
"""Each door, and a module that takes its time to load there."""
IMPATIENT = """
import sys

class CtrlC:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC)
"""
"""Run by Python at its start: somebody presses Ctrl-C while this module is being loaded."""


@pytest.mark.parametrize(("program", "module"), LOADING)
def test_ctrl_c_ends_every_door_in_one_line_while_it_is_still_loading(
    program: tuple[str, ...], module: str, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(IMPATIENT.format(module=module), encoding="utf-8")
    asked = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(words(program), cwd=ROOT, env=asked, capture_output=True, check=False)

    assert done.stderr.decode().strip() == "Stopped. 已中断。"
    assert done.returncode in (130, -signal.SIGINT)


@pytest.mark.parametrize("program", DOORS)
def test_every_door_answers_in_any_encoding(program: tuple[str, ...]) -> None:
    asked = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(words(program), cwd=ROOT, env=asked, capture_output=True, check=False)

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("program", [("datasets", "columns"), ("simulations", "run", "satisfaction")])
def test_a_full_disk_behind_the_output_is_told_in_one_line(program: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(words(program), cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "no room" in done.stderr.decode()


@pytest.mark.parametrize("program", [("datasets", "columns"), ("simulations", "list")])
def test_a_reader_who_has_seen_enough_hears_nothing(program: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(words(program), cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_file_that_was_being_written_is_gone_when_the_program_is_stopped(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    making = ("datasets", "make", "customers", "--n", "10,000,000", "--out", str(tmp_path / "x.csv"))
    with subprocess.Popen(words(making), cwd=ROOT, stderr=subprocess.PIPE) as program:
        assert program.stderr is not None
        told = program.stderr.read(10)  # the first chunk is written
        program.send_signal(number)
        rest = program.stderr.read().decode()

    assert told
    assert program.returncode == status
    assert "Traceback" not in rest
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize(
    "program",
    [
        ("datasets", "make", "orders", "--n", "5", "--n", "6", "--out", "x.csv"),
        ("simulations", "run", "satisfaction", "--n", "50", "--n", "60"),
        ("classroom", "export", "--out", "a.csv", "--out", "b.csv"),
        ("lessons", "check", "--lang", "zh", "--lang", "en"),
    ],
)
def test_an_option_that_is_given_twice_is_refused(program: tuple[str, ...], tmp_path: Path) -> None:
    asked = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words(program), cwd=tmp_path, env=asked, capture_output=True, check=False)

    assert done.returncode == 2
    assert "given twice" in done.stderr.decode()
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2,000,000", "2000000"),
        (" 1，000 ", "1000"),
        ("-1,234.5", "-1234.5"),
        ("1,23", "1,23"),
        (",000", ",000"),
    ],
)
def test_a_number_that_the_lab_prints_can_be_typed_back(typed: str, read: str) -> None:
    assert ungrouped(typed) == read

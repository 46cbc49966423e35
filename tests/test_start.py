"""What a person reads whose computer is not ready for the lab: one plain sentence, never a traceback."""

import ast
import importlib.util
import os
import runpy
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"
TOO_NEW_FOR_OLD_PYTHONS = (
    ast.JoinedStr,
    ast.AnnAssign,
    ast.NamedExpr,
    ast.AsyncFunctionDef,
    ast.Match,
    ast.Nonlocal,
    ast.YieldFrom,
)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The making of the environment, in an empty folder."""
    place = importlib.util.spec_from_file_location("environment", TOOLS / "environment.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    (tmp_path / "requirements").mkdir()
    for kind in ("run", "dev", "postgres"):
        (tmp_path / "requirements" / f"{kind}.txt").write_text("# nothing\n", encoding="utf-8")
    for name, value in {"ROOT": tmp_path, "VENV": tmp_path / ".venv", "LOG": tmp_path / "log"}.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return module


def sentence(captured: str) -> str:
    """The one line that was said."""
    (line,) = captured.strip().splitlines()
    return line


@pytest.mark.parametrize(("spoken", "words"), [("en_US", "3.11 or newer"), ("zh_CN", "3.11 或更新")])
def test_a_python_that_is_too_old_is_told_which_one_is_needed(
    spoken: str, words: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(sys, "stderr", sys.__stderr__)
    monkeypatch.setenv("LC_ALL", f"{spoken}.UTF-8")

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(TOOLS / "bootstrap.py"), run_name="__main__")

    assert ended.value.code == 1
    said = sentence(capfdbinary.readouterr().err.decode())
    assert words in said
    assert "3.8" in said


def test_the_first_file_can_be_read_by_an_old_python() -> None:
    program = ast.parse((TOOLS / "bootstrap.py").read_text(encoding="utf-8"))

    assert not [node for node in ast.walk(program) if isinstance(node, TOO_NEW_FOR_OLD_PYTHONS)]
    assert not [node for node in ast.walk(program) if isinstance(node, ast.arg) and node.annotation]


def test_a_folder_that_cannot_be_written_to_is_named(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(environment, "make_venv", refuse)

    with pytest.raises(SystemExit):
        environment.prepare("run")

    said = sentence(capfd.readouterr().err)
    assert str(environment.ROOT) in said
    assert "folder of your own" in said


def test_a_python_without_its_venv_module_is_told_how_to_get_it(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(SystemExit):
        environment.prepare("run")

    assert "python3-venv" in sentence(capfd.readouterr().err).replace(f"3.{sys.version_info[1]}", "3")


def test_a_failed_download_names_its_reason_and_where_to_read_more(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        environment.refuse(["Collecting numpy", "ERROR: No matching distribution found for numpy"])

    said = sentence(capfd.readouterr().err)
    assert "No matching distribution" in said
    assert str(environment.LOG) in said


def test_what_the_tests_compile_is_kept_for_the_next_program(environment: ModuleType) -> None:
    environ = {"PYTHONDONTWRITEBYTECODE": "1", "HOME": "/home/li"}
    environment.keep_compiled(environ)

    assert environ == {"HOME": "/home/li"}


def test_an_environment_made_from_this_lock_is_used_as_it_is(environment: ModuleType) -> None:
    environment.PYTHON.parent.mkdir(parents=True)
    environment.PYTHON.touch()
    environment.stamp("dev").write_text(environment.digest("dev"), encoding="utf-8")

    assert environment.is_ready("dev")
    assert environment.is_ready("run"), "what suffices for tests suffices for running"
    assert environment.is_ready("postgres"), "and for a record on a server"


@pytest.mark.parametrize(
    ("task", "address", "needed"),
    [
        ("run", "", ["run"]),
        ("run", "var/lab.db", ["run"]),
        ("run", "postgresql://lab@db/lab", ["run", "postgres"]),
        ("prepare", "postgresql://lab@db/lab", ["dev"]),
    ],
)
def test_the_driver_of_a_server_is_installed_where_the_record_is_on_one(
    environment: ModuleType, task: str, address: str, needed: list[str]
) -> None:
    assert environment.kinds(task, {"LAB_DATABASE_URL": address}) == needed
    assert not environment.is_ready("postgres")

    environment.lock("dev").write_text("# another choice\n", encoding="utf-8")
    assert not environment.is_ready("dev")


def test_a_port_that_is_taken_is_named_with_a_way_out() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "ui", "--port", str(port)]
        environment = {**os.environ, "LC_ALL": "en_GB.UTF-8", "PYTHONUTF8": "1"}
        tried = subprocess.run(
            command, cwd=TOOLS.parent, env=environment, check=False, capture_output=True, encoding="utf-8"
        )

    assert tried.returncode == 1
    said = sentence(tried.stdout + tried.stderr)
    assert f"{port} is taken" in said
    assert f"PORT={port + 1}" in said

"""The lab in containers and hooks: what can be held of them without starting one."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.architecture.sources import ROOT, read, rooms, tracked
from tools.commit_message import missing

IMAGE: Final = Path("Containerfile")
WORKSHOP: Final = Path(".devcontainer/Containerfile")
HOOKS: Final = Path(".pre-commit-config.yaml")


def pattern(line: str) -> re.Pattern[str]:
    """A line of .dockerignore: what it names, and all below it."""
    parts = re.split(r"(\*\*/|\*)", line.rstrip("/"))
    said = "".join({"**/": "(?:.*/)?", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts)
    return re.compile(f"{said}(?:/.*)?")


@cache
def left_out() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """The lines of .dockerignore: whether each keeps files out, and which."""
    lines = [line for line in read(Path(".dockerignore")).splitlines() if line and not line.startswith("#")]
    return tuple((not line.startswith("!"), pattern(line.removeprefix("!"))) for line in lines)


def is_left_out(path: str) -> bool:
    """Whether .dockerignore keeps a file out of the image; the last line that fits decides."""
    return next((keeps_out for keeps_out, names in reversed(left_out()) if names.fullmatch(path)), False)


def targets() -> set[str]:
    """What make can be asked for."""
    return set(re.findall(r"^([a-z]+):", read(Path("Makefile")), re.MULTILINE))


def asked_of_make(text: str) -> Iterator[str]:
    """The targets that a text asks make for."""
    return (match[1] for match in re.finditer(r"\bmake ([a-z]+)", text))


def packages(text: str) -> set[str]:
    """Packages of Debian by which a text gets the programs that tests need."""
    return {name for name in re.findall(r"[a-z][a-z0-9-]+", text) if name in PROGRAMS}


PROGRAMS: Final = set(" ".join(re.findall(r"missing\+=\(([^)]*)\)", read(Path(".ci/run")))).split())


def test_nothing_that_is_made_or_kept_at_run_time_gets_into_the_image() -> None:
    ignored = [line.strip("/").replace("*", "x") for line in read(Path(".gitignore")).splitlines() if line]

    assert [path for path in ignored if not is_left_out(path)] == []
    assert is_left_out("var/lab.db")
    assert is_left_out("web/front/__pycache__/front.pyc")
    assert is_left_out(".env")


def test_all_that_the_lab_runs_on_gets_into_the_image_and_none_of_its_tests() -> None:
    tests = {"conftest.py"}
    needed = [
        path
        for path in tracked(new=False)
        if path.parts[0] in {*rooms(), "docs", ".streamlit", "app.py"}
        and not (path.name.startswith("test_") or path.name in tests)
    ]

    assert {path.as_posix() for path in needed if is_left_out(path.as_posix())} == set()
    assert is_left_out("tests/test_start.py")
    assert is_left_out("simulations/satisfaction/test_satisfaction.py")


def test_the_image_is_made_of_locked_packages_and_runs_as_nobody_in_particular() -> None:
    lines = read(IMAGE)
    copied = {word for line in re.findall(r"^COPY (.*)$", lines, re.MULTILINE) for word in line.split()}

    assert all((ROOT / name).exists() for name in copied)
    assert "--require-hashes --no-deps --only-binary :all:" in lines
    assert lines.index("\nUSER ") > lines.rindex("\nRUN ")
    assert "http" not in lines.replace("http://127.0.0.1:8501/healthz", "")


def test_the_image_starts_the_lab_and_asks_after_its_health_where_it_answers() -> None:
    command = json.loads(re.findall(r"^CMD (\[.*\])$", read(IMAGE), re.MULTILINE)[-1])

    assert command[:3] == ["python", "-m", "ui"]
    assert command[command.index("--port") + 1] == re.findall(r"^EXPOSE (\d+)$", read(IMAGE), re.MULTILINE)[0]
    assert f"http://127.0.0.1:{command[-1]}/healthz" in read(IMAGE)


def test_the_workshop_has_every_program_that_tests_need() -> None:
    assert len(PROGRAMS) > 5
    assert packages(read(WORKSHOP)) == PROGRAMS


def test_workshop_and_hooks_ask_make_for_what_it_can_do_and_fetch_nothing() -> None:
    workshop, hooks = read(Path(".devcontainer/devcontainer.json")), yaml.safe_load(read(HOOKS))
    entries = [hook["entry"] for repository in hooks["repos"] for hook in repository["hooks"]]

    assert {*asked_of_make(workshop)} == {"prepare"}
    assert {repository["repo"] for repository in hooks["repos"]} == {"local"}
    assert {*asked_of_make("\n".join(entries))} <= targets()
    assert all(entry.startswith("make ") or (ROOT / entry.split()[1]).exists() for entry in entries)


def test_schemas_and_files_that_the_workshop_names_are_there() -> None:
    settings = json.loads(read(Path(".devcontainer/devcontainer.json")))["customizations"]["vscode"][
        "settings"
    ]

    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).exists()
        assert [*ROOT.glob(files)]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Read dates as dates\n\nThey came as numbers. Seen on three grade books.\n", None),
        ("Read dates as dates\n\n# a comment of git\nThey came as numbers.\n", None),
        ("Merge branch 'dates'\n", None),
        ("Read dates as dates\n", "why"),
        ("Read dates as dates\n\n# a comment of git\n", "why"),
        ("Read dates as dates\nThey came as numbers.\n", "second line"),
        ("Read dates as dates.\n\nThey came as numbers.\n", "first line"),
        (f"{'Read ' * 30}\n\nThey came as numbers.\n", "first line"),
        ("\n", "first line"),
    ],
)
def test_a_commit_says_what_holds_now_and_why(message: str, said: str | None) -> None:
    found = missing(message)

    assert found is None if said is None else said in (found or "")

"""The scripts that run in the browser: their own tests, run here too where there is Node."""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from tests.programs import missing, program

TESTS: Final = Path(__file__).resolve().parent / "js"
ROOT: Final = TESTS.parent.parent
LOCK: Final = ROOT / "package-lock.json"
SCRIPTS: Final = frozenset((ROOT / "ui").rglob("*.js"))
BROWSER_ONLY: Final = frozenset(
    {ROOT / "ui/components/editor/editor.js"}
)  # it opens Ace: tests/browser/editor
NAMED: Final = re.compile(r"'(\.{1,2}/[^']+\.js)'")


def read(name: str) -> Mapping[str, Any]:
    """A JSON file at the root of the project."""
    found: Mapping[str, Any] = json.loads((ROOT / name).read_text(encoding="utf-8"))
    return found


# 22 s: Node runs every test of the scripts
def test_the_scripts_do_what_their_own_tests_claim() -> None:
    node = program("node")
    if not (ROOT / "node_modules" / ".made").is_file():
        missing("The packages that the scripts are tested with are not there: make js.")
    run = subprocess.run(
        [node, "--test", *map(str, sorted(TESTS.rglob("*.test.js")))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,  # ten seconds of work; more only on a computer that is busy with other things
    )

    assert run.returncode == 0, run.stdout + run.stderr


def named_in(files: Iterable[Path]) -> frozenset[Path]:
    """The files that these files import or read, and those that these in turn do."""
    found: frozenset[Path] = frozenset()
    fresh = frozenset(files)
    while fresh:
        names = ((path, NAMED.findall(path.read_text(encoding="utf-8"))) for path in fresh)
        fresh = frozenset((path.parent / name).resolve() for path, all_ in names for name in all_) - found
        found |= fresh
    return found


def test_every_script_is_run_by_a_test() -> None:
    assert SCRIPTS - named_in(TESTS.rglob("*.test.js")) == BROWSER_ONLY


def test_what_the_scripts_are_tested_with_is_pinned_and_never_served() -> None:
    named, locked = read("package.json"), read("package-lock.json")["packages"]
    packages = {name: package for name, package in locked.items() if name}

    assert named["private"] is True
    assert "dependencies" not in named
    assert all(version[0].isdigit() for version in named["devDependencies"].values())
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert all(package.get("dev") or package.get("devOptional") for package in packages.values())


def test_the_lock_says_what_is_fetched_and_never_from_where() -> None:
    assert '"resolved"' not in LOCK.read_text(encoding="utf-8")

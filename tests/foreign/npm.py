"""Programs of others that npm brings: installed once from their lock file, skipped where there is no npm."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.browser.chromium import is_required

HERE: Final = Path(__file__).resolve().parent
QUIET: Final = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")


def modules(name: str) -> Path:
    """The `node_modules` of ``tests/foreign/<name>/``, as its package-lock.json says.

    Without npm, or without the packages, the test is skipped, unless they are required.
    """
    folder = HERE / name
    found, lock = folder / "node_modules", folder / "package-lock.json"
    done = found / ".package-lock.json"
    if done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime:
        return found
    npm = shutil.which("npm")
    if npm is None:
        _missing("There is no npm.")
    run = subprocess.run([str(npm), "ci", *QUIET], cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode:
        _missing(run.stderr)
    done.touch()
    return found


def node() -> str:
    """The program that runs JavaScript; without it the test is skipped, unless it is required."""
    found = shutil.which("node")
    if found is None:
        _missing("There is no node.")
    return str(found)


def _missing(why: str) -> None:
    if is_required():
        pytest.fail(why)
    pytest.skip(why)

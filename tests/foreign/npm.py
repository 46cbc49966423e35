"""Programs of others that npm brings: installed once from their lock file, skipped where there is no npm."""

import subprocess
from pathlib import Path
from typing import Final

from tests.programs import missing, program

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
    run = subprocess.run(
        [program("npm"), "ci", *QUIET], cwd=folder, capture_output=True, text=True, check=False
    )
    if run.returncode:
        missing(run.stderr)
    done.touch()
    return found

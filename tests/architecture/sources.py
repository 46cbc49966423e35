"""The lab's own source files, as the tests of its shape look at them."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]

MADE_HERE: Final = {".venv", ".git", "var", "out"}
CACHES: Final = {
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked(*, new: bool = True) -> tuple[Path, ...]:
    """Every file of the project, relative to the root: what is in git and, if `new`, may yet be added."""
    command = ["git", "ls-files", "--cached", "--exclude-standard", "-z", *(["--others"] if new else [])]
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        return tuple(_walk())
    return tuple(Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file())


def _walk() -> Iterator[Path]:
    """The same for a copy of the lab that came without git."""
    for path in ROOT.rglob("*"):
        part = path.relative_to(ROOT)
        if path.is_file() and part.parts[0] not in MADE_HERE and not CACHES & set(part.parts):
            yield part


def modules() -> tuple[Path, ...]:
    """The project's Python modules, tests among them."""
    return tuple(path for path in tracked() if path.suffix == ".py")


def read(path: Path) -> str:
    """The text of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(read(path))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a module, as ``path:line name``, with the number of its lines."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function) and node.end_lineno:
            yield f"{path}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def rooms() -> frozenset[str]:
    """The rooms that the contracts of import-linter speak of."""
    settings = tomllib.loads(read(Path("pyproject.toml")))
    return frozenset(settings["tool"]["importlinter"]["root_packages"])

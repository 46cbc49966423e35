"""Writes the reference of the code from its docstrings to out/api, one page a module, as `make api`."""

import sys
import tomllib
import warnings
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

import pdoc
import pdoc.render

OUT: Final = Path("out/api")
SCRIPTS: Final = {"main", "page", "__main__"}
"""The last part of the name of what does its work when it is imported."""


def rooms(project: Path = Path("pyproject.toml")) -> list[str]:
    """The packages of the lab, as the contracts on imports name them."""
    settings = tomllib.loads(project.read_text(encoding="utf-8"))
    return [str(name) for name in settings["tool"]["importlinter"]["root_packages"]]


def modules(package: str) -> Iterator[str]:
    """A package and every module below it, without tests and scripts.

    pdoc itself would follow a package's `__all__` and leave out what is not handed on to other rooms.
    """
    yield package
    for _, name, is_package in iter_modules([str(Path(*package.split(".")))]):
        if is_package:
            yield from modules(f"{package}.{name}")
        elif name not in SCRIPTS and not name.startswith("test_"):
            yield f"{package}.{name}"


def build(names: Sequence[str], out: Path) -> list[str]:
    """Write the pages of these modules and return what pdoc complains of."""
    pdoc.render.configure(docformat="markdown", show_source=False)
    # What it prints is that Node could not prepare the search beforehand; it works all the same.
    with warnings.catch_warnings(record=True) as told, redirect_stdout(StringIO()):
        warnings.simplefilter("always")
        warnings.filterwarnings("ignore", "The module specification .* already been added")
        pdoc.pdoc(*names, output_directory=out)
    return [str(one.message) for one in told if one.category is UserWarning]


def main() -> int:
    """Build the reference of all rooms; 1 if something in it could not be read."""
    complaints = build([name for room in rooms() for name in modules(room)], OUT)
    print(*complaints, OUT / "index.html", sep="\n")
    return int(bool(complaints))


if __name__ == "__main__":
    sys.exit(main())

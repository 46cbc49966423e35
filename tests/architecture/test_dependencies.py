"""The packages that the lab stands on: declared where they are imported, each with its reason beside it."""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import takewhile
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.sources import modules, read, rooms

PROJECT: Final = Path("pyproject.toml")
NOT_IMPORTED: Final = {
    "django-ace": "its scripts are read as files",
    "plotly": "its script is read as a file",
    "websockets": "uvicorn is told its name",
}
"""What the lab runs on without importing it."""
TOOLS: Final = {"import-linter", "pip-audit", "mypy", "ruff"}
"""What is called as a command, or by pytest."""
POOLS: Final = Path("datasets/drawing.py")
"""The one module that draws pools of words, for which the extra `pools` is."""
_IMPORT: Final = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)
_REASON: Final = re.compile(r'^  "(?P<wish>[^"]+)",(?P<reason> # \S.*)?$')


def declared(*keys: str) -> set[str]:
    """The names of the packages that a list of pyproject.toml asks for."""
    found = tomllib.loads(read(PROJECT))
    for key in keys:
        found = found[key]
    return {canonicalize_name(Requirement(line).name) for line in found}


@cache
def distributions() -> dict[str, list[str]]:
    """Which package each module that can be imported belongs to."""
    return {module: [*map(canonicalize_name, names)] for module, names in packages_distributions().items()}


def imported(path: Path) -> Iterator[str]:
    """The foreign packages that a module imports, at its head or later."""
    for top in set(_IMPORT.findall(read(path))) - sys.stdlib_module_names:
        yield from distributions().get(top, [])


def used(paths: Iterable[Path]) -> set[str]:
    """All foreign packages that these modules import."""
    return {name for path in paths for name in imported(path)}


def of_the_lab(path: Path) -> bool:
    """Whether a module is run by the lab and not by its tests alone."""
    is_test = path.name.startswith("test_") or path.name == "conftest.py"
    return (path.parts[0] in rooms() or path.name == "app.py") and not is_test and path != POOLS


def test_the_lab_imports_what_it_asks_for_and_asks_for_what_it_imports() -> None:
    imports = used(path for path in modules() if of_the_lab(path))

    assert imports | set(NOT_IMPORTED) == declared("project", "dependencies")


def test_tests_and_tools_import_nothing_that_only_comes_along_by_chance() -> None:
    run, dev = declared("project", "dependencies"), declared("dependency-groups", "dev")
    imports = used(path for path in modules() if not of_the_lab(path) and path != POOLS)

    stubs = {name for name in dev if name.startswith("types-") or name.endswith("-stubs")}
    assert imports - run == dev - TOOLS - stubs


def test_the_words_of_new_pools_are_drawn_by_an_extra() -> None:
    extra = declared("project", "optional-dependencies", "pools")

    assert extra <= used([POOLS])
    assert not extra & declared("project", "dependencies")


def test_every_package_has_its_reason_beside_it() -> None:
    lines = read(PROJECT).splitlines()
    start = lines.index("dependencies = [")
    listed = [*takewhile(lambda line: not line.startswith("[tool."), lines[start:])]
    found = [match for line in listed if (match := _REASON.match(line))]

    assert len(found) == sum('"' in line.partition("#")[0] for line in listed)
    assert [match["wish"] for match in found if not match["reason"]] == []

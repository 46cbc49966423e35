"""The lock files: complete, hashed, and for every Python and system that the lab promises."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

from tests.architecture.sources import read

LOCKS = ("run", "dev", "postgres")


def locked(kind: str) -> dict[str, list[Requirement]]:
    """The packages of a lock file by name; some come in several versions for different Pythons."""
    found: dict[str, list[Requirement]] = {}
    for line in read(Path("requirements") / f"{kind}.txt").splitlines():
        if line[:1].isalnum():
            package = Requirement(line.rstrip(" \\"))
            found.setdefault(package.name, []).append(package)
    return found


def wanted(kind: str) -> list[Requirement]:
    """What pyproject.toml asks for; who works on the lab has every extra and the driver of PostgreSQL."""
    settings = tomllib.loads(read(Path("pyproject.toml")))
    project, groups = settings["project"], settings["dependency-groups"]
    run, driver = project["dependencies"], groups["postgres"]
    dev = [*run, *groups["dev"], *driver, *chain(*project["optional-dependencies"].values())]
    return [Requirement(line) for line in {"run": run, "postgres": driver, "dev": dev}[kind]]


def holds(marker: Marker | None, python: str, system: str) -> bool:
    """Whether a marker is true for this Python on this system."""
    here = {"python_full_version": f"{python}.0", "python_version": python, "sys_platform": system}
    return marker is None or marker.evaluate(here)


@pytest.mark.parametrize("kind", LOCKS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_lock_gives_each_wish_one_version(kind: str, python: str, system: str) -> None:
    packages = locked(kind)

    for wish in wanted(kind):
        chosen = [one for one in packages[wish.name] if holds(one.marker, python, system)]
        assert len(chosen) == 1, f"run make lock: {wish} has {len(chosen)} versions"
        version = str(chosen[0].specifier).removeprefix("==")
        assert wish.specifier.contains(version), f"run make lock: {wish.name} {version}, not {wish.specifier}"


@pytest.mark.parametrize("kind", LOCKS)
def test_every_package_is_pinned_with_its_hash(kind: str) -> None:
    text = read(Path("requirements") / f"{kind}.txt")
    blocks = re.split(r"\n(?=[a-z0-9])", text, flags=re.IGNORECASE)[1:]

    assert len(blocks) == sum(len(versions) for versions in locked(kind).values())
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("kind", ["run", "postgres"])
def test_tests_run_on_the_versions_that_the_lab_runs_on(kind: str) -> None:
    used, dev = locked(kind), locked("dev")

    assert {name: {str(one.specifier) for one in used[name]} for name in used} == {
        name: {str(one.specifier) for one in dev[name]} for name in used
    }


@pytest.mark.parametrize("kind", LOCKS)
def test_no_lock_names_the_computer_that_packages_were_fetched_from(kind: str) -> None:
    text = read(Path("requirements") / f"{kind}.txt")

    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", text)

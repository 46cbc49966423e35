"""Changes the code in small ways and counts which changes no test notices: `python -m tests.mutants marks`.

mutmut works in a copy of the lab under out/mutants/, one for each area of `[tool.mutmut.areas]`. Of an
area with many mutants a seeded sample is tried, so that an area takes minutes.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

from tests.architecture.sources import ROOT, tracked

OUT: Final = ROOT / "out" / "mutants"
KILLED: Final = (1, 3, -24, 24, 152, 255, 36)
"""What mutmut notes of a mutant that a test noticed, or that would never have come to an end."""
MINUTES: Final = 15
SEED: Final = 20260302


def areas() -> Mapping[str, Mapping[str, list[str]]]:
    """What is mutated and which tests are asked, by the name of the area."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: Mapping[str, Mapping[str, list[str]]] = settings["tool"]["mutmut"]["areas"]
    return found


def copy_of_the_lab(area: str) -> Path:
    """A fresh copy whose pyproject.toml speaks of this area alone."""
    folder = OUT / area
    shutil.rmtree(folder, ignore_errors=True)
    for path in tracked():
        if path.parts[:2] != ("docs", "pictures"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, folder / path)
    told = areas()[area]
    tests = [str(found.relative_to(folder)) for test in told["tests"] for found in folder.glob(test)]
    ours = {"only_mutate": told["only_mutate"], "pytest_add_cli_args_test_selection": tests}
    lines = "\n".join(f"{name} = {json.dumps(value)}" for name, value in ours.items())
    settings = folder / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[tool.mutmut]\n", f"[tool.mutmut]\n{lines}\n"), encoding="utf-8")
    return folder


def mutants_of(folder: Path, area: str) -> list[str]:
    """The names of all mutants of an area, as mutmut gives them."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    patterns, skipped = areas()[area]["only_mutate"], "*/test_*.py"
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*.py")))
    return [
        get_mutant_name(path, name)
        for path in files
        if any(fnmatch(str(path), pattern) for pattern in patterns) and not fnmatch(str(path), skipped)
        for name in mutate_file_contents(str(path), (folder / path).read_text("utf-8")).mutant_names
    ]


def run(folder: Path, names: list[str], minutes: float) -> None:
    """Let mutmut try these mutants, with patience for so many minutes."""
    mutmut = Path(sys.executable).parent / "mutmut"
    process = subprocess.Popen(
        ["nice", "-n", "15", str(mutmut), "run", "--max-children", "2", *names],
        cwd=folder,
        env={**os.environ, "HYPOTHESIS_PROFILE": "mutants"},
        start_new_session=True,
    )
    try:
        process.wait(minutes * 60)
    except subprocess.TimeoutExpired:
        # mutmut notes each verdict as it comes, so that nothing is lost with it
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def verdicts(folder: Path) -> Iterator[tuple[str, int]]:
    """Each mutant that was tried, and how it ended."""
    for file in sorted((folder / "mutants").rglob("*.meta")):
        told: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        for name, code in told["exit_code_by_key"].items():
            if code is not None:
                yield name, code


def report(area: str, folder: Path, of: int) -> None:
    """How many were noticed, and each that was not."""
    tried = dict(verdicts(folder))
    alive = [name for name, code in tried.items() if code not in KILLED]
    print(f"\n{area}: {len(tried)} of {of} tried, {len(tried) - len(alive)} noticed", end="")
    print(f" ({(len(tried) - len(alive)) / len(tried):.0%})" if tried else "", dict(Counter(tried.values())))
    for name in alive:
        print(f"  {name}")
    print(f"Look at one with: cd {folder.relative_to(ROOT)} && mutmut show NAME")


def main() -> None:
    """Runs the areas that are named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("areas", nargs="*", choices=[*areas(), []], help="which; all if none is named")
    parser.add_argument("--sample", type=int, default=300, help="how many mutants of an area are tried")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="the most that an area may take")
    given = parser.parse_args()
    for area in given.areas or areas():
        folder = copy_of_the_lab(area)
        names = mutants_of(folder, area)
        few = random.Random(SEED).sample(names, min(given.sample, len(names)))
        run(folder, few, given.minutes)
        report(area, folder, len(names))


if __name__ == "__main__":
    main()

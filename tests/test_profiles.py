"""What a profile promises: ci draws the same for everybody, thorough draws far more, a slip is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.architecture.sources import ROOT
from tests.profiles import TIMES, draw_more

DRAWING = """
from hypothesis import given, settings
from hypothesis import strategies as st

@settings(max_examples=4)
@given(st.integers())
def test_all(number):
    with open("seen", "a") as seen:
        print(number, file=seen)
"""


def run(folder: Path, profile: str, *options: str) -> tuple[str, list[str]]:
    """What pytest says of a test that draws, and the numbers drawn."""
    folder.mkdir()
    (folder / "pytest.ini").write_text("[pytest]", encoding="utf-8")
    (folder / "test_drawing.py").write_text(DRAWING, encoding="utf-8")
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT), "HYPOTHESIS_PROFILE": profile}
    plugins = ["-p", "_hypothesis_pytestplugin", "-p", "tests.profiles"]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plugins, *options],
        cwd=folder,
        env={**os.environ, **alone},
        capture_output=True,
        text=True,
        check=False,
    )
    seen = folder / "seen"
    return told.stdout + told.stderr, seen.read_text(encoding="utf-8").split() if seen.exists() else []


def test_ci_draws_the_same_every_time_and_says_from_which_seed(tmp_path: Path) -> None:
    told, first = run(tmp_path / "one", "ci")
    _, second = run(tmp_path / "two", "ci")
    _, other = run(tmp_path / "three", "ci", "--hypothesis-seed=1")

    assert "profile ci, --hypothesis-seed=" in told
    assert len(first) == 4
    assert first == second != other


def test_thorough_draws_more_and_can_be_had_again(tmp_path: Path) -> None:
    told, first = run(tmp_path / "one", "thorough")
    seed = told.partition("--hypothesis-seed=")[2].split()[0]
    _, second = run(tmp_path / "two", "thorough", f"--hypothesis-seed={seed}")

    assert len(first) >= 4 * TIMES["thorough"]
    assert first == second


def test_a_profile_that_is_not_there_stops_the_run_with_the_names_that_are(tmp_path: Path) -> None:
    told, seen = run(tmp_path / "one", "through")

    assert "HYPOTHESIS_PROFILE is 'through'; it is one of dev, ci, mutants, thorough." in told
    assert seen == []


@pytest.mark.parametrize("times", [1, 3])
def test_a_test_draws_as_many_times_more_as_it_is_told(times: int) -> None:
    seen: list[int] = []

    @settings(max_examples=5, database=None)
    @given(st.integers())
    def look(number: int) -> None:
        seen.append(number)

    draw_more(look, times)
    look()

    assert len(seen) == 5 * times

"""Browser tests wait for what the page says of itself, and for no guess of how long something takes."""

from pathlib import Path

from tests.architecture.sources import ROOT, modules

IN_A_BROWSER = Path("tests/browser")
GUESSES = "wait_for_" + "timeout", "network" + "idle", "re" + "runs", "pytest.mark." + "flaky"
SLEEPERS = {"server.py", "hands.py", "page.py"}
"""They wait for a process or a file, which no page tells of, or play a server that is slow."""


def test_no_browser_test_guesses_how_long_something_takes_or_is_tried_again() -> None:
    files = [path for path in modules() if path.is_relative_to(IN_A_BROWSER) or path.name == "conftest.py"]
    guesses = {
        f"{path}: {word}"
        for path in files
        for word in (*GUESSES, *(() if path.name in SLEEPERS else ("time." + "sleep",)))
        if word in (ROOT / path).read_text(encoding="utf-8")
    }

    assert files
    assert not guesses

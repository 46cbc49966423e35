"""Tests wait for what the lab says of itself: none guesses how long something takes, or how long it may."""

from pathlib import Path

from tests.architecture.sources import modules, read

IN_A_BROWSER = Path("tests/browser")
GUESSES = "wait_for_" + "timeout", "network" + "idle", "re" + "runs", "pytest.mark." + "flaky"
SLEEPERS = {"server.py", "hands.py", "page.py"}
"""They wait for a process or a file, which no page tells of, or play a server that is slow."""
CLOCKS = "perf_" + "counter", "process_" + "time", "mono" + "tonic"
READERS_OF_CLOCKS = {
    "tests/hostile/timing.py": "compares what work costs with other work",
    "tests/course/test_watch.py": "gives up on a program that stays silent",
    "tests/postgres.py": "gives up on a database that does not start",
    "tests/web/proxies.py": "gives up on a proxy that does not start",
    "tests/browser/server.py": "gives up on a lab that does not start",
    "tests/browser/answering.py": "gives up on a list that does not open",
    "tests/browser/teacher/hands.py": "gives up on what does not come to hold",
}
"""The tests that read a clock, each with its reason; how fast the lab is, `make bench` tells as a ratio."""


def test_no_test_claims_that_something_takes_so_many_seconds() -> None:
    tests = [path for path in modules() if path.parts[0] == "tests" and path.parts[1] != "bench"]
    reads_a_clock = {str(path) for path in tests if any(word in read(path) for word in CLOCKS)}

    assert reads_a_clock == set(READERS_OF_CLOCKS)


def test_no_browser_test_guesses_how_long_something_takes_or_is_tried_again() -> None:
    files = [path for path in modules() if path.is_relative_to(IN_A_BROWSER) or path.name == "conftest.py"]
    guesses = {
        f"{path}: {word}"
        for path in files
        for word in (*GUESSES, *(() if path.name in SLEEPERS else ("time." + "sleep",)))
        if word in read(path)
    }

    assert files
    assert not guesses


def test_a_script_that_a_test_puts_into_a_page_is_taken_out_again() -> None:
    """Pages are kept from test to test, see contexts.py; `with` takes such a script back."""
    files = [path for path in modules() if path.is_relative_to(IN_A_BROWSER)]
    lines = [line.strip() for path in files for line in read(path).splitlines()]
    put_in = [line for line in lines if "page.add_init_" + "script(" in line]

    assert put_in
    assert all(line.startswith("with ") for line in put_in)

"""Which share of the statements and of the branches of each room the tests take: `make coverage`."""

import tomllib

from coverage import Coverage
from coverage.results import Numbers

from tests.architecture.sources import ROOT


def by_room(measured: Coverage) -> dict[str, Numbers]:
    """What was taken of each room, all of its modules together."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    rooms: list[str] = settings["tool"]["importlinter"]["root_packages"]
    found = dict.fromkeys(rooms, Numbers())
    for file in measured.get_data().measured_files():
        room = file.removeprefix(f"{ROOT}/").partition("/")[0]
        if room in found:
            found[room] += measured._analyze(file).numbers  # coverage tells it in public only as text
    return found


def main() -> None:
    """Prints a line for each room, as the table in docs/testing.md begins."""
    measured = Coverage()
    measured.load()
    print("| room | statements | branches |\n|---|---:|---:|")
    for room, one in by_room(measured).items():
        branches = one.n_executed_branches / one.n_branches if one.n_branches else 1
        lines = one.n_executed / one.n_statements if one.n_statements else 1
        print(f"| `{room}/` | {lines:.0%} of {one.n_statements:,} | {branches:.0%} of {one.n_branches:,} |")


if __name__ == "__main__":
    main()

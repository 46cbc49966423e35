"""Asks whether a package of the lab has a known vulnerability; says plainly what it could not ask."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LOCK: Final = Path("requirements/run.txt")
_AT_MOST: Final = 300
"""Seconds; a network that swallows questions must not hold a change up for ever."""


@dataclass(frozen=True)
class AuditResult:
    """What is known: how many packages were looked up, which could not be, and what is wrong with which."""

    asked: int
    unknown: tuple[str, ...]
    bad: tuple[str, ...]

    def show(self) -> str:
        """The lines for whoever takes a change in."""
        lines = [f"VULNERABLE: {one}" for one in self.bad]
        if self.unknown:
            lines.append(
                f"NOT CHECKED for known vulnerabilities: {len(self.unknown)} of {self.asked} packages, since "
                "their data could not be reached. Run `make audit` where the internet can be reached."
            )
        elif not self.bad:
            lines.append(f"No known vulnerability in {self.asked} packages.")
        return "\n".join(lines)


def verdict_of(report: str) -> AuditResult:
    """What pip-audit's JSON says.

    >>> verdict_of('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}').show()
    'No known vulnerability in 1 packages.'
    """
    packages = json.loads(report)["dependencies"]
    return AuditResult(
        asked=len(packages),
        unknown=tuple(one["name"] for one in packages if "skip_reason" in one),
        bad=tuple(
            f"{one['name']} {one['version']}: {found['id']}, mended in "
            f"{', '.join(found['fix_versions']) or 'no version yet'}"
            for one in packages
            for found in one.get("vulns", ())
        ),
    )


def names_in(lock: Path) -> tuple[str, ...]:
    """The packages of a lock file."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return tuple(line.partition("==")[0] for line in lines if line[:1].isalnum() and "==" in line)


def audit(lock: Path) -> AuditResult:
    """What pip-audit knows of the packages in a lock file; if it cannot answer, all are unknown."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(lock), "--disable-pip", "--no-deps"]
    try:
        done = subprocess.run(
            [*command, "-f", "json", "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            timeout=_AT_MOST,
            check=False,
        )
        return verdict_of(done.stdout)
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        names = names_in(lock)
        return AuditResult(len(names), names, ())


if __name__ == "__main__":
    found = audit(LOCK)
    print(found.show())
    sys.exit(bool(found.bad))

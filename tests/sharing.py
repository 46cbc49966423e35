"""Which tests one process runs after another: those of a file, or of files that share a server of their own.

pytest-xdist reads the groups from the names of tests, where pytest from 9.2 on no longer lets it write
them: each test was a group by itself, and whatever a file prepares was prepared in every process.
"""

import re
from functools import cache
from typing import Final

from xdist.scheduler import LoadScopeScheduling

from tests.architecture.sources import ROOT

IN_A_BROWSER: Final = "tests/browser/"
_NAMED: Final = re.compile(r'^pytestmark = pytest\.mark\.xdist_group\("([^"]+)"\)', re.MULTILINE)


def group_of(test: str) -> str:
    """The group of a test by its name: its file, the group that its file names, or itself in a browser."""
    file = test.partition("::")[0]
    if not file.startswith(IN_A_BROWSER):
        return file
    return named_in(file) or test


@cache
def named_in(file: str) -> str | None:
    """The group that a file of tests names for all of them, see ``pytestmark`` there."""
    named = _NAMED.search((ROOT / file).read_text(encoding="utf-8"))
    return named[1] if named else None


class ByGroup(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Hands each process one group after the other."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)

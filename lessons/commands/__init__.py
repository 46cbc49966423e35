"""What `python -m lessons` can do; each module here holds the commands of one purpose."""

from collections.abc import Sequence
from typing import Final

from courseware.commands import Command, answer
from courseware.text import Text
from lessons.commands.adapting import ADAPTING
from lessons.commands.carrying import CARRYING
from lessons.commands.looking import LOOKING
from lessons.commands.printing import PRINTING
from lessons.commands.starting import STARTING
from lessons.commands.travelling import TRAVELLING
from lessons.commands.writing import WRITING

COMMANDS: Final[tuple[Command, ...]] = (
    *LOOKING,
    *STARTING,
    *PRINTING,
    *CARRYING,
    *ADAPTING,
    *TRAVELLING,
    *WRITING,
)
_WHAT: Final = Text(en="The lessons of the course.", zh="课程中的各课。")


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code: 0 well, 1 problems, 2 not understood."""
    return answer("python -m lessons", _WHAT, COMMANDS, arguments)

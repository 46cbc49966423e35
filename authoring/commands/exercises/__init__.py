"""What `python -m exercises` can do; each module here holds the commands of one purpose."""

from collections.abc import Sequence
from typing import Final

from authoring.commands.exercises.interchange import INTERCHANGE
from authoring.commands.exercises.looking import LOOKING
from authoring.commands.exercises.starting import STARTING
from courseware.commands import Command, answer
from courseware.text import Text

COMMANDS: Final[tuple[Command, ...]] = (*LOOKING, *STARTING, *INTERCHANGE)
_WHAT: Final = Text(en="The questions of the course.", zh="课程的题库。")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 if all is well, 1 if something is to be mended, 2 if it cannot be understood."""
    return answer("python -m exercises", _WHAT, COMMANDS, arguments)

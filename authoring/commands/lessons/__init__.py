"""What `python -m lessons` can do; each module here holds the commands of one purpose."""

from collections.abc import Sequence
from typing import Final

from authoring.commands.lessons.adapting import ADAPTING
from authoring.commands.lessons.archiving import ARCHIVING
from authoring.commands.lessons.exporting import EXPORTING
from authoring.commands.lessons.looking import LOOKING
from authoring.commands.lessons.printing import PRINTING
from authoring.commands.lessons.starting import STARTING
from authoring.commands.lessons.writing import WRITING
from courseware.commands import Command, answer
from courseware.text import Text

COMMANDS: Final[tuple[Command, ...]] = (
    *LOOKING,
    *STARTING,
    *PRINTING,
    *EXPORTING,
    *ADAPTING,
    *ARCHIVING,
    *WRITING,
)
_WHAT: Final = Text(en="The lessons of the course.", zh="课程中的各课。")


def run(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code: 0 well, 1 problems, 2 not understood."""
    return answer("python -m lessons", _WHAT, COMMANDS, arguments)

"""What all command lines of the lab have in common: how they read what was typed, and how they end."""

import argparse
import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Any, Final, NoReturn

from courseware.grouping import ungrouped
from courseware.interruption import STOPPED
from courseware.text import Text

INTERRUPTED: Final = 130
TERMINATED: Final = 143
"""What a shell expects of a program that Ctrl-C, or the system, has ended."""


def run_program(main: Callable[[], int]) -> int:
    """Run a command line to its end: in any encoding, and without a traceback when it is stopped.

    Ctrl-C ends with one line, a reader who has seen enough (`| head -1`) with none, a full disk behind the
    output with a sentence; whoever terminates the program lets it tidy up.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # an old code page of Windows lacks most letters
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"\n{STOPPED}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _leave_the_output()
        return 0
    except OSError as error:
        if error.filename or error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
            raise
        _leave_the_output()
        print(f"{_NO_ROOM.en} {_NO_ROOM.zh}", file=sys.stderr)
        return 1
    return code


def _terminate(_number: int, _frame: object) -> NoReturn:
    sys.exit(TERMINATED)


def _leave_the_output() -> None:
    """What is still to be printed goes nowhere, so that leaving the program does not try it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; what is given twice is refused, and a mistake gets a hint."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.register("action", None, _Once)
        self.register("action", "store", _Once)

    def error(self, message: str) -> NoReturn:
        """End with the mistake and the way to the help."""
        self.exit(2, f"{self.prog}: {message}\n  --help tells how to use it. 用法请看 --help。\n")


class _Once(argparse.Action):
    """Keeps a value; a second one for the same option is an error, for one of them would be lost."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse hands it over
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        given: frozenset[str] = getattr(namespace, "_given", frozenset())
        if option_string and self.dest in given:
            raise argparse.ArgumentError(self, "given twice; give it once 重复给出，请只写一次")
        namespace._given = given | {self.dest}
        setattr(namespace, self.dest, values)


def whole_number(text: str) -> int:
    """A whole number as it is typed or printed, for an argument of the command line."""
    try:
        return int(ungrouped(text))
    except ValueError as error:
        said = f"a whole number is expected, got {text!r} 须为整数，现在是 {text!r}"
        raise argparse.ArgumentTypeError(said) from error


_NO_ROOM: Final = Text(
    en="The output could not be written: no room is left where it goes. Choose another place.",
    zh="输出无法写入：目标位置空间已满，请换一个位置。",
)

"""What is said when Ctrl-C stops a program of the lab, also while its modules are still being loaded."""

import sys
from types import TracebackType
from typing import Final

STOPPED: Final = "Stopped. 已中断。"


def end_in_one_line() -> None:
    """From now on Ctrl-C ends with one line instead of a traceback; anything else is told as ever."""
    sys.excepthook = _told


def _told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        print(f"\n{STOPPED}", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)

"""Says what is missing in a commit's message; pre-commit calls it with the file that holds the message."""

import sys
from pathlib import Path
from typing import Final

SUBJECT: Final = 110
"""Characters of the first line."""
MADE_BY_GIT: Final = ("Merge ", "Revert ", "fixup! ", "squash! ", "amend! ")


def missing(message: str) -> str | None:
    """What is to be mended in this message; None if it is good.

    >>> missing("Read dates as dates\\n\\nThey came as numbers of days. Seen on three grade books.\\n")
    >>> missing("Read dates as dates")
    'say in two to six lines why, what else was considered and how it was seen to work'
    """
    written = [line for line in message.splitlines() if not line.startswith("#")]
    lines = "\n".join(written).strip().split("\n")
    if lines[0].startswith(MADE_BY_GIT):
        return None
    if not lines[0] or len(lines[0]) > SUBJECT or lines[0].endswith("."):
        return f"the first line says what holds now: up to {SUBJECT} characters, without a full stop"
    if len(lines) > 1 and lines[1]:
        return "leave the second line empty"
    if not any(line.strip() for line in lines[2:]):
        return "say in two to six lines why, what else was considered and how it was seen to work"
    return None


if __name__ == "__main__":
    wanted = missing(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if wanted:
        print(f"The message of this commit: {wanted}.", file=sys.stderr)
    sys.exit(bool(wanted))

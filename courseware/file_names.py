"""Names that a file of the course cannot have, since some computer or other would not keep it."""

import re
import unicodedata
from typing import Final

_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?=[ .]|$)", re.IGNORECASE)


def is_kept_by_windows(name: str) -> bool:
    """Whether Windows takes the name for a device whatever follows its first dot; a course travels.

    Superscript digits count as digits there, and blanks before a dot as nothing.

    >>> [is_kept_by_windows(name) for name in ("con.yaml", "COM¹.yaml", "aux .yaml", "contact.yaml")]
    [True, True, True, False]
    """
    return _DEVICE.match(unicodedata.normalize("NFKC", name).lstrip()) is not None


def is_trimmed_by_windows(name: str) -> bool:
    """Whether the name, or what stands before its ending, ends in a blank or a dot, which Windows drops.

    >>> [is_trimmed_by_windows(name) for name in ("tea .yaml", "tea..yaml", "tea.yaml.", "tea.yaml")]
    [True, True, True, False]
    """
    stem = name.rpartition(".")[0] or name
    return name.endswith((" ", ".")) or stem.endswith((" ", "."))

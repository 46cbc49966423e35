"""Numbers as people type them and as the lab prints them: with commas between groups of three digits."""

import re
from typing import Final

_GROUPED: Final = re.compile(r"[+-]?[0-9]{1,3}([,，][0-9]{3})+([.][0-9]+)?")


def ungrouped(text: str) -> str:
    """The number without the commas that group its digits; any other text as it is.

    >>> ungrouped("2,000,000"), ungrouped("1,2"), ungrouped("high")
    ('2000000', '1,2', 'high')
    """
    typed = text.strip()
    return re.sub("[,，]", "", typed) if _GROUPED.fullmatch(typed) else text

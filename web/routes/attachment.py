"""How a file that is taken along is told its name, in whatever script that is written."""

import re
from typing import Final
from urllib.parse import quote

_PLAIN: Final = re.compile(r"[A-Za-z0-9._-]+")


def attachment(name: str) -> str:
    """The header that gives a file its name (RFC 6266; a name that is not plain as in RFC 8187).

    >>> attachment("satisfaction-pace.csv")
    'attachment; filename="satisfaction-pace.csv"'
    >>> attachment("满意.csv")
    "attachment; filename*=UTF-8''%E6%BB%A1%E6%84%8F.csv"
    """
    if _PLAIN.fullmatch(name):
        return f'attachment; filename="{name}"'
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"

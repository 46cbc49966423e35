"""Writes cells of Excel files as what they are: no text is taken for a formula, the bytes stay the same."""

import io
import re
import zipfile
from typing import Final

from openpyxl.cell.cell import Cell

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_CELL: Final = 32_767
"""The characters that a cell of Excel can hold."""

_MIDNIGHT: Final = (1980, 1, 1, 0, 0, 0)
_DATED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ILLEGAL: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIKE_FORMULAS: Final = ("=", "+", "-", "@", "\t")


def write_text(cell: Cell, value: str) -> None:
    """A text as a text, whatever it begins with; an empty one leaves the cell empty."""
    text = _ILLEGAL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))[:MAX_CELL]
    if not text:
        return
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    if text.startswith(_LIKE_FORMULAS):
        cell.quotePrefix = True


def settled(data: bytes) -> bytes:
    """The same file without the time at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _DATED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, _MIDNIGHT), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

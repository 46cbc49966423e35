"""Puts a file into the folder `media` of the course, under a name that travels, never over another one."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Final

from course.layers import Layers
from courseware.media.formats import FOLDER, check_media
from courseware.problem import ReaderError
from courseware.regular_file import read_regular
from courseware.replacing import replace_file
from courseware.text import Text

_LONGEST: Final = 60
"""Characters of a suggested name before its ending; room is left for a number."""


def suggest_name(given: str, taken: Collection[str] = ()) -> str:
    """A name for a file that was called `given` elsewhere: no blanks, a small ending, none that is taken.

    >>> suggest_name("My Photo (1).JPG", {"my-photo-1.jpg"})
    'my-photo-1-2.jpg'
    """
    plain = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    stem, dot, ending = plain.rpartition(".")
    words = re.sub(r"[\W_]+", "-", (stem if dot else ending).lower()).strip("-")[:_LONGEST].strip("-")
    after = f".{ending.lower()}" if dot else ""
    same = {name.casefold() for name in taken}
    names = (f"{words or FOLDER}{number}{after}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next((name for name in names if name.casefold() not in same), given)


def keep_media(name: str, data: bytes, where: Layers) -> Path:
    """Write the file into the course; a ReaderError says why not, and nothing is written then.

    The same file once more is no fault; another file of the same name is.
    """
    check_media(name, data)
    target = where.target(name)
    try:
        twin = _twin(name, where)
        if twin is not None and twin.name == name and read_regular(twin) == data:
            return twin
        if twin is not None:
            raise ReaderError(_TAKEN.fill({"name": twin.name}))
        target.parent.parent.mkdir(exist_ok=True)
        replace_file(target, data)
    except OSError as error:
        raise ReaderError(_UNWRITTEN.fill({"name": name, "why": error.strerror or error})) from error
    return target


def _twin(name: str, where: Layers) -> Path | None:
    """A file in force whose name is the same but for capital letters, which some computers take for one."""
    return next((path for path in where.files() if path.name.casefold() == name.casefold()), None)


_TAKEN: Final = Text(
    en="There is another file called {name} already. Give this one another name; nothing was changed.",
    zh="已有另一个名为 {name} 的文件。请换个名称；没有改动任何内容。",
)
_UNWRITTEN: Final = Text(
    en="{name} could not be kept ({why}). See that you may write into the folder of the course and that the "
    "disk is not full.",
    zh="无法保存 {name}（{why}）。请确认有课程文件夹的写入权限，且磁盘未满。",
)

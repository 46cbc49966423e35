"""Finds the pictures that a text shows, and what keeps them from being seen or heard by everybody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from courseware.text import Text

_CODE: Final = re.compile(r"(?<!`)(`{1,3})(?!`).*?(?<!`)\1(?!`)")
_PICTURE: Final = re.compile(r"!\[(?P<alt>[^\[\]\n]*)\]\((?P<address>[^()\s]*)(?:\s[^()\n]*)?\)")
_FROM_OUTSIDE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Picture:
    """A picture in a text: as it is written, what is read out in its place, and its file."""

    written: str
    alt: str
    address: str


def pictures_in(markdown: str) -> Iterator[Picture]:
    """The pictures of a text in Markdown; code is left alone.

    >>> list(pictures_in("![a shop](shop.png) and `![no](x)`"))
    [Picture(written='![a shop](shop.png)', alt='a shop', address='shop.png')]
    """
    for match in _PICTURE.finditer(_CODE.sub("", markdown)):
        yield Picture(match[0], match["alt"].strip(), match["address"])


def flaws(picture: Picture, folder: Path) -> Iterator[tuple[Text, Text]]:
    """What is wrong with a picture in a text of a file in `folder`, and what to do."""
    if not picture.alt:
        yield _NO_ALT
    if _FROM_OUTSIDE.match(picture.address):
        yield _ELSEWHERE
    elif not _lies_in(folder, picture.address):
        yield _NO_FILE[0].fill({"name": picture.address}), _NO_FILE[1]


def _lies_in(folder: Path, address: str) -> bool:
    try:
        found = (folder / address).resolve()
        return found.is_relative_to(folder.resolve()) and found.is_file()
    except (OSError, ValueError, RuntimeError):  # no name of a file at all
        return False


_NO_ALT: Final = (
    Text(en="This picture says nothing to who cannot see it.", zh="看不见这张图的人得不到任何信息。"),
    Text(
        en="Write what it shows between the brackets: ![a queue at the counter](queue.png).",
        zh="请在方括号里写出图的内容，例如 ![柜台前排着长队](queue.png)。",
    ),
)
_ELSEWHERE: Final = (
    Text(
        en="This picture lies outside the course; without the internet nobody sees it.",
        zh="这张图不在课程里，没有网络就看不到。",
    ),
    Text(
        en="Put the file beside this one, and write its name only.",
        zh="请把图片放到本文件旁边，只写文件名。",
    ),
)
_NO_FILE: Final = (
    Text(en="The course has no picture {name}.", zh="课程里没有图片 {name}。"),
    Text(
        en="Put the file beside this one, or look at how its name is spelt.",
        zh="请把图片放到本文件旁边，或检查文件名是否写对。",
    ),
)

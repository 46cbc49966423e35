"""What keeps something that a text shows from being seen or heard by everybody, and what to do."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from course.media.store import MediaStore
from courseware.advice import did_you_mean
from courseware.media.formats import FOLDER
from courseware.media.references import Reference, references_in, replace_references
from courseware.text import Text

Flaw = tuple[Text, Text]
_FROM_OUTSIDE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def flaws_in(markdown: str, store: MediaStore) -> Iterator[tuple[str, Flaw]]:
    """Each flaw in a text: the words where it is, what is wrong and what to do."""
    for reference in references_in(markdown):
        for flaw in flaws_of(reference, store):
            yield reference.written, flaw
    if found := _unread(markdown):
        yield found, _ODD


def flaws_of(reference: Reference, store: MediaStore) -> Iterator[Flaw]:
    """Each flaw of one file that is to be shown: what is wrong and what to do."""
    if not reference.alt:
        yield _NO_ALT
    name = reference.name
    if _FROM_OUTSIDE.match(reference.address):
        yield _ELSEWHERE
    elif name is None:
        values = {"address": reference.address, "name": reference.address.rpartition("/")[2] or "queue.png"}
        yield _OTHER_FOLDER[0].fill(values), _OTHER_FOLDER[1].fill(values)
    elif not store.is_there(name):
        near = get_close_matches(name, store.names(), 1)
        yield _NO_FILE[0].fill({"name": name}), did_you_mean(name, near, _NO_FILE[1])
    elif flaw := store.flaw(name):
        yield flaw, _MEND


def _unread(markdown: str) -> str:
    """The beginning of something that Markdown would show and this lab does not read."""
    rest = replace_references(markdown, lambda _: "")
    place = rest.find("![") if "![" in rest else -1
    if place < 0 or not any(_shows(token) for token in _tokens(rest)):
        return ""
    return rest[place : place + 20].splitlines()[0]


def _tokens(markdown: str) -> Iterator[object]:
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(markdown):
        yield from token.children or ()


def _shows(token: object) -> bool:
    return getattr(token, "type", "") == "image"


_NO_ALT: Final = (
    Text(en="This says nothing to who cannot see it.", zh="看不见的人得不到任何信息。"),
    Text(
        en="Write what it shows between the brackets: ![a queue at the counter](media/queue.png).",
        zh="请在方括号里写出内容，例如 ![柜台前排着长队](media/queue.png)。",
    ),
)
_ELSEWHERE: Final = (
    Text(
        en="This lies outside the course; without the internet nobody sees it.",
        zh="这个文件不在课程里，没有网络就看不到。",
    ),
    Text(
        en=f"Save the file into the folder {FOLDER} of the course (at the desk: Insert), "
        f"and write its name: {FOLDER}/queue.png.",
        zh=f"请把文件存到课程的 {FOLDER} 文件夹（在备课台用“插入”），再写它的名称：{FOLDER}/queue.png。",
    ),
)
_OTHER_FOLDER: Final = (
    Text(en="{address} does not lie in the folder media.", zh="{address} 不在 media 文件夹里。"),
    Text(
        en=f"Put the file into the folder {FOLDER} of the course (at the desk: Insert), "
        f"and write {FOLDER}/{{name}}.",
        zh=f"请把文件放到课程的 {FOLDER} 文件夹（在备课台用“插入”），并写成 {FOLDER}/{{name}}。",
    ),
)
_NO_FILE: Final = (
    Text(en="The folder media has no file {name}.", zh="media 文件夹里没有文件 {name}。"),
    Text(
        en="Put the file there (at the desk: Insert), or look at how its name is spelt.",
        zh="请把文件放进去（在备课台用“插入”），或检查文件名是否写对。",
    ),
)
_MEND: Final = Text(en="Until then its words are shown in its place.", zh="在此之前，原处只显示说明文字。")
_ODD: Final = (
    Text(en="A picture is written in a way that the lab does not read.", zh="图片的写法实验室不认识。"),
    Text(
        en="Write it on one line, without brackets in its words: ![a queue](media/queue.png).",
        zh="请写在一行里，说明文字中不要有方括号：![排队](media/queue.png)。",
    ),
)

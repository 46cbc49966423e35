"""XML as a stream of what opens, closes and stands between; what defines things of its own is refused."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from courseware.problem import ReaderError
from courseware.text import Text

DEEPEST: Final = 64

Opens = Callable[[str, Mapping[str, str]], None]
Closes = Callable[[str, str], None]
OnWords = Callable[[str], None]


def walk(data: bytes, opens: Opens, closes: Closes, words: OnWords | None = None) -> None:
    """Call `opens` with the name and the attributes of each element, `closes` with its name and own text.

    `words` is called with every piece of text in the order of the file.
    Names come without their namespace. Raises a ReaderError if it is no XML, goes too deep or brings
    a document type of its own, which is how small files are made to fill a computer's memory.
    """
    texts: list[list[str]] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if len(texts) >= DEEPEST:
            raise ReaderError(BROKEN)
        texts.append([])
        opens(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        closes(_local(name), "".join(texts.pop()))

    def text(said: str) -> None:
        if texts:
            texts[-1].append(said)
        if words:
            words(said)

    def refuse(*_: object) -> None:
        raise ReaderError(BROKEN)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, ReaderError):
            raise
        raise ReaderError(BROKEN) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


BROKEN: Final = Text(
    en="This is no Excel file that can be read. Open it in Excel or WPS, save it as .xlsx and try again.",
    zh="这不是可以读取的 Excel 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。",
)

"""Reads an XML file that anybody may have handed in: no entities, no DTD, no endless depth."""

from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from courseware.encoding import Decoded, declared_code
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.uploads import words_of

LONGEST: Final = 30_000_000
"""Bytes of an XML file, pictures in it included."""
DEEPEST: Final = 40
"""So deep may tags be nested; Moodle's are a quarter of that."""
MOST: Final = 300_000
"""Tags of one file."""
MOST_WORDS: Final = 4_000_000
"""Characters of all its texts; what lies in the file as pictures and tables is not counted."""
_FILE: Final = "file"


@dataclass(eq=False)
class Element:
    """A tag with its line, its attributes, the words and the tags within it, also both as they follow."""

    tag: str
    line: int
    attributes: dict[str, str]
    words: list[str] = field(default_factory=list)
    inside: "list[Element]" = field(default_factory=list)
    content: "list[Element | str]" = field(default_factory=list)

    def all(self, tag: str) -> "list[Element]":
        """The tags of this name directly within."""
        return [one for one in self.inside if one.tag == tag]

    def get(self, tag: str) -> "Element | None":
        """The first tag of this name directly within; None if there is none."""
        return next((one for one in self.inside if one.tag == tag), None)

    def said(self, *path: str) -> str:
        """The words at the end of a way of tags; "" if there are none."""
        here: Element | None = self
        for tag in path:
            here = here.get(tag) if here else None
        return "".join(here.words).strip() if here else ""


def xml_words(data: bytes) -> Decoded:
    """The text of an XML file in the code that it declares, or in the one that it is really in."""
    return words_of(data, LONGEST, declared_code(data))


def tree_of(data: bytes) -> Element:
    """The tree of an XML file; a ReaderError says in a sentence why it cannot be read."""
    words = xml_words(data).text
    builder = _XmlBuilder()
    # what is fed is UTF-8, whatever the file declares; the parser itself knows no code of Chinese
    parser: Any = DefusedXMLParser(target=builder, encoding="utf-8", forbid_dtd=True)
    builder.parser = parser
    try:
        parser.feed(words.encode())
        parser.close()
    except ParseError as error:
        line, column = error.position
        raise ReaderError(_BROKEN.fill({"line": line, "column": column + 1})) from error
    except DefusedXmlException as error:
        raise ReaderError(_DEFINES) from error
    return builder.root.inside[0]


class _XmlBuilder:
    """What the parser tells of each tag."""

    def __init__(self) -> None:
        self.root = Element("", 0, {})
        self.parser: Any = None
        self._open = [self.root]
        self._count = 0
        self._words = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        self._count += 1
        if len(self._open) > DEEPEST or self._count > MOST:
            raise ReaderError(_TOO_DEEP)
        element = Element(tag.lower(), self.parser.parser.CurrentLineNumber, dict(attributes))
        self._open[-1].inside.append(element)
        self._open[-1].content.append(element)
        self._open.append(element)

    def end(self, tag: str) -> None:  # noqa: ARG002
        """A tag closes."""
        self._open.pop()

    def data(self, words: str) -> None:
        """Words between tags."""
        self._words += 0 if self._open[-1].tag == _FILE else len(words)
        if self._words > MOST_WORDS:
            raise ReaderError(_TOO_LONG)
        self._open[-1].words.append(words)
        self._open[-1].content.append(words)

    def close(self) -> None:
        """The file is at its end."""


_BROKEN: Final = Text(
    en="This is not well-formed XML: line {line}, column {column} breaks the rules. Export the file again.",
    zh="XML 格式有误：第 {line} 行第 {column} 列不合规则，请重新导出文件。",
)
_DEFINES: Final = Text(
    en="The file defines a document type or entities of its own. Question files never need that, so it is "
    "not read.",
    zh="文件中自定义了文档类型（DTD）或实体。题目文件用不到这些，为安全起见不读取。",
)
_TOO_LONG: Final = Text(
    en=f"The questions of this file have more than {MOST_WORDS / 1e6:.0f} million characters; split it.",
    zh=f"文件中的题目文字超过 {MOST_WORDS // 10_000} 万字符，请拆分文件。",
)
_TOO_DEEP: Final = Text(
    en="The tags of this file are nested too deeply, or are too many, for a file of questions.",
    zh="文件中的标签嵌套太深或太多，不像题目文件。",
)

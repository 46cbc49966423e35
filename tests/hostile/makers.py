"""Inputs of any length that are made to keep a reader busy: openers without end, lines, depth, repetition."""

import io
import zipfile
from collections.abc import Callable

from tests.interchange.by_hand import cells

Make = Callable[[int], bytes]

MARKS = (
    *("a\n", "\n", " ", "\t", "\\", "[", "]", "{", "}", "(", ")", "<", ">", "=", "~", "#", "%", "&", ":"),
    *(
        "-",
        "|",
        "`",
        "*",
        "_",
        "$",
        "/",
        "1",
        "1e",
        "中",
        "，",
        "、",
        "é",
        "a b,",
        "1 a\n",
        "x, y\n",
        '"',
        "'",
    ),
)
"""What is repeated before every reader of words."""
OF_GIFT = (
    *(
        "// [id:",
        "// [id:x]\n",
        "[tag:\\",
        "=a->b ",
        "~%50%a ",
        "=1#x ",
        "=%50%1 ",
        "::",
        "{}",
        "$CATEGORY:x\n",
    ),
    *("{\n\n", "->", "####", "[html]", "..", "\\n", "~a\n\n", "{=1}\n\n"),
)
OF_HTML = (
    *(
        "<a ",
        "<b>",
        "</b>",
        "<li>",
        "<table><tr><td>",
        "<!--",
        "&amp",
        "\\(",
        "$$",
        "**a",
        "![",
        "](",
        "{mlang ",
    ),
    *("{mlang en}", '<span class="multilang" lang="en">', "<pre>", "<sup>", '<ol start="1"><li>', "<a b='>"),
)
OF_YAML = (
    *("- ", "- a\n", "&a ", "*a ", "? ", "{a: ", "[a,", "a: b\n", "|\n ", "---\n", "#c\n", "!x ", "<<: *a\n"),
    *('"\\x', "{{", "{{a:", "{{ a : ", "[[", "[[a|", "]("),
)


def repeated(piece: str, before: str = "", after: str = "") -> Make:
    """The piece again and again between two ends, in about so many bytes."""
    length = len(piece.encode())

    def make(size: int) -> bytes:
        return (before + piece * (size // length + 1) + after).encode()

    return make


def numbered(piece: str, before: str = "", after: str = "") -> Make:
    """The same with a number in each piece, so that no two are equal."""

    def make(size: int) -> bytes:
        pieces: list[str] = []
        length = 0
        while length < size:
            pieces.append(piece.replace("@", str(len(pieces))))
            length += len(pieces[-1].encode())
        return (before + "".join(pieces) + after).encode()

    return make


def answered(piece: str, before: str = "[", after: str = "]") -> Make:
    """JSON of an answer with the piece in it again and again; @ is a number that rises."""
    make = numbered(piece + ", ", before)
    return lambda size: make(size).removesuffix(b", ") + after.encode()


def sheet(piece: str, before: str = "<row>", after: str = "</row>") -> Make:
    """An Excel file whose only sheet holds the piece again and again; @ is a number that rises."""
    make = numbered(piece, before, after)
    return lambda size: cells(make(size))


def packed(name: str, text: str) -> Make:
    """A zip of a course with a growing number of growing files."""

    def make(size: int) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(size // len(text) + 1):
                archive.writestr(name.replace("@", str(number)), text)
        return out.getvalue()

    return make

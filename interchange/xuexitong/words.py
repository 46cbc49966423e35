"""Between the lab's Markdown and the plain text of a cell: what is read looks like what was written."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from interchange.html_to_markdown import words_to_markdown

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def to_plain(markdown: str) -> str:
    """Markdown as plain lines: no marks of emphasis, lists with dashes or numbers, rows of tables with bars.

    >>> to_plain("**Satisfaction** is\\n\\n- value\\n- less *expectation*")
    'Satisfaction is\\n- value\\n- less expectation'
    """
    tokens = _markdown().parse(_UNSEEN.sub("", markdown))
    return "\n".join(line.strip() for line in _lines(tokens) if line.strip())


def to_markdown(plain: str) -> str:
    r"""Plain text as Markdown that shows it letter by letter, each line a paragraph.

    >>> to_markdown("2*3\n# no title")
    '2\\*3\n\n\\# no title'
    """
    lines = (words_to_markdown(line) for line in plain.splitlines())
    return "\n\n".join(line for line in lines if line)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """One line for each paragraph, item of a list, line of code and row of a table."""
    marks: list[str] = []
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                marks.append(f"{token.info}. " if token.info else "- ")
            case "tr_open":
                cells = []
            case "tr_close":
                yield " | ".join(cells or [])
                cells = None
            case "inline" if cells is not None:
                cells.append(_said(token))
            case "inline":
                yield "".join(marks) + _said(token)
                marks = []
            case "fence" | "code_block":
                yield from token.content.splitlines()


def _said(token: Token) -> str:
    parts = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        parts.get(one.type) or (one.content if one.type in {"text", "code_inline", "image"} else "")
        for one in token.children or ()
    )

"""A piece of somebody's web page as a tree, however badly it is written; scripts are never kept."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Final

DEEPEST: Final = 60
"""Tags nested deeper than this are read as if their marks were not there."""
QUOTED: Final = 4
"""So many closing brackets may stand in the quotes of one tag."""
_NAME: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_PAIRS: Final = re.compile(
    r"""([a-zA-Z_:][-\w:.]{0,60})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)"""
).finditer
_EMPTY: Final = {
    "br",
    "hr",
    "img",
    "input",
    "source",
    "track",
    "wbr",
    "col",
    "embed",
    "area",
    "base",
    "link",
    "meta",
}
_UNSEEN: Final = {"script", "style", "head", "title", "template", "noscript", "object", "iframe"}
_CLOSES: Final = {
    "li": {"li"},
    "p": {"p"},
    "tr": {"tr", "td", "th"},
    "tbody": {"tr", "td", "th", "thead"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "option": {"option"},
}
_BOUNDS: Final = {"ul", "ol", "table", "div", "blockquote", "td", "th", "tr", "body"}


@dataclass
class Node:
    """A tag with what is in it: other tags and words."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["Node | str"] = field(default_factory=list)


def tree_of(html: str) -> Node:
    """The tree of a piece of HTML; never fails."""
    builder, place = _HtmlBuilder(), 0
    while (start := html.find("<", place)) >= 0:
        builder.words(html[place:start])
        place = _tag(builder, html, start)
    builder.words(html[place:])
    return builder.open[0]


def _tag(builder: "_HtmlBuilder", html: str, start: int) -> int:
    """Reads what begins at this angle bracket; where the next thing begins."""
    if html.startswith("<!--", start):
        return _after(html, "-->", start)
    if html.startswith(("<!", "<?"), start):
        return _after(html, ">", start)
    name = _NAME.match(html, start)
    end = _end(html, name.end()) if name else -1
    if name is None or end < 0:
        builder.words("<")
        return start + 1 if name is None else _rest(builder, html, start + 1)
    if name[1]:
        builder.end(name[2].lower())
    else:
        builder.start(name[2].lower(), html[name.end() : end])
    return end + 1


def _rest(builder: "_HtmlBuilder", html: str, start: int) -> int:
    """No tag ends any more: everything from here on is words."""
    builder.words(html[start:])
    return len(html)


def _after(html: str, mark: str, start: int) -> int:
    end = html.find(mark, start)
    return len(html) if end < 0 else end + len(mark)


def _end(html: str, start: int) -> int:
    """The bracket that ends a tag: the first one outside quotes, or the first if quotes never close."""
    first = end = html.find(">", start)
    for _ in range(QUOTED):
        if end < 0 or not (html.count('"', start, end) % 2 or html.count("'", start, end) % 2):
            return end if end >= 0 else first
        end = html.find(">", end + 1)
    return first


class _HtmlBuilder:
    """Puts tags where they belong, closing what the writer forgot to close."""

    def __init__(self) -> None:
        self.open = [Node("body")]
        self._unseen = ""

    def start(self, tag: str, attributes: str) -> None:
        """A tag opens."""
        if self._unseen:
            return
        if tag in _UNSEEN:
            self._unseen = tag
            self.open[-1].inside.append(Node(tag))  # empty, so that it can be told what was left out
            return
        self._forgotten(tag)
        if len(self.open) <= DEEPEST:
            node = Node(
                tag, {found[1].lower(): unescape(found[2].strip("\"'")) for found in _PAIRS(attributes)}
            )
            self.open[-1].inside.append(node)
            if tag not in _EMPTY and not attributes.endswith("/"):
                self.open.append(node)

    def end(self, tag: str) -> None:
        """A tag closes; one that never opened is passed over."""
        if self._unseen:
            self._unseen = "" if tag == self._unseen else self._unseen
            return
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def words(self, text: str) -> None:
        """Words between tags."""
        if text and not self._unseen:
            self.open[-1].inside.append(unescape(text))

    def _forgotten(self, tag: str) -> None:
        """Closes the paragraph, entry, row or cell that this tag ends without saying so."""
        for place in range(len(self.open) - 1, 0, -1):
            name = self.open[place].tag
            if name in _CLOSES.get(tag, ()):
                del self.open[place:]
            elif name in _BOUNDS:
                return

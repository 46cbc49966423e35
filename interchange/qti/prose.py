"""Texts of questions as the paragraphs, lists and tables that QTI allows, in the wanted language or both."""

from functools import cache
from typing import Final
from urllib.parse import quote
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from markdown_it import MarkdownIt

from course.media import Reference
from courseware.text import LANGUAGES, Language, Text
from exercises.portable.question import WantedLanguage
from interchange.markdown_to_html import rendered
from interchange.media import file_of
from interchange.qti.elements import in_language, legal

MEDIA: Final = "media"
"""The folder of the package in which what questions show lies."""
_PLAIN: Final = {"s": "span"}
"""What Markdown may give and QTI does not know, and what stands in for it."""
_FOREIGN: Final = {"style", "title", "start"}
"""Attributes that Markdown may give and QTI does not know."""


def wanted_languages(wanted: WantedLanguage) -> tuple[Language, ...]:
    """The languages to write, in the order of the course."""
    return LANGUAGES if wanted == "both" else (wanted,)


def passage(text: Text, wanted: WantedLanguage) -> list[Element]:
    """A `div` for each wanted language, holding paragraphs, lists and tables."""
    return [in_language(_blocks(text[language]), language) for language in wanted_languages(wanted)]


def line(text: Text, wanted: WantedLanguage) -> list[Element | str]:
    """The text in one line, each language in a `span`; what does not fit a line is put into one."""
    parts: list[Element | str] = []
    for language in wanted_languages(wanted):
        parts += [" / "] * bool(parts)
        parts.append(in_language(_inline(text[language]), language))
    return parts


def plain(text: Text, wanted: WantedLanguage) -> str:
    """The words alone, for titles."""
    said = ["".join(_inline(text[language]).itertext()) for language in wanted_languages(wanted)]
    return " / ".join(dict.fromkeys(" ".join(one.split()) for one in said))


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")


def _blocks(text: str) -> Element:
    return _read("div", rendered(legal(text), _markdown().render))


def _inline(text: str) -> Element:
    return _read("span", rendered(" ".join(legal(text).split()), _markdown().renderInline))


def _read(tag: str, html: str) -> Element:
    root: Element = ElementTree.fromstring(f"<{tag}>{html}</{tag}>")
    for one in root.iter():
        one.tag = _PLAIN.get(one.tag, one.tag)
        for name in _FOREIGN & one.attrib.keys():
            del one.attrib[name]
        if one.tag == "img":
            _place_file(one)
    return root


def _place_file(shown: Element) -> None:
    """A picture in the package, a sound or video as an object there; the words of what is not there."""
    said = shown.get("alt", "")
    file = file_of(Reference("", said, shown.get("src", "")))
    shown.attrib.clear()
    if file is None:
        shown.tag, shown.text = "span", said
    elif file.kind == "picture":
        shown.attrib.update({"src": f"../{MEDIA}/{quote(file.name)}", "alt": said})
    else:
        shown.tag, shown.text = "object", said
        shown.attrib.update({"data": f"../{MEDIA}/{quote(file.name)}", "type": file.media_type})

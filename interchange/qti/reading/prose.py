"""The texts of a QTI item: mixed content as the lab's Markdown, feedback and fields taken out of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from courseware.language import LANGUAGES, known_language
from courseware.problem import ReaderError
from courseware.text import Text
from interchange.languages import Languages, lost_in
from interchange.qti.reading.tree import walk
from interchange.xml_tree import Element

BLANK: Final = "_____"
Content = Sequence[Element | str]
FieldPlacer = Callable[[Element], Content | None]
"""What stands in the place of a tag; None if the tag itself does."""

_KEPT: Final[tuple[str, ...]] = ("src", "alt", "type", "start", "rowspan", "colspan", "href")
FEEDBACK: Final = ("feedbackinline", "feedbackblock")
_UNSEEN: Final = {
    "rubricblock": "rubric",
    "stylesheet": "style sheet",
    "printedvariable": "printed variable",
    "include": "file",
    "infocontrol": "help on request",
}
"""What is no part of a question, and is told if it is there."""


def no_place(_: Element) -> Content | None:
    """Every tag stands for itself."""
    return None


@dataclass
class QtiTexts:
    """Reads the texts of one item and remembers what of them the lab cannot show."""

    languages: Languages = field(default_factory=Languages)
    lost: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, item: Element) -> "QtiTexts":
        """For an item in one language, or in both if it marks what is in which."""
        found = {language_of(one) for one in walk(item) if one is not item}
        return cls(Languages(set(LANGUAGES) <= found))

    def passage(self, content: Content, place: FieldPlacer = no_place) -> Text | None:
        """The text of some content; None if it says nothing."""
        html = self._html(content, place)
        self.lost |= lost_in(html)
        return self.languages.html(html)

    def must(self, content: Content, place: FieldPlacer = no_place) -> Text:
        """The same where something must be said."""
        text = self.passage(content, place)
        if text is None:
            raise ReaderError(_EMPTY)
        return text

    def _html(self, content: Content, place: FieldPlacer) -> str:
        parts = [one for at, one in enumerate(content) if not self._parts_languages(content, at)]
        return "".join(escape(one) if isinstance(one, str) else self._tag(one, place) for one in parts)

    def _tag(self, element: Element, place: FieldPlacer) -> str:
        instead = place(element)
        if instead is not None:
            return self._html(instead, place)
        if element.tag in FEEDBACK:
            return ""
        if element.tag in _UNSEEN:
            self.lost.add(_UNSEEN[element.tag])
            return ""
        if element.attributes.get("href") or element.tag == "object":
            self.lost.add("file")
        return (
            f"<{element.tag}{self._attributes(element)}>{self._html(element.content, place)}</{element.tag}>"
        )

    def _attributes(self, element: Element) -> str:
        said = element.attributes
        kept: dict[str, str] = {name: said[name] for name in _KEPT if name in said}
        if self.languages.is_bilingual and (language := language_of(element)):
            kept |= {"class": "multilang", "lang": language}
        return "".join(f' {name}="{escape(words)}"' for name, words in kept.items())

    def _parts_languages(self, content: Content, at: int) -> bool:
        """Whether this is the stroke that our own files write between a line's two languages."""
        return (
            self.languages.is_bilingual
            and isinstance(one := content[at], str)
            and one.strip() == "/"
            and all(
                isinstance(one, Element) and bool(language_of(one))
                for one in (*content[at - 1 : at], *content[at + 1 : at + 2])
            )
        )


def language_of(element: Element) -> str:
    """The language that a tag is marked with, en or zh; "" if it is marked with none or another."""
    return known_language(element.attributes.get("lang")) or ""


_EMPTY: Final = Text(en="It, or one of its answers, has no text.", zh="题干或某个答案没有文字。")

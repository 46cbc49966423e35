"""The texts within a Moodle question: their formats, and the files that hang on them."""

from dataclasses import dataclass, field
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from interchange.languages import Languages, lost_in
from interchange.xml_tree import Element


@dataclass
class MoodleTexts:
    """Reads the texts of one question and remembers what of them the lab cannot show."""

    languages: Languages = field(default_factory=Languages)
    form: str = "html"
    lost: set[str] = field(default_factory=set)

    def passage(self, element: Element | None) -> Text | None:
        """The text of a tag that holds a `text`; None if it says nothing."""
        if element is None:
            return None
        words = element.said("text") or ("" if element.get("text") else element.said())
        form = element.attributes.get("format", self.form)
        if form != "plain_text":
            self.lost |= lost_in(words)
        if element.get("file"):
            self.lost.add("file")
        return self._text(form, words)

    def _text(self, form: str, words: str) -> Text | None:
        match form:
            case "moodle_auto_format":
                return self.languages.auto(words)
            case "plain_text":
                return self.languages.words(words)
            case "markdown":
                return self.languages.markdown(words)
            case _:
                return self.languages.html(words)

    def must(self, element: Element | None) -> Text:
        """The same where something must be said."""
        text = self.passage(element)
        if text is None:
            raise ReaderError(_EMPTY)
        return text

    def like(self, element: Element | None, words: str) -> Text:
        """Other words in the format of a tag, where something must be said."""
        form = element.attributes.get("format", self.form) if element else self.form
        text = self._text(form, words)
        if text is None:
            raise ReaderError(_EMPTY)
        return text

    def html(self, words: str) -> Text | None:
        """A piece of HTML that stands in a text; None if it says nothing."""
        self.lost |= lost_in(words)
        return self.languages.html(words)

    def must_html(self, words: str) -> Text:
        """The same where something must be said."""
        text = self.html(words)
        if text is None:
            raise ReaderError(_EMPTY)
        return text

    def words(self, words: str) -> Text | None:
        """A name or a choice, in which only the spans of two languages are marks."""
        return self.languages.words(words)


_EMPTY: Final = Text(en="It, or one of its answers, has no text.", zh="题干或某个答案没有文字。")

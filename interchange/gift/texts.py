"""The texts within a GIFT question: their escapes and their formats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from interchange.languages import Languages, lost_in

_SIGNS: Final = "\\~=#{}:n"
_ESCAPED: Final = re.compile(r"\\([\\~=#{}:n])")
_HELD: Final = re.compile("[\ue100-\ue107]")
_MARKS: Final = re.compile(r"::|->|[~=#{}]")
_TRUTH: Final = {"T", "F", "TRUE", "FALSE"}
_FORMAT: Final = re.compile(r"\[(html|markdown|plain|moodle)\]", re.IGNORECASE)


def hidden(words: str) -> str:
    """The words with each escaped sign put out of the way, so that what is left of signs are marks."""
    clean = _HELD.sub("", words)
    return _ESCAPED.sub(lambda found: chr(0xE100 + _SIGNS.index(found[1])), clean)


def shown(words: str) -> str:
    """The same words with the signs back, and a new line for an escaped n."""
    return _HELD.sub(lambda found: "\\~=#{}:\n"[ord(found[0]) - 0xE100], words).strip()


def pieces(words: str) -> Iterator[str]:
    """The texts between the marks of a question, without their formats and weights."""
    for piece in _MARKS.split(words):
        plain = shown(_FORMAT.sub("", piece))
        if plain.upper() not in _TRUTH:
            yield plain


@dataclass
class GiftTexts:
    """Reads the texts of one question, each in its own format or that of the stem."""

    languages: Languages = field(default_factory=Languages)
    form: str = "moodle"
    lost: set[str] = field(default_factory=set)

    def stem(self, words: str) -> Text:
        """The stem, whose format holds for the other texts; a ReaderError if it is empty."""
        if found := _FORMAT.match(words.strip()):
            self.form = found[1].lower()
        text = self.read(words)
        if text is None:
            raise ReaderError(_NO_STEM)
        return text

    def read(self, words: str) -> Text | None:
        """The text of a part; None if it is empty."""
        rest, form = words.strip(), self.form
        if found := _FORMAT.match(rest):
            rest, form = rest[found.end() :], found[1].lower()
        plain = shown(rest)
        if form != "plain":
            self.lost |= lost_in(plain)
        return self._text(form, plain)

    def _text(self, form: str, plain: str) -> Text | None:
        match form:
            case "html":
                return self.languages.html(plain)
            case "markdown":
                return self.languages.markdown(plain)
            case "plain":
                return self.languages.words(plain)
            case _:
                return self.languages.auto(plain)

    def must(self, words: str) -> Text:
        """The text of a part that must say something."""
        text = self.read(words)
        if text is None:
            raise ReaderError(_EMPTY)
        return text

    def with_reason(self, words: str) -> tuple[str, Text | None]:
        """The words of an answer, and its feedback."""
        answer, _, why = words.partition("#")
        return answer, self.read(why)


_NO_STEM: Final = Text(en="It has no text.", zh="没有题干。")
_EMPTY: Final = Text(en="One of its answers is empty.", zh="有一个答案是空的。")

"""A field in which a passage is written, which a teacher reads and marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from courseware.text import Language, Text, as_text
from exercises.fields.field import AnswerField
from exercises.fields.option import NOTHING
from exercises.grade import Invalid

WORDS: Final = "words"
"""What the passage is called in a response."""
MOST_WRITTEN: Final = 12_000
"""The most letters that are handed in; kept as JSON they stay below what a response may hold."""


@dataclass(frozen=True)
class LongText(AnswerField):
    """Write a passage. The response maps `words` to it; `lines` is the room that it is given."""

    lines: int = 8
    kind: Literal["long_text"] = "long_text"

    def read(self, given: object) -> str | Invalid:
        """The passage."""
        if not isinstance(given, Mapping) or given.keys() != {WORDS}:
            return self.unread()
        words = given[WORDS]
        if not isinstance(words, str) or not words.strip():
            return self.unread()
        return self.unread(_TOO_LONG.fill({"n": len(words)})) if len(words) > MOST_WRITTEN else words.strip()

    def say(self, given: object) -> Text:
        """The passage."""
        words = given.get(WORDS) if isinstance(given, Mapping) else None
        return as_text(words.strip()) if isinstance(words, str) and words.strip() else NOTHING

    def preview(self, language: Language) -> Iterator[str]:  # noqa: ARG002
        """Lines to write on."""
        yield from ["  " + "_" * 40] * 3


_TOO_LONG: Final = Text(
    en=f"At most {MOST_WRITTEN} characters can be handed in; these are {{n}}. Please shorten your answer.",
    zh=f"最多可提交 {MOST_WRITTEN} 个字符，现在有 {{n}} 个，请缩短后再提交。",
)

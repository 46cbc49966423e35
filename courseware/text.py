"""A sentence of the course in every language it is taught in."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class Text(BaseModel):
    """One sentence or passage, written for its readers in English and in Simplified Chinese.

    >>> hello = Text(en="Hello", zh="你好")
    >>> hello["zh"]
    '你好'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: Sentence
    zh: Sentence

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def fill(self, values: Mapping[str, object]) -> "Text":
        """The same text with each ``{name}`` or ``{name:format}`` replaced from `values`.

        >>> Text(en="{n} of {total:.1f}", zh="共 {n}").fill({"n": 3, "total": 7})["en"]
        '3 of 7.0'
        """
        return Text(en=self.en.format_map(values), zh=self.zh.format_map(values))

"""A sentence of the course in every language it is taught in."""

from collections.abc import Mapping
from numbers import Real
from string import Formatter
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

ONE_WILL_DO: Final = "one language will do"
"""The context in which a Text may be read that is written in one language only."""

Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Typeset(Formatter):
    """Writes a number that is less than nothing with a minus, as print does, and not with a hyphen."""

    def format_field(self, value: object, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        return (
            said.replace("-", "−", 1) if isinstance(value, Real) and said.lstrip().startswith("-") else said
        )


_TYPESET: Final = _Typeset()


def filled(said: str, values: Mapping[str, object]) -> str:
    """Words in one language with each ``{name}`` or ``{name:format}`` replaced from `values`.

    >>> filled("gap {gap:+.1f}", {"gap": -0.25})
    'gap −0.2'
    """
    return _TYPESET.vformat(said, (), values)


class Text(BaseModel):
    """One sentence or passage, written for its readers in English and in Simplified Chinese.

    >>> hello = Text(en="Hello", zh="你好")
    >>> hello["zh"]
    '你好'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: Sentence
    zh: Sentence
    _lacks: Language | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _stand_in(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Lets the language that is there stand in for one that is missing or empty."""
        missing = _missing(value) if info.context == ONE_WILL_DO else None
        if missing is None:
            return handler(value)
        return handler({**value, missing: value[_other(missing)]})._lacking(missing)

    @property
    def lacks(self) -> Language | None:
        """The language in which this is still to be written; its readers see the other one till then."""
        return self._lacks

    def _lacking(self, language: Language | None) -> Self:
        self._lacks = language
        return self

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def fill(self, values: Mapping[str, object]) -> "Text":
        """The same text with each ``{name}`` or ``{name:format}`` replaced from `values`.

        >>> Text(en="{n} of {total:.1f}", zh="共 {n}").fill({"n": 3, "total": 7})["en"]
        '3 of 7.0'
        >>> Text(en="{change:+.1f} points", zh="{change} 分").fill({"change": -2.5})["en"]
        '−2.5 points'
        """
        return self.changed(filled(self.en, values), filled(self.zh, values))

    def changed(self, en: str, zh: str) -> "Text":
        """These words instead, still lacking the language that this text lacks."""
        return Text(en=en, zh=zh)._lacking(self._lacks)


def as_text(said: str | Text) -> Text:
    """What stands in a file in one form only, such as an English reference, as a Text for every reader.

    >>> as_text("Oliver (1980)")["zh"]
    'Oliver (1980)'
    """
    return said if isinstance(said, Text) else Text(en=said, zh=said)


def _missing(value: object) -> Language | None:
    """The one language of a mapping that has nothing to say."""
    if not isinstance(value, Mapping):
        return None
    empty = [language for language in LANGUAGES if _is_empty(value.get(language))]
    is_whole = len(empty) != 1 or not isinstance(value.get(_other(empty[0])), str)
    return None if is_whole else empty[0]


def _is_empty(said: object) -> bool:
    return said is None or (isinstance(said, str) and not said.strip())


def _other(language: Language) -> Language:
    return "en" if language == "zh" else "zh"

"""A sentence of the course in every language it is taught in."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from numbers import Real
from string import Formatter
from typing import Annotated, Any, Final, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from courseware.language import LANGUAGES, Language, other_languages

__all__ = ["LANGUAGES", "ONE_WILL_DO", "Language", "Text", "as_text", "filled", "in_each"]

ONE_WILL_DO: Final = "one language will do"
"""The context in which a Text may be read that is written in one language only."""

NonEmptyText = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Typeset(Formatter):
    """Writes a number that is less than nothing with a minus, as print does, and not with a hyphen."""

    def format_field(self, value: object, format_spec: str) -> str:
        said = str(super().format_field(value, format_spec))
        return (
            said.replace("-", "−", 1) if said.lstrip().startswith("-") and isinstance(value, Real) else said
        )


_TYPESET: Final = _Typeset()


def filled(said: str, values: Mapping[str, object]) -> str:
    """Words in one language with each ``{name}`` or ``{name:format}`` replaced from `values`.

    >>> filled("gap {gap:+.1f}", {"gap": -0.25})
    'gap −0.2'
    """
    pieces = _pieces(said)
    if pieces is None:
        return _TYPESET.vformat(said, (), values)
    return "".join(
        before if name is None else before + _TYPESET.format_field(values[name], spec)
        for before, name, spec in pieces
    )


@lru_cache(maxsize=4096)
def _pieces(said: str) -> tuple[tuple[str, str | None, str], ...] | None:
    """What stands before each name, the name and its format; None if that takes more than looking up.

    A chart says some sentence once for each of its moments: the sentence is taken apart the first time.
    """
    parsed = tuple(_TYPESET.parse(said))
    if all(
        name is None or (name.isidentifier() and "{" not in (spec or "") and not conversion)
        for _, name, spec, conversion in parsed
    ):
        return tuple((before, name, spec or "") for before, name, spec, _ in parsed)
    return None


class Text(BaseModel):
    """One sentence or passage, written for its readers in English and in Simplified Chinese.

    >>> hello = Text(en="Hello", zh="你好")
    >>> hello["zh"]
    '你好'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: NonEmptyText
    zh: NonEmptyText
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
        said: str = getattr(self, language)
        return said

    def fill(self, values: Mapping[str, object]) -> "Text":
        """The same text with each ``{name}`` or ``{name:format}`` replaced from `values`.

        >>> Text(en="{n} of {total:.1f}", zh="共 {n}").fill({"n": 3, "total": 7})["en"]
        '3 of 7.0'
        >>> Text(en="{change:+.1f} points", zh="{change} 分").fill({"change": -2.5})["en"]
        '−2.5 points'

        A Text among the values gives each language its own.

        >>> Text(en="no {what}", zh="没有{what}").fill({"what": Text(en="price", zh="价格")})["zh"]
        '没有价格'
        """
        return self.each(lambda language: filled(self[language], _InLanguage(values, language)))

    def each(self, write: Callable[[Language], str]) -> "Text":
        """What `write` gives for each language instead, still lacking the language that this text lacks.

        >>> Text(en="price", zh="价格").each(lambda language: language.upper())["zh"]
        'ZH'
        """
        return in_each(write)._lacking(self._lacks)

    def elsewhere(self, language: Language | None = None) -> str:
        """The same in the other languages, on one line; in all of them if there is none to leave out.

        >>> Text(en="price", zh="价格").elsewhere("en")
        '价格'
        """
        return " · ".join(self[one] for one in LANGUAGES if one != language)

    def changed(self, en: str, zh: str) -> "Text":
        """These words instead, still lacking the language that this text lacks."""
        return Text(en=en, zh=zh)._lacking(self._lacks)


def in_each(write: Callable[[Language], str]) -> Text:
    """The Text that `write` gives for each language."""
    return Text.model_validate({language: write(language) for language in LANGUAGES})


def as_text(said: str | Text) -> Text:
    """What stands in a file in one form only, such as an English reference, as a Text for every reader.

    >>> as_text("Oliver (1980)")["zh"]
    'Oliver (1980)'
    """
    return said if isinstance(said, Text) else Text(en=said, zh=said)


class _InLanguage(Mapping[str, object]):
    """The values as one language says them; only those that a sentence names are looked up."""

    def __init__(self, values: Mapping[str, object], language: Language) -> None:
        self._values: Final = values
        self._language: Final = language

    def __getitem__(self, name: str) -> object:
        value = self._values[name]
        return value[self._language] if isinstance(value, Text) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


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
    return other_languages(language)[0]

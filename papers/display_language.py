"""The language of a paper: English, Chinese, or both side by side."""

from typing import Final

from course.languages import course_languages
from course.media import shown_once
from courseware.language import (
    DISPLAY_LANGUAGES,
    LANGUAGES,
    SIDE_BY_SIDE,
    DisplayLanguage,
    Language,
    languages_of,
)
from courseware.problem import ReaderError
from courseware.text import Text


def read_display_language(asked: str | None, otherwise: DisplayLanguage = SIDE_BY_SIDE[0]) -> DisplayLanguage:
    """The language of this name, or `otherwise` if none is named; a ReaderError tells which there are."""
    if asked is None:
        return otherwise
    for display_language in DISPLAY_LANGUAGES:
        if asked == display_language:
            return display_language
    raise ReaderError(_UNKNOWN.fill({"asked": asked[:40], "known": ", ".join(DISPLAY_LANGUAGES)}))


def offered_display_languages() -> tuple[DisplayLanguage, ...]:
    """What a teacher may choose from: all, or the one language of a course that is taught in one."""
    declared = course_languages()
    return DISPLAY_LANGUAGES if len(declared) == len(LANGUAGES) else declared


def versions(text: Text, display_language: DisplayLanguage) -> tuple[tuple[Language, str], ...]:
    """The text in each language of the paper; once only what reads or looks the same in both.

    >>> versions(Text(en="CRM", zh="CRM"), "both")
    (('zh', 'CRM'),)
    """
    found: dict[str, Language] = {}
    for language in languages_of(display_language):
        found.setdefault(text[language], language)
    said = shown_once(found)
    return tuple(
        (language, words) for words, language in zip(said, found.values(), strict=True) if words.strip()
    )


_UNKNOWN: Final = Text(
    en="A paper can be had in {known}; “{asked}” is none of them.",
    zh="打印语言可选 {known}，没有“{asked}”。",
)

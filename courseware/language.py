"""The languages of the lab, how each is written, and which of them a reader is answered in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DEFAULT_LANGUAGE: Final[Language] = "en"
"""For readers who asked for none of ours."""

DisplayLanguage = Literal[Language, "both"]
"""What a slide or a paper can be in: one language, or both at once."""
DISPLAY_LANGUAGES: Final[tuple[DisplayLanguage, ...]] = (*LANGUAGES, "both")
SIDE_BY_SIDE: Final[tuple[Language, ...]] = ("zh", "en")
"""The languages of what is in both, the first of them first."""


@dataclass(frozen=True)
class Conventions:
    """How one language is named and written; all that code may ask about a language is here."""

    name: str
    """The language's name in itself, short enough for a switch."""
    tag: str
    """By BCP 47, as pages say it."""
    locale: str
    """Language and country with a dash, as documents say it."""
    has_blanks: bool
    """Whether blanks stand between words and between sentences."""
    comma: str
    list_comma: str
    """Between the names of a list."""
    list_semicolon: str
    """Between the names of a list that may have commas of their own."""
    semicolon: str
    colon: str
    full_stop: str
    ellipsis: str
    """After words that are to be gone on with."""
    aside: str
    """What is added in brackets to the word before it."""
    label: str
    """A label before what it names."""
    moment: str
    """A day of this year and a time of it, `at`."""
    day: str
    """A day with its year, `at`."""
    letter_width: int
    """Of one letter in a table, in pixels."""
    letters: re.Pattern[str]
    """What a passage in this language, and in none of those after it, has somewhere."""

    @property
    def blank(self) -> str:
        """What stands between two sentences."""
        return " " if self.has_blanks else ""


_CONVENTIONS: Final[Mapping[Language, Conventions]] = {
    "en": Conventions(
        name="EN",
        tag="en",
        locale="en-US",
        has_blanks=True,
        comma=", ",
        list_comma=", ",
        list_semicolon="; ",
        semicolon="; ",
        colon=": ",
        full_stop=".",
        ellipsis=" …",
        aside="{what} ({aside})",
        label="{label}: ",
        moment="{at.day} {at:%b %H:%M:%S}",
        day="{at.day} {at:%B} {at.year}",
        letter_width=7,
        letters=re.compile(""),
    ),
    "zh": Conventions(
        name="中文",
        tag="zh-CN",
        locale="zh-CN",
        has_blanks=False,
        comma="，",
        list_comma="、",
        list_semicolon="、",
        semicolon="；",
        colon="：",
        full_stop="。",
        ellipsis="……",
        aside="{what}（{aside}）",
        label="【{label}】",
        moment="{at.month}月{at.day}日 {at:%H:%M:%S}",
        day="{at.year}年{at.month}月{at.day}日",
        letter_width=14,
        letters=re.compile("[\u4e00-\u9fff]"),
    ),
}


def conventions(language: Language) -> Conventions:
    """How this language is named and written.

    >>> conventions("zh").list_comma.join(["价格", "时间"])
    '价格、时间'
    """
    return _CONVENTIONS[language]


def languages_of(display_language: DisplayLanguage) -> tuple[Language, ...]:
    """The languages that a slide or a paper is in, the larger one first."""
    return SIDE_BY_SIDE if display_language == "both" else (display_language,)


def other_languages(language: Language) -> tuple[Language, ...]:
    """All languages but this one.

    >>> other_languages("zh")
    ('en',)
    """
    return tuple(one for one in LANGUAGES if one != language)


def language_written(words: str) -> Language:
    """The language that words are written in, as their letters tell.

    >>> [language_written(words) for words in ("Price", "价格 (price)", "42")]
    ['en', 'zh', 'en']
    """
    return next(one for one in reversed(LANGUAGES) if conventions(one).letters.search(words))


def language_read_out(words: str, language: Language) -> Language:
    """In which language words on a page of this one are read out: Latin letters alone as English.

    >>> [language_read_out(words, "zh") for words in ("Journal of Marketing 63", "价格 (price)", "42")]
    ['en', 'zh', 'zh']
    """
    has_letters = any(letter.isalpha() for letter in words)
    return "en" if has_letters and language_written(words) == "en" else language


def known_language(name: object) -> Language | None:
    """The language of a tag or a locale, of whatever region; None if it is none of ours.

    >>> [known_language(name) for name in ("zh-TW", "en_GB.UTF-8", "ZH", "C", None)]
    ['zh', 'en', 'zh', None, None]
    """
    primary = _PRIMARY.match(name) if isinstance(name, str) else None
    return next((one for one in LANGUAGES if primary and one == primary[1].lower()), None)


def negotiate(
    *,
    asked: object = None,
    remembered: object = None,
    accepted: str | None = None,
    offered: tuple[Language, ...] = LANGUAGES,
) -> Language:
    """The language to answer in, of those `offered`: asked for, remembered from before, or accepted.

    `asked` is what an address or an option says now, `remembered` a choice of before, `accepted` an
    Accept-Language header or the locale of a terminal. What is none of ours is passed over; where both
    languages are asked for, what can be said only once is said in the first of them.

    >>> negotiate(asked="en", remembered="zh"), negotiate(accepted="fr, zh-TW;q=0.8, en;q=0.3")
    ('en', 'zh')
    """
    first = SIDE_BY_SIDE[0] if asked == "both" else known_language(asked)
    wishes = (first, known_language(remembered), *accepted_languages(accepted or ""))
    best = next((one for one in wishes if one in offered), None)
    return best or (DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in offered else offered[0])


def accepted_languages(header: str) -> tuple[Language, ...]:
    """The languages of an Accept-Language header that are ours, the most welcome first.

    >>> accepted_languages("en;q=0.5, zh-CN, de"), accepted_languages("zh;q=0, en;q=high")
    (('zh', 'en'), ())
    """
    found: dict[Language, float] = {}
    for part in header[:_LONGEST_HEADER].split(","):
        name, *parameters = part.split(";")
        language, quality = known_language(name.strip()), _quality(parameters)
        if language is not None and quality > 0:
            found[language] = max(quality, found.get(language, 0))
    return tuple(sorted(found, key=lambda one: -found[one]))


def terminal_locale(environ: Mapping[str, str]) -> str:
    """The locale of the person at a terminal, by the usual variables."""
    return next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")


def _quality(parameters: list[str]) -> float:
    """How welcome a language is, from 0 to 1; not at all if that cannot be read."""
    said = [part.strip().lower() for part in parameters if part.strip().lower().startswith("q=")]
    if not said:
        return 1.0
    number = _QUALITY.fullmatch(said[0])
    return float(number[1]) if number else 0.0


_PRIMARY: Final = re.compile(r"([A-Za-z]{2,8})(?:[-_.@].*)?\Z", re.DOTALL)
_QUALITY: Final = re.compile(r"q=([01](?:\.[0-9]{0,3})?)")
_LONGEST_HEADER: Final = 1000

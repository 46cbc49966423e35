"""The lab's Markdown as HTML and as plain words, in one language or with both side by side."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape, unescape
from typing import Final

from markdown_it import MarkdownIt

from courseware.text import LANGUAGES, Language, Text
from exercises.portable.question import WantedLanguage

MOODLE_LANGUAGE: Final[dict[Language, str]] = {"en": "en", "zh": "zh_cn"}
"""What Moodle calls the languages of the course."""

_MATH: Final = re.compile(r"(?<![\\$])(\${1,2})(?!\s)([^$\n]+?)(?<![\s\\])\1(?!\d)")
_HELD: Final = re.compile("\ue000(\\d+)\ue001")
_ONE_PARAGRAPH: Final = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_BLOCKS: Final = re.compile(r"<p>(.*?)</p>\s*", re.DOTALL)


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=2048)
def html_of(markdown: str) -> str:
    r"""The passage as HTML; a formula between dollar signs is written as MathJax reads it.

    >>> html_of("**More** than $x_1$")
    '<p><strong>More</strong> than \\(x_1\\)</p>'
    """
    return rendered(markdown, _reader().render).strip()


def rendered(markdown: str, render: Callable[[str], object]) -> str:
    """What `render` makes of a text, with its formulas kept from it and written as MathJax reads them."""
    formulas: list[str] = []

    def hold(found: re.Match[str]) -> str:
        left, right = (r"\[", r"\]") if len(found[1]) == 2 else (r"\(", r"\)")
        formulas.append(f"{left}{escape(found[2], quote=False)}{right}")
        return f"\ue000{len(formulas) - 1}\ue001"

    plain = markdown.replace("\ue000", "").replace("\ue001", "")
    shown = str(render(_MATH.sub(hold, plain)))
    return _HELD.sub(lambda found: formulas[int(found[1])], shown)


def has_formula(text: Text) -> bool:
    """Whether one of its sides writes a formula between dollar signs."""
    return any(_MATH.search(text[language]) for language in LANGUAGES)


def inline_of(markdown: str) -> str:
    """The same without the paragraph around it, if it is but one paragraph."""
    html = html_of(markdown)
    one = _ONE_PARAGRAPH.fullmatch(html)
    return one[1] if one else html


def plain_of(markdown: str) -> str:
    """The words alone, on one line, for places that know no markup.

    >>> plain_of("**Above** 5 & more")
    'Above 5 & more'
    """
    return " ".join(unescape(_TAG.sub("", html_of(markdown))).split())


def is_plain(markdown: str) -> bool:
    """Whether nothing is lost if only the words are kept."""
    return html_of(markdown) == f"<p>{escape(plain_of(markdown), quote=False).replace(chr(34), '&quot;')}</p>"


def html(text: Text, wanted: WantedLanguage) -> str:
    """A passage as HTML, in one language or in Moodle's spans for both."""
    if wanted != "both":
        return html_of(text[wanted])
    if text.en == text.zh:
        return html_of(text.en)
    parts = {language: _BLOCKS.findall(html_of(text[language])) for language in LANGUAGES}
    whole = {language: _BLOCKS.sub("", html_of(text[language])) for language in LANGUAGES}
    if any(whole.values()) or len(parts["en"]) != len(parts["zh"]):
        return _spans({language: html_of(text[language]) for language in LANGUAGES})
    pairs = zip(parts["en"], parts["zh"], strict=True)
    return "\n".join(f"<p>{_spans({'en': en, 'zh': zh})}</p>" for en, zh in pairs)


def inline(text: Text, wanted: WantedLanguage) -> str:
    """The same for an option or a reason: no paragraph around a single one."""
    if wanted != "both":
        return inline_of(text[wanted])
    sides = {language: inline_of(text[language]) for language in LANGUAGES}
    if any(one.startswith("<p>") for one in sides.values()):
        return html(text, wanted)
    return sides["en"] if text.en == text.zh else _spans(sides)


def plain(text: Text, wanted: WantedLanguage) -> str:
    """The words alone; with both languages still in spans, which such places show without their marks."""
    if wanted != "both":
        return plain_of(text[wanted])
    if text.en == text.zh:
        return plain_of(text.en)
    return _spans({language: escape(plain_of(text[language]), quote=False) for language in LANGUAGES})


def _spans(sides: dict[Language, str]) -> str:
    """Moodle's multilang filter shows the reader's language alone; without it both are read."""
    return " ".join(
        f'<span lang="{MOODLE_LANGUAGE[language]}" class="multilang">{side}</span>'
        for language, side in sides.items()
    )

"""Gaps filled in with words: as one question each for platforms that ask one thing, and from elsewhere."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from courseware.language import language_written
from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Text
from exercises.folding import folded
from exercises.gap_marks import gaps_in, shown_gap, with_gaps
from exercises.portable.question import Portable, PortableGap, PortableWording

MOST: Final = 12
LONGEST: Final = 120
ANYTHING: Final = "*"
"""What Moodle reads as any other words."""
_STAR: Final = re.compile(r"(?<!\\)\*")
_OTHERS: Final = "(…)"
Notes = list[Text]


def one_each(portables: Iterable[Portable]) -> Iterator[Portable]:
    """The questions, those with several gaps as one for each gap; the other gaps are left open in it."""
    for portable in portables:
        if len(portable.gaps) < 2:
            yield portable
        else:
            yield from (_alone(portable, number) for number in range(1, len(portable.gaps) + 1))


def split_losses(portable: Portable) -> Iterator[Text]:
    """What to say of a question that `one_each` makes several of."""
    if len(portable.gaps) > 1:
        yield _SPLIT.fill({"n": len(portable.gaps)})


def gap_of(wordings: Iterable[PortableWording]) -> PortableGap:
    """A gap from elsewhere: what is told as right is its first right wording in each language."""
    kept = tuple(wordings)
    right = [one.words for one in kept if one.share > 0] or [""]
    by_language = {language: [one for one in right if language_of(one) == language] for language in LANGUAGES}
    first = {language: (by_language[language] or right)[0] for language in LANGUAGES}
    return PortableGap(Text.model_construct(en=first["en"], zh=first["zh"]), kept)


def language_of(words: str) -> str:
    """The language of a wording: Chinese if a character of it is."""
    return language_written(words) or "en"


def from_moodle(wordings: Iterable[PortableWording], notes: Notes) -> PortableGap:
    """A gap of Moodle's short answers, in whose words a star stands for anything; such words are left out."""
    kept = []
    for one in wordings:
        if one.words == ANYTHING:
            notes.append(_OTHERWISE)
        elif _STAR.search(one.words):
            notes.append(_PATTERN.fill({"words": one.words[:40]}))
        else:
            kept.append(replace(one, words=one.words.replace("\\*", "*")))
    return gap_of(kept)


def for_moodle(words: str) -> str:
    """Words as Moodle compares them letter by letter.

    >>> for_moodle("5 * 3")
    '5 \\\\* 3'
    """
    return words.replace("*", "\\*")


def fitted(portable: Portable, right: float, notes: Notes) -> Portable:
    """The question as a bank can hold it: marks for all gaps in its stem, wordings that differ.

    `right` is the share from which on words are wholly right. A ReaderError says why it cannot be held.
    """
    count = len(portable.gaps)
    if not 1 <= count <= MOST:
        raise ReaderError(_COUNT.fill({"n": count, "most": MOST}))
    stem = portable.stem
    if count == 1 and not any(gaps_in(stem[language]) for language in LANGUAGES):
        stem = stem.each(lambda language: f"{stem[language]} {shown_gap(1, 1)}")
    if any(sorted(gaps_in(stem[language])) != list(range(1, count + 1)) for language in LANGUAGES):
        raise ReaderError(_MARKS.fill({"n": count}))
    stem = with_gaps(stem, lambda number: shown_gap(number, count))
    gaps = tuple(_fitted_gap(gap, right, portable, notes) for gap in portable.gaps)
    return replace(portable, stem=stem, gaps=gaps)


def _fitted_gap(gap: PortableGap, right: float, portable: Portable, notes: Notes) -> PortableGap:
    kept: list[PortableWording] = []
    seen: set[str] = set()
    # right ones first: what is right cannot be a slip as well
    for one in sorted(gap.wordings, key=lambda one: -one.share):
        key = folded(one.words, case_counts=portable.case_counts)
        if len(one.words) > LONGEST or not key:
            notes.append(_LEFT_OUT.fill({"words": one.words[:40]}))
        elif key not in seen:
            seen.add(key)
            is_right = one.share >= right
            share, why = (1.0, None) if is_right else (max(0.0, one.share), one.why)
            kept.append(replace(one, share=share, why=why))
    if not kept or kept[0].share < 1:
        raise ReaderError(_NONE_RIGHT)
    # whoever writes words that earn nothing and are told nothing is simply wrong
    return gap_of(one for one in kept if one.share > 0 or one.why)


def _alone(portable: Portable, number: int) -> Portable:
    stem = with_gaps(portable.stem, lambda gap: shown_gap(1, 1) if gap == number else _OTHERS)
    name = portable.name.each(lambda language: f"{portable.name[language]}-{number}")
    gap = portable.gaps[number - 1]
    return replace(portable, id=f"{portable.id}-{number}", name=name, stem=stem, gaps=(gap,))


def ordered(gap: PortableGap) -> Sequence[PortableWording]:
    """Its wordings, the one that is told as right first."""
    return sorted(gap.wordings, key=lambda one: (-one.share, one.words not in (gap.right.en, gap.right.zh)))


_SPLIT: Final = Text(
    en="It became {n} questions, one for each gap: this format has no question with several gaps.",
    zh="拆成 {n} 道题，每空一道：这种格式没有多个空的题。",
)
_COUNT: Final = Text(
    en="It has {n} gaps; a bank takes 1 to {most}.", zh="有 {n} 个空，题库要求 1 到 {most} 个。"
)
_MARKS: Final = Text(
    en="It has answers for {n} gaps, and its text has not so many. Write ____ where each gap is.",
    zh="答案有 {n} 个空，题干里的空数与之不符。请在题干中每个空处写上 ____。",
)
_NONE_RIGHT: Final = Text(en="A gap of it has no wholly right words.", zh="有一个空没有完全正确的填法。")
_OTHERWISE: Final = Text(
    en="The feedback for any other words was left behind.", zh="“其他答案”的反馈没有带入。"
)
_PATTERN: Final = Text(
    en="“{words}” was left out: a star stood for any letters there, and here words are listed one by one.",
    zh="“{words}”没有带入：原题用星号代表任意文字，这里要逐个列出写法。",
)
_LEFT_OUT: Final = Text(en="The words “{words}” were left out.", zh="“{words}”没有带入。")

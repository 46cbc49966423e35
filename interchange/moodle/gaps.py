"""Moodle's texts with gaps: one gap makes a choice or a number with a blank, several make a match."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import Portable, PortableKind, PortableOption, PortablePair, PortablePart
from interchange.blanks import from_moodle
from interchange.gaps import BLANK, OWN_WORDS, USED_ONCE, mark_of, numbered
from interchange.moodle.answers import MoodleAnswers, Reader
from interchange.moodle.cloze import CHOICES, NUMBERS, SEVERAL, WORDS, ClozeGap, gap_in, parted
from interchange.moodle.marks import MARK
from interchange.moodle.texts import MoodleTexts
from interchange.unsupported import feedback_left_behind
from interchange.uploads import check_count
from interchange.xml_tree import Element

_PLACE: Final = re.compile(r"\[\[(\d{1,3})\]\]")


@dataclass(frozen=True)
class _Word:
    """Something that may be put into a gap, and the gaps that it may be put into."""

    text: Text
    group: str
    is_endless: bool


def _words_of(question: Element, texts: MoodleTexts) -> list[_Word]:
    found = [one for one in question.inside if one.tag in ("dragbox", "selectoption")]
    return [
        _Word(
            texts.must(one),
            one.said("group") or "1",
            one.tag == "selectoption" or one.get("infinite") is not None,
        )
        for one in found
    ]


def _filled(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """Words to be dragged or picked into places such as [[2]]."""
    words, stem = _words_of(question, texts), question.get("questiontext")
    written = stem.said("text") if stem else ""
    places = [int(number) for number in _PLACE.findall(written)]
    check_count(len(places) + len(words))
    if not places or max(places) > len(words) or min(places) < 1:
        raise ReaderError(_NO_PLACE)
    right = [words[place - 1] for place in places]
    if len(places) == 1:
        usable = [one for one in words if one.group == right[0].group]
        options = tuple(PortableOption(one.text, float(one is right[0])) for one in usable)
        asked = texts.like(stem, _PLACE.sub(BLANK, written))
        notes = [_UNUSABLE] if len(usable) < len(words) else []
        return replace(shell, stem=asked, kind="single", options=options), notes
    numbers = iter(range(1, len(places) + 1))
    asked = texts.like(stem, _PLACE.sub(lambda _: mark_of(next(numbers)), written))
    pairs = tuple(PortablePair(numbered(at), one.text) for at, one in enumerate(right, 1))
    notes = [OWN_WORDS] if len({one.group for one in words}) > 1 else []
    notes += [USED_ONCE] if not all(one.is_endless for one in words) else []
    return _matched(replace(shell, stem=asked), pairs, (one.text for one in words)), notes


def _cloze(question: Element, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """Gaps written into the text, such as {1:MULTICHOICE:=hot~cold}."""
    stem = question.get("questiontext")
    pieces = parted(stem.said("text") if stem else "")
    gaps = [gap_in(one) for one in pieces[1::2]]
    check_count(sum(len(gap.answers) for gap in gaps))
    if not gaps:
        raise ReaderError(_NO_PLACE)
    marks = [BLANK] if len(gaps) == 1 else [mark_of(at) for at in range(1, len(gaps) + 1)]
    written = "".join(piece + mark for piece, mark in zip(pieces[::2], [*marks, ""], strict=True))
    shell = replace(shell, stem=texts.like(stem, written))
    made, notes = _one(gaps[0], shell, texts) if len(gaps) == 1 else _many(gaps, shell, texts)
    mark = sum(gap.weight for gap in gaps)
    return made, [*notes, *([MARK.fill({"mark": mark})] if mark != 1 else [])]


def _one(gap: ClozeGap, shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    if gap.kind in NUMBERS:
        return replace(shell, kind="number", numbers=gap.numbers(texts)), gap.notes()
    if gap.kind not in (*CHOICES, *SEVERAL):
        if numbers := gap.exact_numbers(texts):
            return replace(shell, kind="number", numbers=numbers), gap.notes()
        return _typed([gap], shell, texts)
    kind: PortableKind = "several" if gap.kind in SEVERAL else "single"
    options = tuple(
        PortableOption(texts.must_html(one.text), one.share, texts.html(one.why)) for one in gap.answers
    )
    return replace(shell, kind=kind, options=options, is_shuffled=gap.is_shuffled), []


def _many(gaps: list[ClozeGap], shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """Several gaps of one sort: to choose, or type words or numbers; a ReaderError if mixed or ticked."""
    if all(gap.kind in WORDS for gap in gaps):
        return _typed(gaps, shell, texts)
    if all(gap.kind in NUMBERS for gap in gaps):
        return _numbers(gaps, shell, texts)
    if any(gap.kind not in CHOICES for gap in gaps):
        raise ReaderError(PARTS)
    words = [[texts.must_html(one.text) for one in gap.answers] for gap in gaps]
    right = [gap.right() for gap in gaps]
    pairs = tuple(
        PortablePair(numbered(at), texts.must_html(one.text), texts.html(one.why))
        for at, one in enumerate(right, 1)
    )
    notes = [OWN_WORDS] if len({frozenset(each) for each in words}) > 1 else []
    notes += [_WEIGHTS] if len({gap.weight for gap in gaps}) > 1 else []
    told = [texts.html(one.why) for gap in gaps for one in gap.answers if one not in right]
    notes += [feedback_left_behind(one) for one in told if one]
    if any(0 < one.share < 1 for gap in gaps for one in gap.answers):
        notes.append(_PARTLY)
    return _matched(shell, pairs, (text for each in words for text in each)), notes


def _typed(gaps: list[ClozeGap], shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """Gaps to type words in."""
    notes = [_WEIGHTS] if len({gap.weight for gap in gaps}) > 1 else []
    read = tuple(from_moodle(gap.wordings(texts), notes) for gap in gaps)
    return replace(shell, kind="blank", gaps=read, case_counts=any(gap.case_counts for gap in gaps)), notes


def _numbers(gaps: list[ClozeGap], shell: Portable, texts: MoodleTexts) -> MoodleAnswers:
    """Several numbers, each with its own weight."""
    found = tuple(
        PortablePart(numbered(at), float(max(1, gap.weight)), gap.numbers(texts))
        for at, gap in enumerate(gaps, 1)
    )
    notes = dict.fromkeys(note for gap in gaps for note in gap.notes())
    return replace(shell, kind="cloze", parts=found), list(notes)


def _matched(shell: Portable, pairs: tuple[PortablePair, ...], words: Iterable[Text]) -> Portable:
    taken = {pair.choice for pair in pairs}
    distractors = tuple(dict.fromkeys(one for one in words if one not in taken))
    return replace(shell, kind="match", pairs=pairs, distractors=distractors)


GAPS: Final[Mapping[str, Reader]] = {
    **dict.fromkeys(("gapselect", "ddwtos"), _filled),
    **dict.fromkeys(("cloze", "multianswer"), _cloze),
}
PARTS: Final = Text(
    en="It has several gaps of different kinds: some to choose in, some to type in. Make them alike.",
    zh="一段文字里有几种不同的空：有的选择，有的输入。请改成同一种。",
)
_NO_PLACE: Final = Text(
    en="There is no gap in its text, or one whose answer is missing.", zh="题干中没有空，或有的空没有答案。"
)
_UNUSABLE: Final = Text(en="Words that fit no gap were left out.", zh="不能填入任何空的备选词没有带入。")
_WEIGHTS: Final = Text(
    en="Its gaps weighed differently there; here all of them weigh alike.",
    zh="原题各空分值不同，这里每空分量相同。",
)
_PARTLY: Final = Text(en="Words that were partly right count as wrong here.", zh="部分正确的选项改按错误计。")

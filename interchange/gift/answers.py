"""The answers within the braces of a GIFT question."""

import re
from dataclasses import dataclass
from typing import Final

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.portable.question import (
    FALSE,
    TRUE,
    PortableGap,
    PortableKind,
    PortableNumber,
    PortableOption,
    PortablePair,
    PortableWording,
)
from interchange.blanks import from_moodle
from interchange.gift.texts import GiftTexts, shown
from interchange.numbers import comma_notes, is_code, number
from interchange.unsupported import feedback_left_behind
from interchange.uploads import check_count

_WEIGHT: Final = re.compile(r"\s*%\s*(-?\d{1,3}(?:[.,]\d*)?)\s*%")
_TRUE_FALSE: Final = re.compile(r"(TRUE|T|FALSE|F)\s*(?:#|$)", re.IGNORECASE)
_SIDES: Final = re.compile(r"\.\.|:")
_PARTS: Final = re.compile(r"([~=])([^~=]*)")


@dataclass(frozen=True)
class GiftAnswers:
    """What kind of question the answers make, and what they are."""

    kind: PortableKind
    options: tuple[PortableOption, ...] = ()
    numbers: tuple[PortableNumber, ...] = ()
    pairs: tuple[PortablePair, ...] = ()
    distractors: tuple[Text, ...] = ()
    order: tuple[Text, ...] = ()
    gaps: tuple[PortableGap, ...] = ()
    notes: tuple[Text, ...] = ()


def answered(words: str, texts: GiftTexts, *, is_ours: bool = False) -> GiftAnswers:
    """The answers, told apart as Moodle tells them; a ReaderError if the lab has no such question.

    If `is_ours`, a match of steps with their numbers is the order that the lab wrote in this way.
    """
    if not words:
        return GiftAnswers("text")
    if _WIDE.match(words):
        raise ReaderError(FULL_WIDTH)
    check_count(words.count("~") + words.count("="))
    if words.startswith("#"):
        return _numbers(words[1:], texts)
    if found := _TRUE_FALSE.match(words):
        return _true_false(found[1].upper().startswith("T"), words, texts)
    if "~" in words:
        return _choices(words, texts)
    if "=" in words and "->" in words:
        return _pairs(words, texts, is_ours)
    return _short(words, texts)


def _choices(words: str, texts: GiftTexts) -> GiftAnswers:
    options = []
    for mark, part in _PARTS.findall(words):
        if not part.strip():  # ~=right, as some write it: the first mark says nothing
            continue
        share, rest = _weighed(part, 1.0 if mark == "=" else 0.0)
        answer, why = texts.with_reason(rest)
        options.append(PortableOption(texts.must(answer), share, why))
    return GiftAnswers("single" if "=" in words else "several", options=tuple(options))


def _true_false(is_true: bool, words: str, texts: GiftTexts) -> GiftAnswers:
    wrong, right = ([*words.split("#")[1:3], "", ""])[:2]
    whys = {is_true: texts.read(right), (not is_true): texts.read(wrong)}
    options = (
        PortableOption(TRUE, float(is_true), whys[True]),
        PortableOption(FALSE, float(not is_true), whys[False]),
    )
    return GiftAnswers("truth", options=options)


def _numbers(words: str, texts: GiftTexts) -> GiftAnswers:
    head, tilde, _ = words.partition("~")
    parts = [part for part in head.split("=") if part.strip()]
    numbers = []
    for part in parts:
        share, rest = _weighed(part, 1.0)
        answer, why = texts.with_reason(rest)
        numbers.append(PortableNumber(*_interval(answer), share, why))
    said = [side for part in parts for side in _SIDES.split(_weighed(part.partition("#")[0], 1.0)[1])]
    notes = [*comma_notes(said), *([OTHERWISE] if tilde else [])]
    return GiftAnswers("number", numbers=tuple(numbers), notes=tuple(notes))


def _interval(words: str) -> tuple[float, float]:
    """The middle and the half width of 5, 5:0.1 or 4.9..5.1."""
    low, dots, high = words.partition("..")
    if dots:
        return (number(low) + number(high)) / 2, abs(number(high) - number(low)) / 2
    value, colon, width = words.partition(":")
    return number(value), abs(number(width)) if colon else 0.0


def _pairs(words: str, texts: GiftTexts, is_ours: bool) -> GiftAnswers:
    rows: list[tuple[Text | None, str]] = []
    told: list[Text] = []
    for part in (one for one in words.split("=") if one.strip()):
        left, arrow, right = part.partition("->")
        if not arrow:
            raise ReaderError(_NO_ARROW)
        choice, _, why = right.partition("#")
        rows.append((texts.read(left), choice))
        told += [said] if (said := texts.read(why)) else []
    steps = {shown(right): left for left, right in rows if left}
    places = [str(place) for place in range(1, len(rows) + 1)]
    if is_ours and len(rows) >= 3 and sorted(steps) == sorted(places):
        return GiftAnswers("order", order=tuple(text for place in places if (text := steps[place])))
    plain = GiftTexts(texts.languages, "plain")
    pairs = tuple(PortablePair(left, plain.must(right)) for left, right in rows if left)
    distractors = tuple(plain.must(right) for left, right in rows if not left)
    notes = tuple(map(feedback_left_behind, told))
    return GiftAnswers("match", pairs=pairs, distractors=distractors, notes=notes)


def _short(words: str, texts: GiftTexts) -> GiftAnswers:
    """A short answer: a number if all that is written is one, words for a gap if not."""
    parts = [part for part in words.split("=") if part.strip()]
    said = [part.partition("#")[0] for part in parts]
    try:
        numbers = tuple(_exactly(part, texts) for part in parts)
    except ReaderError:
        if _WIDE.search(words):
            raise ReaderError(FULL_WIDTH) from None
        return _words(parts, texts)
    if any(map(is_code, said)):
        return _words(parts, texts)
    return GiftAnswers("number", numbers=numbers, notes=(EXACTLY, *comma_notes(said)))


def _words(parts: list[str], texts: GiftTexts) -> GiftAnswers:
    wordings = []
    for part in parts:
        share, rest = _weighed(part, 1.0)
        answer, why = texts.with_reason(rest)
        wordings.append(PortableWording(shown(answer).strip(), share, why))
    notes: list[Text] = []
    gap = from_moodle(wordings, notes)
    return GiftAnswers("blank", gaps=(gap,), notes=tuple(notes))


def _exactly(part: str, texts: GiftTexts) -> PortableNumber:
    share, rest = _weighed(part, 1.0)
    answer, why = texts.with_reason(rest)
    return PortableNumber(number(answer), 0.0, share, why)


def _weighed(words: str, default: float) -> tuple[float, str]:
    """The weight in front of an answer as a share, and the rest."""
    found = _WEIGHT.match(words)
    if found is None:
        return default, words
    return float(found[1].replace(",", ".")) / 100, words[found.end() :]


_WIDE: Final = re.compile("[＝～]")
EXACTLY: Final = Text(
    en="It was a short answer; as a number it is marked exactly, so give it a tolerance.",
    zh="原是简答题，改成数值题后要求完全相等，请补写容差。",
)
FULL_WIDTH: Final = Text(
    en="Its marks are full-width signs (｛ ｝ ＝ ～), which mean nothing in GIFT. Write { } = ~ instead.",
    zh="题中的标记用了全角符号（｛ ｝ ＝ ～），GIFT 不认。请改成半角的 { } = ~。",
)
OTHERWISE: Final = Text(
    en="The feedback for any other number was left behind.", zh="“其他答案”的反馈没有带入。"
)
_NO_ARROW: Final = Text(
    en="One of its pairs has no ->, so the row cannot be told from its choice.",
    zh="有一对缺少 ->，分不清哪边是题目、哪边是选项。",
)

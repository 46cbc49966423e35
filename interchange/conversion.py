"""Whether a question from elsewhere can stand in a bank, and what has to be changed so that it can."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from math import isclose, isfinite
from typing import Final, assert_never

from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language, Text
from exercises.portable.question import Portable, PortableNumber, PortableOption, PortablePart
from exercises.rubric import Rubric
from interchange import blanks
from interchange.unsupported import AS_EXPLANATION, feedback_left_behind

RIGHT: Final = 0.999
"""A share from which on an answer is wholly right: platforms round 100 %."""
PERCENT: Final = "%"

Notes = list[Text]


def fit(portable: Portable) -> tuple[Portable, tuple[Text, ...]]:
    """The question as a bank can hold it, and what was changed or is missing.

    Raises a ReaderError that says why if it cannot be held.
    """
    notes: Notes = []
    fitted = _fitted(portable, notes)
    if fitted.explain is None:
        notes.append(_NO_EXPLANATION)
    if not fitted.curriculum:
        notes.append(_NO_POINT)
    return fitted, tuple(notes)


def _fitted(portable: Portable, notes: Notes) -> Portable:
    match portable.kind:
        case "single":
            found = _single(portable, notes)
        case "several":
            found = _several(portable, notes)
        case "truth":
            found = replace(_single(portable, notes), is_shuffled=False)
        case "number":
            found = _number(portable, notes)
        case "match":
            found = _match(portable, notes)
        case "order":
            found = _order(portable)
        case "blank":
            found = _blank(portable, notes)
        case "cloze":
            found = _cloze(portable, notes)
        case "text":
            found = _text(portable, notes)
        case _:
            assert_never(portable.kind)
    return found


def _single(portable: Portable, notes: Notes) -> Portable:
    _count("options", len(portable.options), 2, 10)
    _no_twins(option.text for option in portable.options)
    right = [option for option in portable.options if option.share >= RIGHT]
    if len(right) != 1:
        raise ReaderError(_ONE_RIGHT.fill({"n": len(right)}))
    if any(0 < option.share < RIGHT for option in portable.options):
        notes.append(_PARTLY)
    if any(option.share < 0 for option in portable.options):
        notes.append(_NEGATIVE)
    _reasons((option for option in portable.options if option.share < RIGHT), notes)
    options = tuple(replace(one, share=float(one.share >= RIGHT)) for one in portable.options)
    return replace(portable, options=options)


def _several(portable: Portable, notes: Notes) -> Portable:
    _count("options", len(portable.options), 2, 10)
    _no_twins(option.text for option in portable.options)
    right = sum(option.share > 0 for option in portable.options)
    wrong = len(portable.options) - right
    if not right or not wrong:
        raise ReaderError(_SOME_RIGHT)
    shares = [1 / right if option.share > 0 else -1 / wrong for option in portable.options]
    if any(abs(one.share - share) > 1e-4 for one, share in zip(portable.options, shares, strict=True)):
        notes.append(ALIKE)
    _reasons((option for option in portable.options if option.share <= 0), notes)
    pairs = zip(portable.options, shares, strict=True)
    return replace(portable, options=tuple(replace(one, share=share) for one, share in pairs))


def _number(portable: Portable, notes: Notes) -> Portable:
    numbers = [one for one in portable.numbers if isfinite(one.value) and isfinite(one.tolerance)]
    right = next((one for one in numbers if one.share >= RIGHT), None)
    if right is None:
        raise ReaderError(_NO_NUMBER)
    is_percent = portable.unit.en == PERCENT if portable.unit else _is_share_of(right, numbers)
    kept: list[PortableNumber] = [replace(right, share=1.0, why=None)]
    for one in numbers:
        if one is right or (is_percent and _says_again(one, numbers)):
            continue
        if one.share >= RIGHT or _overlap(kept[0], one):
            notes.append(_LEFT_OUT.fill({"value": f"{one.value:.10g}"}))
        else:
            kept.append(replace(one, share=max(0.0, one.share)))
    if any(one.share < 0 for one in portable.numbers):
        notes.append(_NEGATIVE)
    if any(one.why is None for one in kept[1:]):
        notes.append(_NO_REASON.fill({"n": sum(one.why is None for one in kept[1:])}))
    again = [replace(one, value=hundredth(one.value), tolerance=hundredth(one.tolerance)) for one in kept]
    both = [number for pair in zip(kept, again, strict=True) for number in pair]
    unit = _PERCENT if is_percent else portable.unit
    fitted = replace(portable, unit=unit, numbers=tuple(both if is_percent else kept))
    return _right_explained(fitted, right.why, notes)


def _cloze(portable: Portable, notes: Notes) -> Portable:
    """Each answer as one of its own would be."""
    _count("gaps", len(portable.parts), 2, 10)
    parts: list[PortablePart] = []
    for part in portable.parts:
        whole = replace(portable, numbers=part.numbers, unit=part.unit)
        one = _number(whole, notes)
        parts.append(replace(part, numbers=one.numbers, unit=one.unit))
        portable = replace(portable, explain=one.explain)
    return replace(portable, parts=tuple(parts))


def _right_explained(portable: Portable, why: Text | None, notes: Notes) -> Portable:
    """What was said of the right number as the explanation, if there is none: a bank has no other place."""
    if why is None:
        return portable
    if portable.explain is None:
        notes.append(AS_EXPLANATION)
        return replace(portable, explain=why)
    notes.append(feedback_left_behind(why))
    return portable


def _is_share_of(right: PortableNumber, numbers: Iterable[PortableNumber]) -> bool:
    """Whether 0.6 is right beside 60, as only per cent can mean."""
    return any(one is not right and _says_again(one, [right]) for one in numbers)


def _says_again(one: PortableNumber, numbers: Iterable[PortableNumber]) -> bool:
    """Whether this is the share (0.6) of a number of per cent (60) that is there as well."""
    return any(
        isclose(one.value * 100, other.value, rel_tol=1e-9, abs_tol=1e-12) and other.share == one.share
        for other in numbers
        if other is not one
    )


def hundredth(value: float) -> float:
    """The number with its decimal point two places to the left, exactly."""
    return float(Decimal(repr(value)).scaleb(-2))


def _overlap(one: PortableNumber, other: PortableNumber) -> bool:
    return abs(one.value - other.value) <= one.tolerance + other.tolerance


def _match(portable: Portable, notes: Notes) -> Portable:
    choices = {pair.choice for pair in portable.pairs} | set(portable.distractors)
    _count("rows", len(portable.pairs), 2, 12)
    _count("choices", len(choices), 2, 8)
    if missing := sum(pair.why is None for pair in portable.pairs):
        notes.append(_NO_REASON.fill({"n": missing}))
    return replace(portable, distractors=tuple(dict.fromkeys(portable.distractors)))


def _order(portable: Portable) -> Portable:
    _count("steps", len(portable.order), 3, 10)
    _no_twins(portable.order)
    return portable


def _blank(portable: Portable, notes: Notes) -> Portable:
    fitted = blanks.fitted(portable, RIGHT, notes)
    slips = [one for gap in fitted.gaps for one in gap.wordings if one.share < 1]
    if missing := sum(one.why is None for one in slips):
        notes.append(_NO_REASON.fill({"n": missing}))
    if any(one.share < 0 for gap in portable.gaps for one in gap.wordings):
        notes.append(_NEGATIVE)
    told = [one.why for gap in portable.gaps for one in gap.wordings if one.share >= RIGHT and one.why]
    for why in dict.fromkeys(told):
        fitted = _right_explained(fitted, why, notes)
    return fitted


def _text(portable: Portable, notes: Notes) -> Portable:
    rubric = portable.rubric or Rubric(())
    if not rubric.criteria:
        notes.append(_NO_RUBRIC)
    return replace(portable, rubric=rubric)


def _reasons(wrong: Iterable[PortableOption], notes: Notes) -> None:
    missing = sum(option.why is None for option in wrong)
    if missing:
        notes.append(_NO_REASON.fill({"n": missing}))


def _count(what: str, n: int, least: int, most: int) -> None:
    if not least <= n <= most:
        raise ReaderError(_COUNT.fill({"what": _NAMES[what], "n": n, "least": least, "most": most}))


def _no_twins(texts: Iterable[Text]) -> None:
    seen: set[tuple[Language, str]] = set()
    for text in texts:
        sides = {(language, text[language]) for language in LANGUAGES}
        if sides & seen:
            raise ReaderError(_TWINS.fill({"text": text}))
        seen |= sides


_PERCENT: Final = Text(en=PERCENT, zh=PERCENT)
_NAMES: Final = {
    "options": Text(en="options", zh="选项"),
    "gaps": Text(en="gaps", zh="空"),
    "rows": Text(en="rows", zh="行"),
    "choices": Text(en="different choices", zh="不同的选项"),
    "steps": Text(en="steps", zh="步骤"),
}
_COUNT: Final = Text(
    en="It has {n} {what}; a bank takes {least} to {most}.",
    zh="{what}有 {n} 个，题库要求 {least} 到 {most} 个。",
)
_TWINS: Final = Text(en="Two of its options read the same: {text}", zh="有两个选项文字相同：{text}")
_ONE_RIGHT: Final = Text(
    en="{n} of its options are wholly right; it must be exactly one.",
    zh="完全正确的选项有 {n} 个，必须恰好一个。",
)
_SOME_RIGHT: Final = Text(
    en="Some of its options must be right and some wrong.", zh="选项中必须既有正确的，也有错误的。"
)
_NO_NUMBER: Final = Text(en="None of its numbers is wholly right.", zh="没有一个数值是完全正确的。")
_PARTLY: Final = Text(
    en="Options that were partly right count as wrong: here one option is all or nothing.",
    zh="部分正确的选项改按错误计：这里的单选题只分对错。",
)
_NEGATIVE: Final = Text(
    en="A wrong answer took marks away there; here it earns nothing and costs nothing but the try.",
    zh="原题答错倒扣分，这里答错不得分，也不倒扣。",
)
ALIKE: Final = Text(
    en="Its weights were changed: here all right options weigh alike, and so do all wrong ones.",
    zh="权重有改动：这里每个正确选项分量相同，每个错误选项分量也相同。",
)
_LEFT_OUT: Final = Text(
    en="The answer {value} was left out: a bank has one right number, and slips must not overlap it.",
    zh="答案 {value} 没有带入：题库只有一个正确数值，其余答案不能与它重叠。",
)
_NO_REASON: Final = Text(
    en="{n} answers came without a reason; a neutral sentence stands there for you to replace.",
    zh="有 {n} 个答案没有附理由，先写了一句中性的话，请替换。",
)
_NO_RUBRIC: Final = Text(
    en="A teacher marks it; write a rubric that says what earns points.",
    zh="由老师批改；请补写评分要点（rubric）。",
)
_NO_EXPLANATION: Final = Text(en="It came without an explanation; write one.", zh="没有附解析，请补写。")
_NO_POINT: Final = Text(
    en="It names no knowledge point; 1 stands there for you to replace.",
    zh="没有写知识点，先写成 1，请替换。",
)

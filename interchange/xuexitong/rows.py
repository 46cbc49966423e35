"""Questions as rows of the sheet, and what of each the sheet cannot hold."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, assert_never

from courseware.text import Language, Text
from exercises.portable.question import (
    Loss,
    Portable,
    PortableNumber,
    PortableOption,
    PortablePair,
    WantedLanguage,
)
from exercises.rubric import Rubric, TextForm
from interchange.blanks import ordered
from interchange.digits import rounded
from interchange.notes import asked
from interchange.rubrics import rubric_told
from interchange.shuffling import seeded_order
from interchange.unsupported import no_cloze
from interchange.xuexitong.layout import (
    BETWEEN,
    DIFFICULTIES,
    ID_TAG,
    LETTERS,
    NOTE,
    POINT,
    REASON,
    TRUE_FALSE,
    Line,
    SheetKind,
)
from interchange.xuexitong.words import to_plain

SheetLine = Line | Loss
Each = Callable[[Language], str]
_ORDER: Final[tuple[Language, ...]] = ("zh", "en")
"""In a cell that holds both languages Chinese stands first: the platform's users read it."""


def rows_of(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    """The rows of one question, and what it loses on the way."""
    if max(len(portable.options), len(portable.order)) > len(LETTERS):
        yield Loss(portable.id, _TOO_MANY)
        return
    yield from _rows(portable, wanted)
    if portable.hints:
        yield Loss(portable.id, _HINTS)
    if portable.table:
        yield Loss(portable.id, _TABLE)


def _rows(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    match portable.kind:
        case "single":
            found = _choices(portable, wanted, "单选题")
        case "several":
            found = _choices(portable, wanted, "多选题")
        case "truth":
            found = _judged(portable, wanted)
        case "number":
            found = _number(portable, wanted)
        case "order":
            found = _order(portable, wanted)
        case "match":
            found = _match(portable, wanted)
        case "blank":
            found = _blank(portable, wanted)
        case "text":
            found = _text(portable, wanted)
        case "cloze":
            raise no_cloze(portable)
        case _:
            assert_never(portable.kind)
    return found


def said(each: Each, wanted: WantedLanguage) -> str:
    """What `each` says in the wanted language, or in both, Chinese first."""
    texts = [each(language) for language in _ORDER if wanted in {language, "both"}]
    return BETWEEN.join(dict.fromkeys(text.replace(BETWEEN, "\n| ") for text in texts))


def _choices(portable: Portable, wanted: WantedLanguage, kind: SheetKind) -> Iterator[SheetLine]:
    options = _arranged(portable.options, portable)
    right = [letter for letter, option in zip(LETTERS, options, strict=False) if option.share > 0]
    texts = tuple(_plain(option.text, wanted) for option in options)
    if kind == "单选题" and sorted(texts) == sorted(TRUE_FALSE):
        kind, texts = "判断题", TRUE_FALSE
        right = [LETTERS[TRUE_FALSE.index(_plain(_best(portable.options).text, wanted))]]
    answer = "".join(right) if kind == "多选题" else _best_letter(options) if kind == "单选题" else right[0]
    yield _line(portable, wanted, kind, answer, texts, reasons=_reasons(portable.options))
    if kind == "多选题":
        yield Loss(portable.id, _PARTIAL)
    elif any(0 < option.share < 1 for option in options):
        yield Loss(portable.id, _SHARES)


def _judged(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    answer = _best_letter(portable.options)
    yield _line(portable, wanted, "判断题", answer, TRUE_FALSE, reasons=_reasons(portable.options))


def _number(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    right = [one for one in portable.numbers if one.share >= 1]
    answer = ";".join(dict.fromkeys(_accepted(right, is_percent=_is_percent(portable))))
    yield _line(portable, wanted, "填空题", answer, (answer,), reasons=_notes(portable), blank=True)
    if len(right) < len(portable.numbers):
        yield Loss(portable.id, _NEAR)
    if any(one.tolerance > 0 and one.value < one.tolerance for one in right):
        yield Loss(portable.id, _NEGATIVE)


def _blank(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    """One gap has its wordings in the cell of the answer, several have theirs in the cells of options."""
    right = [[one.words for one in ordered(gap) if one.share >= 1] for gap in portable.gaps]
    cells = tuple(";".join(words.replace(";", ",") for words in said) for said in right)
    answer, slips = (cells[0] if len(cells) == 1 else ""), _slips(portable)
    yield _line(portable, wanted, "填空题", answer, cells, reasons=slips)
    if slips("zh"):
        yield Loss(portable.id, _NEAR)


def _text(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    """The answer is what its teacher marks by: the criteria and a model answer."""
    rubric = portable.rubric or Rubric(())
    told = rubric_told(rubric)
    answer = _plain(told, wanted) if told else ""
    yield _line(portable, wanted, _FORMS[rubric.form], answer, ())


_FORMS: Final[dict[TextForm, SheetKind]] = {"define": "名词解释", "short": "简答题", "case": "论述题"}


def _slips(portable: Portable) -> Callable[[Language], Sequence[str]]:
    wordings = [one for gap in portable.gaps for one in gap.wordings]
    return lambda language: [
        f"{REASON}{one.words}：{_one_line(one.why, language)}" for one in wordings if one.why
    ]


def _order(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    shown = seeded_order(portable.order, portable.id)
    answer = "".join(LETTERS[shown.index(step)] for step in portable.order)
    yield _line(portable, wanted, "排序题", answer, tuple(_plain(step, wanted) for step in shown))
    yield Loss(portable.id, _ORDERED)


def _match(portable: Portable, wanted: WantedLanguage) -> Iterator[SheetLine]:
    """A single choice for each row: no template shows how the sheet would hold lines between things."""
    choices = list(dict.fromkeys([*(pair.choice for pair in portable.pairs), *portable.distractors]))
    choices = seeded_order(choices, portable.id) if portable.is_shuffled else choices
    texts = tuple(_plain(choice, wanted) for choice in choices)
    for number, pair in enumerate(portable.pairs, 1):
        answer = LETTERS[choices.index(pair.choice)]
        yield _line(portable, wanted, "单选题", answer, texts, pair=(number, pair))
    yield Loss(portable.id, _SPLIT)


def _line(
    portable: Portable,
    wanted: WantedLanguage,
    kind: SheetKind,
    answer: str,
    options: tuple[str, ...],
    *,
    reasons: Callable[[Language], Sequence[str]] | None = None,
    pair: tuple[int, PortablePair] | None = None,
    blank: bool = False,
) -> Line:
    id_ = f"{portable.id}-{pair[0]}" if pair else portable.id
    folder = (*portable.category, portable.id) if pair else portable.category
    whole = asked(portable)

    def stem(language: Language) -> str:
        lines = [to_plain(whole[language]), *([to_plain(pair[1].row[language])] if pair else [])]
        unit = f" {to_plain(portable.unit[language])}" if portable.unit else ""
        return "\n".join([*lines, *([f"{_BLANK[language]}{unit}"] if blank else [])])

    def explain(language: Language) -> str:
        why = [pair[1].why] if pair and pair[1].why else []
        texts = [*why, *([portable.explain] if portable.explain else [])]
        return "\n".join(
            [*(to_plain(text[language]) for text in texts), *(reasons(language) if reasons else ())]
        )

    return Line(
        folder="".join(f"/{_folder(name)}" for name in folder),
        kind=kind,
        stem=said(stem, wanted),
        answer=answer,
        explain=said(explain, wanted),
        difficulty=DIFFICULTIES.get(portable.difficulty, "中"),
        points=";".join(f"{POINT}{number}" for number in portable.curriculum),
        tags=";".join([f"{ID_TAG}{id_}", *(tag.replace(";", ",") for tag in portable.tags)]),
        options=options,
    )


def _reasons(options: Sequence[PortableOption]) -> Callable[[Language], Sequence[str]]:
    def reasons(language: Language) -> list[str]:
        return [
            f"{REASON}{_one_line(option.text, language)}：{_one_line(option.why, language)}"
            for option in options
            if option.why
        ]

    return reasons


def _notes(portable: Portable) -> Callable[[Language], Sequence[str]]:
    """How far from the right number an answer may lie, and the slips that were foreseen."""
    best = max(portable.numbers, key=lambda one: one.share)
    slips = [one for one in portable.numbers if one.share < 1 and one.why]
    slips = [one for one in slips if not (_is_percent(portable) and _is_hundredth(one, slips))]

    def notes(language: Language) -> list[str]:
        width = {"value": _near(best.value, best), "width": _near(best.tolerance, best)}
        return [
            *([f"{NOTE}{_WIDTH.fill(width)[language]}"] if best.tolerance > 0 else []),
            *(f"{REASON}{_near(one.value, one)}：{_one_line(one.why, language)}" for one in slips if one.why),
        ]

    return notes


def _accepted(right: Sequence[PortableNumber], *, is_percent: bool) -> Iterator[str]:
    """Every way to write the number that counts; a range cannot be told from a sign below nought."""
    for one in right:
        text = rounded(one.value, one.tolerance)
        yield text
        if is_percent and not _is_hundredth(one, right):
            yield f"{text}%"
        if one.tolerance > 0 and one.value >= one.tolerance:
            yield f"{_near(one.value - one.tolerance, one)}-{_near(one.value + one.tolerance, one)}"


def _is_hundredth(number: PortableNumber, numbers: Sequence[PortableNumber]) -> bool:
    """Whether it says again, as a share, what another of the numbers says in per cent."""
    wholes = (other.value for other in numbers if other is not number)
    return any(abs(whole - 100 * number.value) <= 1e-9 * abs(whole) for whole in wholes if whole)


def _near(value: float, number: PortableNumber) -> str:
    """A number that belongs to `number`, to a thousandth of its tolerance."""
    return rounded(value, number.tolerance / 100)


def _is_percent(portable: Portable) -> bool:
    return portable.unit is not None and portable.unit.en.strip() == "%"


def _arranged(options: Sequence[PortableOption], portable: Portable) -> list[PortableOption]:
    """In an order drawn by lot: the platform shows options as they were written."""
    return seeded_order(options, portable.id) if portable.is_shuffled else list(options)


def _best(options: Sequence[PortableOption]) -> PortableOption:
    return max(options, key=lambda option: option.share)


def _best_letter(options: Sequence[PortableOption]) -> str:
    return LETTERS[list(options).index(_best(options))]


def _plain(text: Text, wanted: WantedLanguage) -> str:
    return said(lambda language: to_plain(text[language]), wanted)


def _one_line(text: Text, language: Language) -> str:
    return " ".join(to_plain(text[language]).split("\n"))


def _folder(name: str) -> str:
    return " ".join(name.replace("/", "-").replace("\\", "-").split()) or "-"


_BLANK: Final = Text(en="Answer: ____", zh="答案：____")
_WIDTH: Final = Text(en="Accepted: {value} ± {width}.", zh="允许误差：{value} ± {width}。")
_HINTS: Final = Text(en="Its hints are left out.", zh="提示未导出：表格中没有提示一栏。")
_TABLE: Final = Text(
    en="Students need the file of its data, which the question names: give it to them.",
    zh="学生作答需要数据文件（题干末尾写有文件名），请随题发给学生。",
)
_PARTIAL: Final = Text(
    en="What a half-right answer earns is for the platform to set; a wrong tick costs nothing there.",
    zh="漏选、错选如何得分由学习通的设置决定；本实验室“错选抵扣”的计分方式未导出。",
)
_SHARES: Final = Text(
    en="Options that earn a part of the score earn nothing there.", zh="得部分分的选项在学习通中不得分。"
)
_NEAR: Final = Text(
    en="Foreseen slips earn nothing there; what they mean is told in the explanation.",
    zh="常见错解在学习通中不得部分分，其原因写在“答案解析”里。",
)
_NEGATIVE: Final = Text(
    en="The platform knows no range with numbers below nought: only the wording in the sheet counts.",
    zh="学习通的数值范围不支持负数，只认表中列出的写法。",
)
_ORDERED: Final = Text(
    en="It counts only as a whole there: an order that is nearly right earns nothing.",
    zh="排序题在学习通中全部排对才得分，部分正确不得分。",
)
_SPLIT: Final = Text(
    en="It became several questions with one right option each, one for each of its rows.",
    zh="配对题拆成若干道单选题，每行一道。",
)
_TOO_MANY: Final = Text(
    en="Not carried: it has more options than there are letters.", zh="未导出：选项多于 26 个字母。"
)

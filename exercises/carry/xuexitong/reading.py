"""Reads the sheet of 学习通: each row a question, or a word for why it cannot be one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from unicodedata import normalize

from courseware.problem import ReaderError
from courseware.text import Text
from exercises.carry.portable import Portable, PortableNumber, PortableOption, RowReport
from exercises.carry.xuexitong import refusals as say
from exercises.carry.xuexitong.answers import fill_in, letters, truth
from exercises.carry.xuexitong.columns import columns_of
from exercises.carry.xuexitong.layout import TRUE_FALSE
from exercises.carry.xuexitong.row import SheetRow, whole
from exercises.carry.xuexitong.spreadsheet import read_sheets
from exercises.carry.xuexitong.texts import Passage, explained

_KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("单选题", "单选", "单项选择题", "单项选择", "选择题"), "single"),
    **dict.fromkeys(("多选题", "多选", "多项选择题", "多项选择", "不定项选择题"), "several"),
    **dict.fromkeys(("判断题", "判断", "是非题", "对错题"), "truth"),
    **dict.fromkeys(("填空题", "填空", "计算题", "数值题"), "number"),
    **dict.fromkeys(("排序题", "排序"), "order"),
    **dict.fromkeys(("连线题", "连线", "匹配题", "配对题"), "match"),
}
"""What teachers write for each kind that the lab has."""


def read(data: bytes) -> tuple[tuple[Portable, ...], tuple[RowReport, ...]]:
    """The questions of the sheet, and what became of each row.

    Raises a ReaderError if the file cannot be used at all.
    """
    found = [(sheet, columns) for sheet in read_sheets(data) if (columns := columns_of(sheet.rows))]
    if not found:
        raise ReaderError(say.NO_HEAD)
    sheet, columns = found[0]
    portables: list[Portable] = []
    reports: list[RowReport] = []
    for number in sorted(row for row in sheet.rows if row > columns.head):
        row = SheetRow(number, sheet.rows[number], columns)
        if row.is_blank:
            continue
        portable, report = _taken(row)
        portables += [portable] if portable else []
        reports.append(report)
    return tuple(portables), tuple(reports)


def _taken(row: SheetRow) -> tuple[Portable | None, RowReport]:
    try:
        portable, note = _question(row)
    except ReaderError as error:
        return None, RowReport(row.number, row.name, ok=False, message=error.text)
    return portable, RowReport(row.number, row.name, ok=True, message=note)


def _question(row: SheetRow) -> tuple[Portable, Text]:
    written = whole(row["kind"])
    if not written:
        raise ReaderError(say.NO_KIND)
    kind = _KINDS.get(normalize("NFKC", written).strip())
    if kind is None:
        raise ReaderError(say.OTHER_KIND.fill({"kind": written}))
    if row["inner_stem"]:
        raise ReaderError(say.INNER)
    if not row["stem"]:
        raise ReaderError(say.NO_STEM)
    if not row["answer"] and kind != "number":
        raise ReaderError(say.NO_ANSWER)
    return _READERS[kind](row)


def _choice(row: SheetRow) -> tuple[Portable, Text]:
    texts = row.options()
    if len(texts) < 2:
        raise ReaderError(say.FEW_OPTIONS)
    right = _named(row["answer"], texts)
    is_several = _KINDS[normalize("NFKC", row["kind"]).strip()] == "several"
    if not is_several and len(right) != 1:
        raise ReaderError(say.ONE_ANSWER.fill({"answer": row["answer"]}))
    if len(right) == len(texts):
        raise ReaderError(say.ALL_RIGHT)
    shares = _shares(len(texts), right) if is_several else [float(at in right) for at in range(len(texts))]
    explain, reasons = explained(row["explain"], texts)
    options = tuple(
        PortableOption(text.markdown(), share, reasons.get(at))
        for at, (text, share) in enumerate(zip(texts, shares, strict=True))
    )
    return replace(row.portable("several" if is_several else "single", explain), options=options), say.TAKEN


def _truth(row: SheetRow) -> tuple[Portable, Text]:
    """A statement with two options; where the row has options of its own, a letter names one of them."""
    own = row.options()
    says = truth(row["answer"])
    if says is None:
        named = letters(row["answer"], 2)
        shown = [truth(text.zh) for text in own] if len(own) == 2 else [True, False]
        says = shown[named[0]] if named and len(named) == 1 else None
    if says is None:
        raise ReaderError(say.NO_TRUTH.fill({"answer": row["answer"]}))
    texts = [Passage(zh=TRUE_FALSE[0], en="Right"), Passage(zh=TRUE_FALSE[1], en="Wrong")]
    explain, reasons = explained(row["explain"], texts)
    options = tuple(
        PortableOption(text.markdown(), float(says == is_first), reasons.get(at))
        for at, (text, is_first) in enumerate(zip(texts, (True, False), strict=True))
    )
    return replace(row.portable("single", explain), options=options, is_shuffled=False), say.TAKEN


def _number(row: SheetRow) -> tuple[Portable, Text]:
    if len(blanks := row.options()) > 1 and not row["answer"]:
        raise ReaderError(say.BLANKS)
    answer = row["answer"] or (blanks[0].zh if blanks else "")
    if not answer:
        raise ReaderError(say.NO_ANSWER)
    filled = fill_in(answer)
    if filled is None:
        raise ReaderError(say.WORDS.fill({"answer": answer}))
    stem, unit = row.blank()
    is_percent = filled.is_percent or (unit is not None and unit.zh == "%")
    unit = Passage(zh="%", en="%") if is_percent else unit
    explain, slips = row.slips(max(one.tolerance for one in filled.numbers))
    numbers = [*filled.numbers, *slips]
    made = tuple(_both_ways(numbers)) if is_percent else tuple(numbers)
    base = row.portable("number", explain)
    return replace(base, stem=stem, numbers=made, unit=unit.markdown() if unit else None), say.TAKEN


def _order(row: SheetRow) -> tuple[Portable, Text]:
    texts = row.options()
    order = letters(row["answer"], len(texts))
    if order is None or len(order) != len(texts) or len(texts) < 3:
        raise ReaderError(say.NO_ORDER)
    steps = tuple(texts[at].markdown() for at in order)
    return replace(row.portable("order", row.explain()), order=steps), say.TAKEN


def _match(_: SheetRow) -> tuple[Portable, Text]:
    raise ReaderError(say.LINES)


def _named(answer: str, texts: list[Passage]) -> list[int]:
    """The options that the answer names by letters, or by their words."""
    found = letters(answer, len(texts))
    if found is None:
        found = [at for at, text in enumerate(texts) if answer in {text.zh, text.en}]
    if not found:
        raise ReaderError(say.STRANGE.fill({"answer": answer, "count": len(texts)}))
    return found


def _shares(count: int, right: list[int]) -> list[float]:
    """What ticking each option adds: Youden's J, by which the lab marks."""
    return [1 / len(right) if at in right else -1 / (count - len(right)) for at in range(count)]


def _both_ways(numbers: list[PortableNumber]) -> Iterator[PortableNumber]:
    """60 and 0.6 both say 60 %; what is there only as a share is not doubled again."""
    for one in numbers:
        if any(_same(one.value * 100, other.value) for other in numbers if other is not one):
            continue
        yield one
        yield replace(one, value=one.value / 100, tolerance=one.tolerance / 100)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other), 1e-9)


_READERS: Final[Mapping[str, Callable[[SheetRow], tuple[Portable, Text]]]] = {
    "single": _choice,
    "several": _choice,
    "truth": _truth,
    "number": _number,
    "order": _order,
    "match": _match,
}

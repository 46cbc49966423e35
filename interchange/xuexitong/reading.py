"""Reads the sheet of 学习通: each row a question, or a word for why it cannot be one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final
from unicodedata import normalize

from courseware.language import language_written
from courseware.problem import ReaderError
from courseware.text import Language, Text
from exercises.gap_marks import shown_gap
from exercises.portable.question import FALSE, TRUE, Portable, PortableOption, PortableWording
from exercises.rubric import Rubric, TextForm
from interchange.blanks import gap_of
from interchange.reading import FoundQuestion, ReadQuestions, about_file, take
from interchange.spreadsheets.sheet import MAX_COLUMNS, CellRows, Sheet
from interchange.uploads import check_count
from interchange.xuexitong import refusals as say
from interchange.xuexitong.answers import fill_in, letters, truth
from interchange.xuexitong.columns import Columns, columns_of, question_tables
from interchange.xuexitong.layout import BETWEEN, JUDGED, LOSSES, TRUE_FALSE
from interchange.xuexitong.left_behind import left_behind, pieces
from interchange.xuexitong.row import SheetRow, whole
from interchange.xuexitong.texts import CellText, explained

_BRACKETS: Final = re.compile(r"\\?[(（]\s{0,20}\\?[)）]")
_BETWEEN: Final = re.compile(rf"[;；]|{BETWEEN}")
_KINDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("单选题", "单选", "单项选择题", "单项选择", "选择题"), "single"),
    **dict.fromkeys(("多选题", "多选", "多项选择题", "多项选择", "不定项选择题"), "several"),
    **dict.fromkeys(JUDGED, "truth"),
    **dict.fromkeys(("填空题", "填空", "计算题", "数值题"), "number"),
    **dict.fromkeys(("排序题", "排序"), "order"),
    **dict.fromkeys(("名词解释", "名词解释题"), "define"),
    **dict.fromkeys(("简答题", "简答", "问答题"), "short"),
    **dict.fromkeys(("论述题", "论述", "案例分析", "案例分析题", "材料分析题"), "case"),
    **dict.fromkeys(("连线题", "连线", "匹配题", "配对题"), "match"),
}
"""What teachers write for each kind that the lab has."""


def read(data: bytes) -> ReadQuestions:
    """The questions of the sheet, and what became of each row.

    Raises a ReaderError if the file cannot be used at all.
    """
    file = question_tables(data)
    headed = [(sheet, columns) for sheet in file.sheets if (columns := columns_of(sheet.rows))]
    found = [(sheet, columns) for sheet, columns in headed if not sheet.is_hidden]
    hidden = [sheet.name for sheet, _ in headed if sheet.is_hidden]
    if not found:
        raise ReaderError(say.ONLY_HIDDEN.fill({"names": ", ".join(hidden)}) if hidden else say.NO_HEAD)
    questions = (one for sheet, columns in found for one in _asked(sheet, columns, len(found) > 1))
    portables, rows = take(questions, file.note)
    cut = [(sheet.name, say.TOO_WIDE.fill({"most": MAX_COLUMNS})) for sheet, _ in found if sheet.is_cut]
    unread = [*cut, *((name, say.HIDDEN) for name in hidden), *_headless(file.sheets)]
    return portables, (*rows, *(about_file(why, name, ok=False) for name, why in unread))


def _headless(sheets: Iterable[Sheet]) -> Iterator[tuple[str, Text]]:
    """The sheets that readers of the file see and that ask nothing, save for our own list of losses."""
    for sheet in sheets:
        is_seen = sheet.rows and not sheet.is_hidden and sheet.name != LOSSES
        if is_seen and not columns_of(sheet.rows):
            yield sheet.name, say.NO_HEAD_HERE


def _asked(sheet: Sheet, columns: Columns, is_named: bool) -> Iterator[FoundQuestion]:
    """The rows of a sheet that ask something, under the name of the sheet if there are several."""
    alone = _language(sheet.rows, columns)
    for number in sorted(sheet.rows):
        row = SheetRow(number, sheet.rows[number], columns, alone, sheet.notes.get(number, {}))
        if number > columns.head and not row.is_blank:
            name = f"{sheet.name}: {row.name}" if is_named else row.name
            yield FoundQuestion(number, name, partial(_question, row), partial(pieces, row))


def _language(rows: CellRows, columns: Columns) -> Language | None:
    """The language of the questions, if no cell says something in both."""
    stems = [cells.get(columns.places["stem"], "") for row, cells in rows.items() if row > columns.head]
    if any(BETWEEN in stem for stem in stems):
        return None
    return language_written("".join(stems))


def _question(row: SheetRow) -> tuple[Portable, list[Text]]:
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
    if not row["answer"] and kind not in ("number", "define", "short", "case"):
        raise ReaderError(say.NO_ANSWER)
    portable = _READERS[kind](row)
    return portable, [*row.notes(), *left_behind(row, portable)]


def _choice(row: SheetRow) -> Portable:
    texts = row.options()
    if len(texts) < 2:
        raise ReaderError(say.FEW_OPTIONS)
    right = _named(row["answer"], texts)
    is_several = _KINDS[normalize("NFKC", row["kind"]).strip()] == "several"
    if not is_several and len(right) != 1:
        raise ReaderError(say.ONE_ANSWER.fill({"answer": row["answer"]}))
    if len(right) == len(texts):
        raise ReaderError(say.ALL_RIGHT)
    explain, reasons = explained(row.passage("explain"), texts)

    def share(at: int) -> float:
        """Ticking a right option adds, ticking a wrong one takes away, as Youden's J does."""
        wrong = -1 / (len(texts) - len(right)) if is_several else 0.0
        return 1 / len(right) if at in right else wrong

    options = tuple(
        PortableOption(text.markdown(), share(at), reasons.get(at)) for at, text in enumerate(texts)
    )
    return replace(row.portable("several" if is_several else "single", explain), options=options)


def _truth(row: SheetRow) -> Portable:
    """A statement with two options; where the row has options of its own, a letter names one of them."""
    own = row.options()
    says = truth(row["answer"])
    if says is None:
        named = letters(row["answer"], 2)
        shown = [truth(text.zh) for text in own] if len(own) == 2 else [True, False]
        says = shown[named[0]] if named and len(named) == 1 else None
    if says is None:
        raise ReaderError(say.NO_TRUTH.fill({"answer": row["answer"]}))
    signs = [CellText(zh=sign[row.alone or "zh"], en=sign[row.alone or "en"]) for sign in _SIGNS]
    explain, reasons = explained(row.passage("explain"), signs)
    options = tuple(
        PortableOption(text, float(says == is_first), _first(reasons, at))
        for at, (text, is_first) in enumerate(((TRUE, True), (FALSE, False)))
    )
    return replace(row.portable("truth", explain), options=options, is_shuffled=False)


def _first(reasons: Mapping[int, Text], at: int) -> Text | None:
    """The reason of a judgement, by whichever of its names it goes."""
    return next((why for place, why in sorted(reasons.items()) if place % 2 == at), None)


def _number(row: SheetRow) -> Portable:
    if len(blanks := row.options()) > 1 and not row["answer"]:
        return _words(row, [one.zh for one in blanks])
    answer = row["answer"] or (blanks[0].zh if blanks else "")
    if not answer:
        raise ReaderError(say.NO_ANSWER)
    filled = fill_in(answer)
    if filled is None:
        return _words(row, [answer])
    stem, unit = row.blank()
    is_percent = filled.is_percent or (unit is not None and unit.zh == "%")
    unit = CellText(zh="%", en="%") if is_percent else unit
    explain, slips = row.slips(max(one.tolerance for one in filled.numbers))
    numbers = (*filled.numbers, *slips)
    base = row.portable("number", explain)
    return replace(base, stem=stem, numbers=numbers, unit=unit.markdown() if unit else None)


def _words(row: SheetRow, cells: Sequence[str]) -> Portable:
    """Gaps with their wordings; the gaps stand in the stem as lines or as empty brackets."""
    base = row.portable("blank", row.explain())
    stem = base.stem.each(lambda language: _BRACKETS.sub(shown_gap(1, 1), base.stem[language]))
    wordings = [list(filter(None, map(str.strip, _BETWEEN.split(cell)))) for cell in cells]
    check_count(sum(map(len, wordings)))
    gaps = tuple(gap_of(PortableWording(one, 1.0) for one in said) for said in wordings)
    return replace(base, stem=stem, gaps=gaps)


def _order(row: SheetRow) -> Portable:
    texts = row.options()
    order = letters(row["answer"], len(texts))
    if order is None or len(order) != len(texts) or len(texts) < 3:
        raise ReaderError(say.NO_ORDER)
    steps = tuple(texts[at].markdown() for at in order)
    return replace(row.portable("order", row.explain()), order=steps)


def _text(row: SheetRow, form: TextForm) -> Portable:
    """An answer that a teacher marks; the sheet's answer is a model."""
    model = row.passage("answer").markdown() if row["answer"] else None
    return replace(row.portable("text", row.explain()), rubric=Rubric((), model, form))


def _match(_: SheetRow) -> Portable:
    raise ReaderError(say.LINES)


def _named(answer: str, texts: list[CellText]) -> list[int]:
    """The options that the answer names by letters, or by their words."""
    found = letters(answer, len(texts))
    if found is None:
        found = [at for at, text in enumerate(texts) if answer in {text.zh, text.en}]
    if not found:
        raise ReaderError(say.STRANGE.fill({"answer": answer, "count": len(texts)}))
    return found


_SIGNS: Final = (
    *(TRUE, FALSE),
    *(Text(zh=zh, en=en) for zh, en in zip(TRUE_FALSE, ("Right", "Wrong"), strict=True)),
)
"""What a reason of a judgement may be told under, true and false in turn."""
_READERS: Final[Mapping[str, Callable[[SheetRow], Portable]]] = {
    "single": _choice,
    "several": _choice,
    "truth": _truth,
    "number": _number,
    "order": _order,
    "match": _match,
    "define": partial(_text, form="define"),
    "short": partial(_text, form="short"),
    "case": partial(_text, form="case"),
}

"""QTI: written as a 2.1 package that platforms such as TAO, OPAL or Inspera open; 2.1, 2.2 and 3 are read."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from courseware.text import Text
from exercises.portable.question import ExportedFile, Loss, Portable, WantedLanguage
from interchange.blanks import one_each, split_losses
from interchange.markdown_to_html import has_formula
from interchange.qti.elements import document
from interchange.qti.item import PackageQuestion, assessment_item, sheet
from interchange.qti.names import identifiers
from interchange.qti.package import MANIFEST, TEST, assessment_test, manifest
from interchange.qti.prose import MEDIA
from interchange.qti.reading import read
from interchange.unsupported import without_cloze

__all__ = ["NAME", "read", "write"]

NAME: Final = Text(
    en="QTI 2.1 package (TAO, OPAL, Inspera and others)", zh="QTI 2.1 内容包（TAO、OPAL、Inspera 等平台）"
)
_MIDNIGHT: Final = (1980, 1, 1, 0, 0, 0)


def write(
    portables: Iterable[Portable], *, language: WantedLanguage, name: str = "questions"
) -> ExportedFile:
    """A package with an item for each question, a test that calls them all, their data and pictures.

    Equal questions give equal bytes. The losses say what of which question QTI cannot hold.
    """
    whole = tuple(portables)
    kept, stay = without_cloze(whole)
    questions = tuple(one_each(kept))
    names = identifiers((one.id for one in questions), ("TEST", "PART"))
    sheets = [sheet(own, one, language) for own, one in zip(names, questions, strict=True)]
    title = Text(en=name, zh=name)
    files = {
        MANIFEST: document(manifest(sheets, title, language)),
        TEST: document(assessment_test(sheets, title, language)),
        **{one.file: document(assessment_item(one, language)) for one in sheets},
        **dict(_data(sheets, language)),
    }
    return ExportedFile(f"{name}.qti.zip", "application/zip", _zipped(files), (*stay, *_losses(kept)))


def _data(sheets: Sequence[PackageQuestion], language: WantedLanguage) -> Iterator[tuple[str, bytes]]:
    for one in sheets:
        for own, file in one.tables(language):
            if one.portable.table:
                yield file, one.portable.table.file(own).data
        for shown in one.media(language):
            yield f"{MEDIA}/{shown.name}", shown.data()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in files.items():
            archive.writestr(zipfile.ZipInfo(file, _MIDNIGHT), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _losses(questions: Sequence[Portable]) -> Iterator[Loss]:
    if any(one.numbers for one in questions):
        yield Loss("", _PLAIN_NUMBERS)
        yield Loss("", _CANVAS)
    if any(one.penalty < 1 for one in questions):
        yield Loss("", _TRIES)
    yield from (Loss(one.id, what) for one in questions for what in split_losses(one))
    yield from (Loss(one.id, _HINTS) for one in questions if one.hints)
    yield from (Loss(one.id, _FORMULAS) for one in questions if any(map(has_formula, one.texts())))


_PLAIN_NUMBERS: Final = Text(
    en="Numbers must be typed as plain digits with a decimal point: no thousands commas, units or 万.",
    zh="数值题只能填纯数字（小数点用英文句点），不能带千分位逗号、单位或“万”。",
)
_CANVAS: Final = Text(
    en="Canvas marks a typed number by the one right number alone, without tolerance and foreseen slips: "
    "set the margin of error there.",
    zh="Canvas 只认一个正确数值，不看误差范围和预设的错解；请在 Canvas 中重新设置误差范围。",
)
_HINTS: Final = Text(
    en="Its hints are left out: QTI knows no hints that cost a share of the score.",
    zh="提示未导出：QTI 没有“看提示扣分”的提示。",
)
_FORMULAS: Final = Text(
    en=r"Its formulas are written in TeX between \( and \); the platform shows them if it has MathJax.",
    zh=r"公式写成 \( 与 \) 之间的 TeX，平台装有 MathJax 才能显示。",
)
_TRIES: Final = Text(
    en="One try: what a later try is worth is for the platform to set.",
    zh="只有一次作答机会；多次作答如何计分，请在平台中设置。",
)

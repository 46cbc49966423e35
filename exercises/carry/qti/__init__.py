"""QTI 2.1: a content package that platforms such as TAO, OPAL or Inspera open, a file for each question."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from courseware.text import Text
from exercises.carry.portable import Loss, Outcome, Portable, Wanted
from exercises.carry.qti.elements import document
from exercises.carry.qti.item import Sheet, assessment_item, sheet
from exercises.carry.qti.names import identifiers
from exercises.carry.qti.package import MANIFEST, TEST, assessment_test, manifest

NAME: Final = Text(
    en="QTI 2.1 package (TAO, OPAL, Inspera and others)", zh="QTI 2.1 内容包（TAO、OPAL、Inspera 等平台）"
)
_MIDNIGHT: Final = (1980, 1, 1, 0, 0, 0)


def write(portables: Iterable[Portable], *, language: Wanted, name: str = "questions") -> Outcome:
    """A package with an item for each question, a test that calls them all, and the data they need.

    Equal questions give equal bytes. The losses say what of which question QTI cannot hold.
    """
    questions = tuple(portables)
    names = identifiers((one.id for one in questions), ("TEST", "PART"))
    sheets = [sheet(own, one, language) for own, one in zip(names, questions, strict=True)]
    title = Text(en=name, zh=name)
    files = {
        MANIFEST: document(manifest(sheets, title, language)),
        TEST: document(assessment_test(sheets, title, language)),
        **{one.file: document(assessment_item(one, language)) for one in sheets},
        **dict(_data(sheets, language)),
    }
    return Outcome(f"{name}.qti.zip", "application/zip", _zipped(files), tuple(_losses(questions)))


def _data(sheets: Sequence[Sheet], language: Wanted) -> Iterator[tuple[str, bytes]]:
    for one in sheets:
        for own, file in one.tables(language):
            if one.portable.table:
                yield file, one.portable.table.file(own).data


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, data in files.items():
            archive.writestr(zipfile.ZipInfo(file, _MIDNIGHT), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _losses(questions: Sequence[Portable]) -> Iterator[Loss]:
    if any(one.kind == "number" for one in questions):
        yield Loss("", _PLAIN_NUMBERS)
    if any(one.penalty < 1 for one in questions):
        yield Loss("", _TRIES)
    yield from (Loss(one.id, _HINTS) for one in questions if one.hints)


_PLAIN_NUMBERS: Final = Text(
    en="Numbers must be typed as plain digits with a decimal point: no thousands commas, units or 万.",
    zh="数值题只能填纯数字（小数点用英文句点），不能带千分位逗号、单位或“万”。",
)
_HINTS: Final = Text(
    en="Its hints are left out: QTI knows no hints that cost a share of the score.",
    zh="提示未导出：QTI 没有“看提示扣分”的提示。",
)
_TRIES: Final = Text(
    en="One try: what a later try is worth is for the platform to set.",
    zh="只有一次作答机会；多次作答如何计分，请在平台中设置。",
)

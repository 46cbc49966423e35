"""The Excel sheet of 学习通 (Chaoxing): one row for each question, and a second sheet with what it lost."""

from collections.abc import Iterable
from typing import Final

from courseware.text import Text
from exercises.portable.question import ExportedFile, Loss, Portable, SideFile, WantedLanguage
from interchange.media import stays, without_files
from interchange.qti.prose import wanted_languages
from interchange.spreadsheets.writing import MEDIA_TYPE
from interchange.unsupported import without_cloze
from interchange.xuexitong.layout import Line
from interchange.xuexitong.reading import read
from interchange.xuexitong.rows import rows_of
from interchange.xuexitong.workbook import shortened, workbook

__all__ = ["LANGUAGE", "NAME", "read", "write"]

NAME: Final = Text(en="学习通 (Chaoxing), Excel sheet", zh="学习通题库（Excel 表格）")
LANGUAGE: Final[WantedLanguage] = "zh"


def write(
    portables: Iterable[Portable], *, language: WantedLanguage = "zh", name: str = "questions"
) -> ExportedFile:
    """The sheet that 学习通 takes in, with the data of questions beside it.

    Equal questions give equal bytes. What the sheet cannot hold stands on its second sheet too.
    """
    lines: list[Line] = []
    kept, stay = without_cloze(portables)
    losses: list[Loss] = [*stay]
    beside: dict[str, SideFile] = {}
    for portable in kept:
        losses += stays(portable)
        for row in rows_of(without_files(portable), language):
            if isinstance(row, Line):
                losses += shortened(row, portable.id)
                lines.append(row)
            else:
                losses.append(row)
        if table := portable.table:
            for own in wanted_languages(language):
                beside.setdefault(table.file_name(own), table.file(own))
    data = workbook(lines, losses)
    return ExportedFile(f"{name}.xlsx", MEDIA_TYPE, data, tuple(losses), tuple(beside.values()))

"""Takes questions into the lab: read from a platform's file, written as the text of a bank, and checked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from courseware.example import check_name
from courseware.problem import Problem, ReaderError
from courseware.source import shown_path
from courseware.text import Text
from exercises.carry.formats import Format, find_format, guess_format
from exercises.carry.into_bank import into_bank
from exercises.carry.portable import Portable, RowReport
from exercises.checking import check_text
from exercises.shelf import layers, shelf


@dataclass(frozen=True)
class Arrival:
    """What a file brought: its questions, a word on each row, and the bank they make with its problems."""

    form: Format
    portables: tuple[Portable, ...]
    rows: tuple[RowReport, ...]
    text: str
    problems: tuple[Problem, ...]


def arrive(data: bytes, bank: str, format_id: str | None = None) -> Arrival:
    """The bank of this name that the questions of `data` make; nothing is written.

    Without `format_id` the format is seen from the data. Raises a ReaderError if they cannot be used.
    """
    check_name(bank)
    form = find_format(format_id) if format_id else guess_format(data)
    if form.read is None:
        raise ReaderError(_ONE_WAY.fill({"en": form.name.en, "zh": form.name.zh}))
    portables, rows = form.read(data)
    if not portables:
        return Arrival(form, (), rows, "", ())
    text = into_bank(portables, bank, _taken_elsewhere(f"{bank}.yaml"))
    file = shown_path(layers().target(f"{bank}.yaml"))
    return Arrival(form, portables, rows, text, check_text(text, file)[0])


def _taken_elsewhere(file: str) -> set[str]:
    """The ids of items in other files than this one."""
    return {id_ for id_, one in shelf().exercises().items() if Path(one.file).name != file}


_ONE_WAY: Final = Text(en="{en} only goes out.", zh="{zh} 只能导出。")

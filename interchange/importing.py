"""Imports questions: read from a platform's file, written as the text of a bank, and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from course.bank_registry import bank_registry
from course.bank_text import check_bank_text
from course.folders import bank_layers
from courseware.example import check_name
from courseware.imported_files import MAX_ALL, MAX_FILE, imported_folder, imported_name
from courseware.problem import Problem, ReaderError
from courseware.replacing import replace_files
from courseware.source import shown_path
from courseware.text import Text
from exercises.portable.question import Portable, RowReport
from interchange.bank_writer import StoredOriginal, into_bank
from interchange.formats import ExchangeFormat, find_format, guess_format


@dataclass(frozen=True)
class ImportResult:
    """What a file brought: its questions, a word on each row, and the bank they make with its problems.

    `kept` is the file itself by the path at which it is kept beside the bank; empty if it is too large.
    """

    form: ExchangeFormat
    portables: tuple[Portable, ...]
    rows: tuple[RowReport, ...]
    text: str
    problems: tuple[Problem, ...]
    kept: Mapping[Path, bytes] = field(default_factory=dict)


def import_bank(data: bytes, bank: str, format_id: str | None = None) -> ImportResult:
    """The bank of this name that the questions of `data` make; nothing is written.

    Without `format_id` the format is seen from the data. Raises a ReaderError if they cannot be used.
    """
    check_name(bank)
    form = find_format(format_id) if format_id else guess_format(data)
    if form.read is None:
        raise ReaderError(_ONE_WAY.fill({"name": form.name}))
    portables, rows = form.read(data)
    if not portables:
        return ImportResult(form, (), rows, "", ())
    target = bank_layers().target(f"{bank}.yaml")
    folder, name = imported_folder(target), imported_name(data, bank, _suffix(form, data))
    error = _error(folder, name, data)
    places = tuple(row.row for row in rows if row.ok and row.is_question)
    kept = None if error else StoredOriginal(name, places)
    text = into_bank(portables, bank, _taken_elsewhere(f"{bank}.yaml"), kept)
    rows = (*rows, *(RowReport(0, "", ok=False, message=said) for said in error))
    files = {} if error else {folder / name: data}
    return ImportResult(form, portables, rows, text, check_bank_text(text, shown_path(target))[0], files)


def keep_imported(kept: Mapping[Path, bytes]) -> None:
    """Write files that questions came from; a ReaderError tells why they cannot be written."""
    try:
        for path in kept:
            path.parent.parent.mkdir(exist_ok=True)
        replace_files(kept)
    except OSError as error:
        raise ReaderError(_UNWRITTEN.fill({"why": error.strerror or error})) from error


def _suffix(form: ExchangeFormat, data: bytes) -> str:
    """How the name of a file in this format ends."""
    is_zip = data.startswith(b"PK")
    return {"gift": "txt", "moodle": "xml", "qti": "zip" if is_zip else "xml"}.get(
        form.id, "xlsx" if is_zip else "xls"
    )


def _error(folder: Path, name: str, data: bytes) -> tuple[Text, ...]:
    """Why the file cannot be kept, if it cannot."""
    if len(data) > MAX_FILE:
        return (_TOO_LARGE.fill({"size": f"{len(data) / 1e6:.1f}"}),)
    others = [one.stat().st_size for one in folder.glob("*") if one.name != name] if folder.is_dir() else []
    return (_FULL.fill({"size": f"{sum(others) / 1e6:.1f}"}),) if sum(others) + len(data) > MAX_ALL else ()


def _taken_elsewhere(file: str) -> set[str]:
    """The ids of items in other files than this one."""
    return {id_ for id_, one in bank_registry().exercises().items() if Path(one.file).name != file}


_TOO_LARGE: Final = Text(
    en=f"The file itself is not kept beside the bank: it has {{size}} MB, and at most {MAX_FILE // 10**6} MB "
    "are kept. Put it by yourself.",
    zh=f"来源文件没有保存在题库旁：它有 {{size}} MB，最多保存 {MAX_FILE // 10**6} MB。请自行保管。",
)
_FULL: Final = Text(
    en=f"The file itself is not kept beside the bank: imported files fill {{size}} MB of "
    f"{MAX_ALL // 10**6} MB already. Delete those in the folder imported that you need no more.",
    zh=f"来源文件没有保存在题库旁：已保存 {{size}} MB，上限 {MAX_ALL // 10**6} MB。"
    "请删除 imported 文件夹里不再需要的文件。",
)
_UNWRITTEN: Final = Text(
    en="The file that was handed in cannot be kept beside the bank ({why}), so nothing was saved.",
    zh="来源文件无法保存在题库旁（{why}），因此没有保存任何内容。",
)
_ONE_WAY: Final = Text(en="{name} only goes out.", zh="{name} 只能导出。")

"""Exporting a course as one zip, and importing one."""

import argparse
import os
from pathlib import Path
from typing import Final

from course.archive import MAX_MEDIA, MAX_TOTAL
from course.layers import make_own_folder, named_folder
from course.transfer import Fate, ImportReport, pack, unpack
from courseware.commands import Command
from courseware.output import write_output
from courseware.problem import ReaderError
from courseware.source import shown_path
from courseware.text import Language, Text


def _pack(asked: argparse.Namespace) -> int:
    own = named_folder(os.environ)
    path: Path = asked.file or Path(f"{own.resolve().name if own else 'course'}.zip")
    if path.is_file():
        raise ReaderError(_THERE.fill({"file": path}))
    data = pack()
    write_output(path, data)
    print(_PACKED.fill({"file": shown_path(path), "size": len(data) / 1000})[asked.lang])
    return 0


def _unpack(asked: argparse.Namespace) -> int:
    try:
        with asked.file.open("rb") as stream:
            data = stream.read(3 * MAX_TOTAL + MAX_MEDIA)
    except OSError as error:
        raise ReaderError(_UNREAD.fill({"file": asked.file, "why": error.strerror or error})) from error
    make_own_folder(os.environ)
    report = unpack(data)
    _tell(report, asked.lang)
    return 0 if report.is_done else 1


def _tell(report: ImportReport, language: Language) -> None:
    for one in report.incoming_files:
        print(f"{_FATES[one.fate][language]}  {one.name}")
    for problem in (*report.problems, *report.elsewhere):
        print(problem.show(language))
    if not report.is_done:
        print(_NOT_DONE[language])
        return
    counts = {str(fate): len(report.names(fate)) for fate in _FATES}
    print((_WITH_HARM if report.elsewhere else _DONE).fill(counts)[language])


def _maybe_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to 写到哪里 (course.zip)")


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the zip 课程 zip 文件")


_FATES: Final[dict[Fate, Text]] = {
    "added": Text(en="added    ", zh="新增"),
    "replaced": Text(en="replaced ", zh="替换"),
    "unchanged": Text(en="unchanged", zh="未变"),
    "refused": Text(en="refused  ", zh="拒收"),
}
_PACKED: Final = Text(
    en="Written: {file} ({size:.0f} kB). Another lab takes it in with python -m lessons unpack FILE.",
    zh="已写入：{file}（{size:.0f} kB）。在另一个实验室用 python -m lessons unpack 文件 即可导入。",
)
_DONE: Final = Text(
    en="Taken in: {added} added, {replaced} replaced, {unchanged} unchanged.",
    zh="已导入：新增 {added} 个，替换 {replaced} 个，未变 {unchanged} 个。",
)
_WITH_HARM: Final = Text(
    en="Taken in: {added} added, {replaced} replaced, {unchanged} unchanged. The files named above do not "
    "fit with them: mend those, too.",
    zh="已导入：新增 {added} 个，替换 {replaced} 个，未变 {unchanged} 个。"
    "上面列出的文件与之不符，也需要修改。",
)
_NOT_DONE: Final = Text(
    en="Nothing was taken in, because a zip comes as a whole or not at all. Mend the errors above first.",
    zh="没有导入任何内容：一个 zip 要么全部导入，要么一个都不导入。请先改正其中的上述错误。",
)
_THERE: Final = Text(
    en="{file} is there already. Name another file, or delete that one.",
    zh="{file} 已经存在。请换个文件名，或先删除它。",
)
_UNREAD: Final = Text(
    en="{file} cannot be read ({why}). Look at how its name is spelt.",
    zh="无法读取 {file}（{why}）。请检查文件名是否写对。",
)

ARCHIVING: Final = (
    Command(
        "pack", Text(en="Pack the course into one zip.", zh="把课程打包成一个 zip。"), _pack, _maybe_file
    ),
    Command("unpack", Text(en="Take in the course of a zip.", zh="导入 zip 中的课程。"), _unpack, _file),
)

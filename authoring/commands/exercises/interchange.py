"""Interchange: `export` writes a file for another platform, `import` makes a bank of its questions."""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from course.bank_registry import all_exercises, find_exercise
from course.folders import bank_layers
from course.layers import make_own_folder
from courseware.commands import Command, spoken
from courseware.output import write_output
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.regular_file import read_regular
from courseware.replacing import replace_files
from courseware.source import shown_path
from courseware.text import LANGUAGES, Text
from exercises.exercise import Exercise
from exercises.portable.question import WantedLanguage
from interchange.exporting import MOST_VARIANTS, export_items
from interchange.formats import find_format, formats
from interchange.importing import import_bank
from interchange.report import say_losses, say_rows

WANTED: Final[tuple[WantedLanguage, ...]] = (*LANGUAGES, "both")


def export_arguments(parser: argparse.ArgumentParser) -> None:
    """What every export takes, whoever says which items go."""
    parser.set_defaults(lang=None)
    parser.add_argument("format", choices=tuple(formats()), help="where to 目标格式")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write 输出文件")
    parser.add_argument(
        "--variants", type=int, default=5, metavar="N", help="versions of an item that is drawn 每题版本数"
    )
    parser.add_argument("--seed", default="1", help="equal seeds give equal versions 种子相同则版本相同")
    parser.add_argument("--replace", action="store_true", help="write over the file 覆盖已有文件")


def export(asked: argparse.Namespace, exercises: Sequence[Exercise]) -> int:
    """Write these exercises as the options ask, and tell what did not travel; 0 if the file was written."""
    if not 1 <= asked.variants <= MOST_VARIANTS:
        raise ReaderError(_VARIANTS)
    form, path = find_format(asked.format), Path(asked.out)
    wanted: WantedLanguage = asked.lang or form.language
    name = path.stem
    gone = export_items(exercises, form, language=wanted, variants=asked.variants, seed=asked.seed, name=name)
    outcome = gone.outcome
    files = {path: outcome.data, **{path.with_name(one.name): one.data for one in outcome.beside}}
    for file, data in files.items():
        if not asked.replace and file.exists() and _read(file) != data:
            raise ReaderError(_THERE.fill({"file": file}))
    for file, data in files.items():
        write_output(file, data)
    print(*say_losses(outcome.losses, spoken(asked)), sep="\n")
    print(_GONE.fill({"items": len(gone.items), "questions": gone.questions})[spoken(asked)])
    print(*files, sep="\n")
    return 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    export_arguments(parser)
    parser.add_argument("--bank", action="append", default=[], help="every item of this bank 整个题库")
    parser.add_argument(
        "--item", nargs="+", action="extend", default=[], metavar="ITEM", help="these items 指定题目"
    )


def _export(asked: argparse.Namespace) -> int:
    return export(asked, tuple(_chosen(asked.bank, asked.item)))


def _chosen(banks: Sequence[str], items: Sequence[str]) -> Iterator[Exercise]:
    """The items asked for, everything if none is; a ReaderError if a bank or an item is not there."""
    everything = all_exercises()
    names = {Path(name).stem for name in banks}
    known = {Path(one.file).stem for one in everything.values()}
    for name in names - known:
        raise ReaderError(_NO_BANK.fill({"name": name, "known": ", ".join(sorted(known))}))
    wanted = {find_exercise(item).id for item in items}
    for one in everything.values():
        if not (banks or items) or one.id in wanted or Path(one.file).stem in names:
            yield one


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    readable = [one.id for one in formats().values() if one.read]
    parser.add_argument("file", type=Path, metavar="FILE", help="what another platform gave 要导入的文件")
    parser.add_argument("--into", required=True, metavar="BANK", help="the bank to write 写入的题库名")
    parser.add_argument("--format", choices=readable, help="seen from the file if not given 省略则自动识别")
    parser.add_argument("--replace", action="store_true", help="write over the bank 覆盖已有题库")


def _import(asked: argparse.Namespace) -> int:
    name, language = asked.into.removesuffix(".yaml"), spoken(asked)
    result = import_bank(_read(asked.file), name, asked.format)
    target = bank_layers().target(f"{name}.yaml")
    if bank_layers().path(target.name).exists() and not asked.replace:
        raise ReaderError(_BANK_THERE.fill({"file": shown_path(target)}))
    print(*say_rows(result.rows, language), sep="\n")
    if not result.portables:
        raise ReaderError(_NONE)
    if any(problem.severity == "error" for problem in result.problems):
        raise ProblemsFoundError(result.problems)
    make_own_folder(os.environ)
    target.parent.mkdir(exist_ok=True)
    replace_files({**result.kept, target: result.text})
    print(*(problem.show(language) for problem in result.problems), sep="\n")
    print(*map(shown_path, (target, *result.kept)), sep="\n")
    return 0


def _read(file: Path) -> bytes:
    try:
        return read_regular(file)
    except OSError as error:
        raise ReaderError(_UNUSABLE.fill({"file": file, "why": error.strerror or error})) from error


_VARIANTS: Final = Text(
    en=f"--variants is a number from 1 to {MOST_VARIANTS}.", zh=f"--variants 须为 1 到 {MOST_VARIANTS}。"
)
_GONE: Final = Text(
    en="{items} items travel as {questions} questions:", zh="导出 {items} 道题，共 {questions} 个版本："
)
_THERE: Final = Text(
    en="{file} is there already. Name another file, or write over it with --replace.",
    zh="{file} 已存在。请换一个文件名，或加 --replace 覆盖。",
)
_BANK_THERE: Final = Text(
    en="The bank {file} is there already. Name another one, or write over it with --replace.",
    zh="题库 {file} 已存在。请换一个名称，或加 --replace 覆盖。",
)
_NO_BANK: Final = Text(
    en="There is no bank {name}. There are: {known}.", zh="没有题库 {name}。现有题库：{known}。"
)
_UNUSABLE: Final = Text(en="{file} cannot be used ({why}).", zh="{file} 无法使用（{why}）。")
_NONE: Final = Text(
    en="No question could be taken; nothing was written.", zh="没有读到可用的题目，未写入文件。"
)

INTERCHANGE: Final = (
    Command(
        "export",
        Text(en="Write questions for another platform.", zh="导出题目到其他平台。"),
        _export,
        _export_arguments,
        WANTED,
    ),
    Command(
        "import",
        Text(en="Make a bank of another platform's questions.", zh="把其他平台的题目导入为题库。"),
        _import,
        _import_arguments,
    ),
)

"""What `python -m lessons` can do: check, list, write the schemas and the reference page."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NoReturn

from courseware.course_folder import Layers
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import shown_path
from courseware.text import LANGUAGES, Language, Text
from lessons.printing.command import add_arguments, print_paper
from lessons.reading import layers
from lessons.reference import PAGE, reference
from lessons.review import check
from lessons.schema import schemas
from lessons.shelf import Shelf


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n  --help tells how to use it. 用法请看 --help。\n")


def run(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code: 0 well, 1 problems, 2 not understood."""
    asked = _parser().parse_args(arguments)
    language: Language = "en" if asked.lang == "en" else "zh"
    try:
        return _DO[asked.command](asked, language)
    except ProblemsFoundError as error:
        for problem in error.problems:
            print(problem.show(language))
    except ReaderError as error:
        print(error.text[language])
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m lessons", description=f"{_WHAT.en} {_WHAT.zh}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, what in _COMMANDS.items():
        command = commands.add_parser(name, help=f"{what.en} {what.zh}", description=f"{what.en} {what.zh}")
        languages = (*LANGUAGES, "both") if name == "print" else LANGUAGES
        command.add_argument("--lang", choices=languages, default="en", help="language 输出语言")
        if name == "print":
            add_arguments(command)
        if name == "check":
            command.add_argument(
                "files", nargs="*", type=Path, metavar="FILE", help="files or folders 文件或文件夹"
            )
        if name in {"schema", "reference"}:
            command.add_argument("--check", action="store_true", help="compare, write nothing 只比较，不写入")
    return parser


def _check(asked: argparse.Namespace, language: Language) -> int:
    paths: list[Path] = []
    for given in asked.files:
        paths += Layers(given).files() if given.is_dir() else [given]
    if not asked.files:
        paths += layers().files()
    found = check(tuple(paths) if asked.files else ())
    for problem in found:
        print(problem.show(language))
    errors = sum(problem.severity == "error" for problem in found)
    values = {"files": len(paths), "errors": errors, "warnings": len(found) - errors}
    print(_SUMMARY.fill(values)[language])
    return 1 if errors or not paths else 0


def _list(_asked: argparse.Namespace, language: Language) -> int:
    shelf = Shelf()
    for unit in shelf.course().units:
        print(unit.title[language])
        for entry in unit.lessons:
            lesson = shelf.lesson(entry.id)
            values = {"minutes": lesson.minutes, "steps": len(lesson.steps)} if lesson else {}
            state = _READY.fill(values) if lesson else _BROKEN if shelf.problems(entry.id) else _COMING
            print(f"  {entry.id:<16} {entry.title[language]} ({state[language]})")
    return 0


def _schema(asked: argparse.Namespace, language: Language) -> int:
    return _keep(schemas(), only_check=asked.check, language=language)


def _reference(asked: argparse.Namespace, language: Language) -> int:
    return _keep({PAGE: reference()}, only_check=asked.check, language=language)


def _keep(texts: Mapping[Path, str], *, only_check: bool, language: Language) -> int:
    """Write the files that differ; only name them, and return 1, if nothing may be written."""
    stale = {path: text for path, text in texts.items() if _differs(path, text)}
    for path, text in stale.items():
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        print((_STALE if only_check else _WRITTEN).fill({"path": shown_path(path)})[language])
    return 1 if stale and only_check else 0


def _differs(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text


_DO: Final[Mapping[str, Callable[[argparse.Namespace, Language], int]]] = {
    "check": _check,
    "list": _list,
    "schema": _schema,
    "reference": _reference,
    "print": print_paper,
}
_WHAT: Final = Text(en="The lessons of the course.", zh="课程中的各课。")
_COMMANDS: Final[Mapping[str, Text]] = {
    "check": Text(en="Look for mistakes in lesson files.", zh="检查课文件中的错误。"),
    "list": Text(en="Show the plan of the course.", zh="显示课程计划。"),
    "schema": Text(en="Write the JSON Schemas for editors.", zh="生成供编辑器使用的 JSON Schema。"),
    "reference": Text(en="Write the reference page.", zh="生成参考文档。"),
    "print": Text(
        en="Write the teaching plan of a lesson as a Word document.", zh="把一课的教案写成 Word 文档。"
    ),
}
_SUMMARY: Final = Text(
    en="{files} files looked at: {errors} errors, {warnings} warnings.",
    zh="检查了 {files} 个文件：{errors} 处错误，{warnings} 处提醒。",
)
_READY: Final = Text(en="{minutes} min, {steps} steps", zh="{minutes} 分钟，{steps} 个步骤")
_COMING: Final = Text(en="coming", zh="准备中")
_BROKEN: Final = Text(en="broken: run python -m lessons check", zh="有错误：请运行 python -m lessons check")
_STALE: Final = Text(
    en="{path} is not what the models say: run this command without --check.",
    zh="{path} 与模型不一致：请不带 --check 再运行一次。",
)
_WRITTEN: Final = Text(en="Written: {path}", zh="已写入：{path}")

"""Looking at lessons: check them, once or as often as a file changes, and list them."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Final

from course.folders import lesson_layers, parts
from course.judge import check_lesson_files
from course.layers import Layers
from course.lesson_registry import LessonRegistry
from course.watch import news
from courseware.commands import Command
from courseware.problem import ReaderError
from courseware.text import Text


def _check(asked: argparse.Namespace) -> int:
    return _watch(asked) if asked.watch else _check_once(asked)


def _watch(asked: argparse.Namespace) -> int:
    """Tell what is to be mended at every change, until Ctrl-C."""
    if asked.files:
        raise ReaderError(_ALL)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where a script that started it ignores it
    clear = "\x1b[2J\x1b[H" if sys.stdout.isatty() else ""
    try:
        for one in news(parts()):
            print(f"{clear}{one.tell(asked.lang)}\n{_WATCHING[asked.lang]}", flush=True)
    except KeyboardInterrupt:
        print(f"\n{_WATCHED[asked.lang]}", flush=True)
    return 0


def _check_once(asked: argparse.Namespace) -> int:
    paths: list[Path] = []
    for given in asked.files:
        paths += Layers(given).files() if given.is_dir() else [given]
    if not asked.files:
        paths += lesson_layers().files()
    found = check_lesson_files(tuple(paths) if asked.files else ())
    for problem in found:
        print(problem.show(asked.lang))
    errors = sum(problem.severity == "error" for problem in found)
    values = {"files": len(paths), "errors": errors, "warnings": len(found) - errors}
    print(_SUMMARY.fill(values)[asked.lang])
    return 1 if errors or not paths else 0


def _list(asked: argparse.Namespace) -> int:
    registry = LessonRegistry()
    for unit in registry.course().units:
        print(unit.title[asked.lang])
        for entry in unit.lessons:
            _line(registry, entry.id, entry.title[asked.lang], asked)
    if more := [
        lesson for lesson in registry.lessons().values() if lesson.id not in registry.course().lessons
    ]:
        print(_MORE[asked.lang])
        for lesson in more:
            _line(registry, lesson.id, lesson.title[asked.lang], asked)
    return 0


def _line(registry: LessonRegistry, name: str, title: str, asked: argparse.Namespace) -> None:
    lesson = registry.lesson(name)
    values = {"minutes": lesson.minutes, "steps": len(lesson.steps)} if lesson else {}
    state = _READY.fill(values) if lesson else _BROKEN if registry.problems(name) else _COMING
    print(f"  {name:<16} {title} ({state[asked.lang]})")


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files or folders 文件或文件夹")
    parser.add_argument(
        "--watch", action="store_true", help="lessons and banks, again at every change 文件一改动就重新检查"
    )


_SUMMARY: Final = Text(
    en="{files} files looked at: {errors} errors, {warnings} warnings.",
    zh="检查了 {files} 个文件：{errors} 处错误，{warnings} 处提醒。",
)
_WATCHING: Final = Text(en="Watching the files; Ctrl-C ends it.", zh="正在留意文件改动，按 Ctrl-C 结束。")
_WATCHED: Final = Text(en="No longer watching.", zh="已结束。")
_ALL: Final = Text(
    en="--watch looks at the whole course: leave the names of files out.",
    zh="--watch 检查整门课程：请不要再写文件名。",
)
_MORE: Final = Text(en="More lessons", zh="更多课程")
_READY: Final = Text(en="{minutes} min, {steps} steps", zh="{minutes} 分钟，{steps} 个步骤")
_COMING: Final = Text(en="coming", zh="准备中")
_BROKEN: Final = Text(en="broken: run python -m lessons check", zh="有错误：请运行 python -m lessons check")

LOOKING: Final = (
    Command(
        "check", Text(en="Look for mistakes in lesson files.", zh="检查课文件中的错误。"), _check, _files
    ),
    Command("list", Text(en="Show the plan of the course.", zh="显示课程计划。"), _list),
)

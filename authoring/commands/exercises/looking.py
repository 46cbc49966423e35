"""Looking at questions: check them, list them, show one as a student sees it, write the schema of banks."""

import argparse
from pathlib import Path
from typing import Final

from authoring.reference.bank_schema import SCHEMA, is_current, write_schema
from course.bank_lint import GROUPS, STUDENTS, check_banks
from course.bank_registry import all_exercises, find_exercise
from course.folders import bank_layers
from courseware.commands import Command
from courseware.source import shown_path
from courseware.text import Text
from exercises.drawing import draw, own_data, reveal
from exercises.preview import preview

SECRET: Final = b"a secret for looking only"


def _check(options: argparse.Namespace) -> int:
    files = options.files or bank_layers().by_layer()
    count, problems = check_banks(files, is_thorough=options.thorough)
    for problem in sorted(problems):
        print(problem.show(options.lang))
    if not problems:
        print(_FINE.fill({"items": count, "draws": count * STUDENTS * GROUPS})[options.lang])
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _list(options: argparse.Namespace) -> int:
    for exercise in all_exercises().values():
        points = ", ".join(map(str, exercise.curriculum))
        stem = exercise.item.stem[options.lang].replace("\n", " ")
        print(f"{exercise.id:<28} {exercise.kind:<7} {points:<12} {stem:.60}")
    return 0


def _show(options: argparse.Namespace) -> int:
    exercise = find_exercise(options.item)
    student = str(options.student)
    data = own_data(exercise, secret=SECRET, class_name="", student=student)
    variant = draw(exercise, secret=SECRET, class_name="", student=student, group=options.group, data=data)
    print(preview(exercise, variant, options.lang))
    if options.answer:
        print("", reveal(variant)[options.lang], sep="\n")
    return 0


def _schema(options: argparse.Namespace) -> int:
    file = shown_path(SCHEMA)
    if not options.check:
        write_schema()
        print(file)
        return 0
    if is_current():
        return 0
    print(_OLD.fill({"file": file})[options.lang])
    return 1


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="all if none is named 省略则为全部"
    )
    parser.add_argument(
        "--thorough",
        action="store_true",
        help="also search the settings of every task, for minutes 再搜索每道目标题的设置，要几分钟",
    )


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar="ITEM", help="the id of an item 题目的 id")
    parser.add_argument("--student", default="1", help="whose question 哪位学生的题")
    parser.add_argument("--group", type=int, default=0, help="the try group 第几组")
    parser.add_argument("--answer", action="store_true", help="tell the right answer too 同时显示答案")


def _only_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="compare, write nothing 只比较，不写入")


_FINE: Final = Text(
    en="{items} items, {draws} draws: nothing to mend.", zh="{items} 道题，抽取 {draws} 次：没有问题。"
)
_OLD: Final = Text(
    en="{file} is not current; run python -m exercises schema.",
    zh="{file} 已过时，请运行 python -m exercises schema。",
)

LOOKING: Final = (
    Command(
        "check",
        Text(en="Draw every item for many students.", zh="替许多学生抽取每道题，检查错误。"),
        _check,
        _files,
    ),
    Command("list", Text(en="List every item.", zh="列出全部题目。"), _list),
    Command(
        "show", Text(en="Show an item as a student sees it.", zh="按学生看到的样子显示一道题。"), _show, _item
    ),
    Command(
        "schema",
        Text(en="Write the schema that editors use.", zh="生成供编辑器使用的 JSON Schema。"),
        _schema,
        _only_check,
    ),
)

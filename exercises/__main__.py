"""The room's door for the command line: check, list and show questions, write the schema of banks."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from courseware.problem import ProblemsFoundError, ReaderError
from courseware.source import shown_path
from courseware.text import LANGUAGES, Text
from exercises.drawing import draw, own_data, reveal
from exercises.lint import GROUPS, STUDENTS, check_banks
from exercises.preview import preview
from exercises.schema import SCHEMA, is_current, write_schema
from exercises.shelf import bank, find, layers

SECRET: Final = b"a secret for looking only"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 if all is well, 1 if something is to be mended, 2 if it cannot be understood."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except ProblemsFoundError as error:
        for problem in error.problems:
            print(problem.show(options.lang))
        return 1
    except ReaderError as error:
        print(error.text[options.lang], file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exercises", description=__doc__)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default="en")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", parents=[shared], help="draw every item for many students")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="banks; all if none is named")
    check.set_defaults(run=_check)
    listing = commands.add_parser("list", parents=[shared], help="list every item")
    listing.set_defaults(run=_list)
    look = commands.add_parser("show", parents=[shared], help="show an item as a student sees it")
    look.add_argument("item", metavar="ITEM")
    look.add_argument("--student", default="1")
    look.add_argument("--group", type=int, default=0, help="the try group")
    look.add_argument("--answer", action="store_true", help="tell the right answer too")
    look.set_defaults(run=_show)
    schema = commands.add_parser("schema", parents=[shared], help="write the schema that editors use")
    schema.add_argument("--check", action="store_true", help="only tell whether the file is current")
    schema.set_defaults(run=_schema)
    return parser


def _check(options: argparse.Namespace) -> int:
    files = options.files or layers().by_layer()
    count, problems = check_banks(files)
    for problem in sorted(problems):
        print(problem.show(options.lang))
    if not problems:
        print(_FINE.fill({"items": count, "draws": count * STUDENTS * GROUPS})[options.lang])
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _list(options: argparse.Namespace) -> int:
    for exercise in bank().values():
        points = ", ".join(map(str, exercise.curriculum))
        stem = exercise.item.stem[options.lang].replace("\n", " ")
        print(f"{exercise.id:<28} {exercise.kind:<7} {points:<12} {stem:.60}")
    return 0


def _show(options: argparse.Namespace) -> int:
    exercise = find(options.item)
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


_FINE: Final = Text(
    en="{items} items, {draws} draws: nothing to mend.", zh="{items} 道题，抽取 {draws} 次：没有问题。"
)
_OLD: Final = Text(
    en="{file} is not current; run python -m exercises schema.",
    zh="{file} 已过时，请运行 python -m exercises schema。",
)

if __name__ == "__main__":
    raise SystemExit(main())

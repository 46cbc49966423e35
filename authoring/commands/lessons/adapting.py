"""Telling a lesson of another firm: what would change, then the new files."""

import argparse
import os
from typing import Final

from authoring.adapting import NameChange
from authoring.localising import Localised, localised
from course.folders import parts
from course.languages import course_languages
from course.layers import make_own_folder
from courseware.commands import Command
from courseware.language import LANGUAGES
from courseware.replacing import replace_files
from courseware.text import Text


def _adapt(asked: argparse.Namespace) -> int:
    names = [NameChange({"en": one[0], "zh": one[1]}, {"en": one[2], "zh": one[3]}) for one in asked.name]
    found = localised(asked.lesson, asked.new, names, course_languages())
    for number, name in enumerate(names):
        for language in LANGUAGES:
            values = {"old": name.old[language], "new": name.new[language]}
            values["n"] = str(found.counts.get((number, language), 0))
            print(_COUNT.fill(values)[asked.lang])
    for half in found.halves:
        print(half.message[asked.lang])
    for problem in found.problems:
        print(problem.show(asked.lang))
    if not found.is_whole:
        print(_NOT[asked.lang])
        return 1
    if asked.write:
        _write(found)
    listed = ", ".join(found.texts)
    print((_WRITTEN if asked.write else _WOULD).fill({"files": listed})[asked.lang])
    return 0


def _write(found: Localised) -> None:
    make_own_folder(os.environ)
    course = parts()
    targets = {}
    for name, text in found.texts.items():
        part, _, file = name.partition("/")
        targets[course[part].target(file)] = text
    replace_files(targets)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("lesson", metavar="LESSON", help="the lesson to start from 原来的课")
    parser.add_argument("new", metavar="NAME", help="name of the new file 新文件名 (tea_shop)")
    parser.add_argument(
        "--name",
        nargs=4,
        action="append",
        default=[],
        metavar=("OLD_EN", "OLD_ZH", "NEW_EN", "NEW_ZH"),
        help="a name in both languages, old and new; may be given again 旧名称与新名称（英、中），可重复",
    )
    parser.add_argument("--write", action="store_true", help="write the files, else only tell 写入文件")


_COUNT: Final = Text(en="{n:>4} × {old} → {new}", zh="{n:>4} 处  {old} → {new}")
_NOT: Final = Text(
    en="Nothing was written: a lesson is adapted as a whole or not at all.",
    zh="没有写入任何内容：要么整课改编，要么不改。",
)
_WOULD: Final = Text(en="--write would make: {files}", zh="加上 --write 将生成：{files}")
_WRITTEN: Final = Text(en="Written: {files}", zh="已写入：{files}")

ADAPTING: Final = (
    Command(
        "adapt",
        Text(en="Tell a lesson of another firm.", zh="把一课改编为另一家企业的案例。"),
        _adapt,
        _arguments,
    ),
)

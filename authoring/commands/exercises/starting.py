"""Starting a new bank from the example of a kind of question."""

import argparse
import os
from typing import Final

from authoring.examples.bank import new_bank
from course.folders import bank_layers
from course.layers import make_own_folder
from courseware.commands import Command
from courseware.example import write_new
from courseware.source import shown_path
from courseware.text import Text
from exercises.kinds import catalogue


def _new(options: argparse.Namespace) -> int:
    name = options.name or options.kind
    make_own_folder(os.environ)
    path = bank_layers().target(f"{name}.yaml")
    write_new(path, new_bank(options.kind, name))
    print(_WRITTEN.fill({"file": shown_path(path), "name": name})[options.lang])
    return 0


def _kind_and_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=tuple(catalogue()), help="kind of question 题型")
    parser.add_argument("name", nargs="?", metavar="NAME", help="name of the bank 题库名称")


_WRITTEN: Final = Text(
    en="Written: {file}\n"
    "Next: open it in an editor and write your own questions; python -m lessons check --watch tells mistakes "
    "as you save. A lesson asks a question by naming its id, such as {name}.…, under use:.",
    zh="已写入：{file}\n"
    "下一步：用编辑器打开，改成你自己的题目；python -m lessons check --watch 会在保存时指出错误。"
    "在课的 use: 后写上题目的 id（如 {name}.…），就能用这道题。",
)

STARTING: Final = (
    Command(
        "new",
        Text(en="Start a bank from the example of a kind.", zh="用某种题型的样例新建题库。"),
        _new,
        _kind_and_name,
    ),
)

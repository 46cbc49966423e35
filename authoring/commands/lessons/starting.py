"""Starting a new lesson from the example."""

import argparse
import os
from typing import Final

from authoring.examples.lesson import UNTITLED, new_lesson
from course.folders import lesson_layers
from course.layers import make_own_folder
from courseware.commands import Command
from courseware.example import write_new
from courseware.source import shown_path
from courseware.text import Text


def _new(asked: argparse.Namespace) -> int:
    title = Text(en=asked.en or asked.zh or UNTITLED.en, zh=asked.zh or asked.en or UNTITLED.zh)
    make_own_folder(os.environ)
    path = lesson_layers().target(f"{asked.name}.yaml")
    write_new(path, new_lesson(asked.name, title))
    print(_WRITTEN.fill({"file": shown_path(path), "name": asked.name})[asked.lang])
    return 0


def _name_and_title(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="NAME", help="name of the file and address 文件名，也是网址 (tea_shop)"
    )
    parser.add_argument("--en", metavar="TITLE", default="", help="title in English 英文课题")
    parser.add_argument("--zh", metavar="TITLE", default="", help="title in Chinese 中文课题")


_WRITTEN: Final = Text(
    en="Written: {file}\n"
    "It is an example with every kind of step; it shows in the lab at once, at /{name}.\n"
    "Next: open it in an editor and make it yours; python -m lessons check --watch tells mistakes "
    "as you save.\n"
    "The home page lists it last; name it in course.yaml to give it a place on the map.",
    zh="已写入：{file}\n"
    "这是一份包含所有步骤类型的样例，在实验室的 /{name} 马上就能看到。\n"
    "下一步：用编辑器打开，改成你自己的课；python -m lessons check --watch 会在保存时指出错误。\n"
    "首页把它排在最后；写进 course.yaml，它就能在课程地图上有自己的位置。",
)

STARTING: Final = (
    Command(
        "new",
        Text(en="Start a lesson from the example.", zh="用样例新建一课。"),
        _new,
        _name_and_title,
    ),
)

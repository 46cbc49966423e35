"""A new lesson from the example."""

import json
from pathlib import Path
from typing import Final

from authoring.reference.lesson_schema import SCHEMAS
from course.folders import lesson_layers
from course.names import NAME_TAKEN, is_taken
from courseware.example import beside_schema, check_name, filled
from courseware.phrases import sentences
from courseware.problem import ReaderError
from courseware.source import shown_path
from courseware.text import LANGUAGES, Text

EXAMPLE: Final = Path(__file__).with_name("lesson.yaml")
UNTITLED: Final = Text(en="A new lesson", zh="新的一课")


def is_free(name: str) -> bool:
    """Whether a new lesson may have this name: no page has it, and no lesson that is there or planned."""
    return not is_taken(name) and not lesson_layers().path(f"{name}.yaml").exists()


def new_lesson(name: str, title: Text = UNTITLED) -> str:
    """The text of a new lesson of this name; a ReaderError if the name cannot be had."""
    check_name(name)
    if is_taken(name):
        raise ReaderError(sentences(NAME_TAKEN[0].fill({"name": name}), NAME_TAKEN[1]))
    there, target = lesson_layers().path(f"{name}.yaml"), lesson_layers().target(f"{name}.yaml")
    if there.exists():
        values = {"name": name, "file": shown_path(there), "copy": shown_path(target)}
        raise ReaderError((_THERE if there == target else _BUILT_IN).fill(values))
    heading = ", ".join(f"{one}: {json.dumps(title[one], ensure_ascii=False)}" for one in LANGUAGES)
    text = filled(EXAMPLE.read_text(encoding="utf-8"), {"id": name, "title": f"{{{heading}}}"})
    return beside_schema(text, SCHEMAS / "lesson.json", target.parent)


_THERE: Final = Text(
    en="There is a lesson {name} already: {file}. Open that file, or choose another name.",
    zh="已有名为 {name} 的课：{file}。请直接打开那个文件，或换个名称。",
)
_BUILT_IN: Final = Text(
    en="{name} is a built-in lesson. To change it, copy {file} to {copy} and edit the copy; "
    "for a new lesson choose another name.",
    zh="{name} 是内置的课。要改动它，请把 {file} 复制为 {copy}，再编辑副本；要新建一课，请换个名称。",
)

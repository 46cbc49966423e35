"""The marking schemes of the lab itself, and the parts that the marks of a course.yaml stand for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from pydantic import TypeAdapter

from courseware.text import Text
from lessons.marking import MarkPart, Marks, PresetName, Usual

_FILE: Final = Path(__file__).with_name("mark_presets.yaml")
_HALVES: Final = Text(
    en="That the written and the on-machine exam count half each is an assumption of this lab, not of the "
    "course. If yours says otherwise, write the parts out under marks in course.yaml.",
    zh="期末中笔试与上机各占一半，是本实验室的假定，并非课程规定。"
    "如贵校另有规定，请在 course.yaml 的 marks 中写明各部分。",
)
_TYPE: Final = TypeAdapter(Mapping[PresetName, tuple[MarkPart, ...]])


@cache
def mark_presets() -> Mapping[PresetName, tuple[MarkPart, ...]]:
    """The parts of each scheme by its name."""
    return _TYPE.validate_python(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def parts_of(marks: Marks) -> tuple[MarkPart, ...]:
    """The parts of the final mark, however the file says them; none if it says none.

    The short way gives each part the name that it has in the preset, so that a course which is written
    out later keeps the marks that were entered.
    """
    if marks.parts:
        return marks.parts
    if marks.usual is None or marks.exam is None or marks.usual_parts is None:
        return mark_presets()[marks.preset] if marks.preset else ()
    usual = mark_presets()["course"][0]
    return (
        usual.model_copy(update={"weight": marks.usual, "parts": tuple(_shared(usual, marks.usual_parts))}),
        MarkPart.model_validate(
            {"id": "exam", "title": Text(en="Final exam", zh="期末"), "weight": marks.exam, "from": "entered"}
        ),
    )


def assumption_of(marks: Marks) -> Text | None:
    """What a preset assumes that no course has said; None if it assumes nothing."""
    return _HALVES if marks.preset == "course" and not marks.parts else None


def _shared(usual: MarkPart, shares: Usual) -> list[MarkPart]:
    return [part.model_copy(update={"weight": getattr(shares, part.id)}) for part in usual.parts]

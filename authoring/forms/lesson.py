"""The fields of a form for the commonest changes to a lesson, its steps, the plan and the glossary."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, get_args

from authoring.forms.field import Asked, Choice, FormField, fields_of
from course.documents import FileKind
from courseware.curriculum import knowledge_points
from courseware.text import Text
from courseware.tree import Location
from lessons.step import Stage
from papers.words import word


def fields_at(text: str, part: int | None, kind: FileKind = "lesson") -> tuple[FormField, ...]:
    """The fields for one step of a lesson (or term of the glossary), or for the file as a whole.

    `part` counts from 0. While the text cannot be read there are none.
    """
    if kind == "lesson":
        base: Location = () if part is None else ("steps", part)
        return fields_of(text, base, _LESSON if part is None else _STEP)
    if kind == "glossary":
        return () if part is None else fields_of(text, ("terms", part), _TERM)
    return fields_of(text, (), _COURSE) if part is None else fields_of(text, ("units", part), _UNIT)


_STAGES: Final[tuple[Choice, ...]] = tuple((stage, word(f"stage_{stage}")) for stage in get_args(Stage))
_MODES: Final[tuple[Choice, ...]] = (
    ("graded", Text(en="Points count", zh="计分")),
    ("practice", Text(en="Practice, no points", zh="练习，不计分")),
)
_TITLE: Final = Asked(("title",), Text(en="Title", zh="标题"))
_MINUTES: Final = Asked(("minutes",), Text(en="Minutes", zh="分钟数"), "number")
_POINTS: Final = Asked(
    ("curriculum",),
    Text(en="Knowledge points", zh="知识点"),
    "several",
    tuple(knowledge_points().items()),
)
_LISTS: Final[Mapping[tuple[str, ...], Text]] = {
    ("goals", "knowledge"): Text(en="Knowledge goal {n}", zh="知识目标 {n}"),
    ("goals", "ability"): Text(en="Ability goal {n}", zh="能力目标 {n}"),
    ("goals", "character"): Text(en="Character goal {n}", zh="素质目标 {n}"),
    ("key_points",): Text(en="Key point {n}", zh="教学重点 {n}"),
    ("difficult_points",): Text(en="Difficult point {n}", zh="教学难点 {n}"),
}
_LESSON: Final = (
    _TITLE,
    _MINUTES,
    _POINTS,
    *(Asked((*path, "*"), label) for path, label in _LISTS.items()),
)
_STEP: Final = (
    _TITLE,
    _MINUTES,
    Asked(("stage",), Text(en="Part of the class", zh="课堂环节"), "choice", _STAGES),
    Asked(("mode",), Text(en="Marking", zh="计分方式"), "choice", _MODES),
    Asked(("text",), Text(en="Text", zh="正文"), "passage"),
    Asked(("options", "*"), Text(en="Option {n}", zh="选项 {n}")),
    Asked(("answer",), Text(en="Model answer", zh="参考答案"), "passage"),
    Asked(("prompts", "*"), Text(en="Prompt {n}", zh="讨论题 {n}")),
    Asked(("predict", "question"), Text(en="Prediction", zh="预测题")),
    Asked(("predict", "options", "*"), Text(en="Prediction, option {n}", zh="预测选项 {n}")),
    Asked(("predict", "answer"), Text(en="Number of the right prediction", zh="正确预测的序号"), "number"),
    Asked(("predict", "explain"), Text(en="What the run shows", zh="运行结果的说明"), "passage"),
    Asked(("claim", "text"), Text(en="Claim", zh="说法")),
    Asked(("notes",), Text(en="Speaker notes", zh="讲稿"), "passage"),
    Asked(("intent",), Text(en="Design intent", zh="设计意图"), "passage"),
    replace(_POINTS, beside="kind"),
)
_TERM: Final = (
    Asked(("term",), Text(en="Term", zh="术语")),
    Asked(("meaning",), Text(en="Meaning", zh="解释"), "passage"),
    replace(_POINTS, beside="term"),
)
_COURSE: Final = (_TITLE, Asked(("summary",), Text(en="Summary", zh="课程简介"), "passage"))
_UNIT: Final = (
    Asked(("title",), Text(en="Title of the unit", zh="单元名称")),
    Asked(("lessons", "*", "title"), Text(en="Title of lesson {n}", zh="第 {n} 课的名称")),
)

LABELS: Final[Mapping[tuple[str, ...], Text]] = {
    tuple(step for step in asked.path if step != "*"): asked.label
    for asked in (*_UNIT, *_TERM, *_LESSON, *_STEP)
}
"""What each text of a lesson, a unit or a term is called, by the keys that lead to it."""

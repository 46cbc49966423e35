"""Writes the reference page of lesson files from the models that read them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from authoring.reference.lesson_schema import DOCS
from authoring.steps import KINDS
from courseware.curriculum import knowledge_points
from courseware.key_table import key_table
from courseware.text import Text
from lessons.assignment import AssignmentPlan, ItemPool, LateRule
from lessons.lesson import CharacterCase, Goals, Lesson
from lessons.marking import MarkPart, Marks, Rounding, Usual
from lessons.plan import Course, PlanEntry, School, Unit
from lessons.step import Claim
from lessons.terms import Also, Glossary, Term
from lessons.written import Citation

PAGE: Final = DOCS / "lesson-files.md"
OPENING: Final = Path(__file__).with_name("lesson_page.md")
"""What the page says before its tables; written by hand."""

SECTIONS: Final[tuple[tuple[type[BaseModel], Text], ...]] = (
    (Lesson, Text(en="A lesson", zh="课")),
    (Goals, Text(en="Goals", zh="教学目标")),
    (CharacterCase, Text(en="Where character comes in", zh="课程思政融入点")),
    (AssignmentPlan, Text(en="How it is set to a class", zh="作业与考试")),
    (LateRule, Text(en="Rule for late answers", zh="逾期规则")),
    (ItemPool, Text(en="Pool of an exam", zh="考试题库")),
    *(section for kind in KINDS.values() for section in ((kind.model, kind.heading), *kind.pieces)),
    (Claim, Text(en="Claim", zh="说法")),
    (Citation, Text(en="Source", zh="资料来源")),
    (Course, Text(en="The plan of the course: course.yaml", zh="课程计划：course.yaml")),
    (School, Text(en="School", zh="学校")),
    (Marks, Text(en="Marks", zh="成绩构成")),
    (MarkPart, Text(en="Part of the mark", zh="成绩的一部分")),
    (Rounding, Text(en="Rounding", zh="四舍五入")),
    (Usual, Text(en="Usual work", zh="平时成绩")),
    (Unit, Text(en="Unit", zh="单元")),
    (PlanEntry, Text(en="A lesson on the map", zh="课程地图上的一课")),
    (Glossary, Text(en="The glossary: glossary.yaml", zh="术语表：glossary.yaml")),
    (Term, Text(en="Term", zh="术语")),
    (Also, Text(en="Other words", zh="其他说法")),
)


def reference() -> str:
    """The whole page as Markdown."""
    tables = ("\n".join(_section(model, heading)) for model, heading in SECTIONS)
    points = "\n".join(_points())
    return "\n\n".join([OPENING.read_text(encoding="utf-8").strip(), *tables, points]) + "\n"


def _points() -> Iterator[str]:
    yield "## Knowledge points · 知识点"
    yield ""
    yield "| `curriculum` | knowledge point | 知识点 |"
    yield "|---|---|---|"
    for number, name in knowledge_points().items():
        yield f"| {number} | {name.en} | {name.zh} |"


def _section(model: type[BaseModel], heading: Text) -> Iterator[str]:
    schema = model.model_json_schema()
    schema = schema | schema.get("$defs", {}).get(model.__name__, {})
    yield f"## {heading.en} · {heading.zh}"
    yield ""
    yield from key_table(schema, _link)


def _link(name: str) -> str:
    heading = next(heading for model, heading in SECTIONS if model.__name__ == name)
    return heading.en

"""How a final mark is made up: parts within parts, where each value comes from, by which rules it counts."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import Text
from lessons.written import LessonModel, Name

Share = Annotated[int, Field(ge=0, le=100)]
Origin = Literal["attendance", "entered", "lessons", "assignments", "peer"]
RoundAt = Literal["final", "parts", "everywhere"]
PresetName = Literal["course", "practice"]


class MarkPart(LessonModel):
    """One part of the mark: made up of parts of its own, or worked out of what its students did."""

    id: Annotated[
        Name,
        about(
            "Its name in the record; keep it once marks are entered.", "在记录中的名称；录入成绩后请勿改动。"
        ),
    ]
    title: Annotated[Text, about("What students and the office call it.", "学生和教务看到的名称。")]
    weight: Annotated[
        Share,
        about("Its share in per cent; beside each other they make 100.", "所占百分比；同级各项合计 100。"),
    ]
    parts: Annotated[tuple["MarkPart", ...], about("What it is made up of.", "由哪些部分构成。")] = ()
    from_: Annotated[
        Origin | None,
        Field(alias="from"),
        about(
            "Where its value comes from, if it has no parts: `attendance`, `entered` by the teacher or from "
            "a file, graded questions of `lessons`, `assignments` of the class, or ratings by a `peer`.",
            "没有下级部分时，成绩从哪里来：`attendance` 考勤，`entered` 教师录入或导入，`lessons` 课中"
            "计分题，`assignments` 布置的作业与考试，`peer` 互评。",
        ),
    ] = None
    lessons: Annotated[
        tuple[Name, ...], about("Which lessons count; all if none is named.", "计入哪些课；不写则全部计入。")
    ] = ()
    mode: Annotated[
        Literal["graded", "exam"],
        about(
            "Which assignments count: homework and quizzes, or exams.", "计入哪类布置：作业与测验，或考试。"
        ),
    ] = "graded"
    best_of: Annotated[
        int | None, Field(ge=1), about("Only so many of the best count.", "只计最好的几次。")
    ] = None
    drop_lowest: Annotated[
        int,
        Field(ge=0),
        about("So many of the lowest are dropped; one always stays.", "去掉最低的几次，至少保留一次。"),
    ] = 0
    missing: Annotated[
        Literal["zero", "leave_out"],
        about("What is missing counts as zero, or is left out.", "缺项按零分计，或不计入。"),
    ] = "zero"
    cap: Annotated[
        Share, about("It comes to no more than this, out of 100.", "最高计到多少分（满分 100）。")
    ] = 100
    late: Annotated[
        float,
        Field(ge=0, le=1),
        about("What coming late counts, 0-1 of a day.", "迟到一次按多少出勤计（0–1）。"),
    ] = 0.5

    def leaves(self) -> Iterator["MarkPart"]:
        """The parts without parts, itself if it is one."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


class Rounding(LessonModel):
    """How marks are rounded: halves go up, so that 89.5 is 90."""

    decimals: Annotated[Literal[0, 1], about("Digits after the point.", "保留几位小数。")] = 0
    at: Annotated[
        RoundAt,
        about(
            "What is rounded: the `final` mark alone, also the `parts` it is directly made of (so that the "
            "printed sheet adds up), or every part `everywhere`.",
            "在哪一级四舍五入：`final` 只对总评，`parts` 还包括直接构成总评的各部分（成绩单上可以复核），"
            "`everywhere` 每一级都四舍五入。",
        ),
    ] = "parts"


class Usual(LessonModel):
    """How usual work is made up, in per cent; the short way of saying it."""

    attendance: Annotated[Share, about("Being there.", "考勤。")]
    class_performance: Annotated[Share, about("Class performance and notes.", "课堂表现与笔记。")]
    homework: Annotated[Share, about("Homework and quizzes.", "作业与测验。")]


class Marks(LessonModel):
    """How the final mark is made up: by a preset, by parts of one's own, or the short way."""

    preset: Annotated[
        PresetName | None,
        about(
            "A scheme of the lab's: `course` (usual 30, final exam 70; that its written and on-machine parts "
            "are half each is the lab's assumption) or `practice` (usual 30, mid-term 30, report 40).",
            "实验室自带的方案：`course`（平时 30、期末 70，其中笔试与上机各半是实验室的假定）"
            "或 `practice`（平时 30、期中 30、实践报告 40）。",
        ),
    ] = None
    parts: Annotated[tuple[MarkPart, ...], about("A scheme of one's own.", "自定方案的各个部分。")] = ()
    rounding: Annotated[Rounding, about("How marks are rounded.", "怎样四舍五入。")] = Rounding()
    usual: Annotated[Share | None, about("The short way: usual work.", "简写：平时成绩。")] = None
    exam: Annotated[Share | None, about("The short way: the final exam.", "简写：期末考试。")] = None
    usual_parts: Annotated[
        Usual | None, about("The short way: the parts of usual work.", "简写：平时成绩的构成。")
    ] = None

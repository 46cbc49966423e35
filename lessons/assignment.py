"""What a class is set: which questions, how often, with which help, how late, and what it counts for."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import AwareDatetime, Field, JsonValue, model_validator

from courseware.about import about
from courseware.language import conventions
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.source import parse, validate
from courseware.text import LANGUAGES, Language, Text
from lessons.written import CurriculumItem, LessonModel, Names

AssignmentMode = Literal["practice", "graded", "exam"]
"""Endless fresh variants; tries that count within a time; or one sitting against the clock."""
AssignmentPart = Literal["homework", "exam", "practice"]
"""To which part of the mark the points go."""

Share = Annotated[float, Field(ge=0, le=1)]


@dataclass(frozen=True)
class ItemFacts:
    """What a pool goes by: the knowledge points that a question asks about, and how difficult it is."""

    id: str
    curriculum: tuple[int, ...]
    difficulty: int


class ItemPool(LessonModel):
    """Questions of which some are drawn for each student."""

    draw: Annotated[int, Field(ge=1, le=100), about("How many each student gets.", "每位学生抽几题。")]
    curriculum: Annotated[
        tuple[CurriculumItem, ...],
        about(
            "Only questions about one of these knowledge points; all if left out.",
            "只从这些知识点的题目中抽取，省略时不限。",
        ),
    ] = ()
    difficulty: Annotated[
        int,
        Field(ge=1, le=3),
        about("Questions of at most this difficulty.", "题目难度不超过这一级。"),
    ] = 3
    items: Annotated[
        Names | None, Field(alias="use"), about("Only these questions, by their ids.", "只从这些题目中抽取。")
    ] = None

    def takes(self, item: ItemFacts) -> bool:
        """Whether the question may be drawn from this pool."""
        is_about = not self.curriculum or not set(self.curriculum).isdisjoint(item.curriculum)
        is_named = self.items is None or item.id in self.items
        return is_about and is_named and item.difficulty <= self.difficulty

    def of(self, items: Iterable[ItemFacts]) -> tuple[str, ...]:
        """The questions that may be drawn from this pool."""
        return tuple(item.id for item in items if self.takes(item))


class LateRule(LessonModel):
    """What an answer after the due time still earns."""

    days: Annotated[
        int, Field(ge=1, le=180), about("How many days answers are still taken.", "截止后还可作答的天数。")
    ]
    per_day: Annotated[
        Share,
        about(
            "Which share is taken away for each day that has begun; 0.1 takes 10 %.",
            "每迟一天（不足一天按一天算）扣多少；0.1 即扣 10%。",
        ),
    ] = 0.1
    floor: Annotated[
        Share, about("The share that is left at least while answers are taken.", "可作答期间至少保留的比例。")
    ] = 0.0


class AssignmentPlan(LessonModel):
    """How questions are set to a class, without any date."""

    mode: Annotated[
        AssignmentMode,
        about(
            "practice: endless new variants; graded: points count; exam: one sitting against the clock.",
            "practice 反复练习，graded 计分作业，exam 限时考试（只考一次）。",
        ),
    ] = "graded"
    items: Annotated[
        Names | None,
        Field(alias="use"),
        about(
            "The questions, by their ids; the graded ones of the lesson if left out.",
            "题目的 id；省略时为本课的计分题。",
        ),
    ] = None
    pools: Annotated[
        tuple[ItemPool, ...],
        about("In an exam: what is drawn for each student.", "考试时为每位学生抽取的题库。"),
    ] = ()
    tries: Annotated[
        Annotated[int, Field(ge=1, le=10)] | None,
        about(
            "How many tries there are; as the question says if left out.", "可答次数；省略时按题目的规定。"
        ),
    ] = None
    hints: Annotated[bool, about("Whether hints may be opened.", "是否可以看提示。")] = True
    late: Annotated[
        LateRule | None,
        about(
            "What answers after the due time earn; none are taken if left out.", "逾期规则；省略时逾期不收。"
        ),
    ] = None
    minutes: Annotated[
        Annotated[int, Field(ge=1, le=600)] | None,
        about("In an exam: how long a student has.", "考试时长（分钟）。"),
    ] = None
    is_shuffled: Annotated[
        bool,
        Field(alias="shuffle"),
        about("In an exam: whether each student has an order of their own.", "考试时题目顺序是否各人不同。"),
    ] = True
    part: Annotated[
        AssignmentPart | None,
        about(
            "To which part of the mark it counts; graded work to homework and an exam to exam if left out.",
            "计入哪一部分成绩：homework 作业，exam 考试，practice 不计分；省略时作业计入作业，考试计入考试。",
        ),
    ] = None
    points: Annotated[
        Annotated[float, Field(gt=0, le=1000)] | None,
        about("How many points it is worth; one a question if left out.", "总分；省略时每题一分。"),
    ] = None

    @property
    def counts_for(self) -> AssignmentPart:
        """The part of the mark that it counts to."""
        by_mode: Mapping[AssignmentMode, AssignmentPart] = {"graded": "homework", "exam": "exam"}
        return self.part or by_mode.get(self.mode, "practice")

    @model_validator(mode="after")
    def _fits_its_mode(self) -> Self:
        if self.mode == "exam" and self.minutes is None:
            raise ReaderError(_NO_MINUTES)
        exam_only = ("minutes", self.minutes is not None), ("pools", bool(self.pools))
        graded_only = ("late", self.late is not None), ("tries", self.tries is not None)
        for needed, keys in (("exam", exam_only), ("graded", graded_only)):
            for key, is_there in keys:
                if is_there and self.mode != needed:
                    raise ReaderError(_NOT_IN_MODE.fill({"key": key, "needed": needed, "mode": self.mode}))
        return self


class DatedAssignment(AssignmentPlan):
    """The same for one class: with a title and with dates."""

    title: Annotated[str, Field(max_length=80), about("What students read.", "学生看到的标题。")] = ""
    opens_at: Annotated[
        AwareDatetime | None, about("From when answers are taken.", "从什么时候开始作答。")
    ] = None
    due_at: Annotated[
        AwareDatetime | None,
        about("Until when the full points are to be had; when an exam ends.", "截止时间；考试的结束时间。"),
    ] = None
    release_at: Annotated[
        AwareDatetime | None,
        about(
            "When the results of an exam are shown; a teacher releases them if left out.",
            "考试结果的公布时间；省略时由教师公布。",
        ),
    ] = None

    @model_validator(mode="after")
    def _dates_follow(self) -> Self:
        if self.mode == "exam" and self.due_at is None:
            raise ReaderError(_NO_END)
        if self.opens_at and self.due_at and self.due_at <= self.opens_at:
            raise ReaderError(_DUE_BEFORE_OPEN)
        if self.late is not None and self.due_at is None:
            raise ReaderError(_LATE_WITHOUT_DUE)
        if self.release_at and self.due_at and self.release_at < self.due_at:
            raise ReaderError(_EARLY_RELEASE)
        return self


def read_assignment(values: Mapping[str, JsonValue]) -> DatedAssignment:
    """An assignment from what a page collected or the record holds, checked as if it stood in a file.

    A ReaderError says everything that is amiss.
    """
    try:
        return validate(parse(json.dumps(values), ""), DatedAssignment)
    except ProblemsFoundError as error:
        told = {
            language: conventions(language).blank.join(_said(one, language) for one in error.problems)
            for language in LANGUAGES
        }
        raise ReaderError(Text(**told)) from error


def _said(problem: Problem, language: Language) -> str:
    said = problem.said(language)
    return conventions(language).label.format(label=problem.field) + said if problem.field else said


_NO_MINUTES: Final = Text(
    en="An exam needs minutes: how long a student has, such as minutes: 45.",
    zh="考试需要写 minutes（时长，分钟），例如 minutes: 45。",
)
_NOT_IN_MODE: Final = Text(
    en="{key} belongs to the mode {needed}; this assignment has the mode {mode}. "
    "Leave {key} out, or change the mode.",
    zh="{key} 只用于 {needed} 模式，这里是 {mode} 模式。请去掉 {key}，或修改 mode。",
)
_NO_END: Final = Text(
    en="An exam needs a time at which it ends for everybody; none was given.",
    zh="考试需要统一的结束时间，现在没有填写。",
)
_DUE_BEFORE_OPEN: Final = Text(
    en="It is due before it opens. Choose a due time after the opening time.",
    zh="截止时间早于开始时间，请改为晚于开始时间。",
)
_LATE_WITHOUT_DUE: Final = Text(
    en="A rule for late answers needs a due time; none was given.",
    zh="有逾期规则就要有截止时间，现在没有填写。",
)
_EARLY_RELEASE: Final = Text(
    en="Results would be shown before the exam has ended for everybody. Choose a later time.",
    zh="成绩公布时间早于考试结束时间，请改得晚一些。",
)

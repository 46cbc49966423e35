"""What every step of a lesson has, whatever its kind."""

from typing import Annotated, Final, Literal

from courseware.about import about
from courseware.text import NonEmptyText, Text
from lessons.written import Citation, CurriculumItem, LessonModel, Minutes, Name

StageName = Literal[
    "sign_in", "warm_up", "knowledge", "interaction", "practice", "summary", "homework", "extension"
]
"""The parts of a class hour, in the order in which they usually come; then what lies outside it."""

OUTSIDE_CLASS: Final = frozenset[StageName]({"homework", "extension"})
"""Homework is for everybody, an extension for the quick; neither takes minutes of the class."""


class Claim(LessonModel):
    """Something that people say, and what it is worth."""

    status: Annotated[
        Literal["folklore", "tested", "supported"],
        about("What the claim is worth.", "folklore 说法，tested 经过检验，supported 有依据。"),
    ]
    text: Annotated[Text, about("The claim, as people say it.", "通常的说法。")]
    source: Annotated[
        NonEmptyText | Text,
        about("Who says so; plain if it is the same for every reader.", "出处；中英文相同时只写一份。"),
    ]


KIND: Final = about("What students do in it.", "步骤的类型。")


class StepBase(LessonModel):
    """What is written of every step."""

    id: Annotated[
        Name,
        about(
            "What addresses and records call it: s1, s2, … if left out.",
            "地址和记录中的名称；省略时依次为 s1、s2……",
        ),
    ] = ""
    stage: Annotated[StageName, about("Which part of the class hour it belongs to.", "属于课堂的哪个环节。")]
    minutes: Annotated[
        Minutes,
        about(
            "How long it takes; homework and extension are not counted.",
            "用时（分钟）；作业和拓展不计入课时。",
        ),
    ]
    title: Annotated[Text, about("What the rail of steps shows.", "步骤栏中显示的标题。")]
    notes: Annotated[Text | None, about("What the teacher says or does.", "教师讲稿或操作提示。")] = None
    intent: Annotated[Text | None, about("Why the step is there.", "设计意图。")] = None
    curriculum: Annotated[
        tuple[CurriculumItem, ...],
        about("The numbers of the knowledge points it teaches.", "所教知识点的编号。"),
    ] = ()
    sources: Annotated[tuple[Citation, ...], about("Where its facts come from.", "资料来源。")] = ()
    claim: Annotated[
        Claim | None, about("A claim that the step tells or tests.", "本步骤讲述或检验的说法。")
    ] = None

    @property
    def in_class(self) -> bool:
        """Whether its minutes are minutes of the class."""
        return self.stage not in OUTSIDE_CLASS

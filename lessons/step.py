"""One step of a lesson: something that is asked, read, played with, answered or discussed."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import Sentence, Text
from lessons.written import Citation, CurriculumItem, Minutes, Name, Names, Setting, Written

Stage = Literal[
    "sign_in", "warm_up", "knowledge", "interaction", "practice", "summary", "homework", "extension"
]
"""The parts of a class hour, in the order in which they usually come; then what lies outside it."""

OUTSIDE_CLASS: Final = frozenset[Stage]({"homework", "extension"})
"""Homework is for everybody, an extension for the quick; neither takes minutes of the class."""


class Claim(Written):
    """Something that people say, and what it is worth."""

    status: Annotated[
        Literal["folklore", "tested", "supported"],
        about("What the claim is worth.", "folklore 说法，tested 经过检验，supported 有依据。"),
    ]
    text: Annotated[Text, about("The claim, as people say it.", "通常的说法。")]
    source: Annotated[
        Sentence | Text,
        about("Who says so; plain if it is the same for every reader.", "出处；中英文相同时只写一份。"),
    ]


_KIND = about("What students do in it.", "步骤的类型。")


class _Step(Written):
    id: Annotated[
        Name,
        about(
            "What addresses and records call it: s1, s2, … if left out.",
            "地址和记录中的名称；省略时依次为 s1、s2……",
        ),
    ] = ""
    stage: Annotated[Stage, about("Which part of the class hour it belongs to.", "属于课堂的哪个环节。")]
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


class AskStep(_Step):
    """A question to the class, each answering before anything is explained."""

    kind: Annotated[Literal["ask"], _KIND]
    text: Annotated[Text, about("The question.", "问题。")]
    options: Annotated[
        tuple[Text, ...],
        about("What to choose from; left out, an answer is written.", "供选择的答案；省略则由学生书写。"),
    ] = ()
    answer: Annotated[
        Text | None,
        about("One good answer, shown once the student has answered.", "参考答案，学生作答后显示。"),
    ] = None


class ReadStep(_Step):
    """A passage to read."""

    kind: Annotated[Literal["read"], _KIND]
    text: Annotated[
        Text,
        about(
            "The passage, in Markdown; [[term]] links a term.", "正文（Markdown）；[[术语]] 链接到术语表。"
        ),
    ]


class Control(Written):
    """What a student may do with one parameter; left out, the simulation's own bounds hold."""

    default: Annotated[Setting | None, about("Where it starts.", "起始值。")] = None
    min: Annotated[float | None, about("How far down it goes.", "下限。")] = None
    max: Annotated[float | None, about("How far up it goes.", "上限。")] = None


class Predict(Written):
    """A question before the run; the first answer is kept, the explanation comes after."""

    question: Annotated[Text, about("What will happen?", "会发生什么？")]
    options: Annotated[tuple[Text, ...], Field(min_length=2), about("What to choose from.", "供选择的答案。")]
    number: Annotated[
        int | None,
        Field(alias="answer", ge=1),
        about("The number of the right option, from 1.", "正确选项的序号，从 1 数起。"),
    ] = None
    explain: Annotated[Text, about("What the run shows, and why.", "运行结果说明了什么，为什么。")]
    apply: Annotated[
        Mapping[str, Setting],
        about(
            "Where the sliders stand in the run that the explanation praises; one button draws it.",
            "解释中所说的那次运行里各滑块的值；讲解时可一键画在图上。",
        ),
    ] = {}

    @property
    def answer(self) -> int | None:
        """The index of the right option, from 0, if there is one."""
        return None if self.number is None else self.number - 1


class PlayStep(_Step):
    """A simulation beside its text: predict, run, explain."""

    kind: Annotated[Literal["play"], _KIND]
    text: Annotated[Text | None, about("What to look for.", "观察要点。")] = None
    simulation: Annotated[Name, about("Which simulation.", "哪个模拟。")]
    view: Annotated[Name, about("Which of its charts.", "哪张图。")]
    controls: Annotated[
        Mapping[str, Control],
        about("What students may move, and from where.", "学生可以调节的参数及其起点。"),
    ] = {}
    set: Annotated[Mapping[str, Setting], about("Parameters held fixed.", "固定不变的参数。")] = {}
    show: Annotated[tuple[Name, ...], about("The measures beside the chart.", "图旁显示的指标。")] = ()
    predict: Annotated[Predict | None, about("A question before the run.", "运行之前的预测题。")] = None


class ExerciseStep(_Step):
    """Questions from the banks."""

    kind: Annotated[Literal["exercise"], _KIND]
    text: Annotated[Text | None, about("What to know before answering.", "答题之前的说明。")] = None
    items: Annotated[Names, Field(alias="use"), about("The questions, by their ids.", "题目的 id。")]
    mode: Annotated[
        Literal["graded", "practice"], about("Whether points count.", "graded 计分，practice 不计分。")
    ] = "graded"


class DiscussStep(_Step):
    """A case or a question that is talked over in class."""

    kind: Annotated[Literal["discuss"], _KIND]
    text: Annotated[Text, about("The case.", "案例或话题。")]
    prompts: Annotated[
        tuple[Text, ...], about("Questions that keep the talk going.", "推进讨论的问题。")
    ] = ()


Step = AskStep | ReadStep | PlayStep | ExerciseStep | DiscussStep
AnyStep = Annotated[Step, Field(discriminator="kind")]

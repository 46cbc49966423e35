"""What a teacher writes for a goal in a simulation."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import Text
from exercises.formula import Formula
from exercises.item import TYPE, BankModel, Item, Name

Op = Literal[">=", "<=", ">", "<"]
GoalValue = float | str
MeasureFormat = Annotated[str, StringConstraints(pattern=r"^\+?,?(\.\d)?[fdge%]?$")]


class ControlRange(BankModel):
    """From where to where a parameter may be set; what is not said, the simulation says."""

    min: Annotated[float | None, about("How far down it goes.", "下限。")] = None
    max: Annotated[float | None, about("How far up it goes.", "上限。")] = None
    default: Annotated[float | None, about("Where it starts.", "起始值。")] = None
    step: Annotated[
        Annotated[float, Field(gt=0)] | None, about("In which steps it moves.", "调节的步长。")
    ] = None


class Goal(BankModel):
    """A measure (or a sum of measures and controls) and what it must reach, and why it is missed if it is."""

    measure: Annotated[Name | None, about("Which measure of the simulation.", "模拟中的哪个指标。")] = None
    expr: Annotated[
        Formula | None,
        about(
            "In place of a measure: a formula of measures and controls, such as what the settings cost.",
            "代替指标：由指标和可调参数写成的公式，例如这些设置要花多少钱。",
        ),
    ] = None
    label: Annotated[Text | None, about("What the formula is called.", "公式的名称。")] = None
    format: Annotated[
        MeasureFormat, about("How its number is written, such as ,d or .0%.", "数值的写法，例如 ,d 或 .0%。")
    ] = ""
    op: Annotated[Op, about("On which side of the value.", "与目标值比较的方式。")]
    value: Annotated[Formula, about("What it must reach.", "须达到的值。")]
    weight: Annotated[float, Field(gt=0), about("How much it counts.", "所占的权重。")] = 1.0
    why: Annotated[Text, about("Told to whoever misses it.", "没达到时告诉学生的理由。")]

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.measure is None) == (self.expr is None) or (self.expr is None) != (self.label is None):
            raise ReaderError(_ONE_WAY)
        return self


class Tests(BankModel):
    """Controls that must reach every goal, and controls that must not."""

    pass_: Annotated[
        Mapping[Name, float], Field(alias="pass"), about("Controls that reach it.", "能达到目标的设置。")
    ]
    fail: Annotated[Mapping[Name, float], about("Controls that do not.", "达不到目标的设置。")]


class TargetItem(Item):
    """A simulation, what the student may set, what the task sets, and the goals."""

    type: Annotated[Literal["target"], TYPE]
    simulation: Annotated[Name, about("Which simulation.", "哪个模拟。")]
    view: Annotated[Name | None, about("Which of its charts.", "哪张图。")] = None
    controls: Annotated[
        Mapping[Name, ControlRange],
        Field(min_length=1),
        about("What students may set, and how far.", "学生可以设置的参数及其范围。"),
    ]
    set: Annotated[Mapping[Name, GoalValue], about("Parameters held fixed.", "固定不变的参数。")] = Field(
        default_factory=dict
    )
    goals: Annotated[
        tuple[Goal, ...], Field(min_length=1, max_length=6), about("What must be reached.", "须达到的目标。")
    ]
    tests: Annotated[
        Tests, about("Proof that it can be done, and can be missed.", "证明目标达得到，也可能达不到。")
    ]


_ONE_WAY: Final = Text(
    en="A goal has either a measure, or an expr with its label.",
    zh="一个目标要么写 measure，要么写 expr 和它的 label。",
)

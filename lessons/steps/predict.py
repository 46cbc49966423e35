"""A question before the run: an option is chosen, a number is named, or a curve is drawn."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from courseware.about import about
from courseware.problem import ReaderError
from courseware.text import NonEmptyText, Text
from lessons.written import LessonModel, Name, ParameterSetting

ChartAxis = Literal["x", "y", "x2", "y2"]


class PredictOption(Text):
    """One of the answers to choose from, perhaps with the place where it stands in the chart."""

    en: Annotated[NonEmptyText, about("The answer in English.", "英文选项。")]
    zh: Annotated[NonEmptyText, about("The answer in Chinese.", "中文选项。")]
    value: Annotated[
        float | None,
        Field(allow_inf_nan=False),
        about(
            "Which number of the axis it stands for; the chart shows it beside the run afterwards.",
            "它代表坐标轴上的哪个数；揭晓后会画在图上，与运行结果对照。",
        ),
    ] = None
    bar: Annotated[
        int | None,
        Field(ge=1, le=100),
        about(
            "Which bar it stands for, counted from 1, where the axis has names and no numbers.",
            "坐标轴上是名称而不是数时，它代表第几根柱子，从 1 数起。",
        ),
    ] = None

    @property
    def place(self) -> float | None:
        """Where it stands on the axis: bars lie at 0, 1, 2, …"""
        return self.value if self.bar is None else self.bar - 1


class NumberGuess(LessonModel):
    """A number that is named before the run; it is settled by the measure that the prediction names."""

    min: Annotated[float, about("The smallest number that may be named.", "允许填写的最小值。")]
    max: Annotated[float, about("The largest number that may be named.", "允许填写的最大值。")]
    near: Annotated[
        float,
        Field(ge=0),
        about("How far off still counts as foreseen.", "相差多少以内算预测对了。"),
    ]

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if not self.min < self.max:
            raise ReaderError(_FALLS.fill({"low": f"{self.min:g}", "high": f"{self.max:g}"}))
        return self

    def holds(self, value: float) -> bool:
        """Whether a number lies within the bounds."""
        return self.min <= value <= self.max


class CurveGuess(LessonModel):
    """A curve that is drawn before the run, over an empty plot; the run's own curve settles it."""

    over: Annotated[
        Name, about("The column that runs along the bottom, such as month.", "横轴所用的列，例如月份。")
    ]
    of: Annotated[Name, about("The column that is drawn.", "要画的那一列。")]
    min: Annotated[float, about("Where the plot ends below.", "图的下端。")]
    max: Annotated[float, about("Where the plot ends above.", "图的上端。")]
    near: Annotated[
        float,
        Field(ge=0),
        about("How far off on average still counts as foreseen.", "平均相差多少以内算预测对了。"),
    ]

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if not self.min < self.max:
            raise ReaderError(_FALLS.fill({"low": f"{self.min:g}", "high": f"{self.max:g}"}))
        return self

    def holds(self, values: Sequence[float]) -> bool:
        """Whether all of them lie within the plot."""
        return all(self.min <= value <= self.max for value in values)


class Predict(LessonModel):
    """A question before the run; the first answer is kept, the explanation comes after."""

    question: Annotated[Text, about("What will happen?", "会发生什么？")]
    options: Annotated[
        tuple[PredictOption, ...],
        Field(min_length=2, json_schema_extra={"offered": True}),
        about("What to choose from.", "供选择的答案。"),
    ] = ()
    right: Annotated[
        int | None,
        Field(alias="answer", ge=1),
        about("The number of the right option, from 1.", "正确选项的序号，从 1 数起。"),
    ] = None
    number: Annotated[
        NumberGuess | None,
        about("Asks for a number instead of one of several options.", "不给选项，请学生填写一个数。"),
    ] = None
    curve: Annotated[
        CurveGuess | None,
        about(
            "Asks for a curve to be drawn over an empty plot instead.",
            "不给选项，请学生在空白坐标图上画出曲线。",
        ),
    ] = None
    measure: Annotated[
        Name | None,
        about(
            "The measure of the run that the question is about; a number needs one.",
            "题目所问的指标；填写数值时必须写出。",
        ),
    ] = None
    axis: Annotated[
        ChartAxis | None,
        about(
            "On which axis of the chart that is read: what was predicted is drawn there beside the run.",
            "该数值对应图中的哪条坐标轴；学生的预测会画在那里，与运行结果对照。",
        ),
    ] = None
    explain: Annotated[Text, about("What the run shows, and why.", "运行结果说明了什么，为什么。")]
    apply: Annotated[
        Mapping[str, ParameterSetting],
        about(
            "Where the sliders stand in the run that the explanation praises; one button draws it.",
            "解释中所说的那次运行里各滑块的值；讲解时可一键画在图上。",
        ),
    ] = {}

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum((bool(self.options), self.number is not None, self.curve is not None)) != 1:
            raise ReaderError(_ONE_WAY)
        if self.number is not None and self.measure is None:
            raise ReaderError(_NO_MEASURE)
        return self

    @property
    def answer(self) -> int | None:
        """The index of the right option, from 0, if there is one."""
        return None if self.right is None else self.right - 1


_FALLS: Final = Text(
    en="min is {low} and max is {high}: max must be the larger.",
    zh="min 为 {low}，max 为 {high}：max 应更大。",
)
_ONE_WAY: Final = Text(
    en="A prediction needs one of three: options to choose from, a number to be named, a curve to be drawn.",
    zh="预测题应当写 options（供选择）、number（填写数值）、curve（画曲线）三者之一。",
)
_NO_MEASURE: Final = Text(
    en="Write the measure that settles the number, under the key measure.",
    zh="请在 measure 中写出这个数由哪个指标来检验。",
)

"""A simulation that is played with: what is written of it, and the slides that it makes."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from courseware.about import about
from courseware.text import Text
from lessons.passages import cut
from lessons.slide import ABOVE_A_CHART, WITH_OPTIONS, Slide, room_for, slide_of, something
from lessons.step import KIND, StepBase
from lessons.steps.contract import Mode
from lessons.steps.predict import Predict
from lessons.steps.task import PlayTask
from lessons.written import LessonModel, Name, ParameterSetting


class PlayControl(LessonModel):
    """What a student may do with one parameter; left out, the simulation's own bounds hold."""

    default: Annotated[ParameterSetting | None, about("Where it starts.", "起始值。")] = None
    min: Annotated[float | None, about("How far down it goes.", "下限。")] = None
    max: Annotated[float | None, about("How far up it goes.", "上限。")] = None


class PlayStep(StepBase):
    """A simulation beside its text: predict, run, explain."""

    kind: Annotated[Literal["play"], KIND]
    text: Annotated[Text | None, about("What to look for.", "观察要点。")] = None
    simulation: Annotated[Name, about("Which simulation.", "哪个模拟。")]
    view: Annotated[Name, about("Which of its charts.", "哪张图。")]
    controls: Annotated[
        Mapping[str, PlayControl],
        about("What students may move, and from where.", "学生可以调节的参数及其起点。"),
    ] = {}
    set: Annotated[Mapping[str, ParameterSetting], about("Parameters held fixed.", "固定不变的参数。")] = {}
    show: Annotated[tuple[Name, ...], about("The measures beside the chart.", "图旁显示的指标。")] = ()
    tasks: Annotated[
        tuple[PlayTask, ...],
        Field(max_length=6),
        about(
            "What students are to bring about; a run that does it is noticed.",
            "要求学生做到的事，做到时系统会察觉。",
        ),
    ] = ()
    predict: Annotated[Predict | None, about("A question before the run.", "运行之前的预测题。")] = None

    IS_TASK: ClassVar[bool] = True
    LEAST_MINUTES: ClassVar[int] = 8
    """To predict, run, change something and explain takes a class about this long."""

    def slides(self) -> Iterator[Slide]:
        """The chart, with its text above it if that is short, else on slides of its own before it."""
        if self.text is None:
            yield slide_of(self, "play")
            return
        asked = (self.predict.question, *self.predict.options) if self.predict else ()
        room = WITH_OPTIONS if asked else ABOVE_A_CHART
        passages = cut(self.text, room=room, shared=room_for(asked), peel=True)
        yield from (slide_of(self, "text", text=passage) for passage in passages[:-1])
        yield slide_of(self, "play", text=something(passages[-1]))

    def asks(self) -> tuple[tuple[str, Mode], ...]:
        """Nothing of the banks."""
        return ()

    def keeps_words(self) -> bool:
        """Where something is to be predicted."""
        return self.predict is not None

    def plays(self) -> str:
        """The simulation beside its text."""
        return self.simulation

"""What a drawing is written of: what it is, in words, and one of six forms with what stands in it."""

from typing import Annotated, Literal

from pydantic import Field

from courseware.text import Text
from lessons.written import LessonModel

Share = Annotated[float, Field(ge=0, le=1)]


class DrawnPart(LessonModel):
    """One box: its name, and a few words under it."""

    name: Text
    note: Text | None = None
    strong: bool = False
    """Whether it is what the drawing is about."""


class ChainForm(LessonModel):
    """One thing after another, with arrows; `closed` leads from the last back to the first."""

    form: Literal["chain"]
    parts: Annotated[tuple[DrawnPart, ...], Field(min_length=2, max_length=8)]
    closed: bool = False


class HubForm(LessonModel):
    """Several things round one."""

    form: Literal["hub"]
    centre: Text
    parts: Annotated[tuple[DrawnPart, ...], Field(min_length=2, max_length=8)]


class DrawnAxis(LessonModel):
    """What an axis tells, from little to much."""

    name: Text
    low: Text
    high: Text


class CornersForm(LessonModel):
    """Two questions make four corners: the upper left, the upper right, the lower left, the lower right."""

    form: Literal["corners"]
    across: DrawnAxis
    up: DrawnAxis
    parts: Annotated[tuple[DrawnPart, ...], Field(min_length=4, max_length=4)]


class DrawnLayer(LessonModel):
    """One layer: its name, and what stands side by side in it."""

    name: Text
    parts: Annotated[tuple[DrawnPart, ...], Field(max_length=4)] = ()
    strong: bool = False


class LayersForm(LessonModel):
    """LayersForm from top to bottom: as wide as each other, ever wider, or each within the one before."""

    form: Literal["layers"]
    bands: Annotated[tuple[DrawnLayer, ...], Field(min_length=2, max_length=6)]
    shape: Literal["even", "pyramid", "nested"] = "even"


class DrawnCurve(LessonModel):
    """How something goes over time: points from left to right and from bottom to top, 0 to 1."""

    name: Text
    points: Annotated[tuple[tuple[Share, Share], ...], Field(min_length=2)]
    dashed: bool = False
    label: tuple[Share, Share]
    """Where its name stands."""


class CurvesForm(LessonModel):
    """CurvesForm over time, perhaps in stages that each have a share of the time."""

    form: Literal["curves"]
    across: Text
    up: Text
    curves: Annotated[tuple[DrawnCurve, ...], Field(min_length=1)]
    stages: tuple[Text, ...] = ()


class DrawnSum(LessonModel):
    """What is added up on one side, and what its sum is called."""

    name: Text
    parts: Annotated[tuple[Text, ...], Field(max_length=6)] = ()


class DifferenceForm(LessonModel):
    """One sum less another, and what is left."""

    form: Literal["difference"]
    plus: DrawnSum
    minus: DrawnSum
    result: Text


Form = Annotated[
    ChainForm | HubForm | CornersForm | LayersForm | CurvesForm | DifferenceForm, Field(discriminator="form")
]


class Drawing(LessonModel):
    """A drawing of the lab: what it is called, what it shows to who cannot see it, and its form."""

    title: Text
    about: Text
    draw: Form

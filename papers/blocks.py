"""What papers are made of: passages, things counted off, boxes to tick, room to write, tables, charts."""

from dataclasses import dataclass, field
from typing import Literal

from courseware.text import Text
from simulations import Simulation
from simulations.model import Model

PointMark = Literal["letters", "numbers", "bullets"]


@dataclass(frozen=True)
class Passage:
    """Markdown, perhaps led by a label such as "Predict"."""

    text: Text
    label: Text | None = None


@dataclass(frozen=True)
class Aside:
    """Markdown for the teacher alone, set apart from what the class reads."""

    text: Text
    label: Text


@dataclass(frozen=True)
class Points:
    """Things that are counted off; `room` is how many lines to write on follow each of them."""

    texts: tuple[Text, ...]
    mark: PointMark
    room: int = 0
    label: Text | None = None


@dataclass(frozen=True)
class Choices:
    """Options by their letters, or by their `marks`, each with a box to tick."""

    texts: tuple[Text, ...]
    is_several: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Room:
    """Lines to write on, perhaps after a few words."""

    lines: int
    label: Text | None = None


@dataclass(frozen=True)
class Gap:
    """One short line to fill in, between words that stand before and after it."""

    before: Text
    after: Text | None = None
    places: int = 1
    """Several places stand in a row, with arrows between them."""


@dataclass(frozen=True)
class Form:
    """A table; a cell that is None is left free to write in."""

    heads: tuple[Text, ...]
    rows: tuple[tuple[Text | None, ...], ...]


@dataclass(frozen=True)
class Chart:
    """One view of a run; `is_told` says that its message in words stands below it."""

    simulation: Simulation = field(repr=False)
    view: str
    model: Model = field(repr=False)
    title: Text
    is_told: bool = False


@dataclass(frozen=True)
class EmptyAxes:
    """Two axes and no curve: what runs along the bottom, what is drawn, and its bounds."""

    over: Text
    of: Text
    low: str
    high: str


@dataclass(frozen=True)
class DrawingBlock:
    """A drawing of the lab, by its name."""

    name: str


ToldBlock = Passage | Points
"""What Word documents are written of, and what every paper may say."""
Block = Passage | Aside | Points | Choices | Room | Gap | Form | Chart | EmptyAxes | DrawingBlock


@dataclass(frozen=True)
class PaperSection:
    """A piece of a paper under its own number: a step of the lesson, or one of its questions."""

    number: str
    title: Text | None
    when: Text | None
    blocks: tuple[Block, ...]
    level: int = 1
    """2 for a question within a step."""


@dataclass(frozen=True)
class PaperPart:
    """Sections that belong together, on pages of their own if they begin a page."""

    sections: tuple[PaperSection, ...]
    heading: Text | None = None
    lead: Text | None = None
    begins_a_page: bool = False


@dataclass(frozen=True)
class Paper:
    """A whole paper; `seed` is the number of the variant if questions are drawn for it."""

    name: Text
    course: Text
    topic: Text
    parts: tuple[PaperPart, ...]
    seed: int | None = None
    is_for_students: bool = False

"""What a writer is offered of each kind of step; what a kind lacks is named by the type checker."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel

from courseware.asked import Asked
from courseware.text import Text
from courseware.words import WordFile
from lessons.steps import Step

_WORDS: Final = WordFile.beside(__file__)

Choose = Literal["nothing", "simulation", "slider", "measure", "question", "lesson"]
"""What a teacher has to choose before a part can be put in."""
Way = Literal["once", "sentence", "name", "slider", "source"]
"""How a part comes in: once under its key, or as one more of a list of sentences, of names, of sliders."""


@dataclass(frozen=True)
class Wanted:
    """What a teacher has chosen for a piece: a simulation with its view and sliders, a name, its title.

    `chosen` is a question for an exercise, a measure, or a lesson for the plan.
    """

    simulation: str = ""
    view: str = ""
    sliders: Sequence[str] = ()
    chosen: str = ""
    title: Text | None = None


@dataclass(frozen=True)
class StepPart:
    """Something that can be put into a step: what it is called, how it comes in, what is chosen for it.

    `lines` are what stands under its key if it comes in once; ``${1}`` are places to fill in.
    """

    label: Text
    way: Way
    choose: Choose = "nothing"
    lines: str = '{en: "${1}", zh: "${2}"}'


@dataclass(frozen=True)
class StepAuthoring:
    """All that a writer is offered of one kind of step; nothing has a default."""

    about: Text
    """What the completion and the button for a new step say of it."""
    model: type[Step]
    heading: Text
    """Over its keys in the reference page."""
    pieces: tuple[tuple[type[BaseModel], Text], ...]
    """The models of its own that the reference page explains below it, with their headings."""
    keys: tuple[str, ...]
    """The keys of a new step between its title and its notes."""
    choose: Choose
    """What a teacher chooses before a new step is put in."""
    given: Callable[[Wanted], Mapping[str, str]]
    """The keys of a new step that follow from what was chosen, as YAML."""
    fields: tuple[Asked, ...]
    """What the form asks for between the stage and the claim."""
    parts: Mapping[str, StepPart]
    """What can be put into such a step later, by its key."""


def nothing_given(_: Wanted) -> Mapping[str, str]:
    """Of a kind for which nothing is chosen."""
    return {}


TEXT = Asked(("text",), _WORDS["text"], "passage")
"""The passage that most kinds begin with."""

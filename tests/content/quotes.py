"""Numbers that a lesson quotes from its runs, each with the sliders that lead to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import simulations
from course import find_lesson
from courseware.text import Text
from lessons import PlayStep
from simulations import Model

Value = float | int | str
TODAY: Mapping[str, Value] = {}
"""Every slider where the step puts it."""


@lru_cache(maxsize=8)
def steps(lesson: str) -> Mapping[str, PlayStep]:
    """The play steps of a lesson by their ids."""
    return {step.id: step for step in find_lesson(lesson).steps if isinstance(step, PlayStep)}


def model(lesson: str, step_id: str, changes: Mapping[str, Value]) -> Model:
    """The model that a student sees on a step after moving some of its sliders."""
    step = steps(lesson)[step_id]
    start = {name: c.default for name, c in step.controls.items() if c.default is not None}
    return simulations.model_of(step.simulation).of({**start, **step.set, **changes})


def told(lesson: str, step_id: str) -> Text:
    """What a step tells about its run: the explanation, or its text where nothing is predicted."""
    step = steps(lesson)[step_id]
    text = step.predict.explain if step.predict else step.text
    assert text is not None
    return text


def foretold(lesson: str, step_id: str) -> str:
    """The English text of the option marked as right."""
    predict = steps(lesson)[step_id].predict
    assert predict is not None
    assert predict.answer is not None
    return predict.options[predict.answer].en


@dataclass(frozen=True)
class Quote:
    """A number as it is written, the sliders that lead to it, and how it is rounded."""

    step: str
    changes: Mapping[str, Value]
    measure: str
    written: str

    def computed(self, value: float) -> str:
        """The value rounded as the quotation is."""
        bare = self.written.removesuffix("%")
        places = len(bare.partition(".")[2])
        shown = value * 100 if self.written.endswith("%") else value
        sign = "+" if bare[0] in "+−" else ""
        return format(shown, f"{sign},.{places}f").replace("-", "−") + self.written.removeprefix(bare)


def bold_numbers(text: str) -> set[str]:
    """The numbers that a text puts in bold, lists of them taken apart."""
    bold = (part for part in text.split("**")[1::2] if part[0] in "+−0123456789")
    return {number for part in bold for number in part.replace("、", ", ").split(", ")}

"""What teacher and students do in a step, told from its kind and the teacher's notes."""

from collections.abc import Iterator
from functools import singledispatch

import simulations
from courseware.text import Text
from lessons.step import AskStep, ExerciseStep, PlayStep, Step
from papers.words import has_word, listed, word


def of_teacher(step: Step) -> Iterator[Text]:
    """What the teacher does, then what the notes say."""
    yield word(f"teacher_{_manner(step)}")
    if isinstance(step, AskStep) and step.answer is not None:
        yield word("teacher_answer")
    if step.notes is not None:
        yield step.notes


def of_students(step: Step) -> Text:
    """What the students do."""
    name = f"students_{_manner(step)}"
    return word(name, **_handled(step)) if isinstance(step, PlayStep) else word(name)


@singledispatch
def _manner(step: Step) -> str:
    """How the step is taught, as the words name it: by its kind, and where that matters its stage."""
    special = f"{step.kind}_{step.stage}"
    return special if has_word(f"teacher_{special}") else step.kind


@_manner.register
def _(step: AskStep) -> str:
    return "ask_choose" if step.options else "ask_write"


@_manner.register
def _(step: PlayStep) -> str:
    return "play_predict" if step.predict else "play"


@_manner.register
def _(step: ExerciseStep) -> str:
    return f"exercise_{step.mode}"


def _handled(step: PlayStep) -> dict[str, Text]:
    """What is moved and what is watched, by their labels."""
    words = simulations.find(step.simulation).words
    moved = tuple(words.parameters[name].label for name in step.controls)
    watched = tuple(words.measures[name].label for name in step.show)
    return {
        "controls": listed(moved) if moved else word("some_controls"),
        "measures": listed(watched) if watched else word("some_measures"),
    }

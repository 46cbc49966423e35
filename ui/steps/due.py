"""What is not yet due: before a prediction or an answer, what it will be held against is not sent."""

from lessons import AskStep, Lesson, PlayStep, Step
from simulations import find
from ui.controls import Restriction, build_control
from ui.panel import is_unveiled
from ui.scene import Scene
from ui.steps.choose import chosen_before
from ui.steps.thought import thought_before
from ui.visit import Visit


def is_ahead(visit: Visit, lesson: Lesson, step: Step) -> bool:
    """Whether the reader has still to predict or to answer at this step before more of it may be told."""
    if isinstance(step, PlayStep) and step.predict is not None:
        given = chosen_before(visit, lesson, step.id, len(step.predict.options))
        return given is None and not is_unveiled(scene_of(lesson, step))
    if isinstance(step, AskStep) and step.options:
        return chosen_before(visit, lesson, step.id, len(step.options)) is None
    if isinstance(step, AskStep):
        return thought_before(visit, lesson, step.id) is None
    return False


def scene_of(lesson: Lesson, step: PlayStep) -> Scene:
    """The scene that a play step sets up."""
    simulation = find(step.simulation)
    knobs = tuple(
        build_control(simulation, name, Restriction(control.default, control.min, control.max))
        for name, control in step.controls.items()
    )
    fixed = tuple(step.set.items())
    return Scene(f"play:{lesson.id}:{step.id}", simulation, step.view, knobs, fixed, tuple(step.show))

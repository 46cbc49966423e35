"""What a writer is offered of each kind of step: one module a kind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, assert_never, get_args

from authoring.steps.ask import ASK
from authoring.steps.contract import StepAuthoring
from authoring.steps.discuss import DISCUSS
from authoring.steps.exercise import EXERCISE
from authoring.steps.play import PLAY
from authoring.steps.read import READ
from lessons.steps import StepKind


def authoring_of(kind: StepKind) -> StepAuthoring:
    """What a writer is offered of this kind of step."""
    match kind:
        case "ask":
            found = ASK
        case "read":
            found = READ
        case "play":
            found = PLAY
        case "exercise":
            found = EXERCISE
        case "discuss":
            found = DISCUSS
        case _:
            assert_never(kind)
    return found


KINDS: Final[Mapping[str, StepAuthoring]] = MappingProxyType(
    {kind: authoring_of(kind) for kind in get_args(StepKind)}
)
"""The same by the name that stands in a text, which may be of no kind."""

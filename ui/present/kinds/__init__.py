"""How each kind of slide looks on the projector: one module a kind."""

from typing import assert_never

from lessons import SlideKind
from ui.present.kinds import ask, claim, discuss, end, exercise, homework, play, stage, text, title
from ui.present.kinds.contract import SlideOnStage


def on_stage(kind: SlideKind) -> SlideOnStage:
    """The module of this kind of slide."""
    match kind:
        case "title":
            found: SlideOnStage = title
        case "stage":
            found = stage
        case "text":
            found = text
        case "claim":
            found = claim
        case "play":
            found = play
        case "ask":
            found = ask
        case "discuss":
            found = discuss
        case "exercise":
            found = exercise
        case "homework":
            found = homework
        case "end":
            found = end
        case _:
            assert_never(kind)
    return found

"""What a key does to a simulation on a slide: nudge a parameter, freeze a run, take other customers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field, OnErrorOmit, TypeAdapter

from simulations.parameter import ParameterValue
from ui.controls import PanelControl
from ui.play_setup import PlaySetup, state_of
from ui.present.done import done_here, regard_as_done
from ui.present.kinds import on_stage
from ui.present.phases import phases
from ui.present.reading import ELSE_NONE, LATEST
from ui.present.screen import Screen
from ui.present.sync import contain, hold, keep_status, take_up
from ui.scenario import compare, current_values, other_luck, reset, toggle_answer


@dataclass(frozen=True)
class Action:
    """One thing to be done to the simulation of a slide, such as to nudge its first `control` up `by` 1.

    `n` is later than that of every act before, and the same in both windows, but for an act of the speaker
    that the hall gave a later one. The browser asks for it again until it hears of the number.
    """

    do: str
    slide: str
    n: Annotated[int, Field(strict=True, ge=1, le=LATEST)]
    control: Annotated[Annotated[int, Field(strict=True, ge=0)] | None, ELSE_NONE] = None
    by: Annotated[Literal[-1, 1] | None, ELSE_NONE] = None


_ACTIONS: Final = TypeAdapter(list[OnErrorOmit[Action]])
_NUDGES: Final = 20
"""So many nudges go from one end of a slider to the other."""
_ON_SETUP: Final[Mapping[str, Callable[[PlaySetup], None]]] = {
    "compare": compare,
    "luck": other_luck,
    "reset": reset,
}


def setup_on(screen: Screen) -> PlaySetup | None:
    """The simulation that stands on the slide now, if one is to be seen there."""
    return on_stage(screen.slide.kind).setup(screen)


def answer_on(screen: Screen) -> Mapping[str, ParameterValue] | None:
    """The setting that shows the answer on the slide, once all of it has been revealed."""
    if screen.phase < phases(screen.lesson, screen.slide):
        return None
    return on_stage(screen.slide.kind).applied(screen)


def read_actions(said: object) -> Sequence[Action]:
    """What a browser asks for; what cannot be read is left out."""
    return _ACTIONS.validate_python(said) if isinstance(said, list) else []


def perform_in_turn(screen_at: Callable[[str], Screen], actions: Iterable[Action]) -> None:
    """Does what was not done yet, each on the slide that it names. A callback's work."""
    for one in actions:
        if one.n > done_here():
            perform(screen_at(one.slide), one)
            regard_as_done(one.n)


def perform(screen: Screen, asked: Action) -> None:
    """Does one thing; nothing where it cannot be done. A callback's work.

    It is done on top of what the presentation has, and not at all if that contains it already.
    """
    setup = setup_on(screen)
    if setup is None:
        return
    take_up(screen, setup)
    if asked.n <= done_here():
        return
    for name, default in setup.defaults().items():
        state_of(setup, name).begin(default)
    if asked.do == "nudge" and asked.control is not None and asked.by is not None:
        for one in setup.controls[asked.control : asked.control + 1]:
            name = one.parameter.name
            state_of(setup, name).set(nudged(one, current_values(setup)[name], asked.by))
    elif asked.do == "apply" and (answer := answer_on(screen)):
        toggle_answer(setup, answer)
    elif asked.do in _ON_SETUP:
        _ON_SETUP[asked.do](setup)
    contain(setup, asked.n)
    hold(setup)
    keep_status(screen, setup)


def nudged(one: PanelControl, value: float | int | str, by: int) -> float | int | str:
    """The value after one nudge up or down: a twentieth of the way, in whole steps, or the next choice."""
    if one.parameter.choices:
        names = list(one.parameter.choices)
        return names[min(max(0, names.index(str(value)) + by), len(names) - 1)]
    steps = max(1, round((one.high - one.low) / _NUDGES / one.step))
    to = min(max(one.low, float(value) + by * steps * one.step), one.high)
    return round(to) if one.parameter.is_whole else round(to, 10)

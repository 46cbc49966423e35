"""What a key does to a simulation on a slide: nudge a parameter, freeze a run, take other customers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

import streamlit as st
from pydantic import Field, OnErrorOmit, TypeAdapter

from simulations.parameter import Value
from ui.controls import Control
from ui.panel import compare, current_values, other_luck, reset, state_key, toggle_answer
from ui.present.done import done_here, regard_as_done
from ui.present.kinds import on_stage
from ui.present.mirror import contain, hold, keep_standing, take_up
from ui.present.phases import phases
from ui.present.reading import ELSE_NONE, LATEST
from ui.present.screen import Screen
from ui.scene import Scene


@dataclass(frozen=True)
class Act:
    """One thing to be done to the simulation of a slide, such as to nudge its first `knob` up `by` 1.

    `n` is later than that of every act before, and the same in both windows, but for an act of the speaker
    that the hall gave a later one. The browser asks for it again until it hears of the number.
    """

    do: str
    slide: str
    n: Annotated[int, Field(strict=True, ge=1, le=LATEST)]
    knob: Annotated[Annotated[int, Field(strict=True, ge=0)] | None, ELSE_NONE] = None
    by: Annotated[Literal[-1, 1] | None, ELSE_NONE] = None


_ACTS: Final = TypeAdapter(list[OnErrorOmit[Act]])
_NUDGES: Final = 20
"""So many nudges go from one end of a slider to the other."""
_ON_SCENE: Final[Mapping[str, Callable[[Scene], None]]] = {
    "compare": compare,
    "luck": other_luck,
    "reset": reset,
}


def scene_on(screen: Screen) -> Scene | None:
    """The simulation that stands on the slide now, if one is to be seen there."""
    return on_stage(screen.slide.kind).scene(screen)


def answer_on(screen: Screen) -> Mapping[str, Value] | None:
    """The setting that shows the answer on the slide, once all of it has been revealed."""
    if screen.phase < phases(screen.lesson, screen.slide):
        return None
    return on_stage(screen.slide.kind).applied(screen)


def read_acts(said: object) -> Sequence[Act]:
    """What a browser asks for; what cannot be read is left out."""
    return _ACTS.validate_python(said) if isinstance(said, list) else []


def act_in_turn(screen_at: Callable[[str], Screen], acts: Iterable[Act]) -> None:
    """Does what was not done yet, each on the slide that it names. A callback's work."""
    for one in acts:
        if one.n > done_here():
            act(screen_at(one.slide), one)
            regard_as_done(one.n)


def act(screen: Screen, asked: Act) -> None:
    """Does one thing; nothing where it cannot be done. A callback's work.

    It is done on top of what the presentation has, and not at all if that contains it already.
    """
    scene = scene_on(screen)
    if scene is None:
        return
    take_up(screen, scene)
    if asked.n <= done_here():
        return
    for name, default in scene.defaults().items():
        st.session_state.setdefault(state_key(scene, name), default)
    if asked.do == "nudge" and asked.knob is not None and asked.by is not None:
        for one in scene.knobs[asked.knob : asked.knob + 1]:
            name = one.parameter.name
            st.session_state[state_key(scene, name)] = nudged(one, current_values(scene)[name], asked.by)
    elif asked.do == "apply" and (answer := answer_on(screen)):
        toggle_answer(scene, answer)
    elif asked.do in _ON_SCENE:
        _ON_SCENE[asked.do](scene)
    contain(scene, asked.n)
    hold(scene)
    keep_standing(screen, scene)


def nudged(one: Control, value: float | int | str, by: int) -> float | int | str:
    """The value after one nudge up or down: a twentieth of the way, in whole steps, or the next choice."""
    if one.parameter.choices:
        names = list(one.parameter.choices)
        return names[min(max(0, names.index(str(value)) + by), len(names) - 1)]
    steps = max(1, round((one.high - one.low) / _NUDGES / one.step))
    to = min(max(one.low, float(value) + by * steps * one.step), one.high)
    return round(to) if one.parameter.is_whole else round(to, 10)

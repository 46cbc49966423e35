"""How what is played with stands: its settings, the run that is kept to compare with, and the way back."""

from collections.abc import Mapping
from typing import Final

from simulations.model import MAX_SEED, Model
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup, state_of

Settings = dict[str, ParameterValue]
_MOST_STEPS_BACK: Final = 100


def current_values(setup: PlaySetup) -> Settings:
    """The settings of the simulation as the reader left them."""
    values = dict(setup.defaults())
    for name in values:
        said = state_of(setup, name).get()
        if said is not None:
            values[name] = said
    return values


def current_model(setup: PlaySetup) -> Model:
    """The run that stands there."""
    return setup.model(current_values(setup))


def kept_model(setup: PlaySetup) -> Model | None:
    """The run that the reader keeps to compare with, if any."""
    kept: Model | None = state_of(setup, "kept").get()
    return kept


def set_values(setup: PlaySetup, values: Mapping[str, ParameterValue]) -> None:
    """Moves what is named, so that it can be undone; what holds no such value stays where it is."""
    controls = {one.parameter.name: one for one in setup.controls}
    before = current_values(setup)
    after = {
        name: value for name, value in values.items() if name not in controls or controls[name].holds(value)
    }
    if all(before[name] == value for name, value in after.items()):
        return
    state_of(setup, "past").set([*_steps(setup, "past"), before][-_MOST_STEPS_BACK:])
    state_of(setup, "future").set([])
    _put(setup, after)


def undo(setup: PlaySetup) -> None:
    """Takes the last move back."""
    _step(setup, "past", "future")


def redo(setup: PlaySetup) -> None:
    """Makes a move again that was taken back."""
    _step(setup, "future", "past")


def has_step(setup: PlaySetup, where: str) -> bool:
    """Whether there is a move to take back (``past``) or to make again (``future``)."""
    return bool(_steps(setup, where))


def compare(setup: PlaySetup) -> None:
    """Keeps the run that is shown to compare with, or lets the kept one go."""
    kept = state_of(setup, "kept")
    kept.set(None if kept.get() else current_model(setup))


def other_luck(setup: PlaySetup) -> None:
    """Takes other customers."""
    set_values(setup, {"seed": (int(current_values(setup)["seed"]) + 1) % MAX_SEED})


def reset(setup: PlaySetup) -> None:
    """Puts everything back to where it stood at first."""
    set_values(setup, setup.defaults())
    _put(setup, setup.defaults())
    state_of(setup, "kept").set(None)


def apply_answer(setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> None:
    """Keeps the run that stands and sets the answer beside it."""
    if is_applied(setup, answer):
        return
    state_of(setup, "kept").set(current_model(setup))
    read = {one.parameter.name: one.parameter.read for one in setup.controls}
    _put(setup, {name: read[name](value) for name, value in answer.items() if name in read})


def toggle_answer(setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> None:
    """Sets the answer beside the run that stands, or puts that run back."""
    kept = kept_model(setup)
    if kept is None or not is_applied(setup, answer):
        apply_answer(setup, answer)
        return
    _put(setup, {name: getattr(kept, name) for name in setup.defaults()})
    state_of(setup, "kept").set(None)


def is_applied(setup: PlaySetup, answer: Mapping[str, ParameterValue]) -> bool:
    """Whether the answer stands beside another run."""
    now, kept = current_values(setup), kept_model(setup)
    return kept is not None and all(now[name] == value for name, value in answer.items() if name in now)


def is_unveiled(setup: PlaySetup) -> bool:
    """Whether the reader wanted to see the run without predicting."""
    return bool(state_of(setup, "unveiled").get())


def unveil(setup: PlaySetup) -> None:
    """Shows the run without a prediction."""
    state_of(setup, "unveiled").set(True)


def _put(setup: PlaySetup, values: Mapping[str, ParameterValue]) -> None:
    for name, value in values.items():
        state_of(setup, name).set(value)


def _steps(setup: PlaySetup, where: str) -> list[Settings]:
    return list(state_of(setup, where).get() or ())


def _step(setup: PlaySetup, back: str, on: str) -> None:
    steps = _steps(setup, back)
    if not steps:
        return
    state_of(setup, on).set([*_steps(setup, on), current_values(setup)])
    state_of(setup, back).set(steps[:-1])
    _put(setup, steps[-1])

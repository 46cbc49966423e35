"""Sync of one simulation in two windows: what is moved in the hall is told, kept, and stands in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from simulations.parameter import ParameterValue
from ui.components.setting import tell_setting
from ui.play_setup import PlaySetup, state_key, state_of
from ui.present.done import regard_as_done
from ui.present.merging import changed
from ui.present.screen import Screen
from ui.present.setting import SlideSetting, Values, fitting
from ui.scenario import current_values, kept_model, reset
from ui.session import SessionKey

_Held = tuple[int, Mapping[str, tuple[int, dict[str, ParameterValue]]]]
_HELD: Final = SessionKey[_Held]("present:held", (0, {}))


@dataclass(frozen=True)
class _Known:
    """How the presentation has a simulation by what this window knows, and when it kept that."""

    setting: SlideSetting
    at: int = 0


def take_up(screen: Screen, setup: PlaySetup) -> None:
    """Sets the simulation as the presentation has it, before it is drawn.

    In the hall that is done once for each presentation, since what is moved there is newer than what is
    known of it; beside it whenever something else is known. What it contains is not done here again.
    """
    taken, now = state_of(setup, "taken"), (screen.run, screen.setting)
    before = taken.get()
    if before == now or (screen.hall is not None and before is not None and before[0] == screen.run):
        return
    if screen.setting is not None:
        _put(setup, screen.setting)
    elif before is not None:
        _put(setup, SlideSetting(setup.defaults()))
    taken.set(now)
    state_of(setup, "known").set(_as_known(screen, setup))


def keep_status(screen: Screen, setup: PlaySetup) -> None:
    """Keeps with the presentation how the simulation has been set in the hall; beside it nothing is kept.

    Only what was set in this window is: of two windows in the hall that kept what they show each would
    undo what was set in the other.
    """
    key_of_known, now = state_of(setup, "known"), current_setting(setup)
    known: _Known = key_of_known.get()
    if screen.hall is None or now == known.setting:
        return
    state = screen.hall.state()
    if state.run != screen.run:
        return
    key, is_set = screen.slide.key, now != SlideSetting(setup.defaults())
    others = {name: setting for name, setting in state.settings.items() if name != key}
    after = changed(state, state.at, settings={**others, **({key: now} if is_set else {})})
    screen.hall.keep(after)
    key_of_known.set(_Known(now, after.stamps.get(f"settings:{key}", 0)))


def pass_on(screen: Screen, setup: PlaySetup) -> None:
    """Keeps how the simulation has been set in the hall, and tells the stage of it."""
    keep_status(screen, setup)
    if screen.hall is not None:
        known: _Known = state_of(setup, "known").get()
        is_set = known.setting != SlideSetting(setup.defaults())
        tell_setting(
            screen.lesson.id,
            screen.slide.key,
            known.setting.to_json() if is_set else None,
            run=screen.run,
            at=known.at,
            key=f"setting-{screen.key}",
        )


def hold(setup: PlaySetup) -> None:
    """Remembers how the server has set the simulation until the browser has heard of it.

    Every message of a browser brings the values of its sliders along. One that was on its way while the
    server moved them brings old ones, which would undo the move.
    """
    last, held = _held()
    values = {state_key(setup, name): value for name, value in current_values(setup).items()}
    _HELD.set((last + 1, {**held, setup.key: (last + 1, values)}))


def put_back(heard: object) -> None:
    """Puts back what the server has set since the run, `heard` by its number, of which a message knows."""
    last, held = _held()
    known = heard if isinstance(heard, int) else 0
    newer = {key: (number, values) for key, (number, values) in held.items() if number > known}
    _HELD.set((last, newer))
    for _, values in newer.values():
        for name, value in values.items():
            SessionKey[Any](name, None).set(value)


def last_held() -> int:
    """The number of what the server has set last."""
    return _held()[0]


def _held() -> _Held:
    return _HELD.get()


def current_setting(setup: PlaySetup) -> SlideSetting:
    """How the simulation stands in this window."""
    values, kept = current_values(setup), kept_model(setup)
    return SlideSetting(
        values,
        None if kept is None else {name: getattr(kept, name) for name in values},
        tried_values(setup),
        (state_of(setup, "done").get() or 0),
    )


def contain(setup: PlaySetup, act: int) -> None:
    """From now on how the simulation stands contains the act of this number."""
    state_of(setup, "done").set(act)
    regard_as_done(act)


def tried_values(setup: PlaySetup) -> dict[str, ParameterValue] | None:
    """The values that were last tried for a goal, if any were."""
    tried: dict[str, ParameterValue] | None = state_of(setup, "tried").get()
    return tried


def unseeded(values: Values) -> dict[str, ParameterValue]:
    """The values without the seed: what a goal asks for."""
    return {name: value for name, value in values.items() if name != "seed"}


def try_values(setup: PlaySetup) -> None:
    """Tries the values that stand. A callback's work."""
    state_of(setup, "tried").set(current_values(setup))


def _as_known(screen: Screen, setup: PlaySetup) -> _Known:
    return _Known(screen.setting or SlideSetting(setup.defaults()))


def _put(setup: PlaySetup, setting: SlideSetting) -> None:
    reset(setup)
    for name, value in fitting(setup, setting.values).items():
        state_of(setup, name).set(value)
    if setting.kept is not None:
        state_of(setup, "kept").set(setup.model(fitting(setup, setting.kept)))
    tried = None if setting.tried is None else fitting(setup, setting.tried)
    state_of(setup, "tried").set(tried)
    contain(setup, setting.done)
    hold(setup)

"""Sync of one simulation in two windows: what is moved in the hall is told, kept, and stands in both."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from simulations.parameter import ParameterValue
from ui.components.setting import tell_setting
from ui.panel import current_values, kept_model, reset, state_key
from ui.play_setup import PlaySetup
from ui.present.done import regard_as_done
from ui.present.merging import changed
from ui.present.screen import Screen
from ui.present.setting import SlideSetting, Values, fitting

_HELD: Final = "present:held"


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
    place, now = state_key(setup, "taken"), (screen.run, screen.setting)
    before = st.session_state.get(place)
    if before == now or (screen.hall is not None and before is not None and before[0] == screen.run):
        return
    if screen.setting is not None:
        _put(setup, screen.setting)
    elif before is not None:
        _put(setup, SlideSetting(setup.defaults()))
    st.session_state[place] = now
    st.session_state[state_key(setup, "known")] = _as_known(screen, setup)


def keep_status(screen: Screen, setup: PlaySetup) -> None:
    """Keeps with the presentation how the simulation has been set in the hall; beside it nothing is kept.

    Only what was set in this window is: of two windows in the hall that kept what they show each would
    undo what was set in the other.
    """
    place, now = state_key(setup, "known"), current_setting(setup)
    known: _Known = st.session_state[place]
    if screen.hall is None or now == known.setting:
        return
    state = screen.hall.state()
    if state.run != screen.run:
        return
    key, is_set = screen.slide.key, now != SlideSetting(setup.defaults())
    others = {name: setting for name, setting in state.settings.items() if name != key}
    after = changed(state, state.at, settings={**others, **({key: now} if is_set else {})})
    screen.hall.keep(after)
    st.session_state[place] = _Known(now, after.stamps.get(f"settings:{key}", 0))


def pass_on(screen: Screen, setup: PlaySetup) -> None:
    """Keeps how the simulation has been set in the hall, and tells the stage of it."""
    keep_status(screen, setup)
    if screen.hall is not None:
        known: _Known = st.session_state[state_key(setup, "known")]
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
    st.session_state[_HELD] = last + 1, {**held, setup.key: (last + 1, values)}


def put_back(heard: object) -> None:
    """Puts back what the server has set since the run, `heard` by its number, of which a message knows."""
    last, held = _held()
    known = heard if isinstance(heard, int) else 0
    newer = {key: (number, values) for key, (number, values) in held.items() if number > known}
    st.session_state[_HELD] = last, newer
    for _, values in newer.values():
        for name, value in values.items():
            st.session_state[name] = value


def last_held() -> int:
    """The number of what the server has set last."""
    return _held()[0]


def _held() -> tuple[int, dict[str, tuple[int, dict[str, ParameterValue]]]]:
    held: tuple[int, dict[str, tuple[int, dict[str, ParameterValue]]]] = st.session_state.get(_HELD, (0, {}))
    return held


def current_setting(setup: PlaySetup) -> SlideSetting:
    """How the simulation stands in this window."""
    values, kept = current_values(setup), kept_model(setup)
    return SlideSetting(
        values,
        None if kept is None else {name: getattr(kept, name) for name in values},
        tried_values(setup),
        st.session_state.get(state_key(setup, "done"), 0),
    )


def contain(setup: PlaySetup, act: int) -> None:
    """From now on how the simulation stands contains the act of this number."""
    st.session_state[state_key(setup, "done")] = act
    regard_as_done(act)


def tried_values(setup: PlaySetup) -> dict[str, ParameterValue] | None:
    """The values that were last tried for a goal, if any were."""
    tried: dict[str, ParameterValue] | None = st.session_state.get(state_key(setup, "tried"))
    return tried


def unseeded(values: Values) -> dict[str, ParameterValue]:
    """The values without the seed: what a goal asks for."""
    return {name: value for name, value in values.items() if name != "seed"}


def try_values(setup: PlaySetup) -> None:
    """Tries the values that stand. A callback's work."""
    st.session_state[state_key(setup, "tried")] = current_values(setup)


def _as_known(screen: Screen, setup: PlaySetup) -> _Known:
    return _Known(screen.setting or SlideSetting(setup.defaults()))


def _put(setup: PlaySetup, setting: SlideSetting) -> None:
    reset(setup)
    for name, value in fitting(setup, setting.values).items():
        st.session_state[state_key(setup, name)] = value
    if setting.kept is not None:
        st.session_state[state_key(setup, "kept")] = setup.model(fitting(setup, setting.kept))
    tried = None if setting.tried is None else fitting(setup, setting.tried)
    st.session_state[state_key(setup, "tried")] = tried
    contain(setup, setting.done)
    hold(setup)

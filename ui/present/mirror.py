"""One simulation in two windows: what is moved in the hall is told, kept, and stands in both."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from simulations.parameter import Value
from ui.components.setting import tell_setting
from ui.panel import current_values, kept_model, reset, state_key
from ui.present.done import regard_as_done
from ui.present.merging import changed
from ui.present.screen import Screen
from ui.present.setting import Setting, Values, fitting
from ui.scene import Scene

_HELD: Final = "present:held"


@dataclass(frozen=True)
class _Known:
    """How the presentation has a simulation by what this window knows, and when it kept that."""

    setting: Setting
    at: int = 0


def take_up(screen: Screen, scene: Scene) -> None:
    """Sets the simulation as the presentation has it, before it is drawn.

    In the hall that is done once for each presentation, since what is moved there is newer than what is
    known of it; beside it whenever something else is known. What it contains is not done here again.
    """
    place, now = state_key(scene, "taken"), (screen.run, screen.setting)
    before = st.session_state.get(place)
    if before == now or (screen.hall is not None and before is not None and before[0] == screen.run):
        return
    if screen.setting is not None:
        _put(scene, screen.setting)
    elif before is not None:
        _put(scene, Setting(scene.defaults()))
    st.session_state[place] = now
    st.session_state[state_key(scene, "known")] = _as_known(screen, scene)


def keep_standing(screen: Screen, scene: Scene) -> None:
    """Keeps with the presentation how the simulation has been set in the hall; beside it nothing is kept.

    Only what was set in this window is: of two windows in the hall that kept what they show each would
    undo what was set in the other.
    """
    place, now = state_key(scene, "known"), standing(scene)
    known: _Known = st.session_state[place]
    if screen.hall is None or now == known.setting:
        return
    state = screen.hall.state()
    if state.run != screen.run:
        return
    key, is_set = screen.slide.key, now != Setting(scene.defaults())
    others = {name: setting for name, setting in state.settings.items() if name != key}
    after = changed(state, state.at, settings={**others, **({key: now} if is_set else {})})
    screen.hall.keep(after)
    st.session_state[place] = _Known(now, after.stamps.get(f"settings:{key}", 0))


def pass_on(screen: Screen, scene: Scene) -> None:
    """Keeps how the simulation has been set in the hall, and tells the stage of it."""
    keep_standing(screen, scene)
    if screen.hall is not None:
        known: _Known = st.session_state[state_key(scene, "known")]
        is_set = known.setting != Setting(scene.defaults())
        tell_setting(
            screen.lesson.id,
            screen.slide.key,
            known.setting.to_json() if is_set else None,
            run=screen.run,
            at=known.at,
            key=f"setting-{screen.key}",
        )


def hold(scene: Scene) -> None:
    """Remembers how the server has set the simulation until the browser has heard of it.

    Every message of a browser brings the values of its sliders along. One that was on its way while the
    server moved them brings old ones, which would undo the move.
    """
    last, held = _held()
    values = {state_key(scene, name): value for name, value in current_values(scene).items()}
    st.session_state[_HELD] = last + 1, {**held, scene.key: (last + 1, values)}


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


def _held() -> tuple[int, dict[str, tuple[int, dict[str, Value]]]]:
    held: tuple[int, dict[str, tuple[int, dict[str, Value]]]] = st.session_state.get(_HELD, (0, {}))
    return held


def standing(scene: Scene) -> Setting:
    """How the simulation stands in this window."""
    values, kept = current_values(scene), kept_model(scene)
    return Setting(
        values,
        None if kept is None else {name: getattr(kept, name) for name in values},
        tried_values(scene),
        st.session_state.get(state_key(scene, "done"), 0),
    )


def contain(scene: Scene, act: int) -> None:
    """From now on how the simulation stands contains the act of this number."""
    st.session_state[state_key(scene, "done")] = act
    regard_as_done(act)


def tried_values(scene: Scene) -> dict[str, Value] | None:
    """The values that were last tried for a goal, if any were."""
    tried: dict[str, Value] | None = st.session_state.get(state_key(scene, "tried"))
    return tried


def unseeded(values: Values) -> dict[str, Value]:
    """The values without the seed: what a goal asks for."""
    return {name: value for name, value in values.items() if name != "seed"}


def try_values(scene: Scene) -> None:
    """Tries the values that stand. A callback's work."""
    st.session_state[state_key(scene, "tried")] = current_values(scene)


def _as_known(screen: Screen, scene: Scene) -> _Known:
    return _Known(screen.setting or Setting(scene.defaults()))


def _put(scene: Scene, setting: Setting) -> None:
    reset(scene)
    for name, value in fitting(scene, setting.values).items():
        st.session_state[state_key(scene, name)] = value
    if setting.kept is not None:
        st.session_state[state_key(scene, "kept")] = scene.model(fitting(scene, setting.kept))
    tried = None if setting.tried is None else fitting(scene, setting.tried)
    st.session_state[state_key(scene, "tried")] = tried
    contain(scene, setting.done)
    hold(scene)

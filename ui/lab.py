"""Free play: any simulation, every parameter, and an address that opens the same run again."""

from collections.abc import Mapping

import streamlit as st

from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from simulations import Simulation, catalogue, find
from simulations.parameter import parameters
from ui.choice import choose_one
from ui.exploration import asked_for, set_from
from ui.panel import panel
from ui.prose import literal
from ui.scene import Scene, knob
from ui.visit import Visit
from web.runs import view_of


def lab_page(visit: Visit) -> None:
    """Draws the choice of simulation and view, and their panel."""
    language = visit.language
    st.title(say("lab_title", language), anchor=False)
    st.markdown(say("lab_lead", language))
    _open_address(language)
    simulation = _choose_simulation(language)
    view = _choose_view(simulation, language)
    panel(scene_of(simulation, view), language, address={"sim": simulation.name, "view": view})


def scene_of(simulation: Simulation, view: str) -> Scene:
    """The free-play scene of a view: its own parameters first, then all others."""
    first = simulation.views[view].shows
    rest = tuple(
        p.name for p in parameters(simulation.model) if p.name not in first and p.name not in ("n", "seed")
    )
    knobs = tuple(knob(simulation.name, name, default=None, low=None, high=None) for name in (*first, *rest))
    return Scene(f"lab:{simulation.name}", simulation.name, view, knobs, more=len(rest), is_free=True)


def _choose_simulation(language: Language) -> Simulation:
    names = tuple(sorted(catalogue(), key=lambda one: find(one).model.number))
    name = st.selectbox(
        say("simulation", language),
        names,
        format_func=lambda one: find(one).words.title[language],
        key="lab-simulation",
        persist_state="session",
    )
    return find(name)


def _choose_view(simulation: Simulation, language: Language) -> str:
    return choose_one(
        say("view", language),
        tuple(simulation.views),
        key=f"lab-view:{simulation.name}",
        format_func=lambda one: simulation.words.views[one].title[language],
    )


def _open_address(language: Language) -> None:
    """Sets the knobs from an address such as ``/lab?sim=satisfaction&expectation=80``, once in a session.

    From then on the page writes its address itself; whoever opens another one begins another session.
    """
    asked = asked_for()
    if "sim" not in asked or "lab-opened" in st.session_state:
        return
    st.session_state["lab-opened"] = True
    try:
        _set_from(asked)
    except ReaderError as error:
        st.warning(say("address_refused", language, why=literal(error.text[language])))


def _set_from(asked: Mapping[str, str]) -> None:
    simulation = find(asked["sim"])
    view = view_of(simulation, asked.get("view"))
    scene = scene_of(simulation, view)
    set_from(scene, {name: value for name, value in asked.items() if name not in ("sim", "view")})
    st.session_state["lab-simulation"] = simulation.name
    st.session_state[f"lab-view:{simulation.name}"] = view

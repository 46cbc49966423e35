"""Free play: any simulation, every parameter, and an address that opens the same run again."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from courseware.interface import say
from courseware.problem import ReaderError
from courseware.text import Language
from simulations import Simulation, catalogue, find
from ui.choice import choose_one
from ui.controls import Restriction, build_control, usual_restriction
from ui.exploration import asked_for, set_from
from ui.panel import panel
from ui.play_setup import PlaySetup
from ui.prose import literal
from ui.session import SessionKey, SessionKeys
from ui.visit import Visit
from web.runs import view_of

MOST_CUSTOMERS: Final = 2_000
"""More dots than this tell a reader nothing new; the command line runs millions."""
_OPENED: Final = SessionKey("lab-opened", False)
"""Whether an address has set the controls in this session."""
_SIMULATION: Final = SessionKey("lab-simulation", "")
_VIEW: Final = SessionKeys("lab-view:{}", "")


def lab_page(visit: Visit, _: Mapping[str, Any]) -> None:
    """Draws the choice of simulation and view, and their panel."""
    language = visit.language
    st.title(say("lab_title", language), anchor=False)
    st.markdown(say("lab_lead", language))
    _open_address(language)
    simulation = _choose_simulation(language)
    view = _choose_view(simulation, language)
    panel(setup_of(simulation, view), language, address={"sim": simulation.name, "view": view})


def setup_of(simulation: Simulation, view: str) -> PlaySetup:
    """The free-play setup of a view: its own parameters first, then all others, customers and seed last."""
    first = simulation.views[view].shows
    rest = [name for name in simulation.parameters if name not in (*first, "n", "seed")]
    most = max(MOST_CUSTOMERS, simulation.model.n)
    controls = (
        *(build_control(simulation, name, usual_restriction(simulation, name)) for name in (*first, *rest)),
        build_control(simulation, "n", Restriction(low=50, high=most, step=50, is_soft=True)),
        build_control(simulation, "seed"),
    )
    return PlaySetup(f"lab:{simulation.name}", simulation, view, controls, more=len(rest) + 2)


def _choose_simulation(language: Language) -> Simulation:
    known = catalogue()
    name = st.selectbox(
        say("simulation", language),
        sorted(known, key=lambda one: known[one].model.number),
        format_func=lambda one: known[one].words.title[language],
        key=_SIMULATION.name,
        persist_state="session",
    )
    return known[name]


def _choose_view(simulation: Simulation, language: Language) -> str:
    return choose_one(
        say("view", language),
        tuple(simulation.views),
        key=_VIEW(simulation.name).name,
        format_func=lambda one: simulation.words.views[one].title[language],
    )


def _open_address(language: Language) -> None:
    """Sets the controls from an address such as ``/lab?sim=satisfaction&expectation=80``, once in a session.

    From then on the page writes its address itself; whoever opens another one begins another session.
    """
    asked = asked_for()
    if "sim" not in asked or _OPENED.is_kept:
        return
    _OPENED.set(True)
    try:
        _set_from(asked)
    except ReaderError as error:
        st.warning(say("address_refused", language, why=literal(error.text[language])))


def _set_from(asked: Mapping[str, str]) -> None:
    simulation = find(asked["sim"])
    view = view_of(simulation, asked.get("view"))
    setup = setup_of(simulation, view)
    set_from(setup, {name: value for name, value in asked.items() if name not in ("sim", "view")})
    _SIMULATION.set(simulation.name)
    _VIEW(simulation.name).set(view)

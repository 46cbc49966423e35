"""What a play panel shows: a simulation, a view of it, what may be moved and from where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from courseware.text import Language
from exercises import Controls
from simulations import Simulation, find
from simulations.model import Model
from simulations.parameter import ParameterValue
from simulations.report import written
from ui.controls import PanelControl, Restriction, build_control, with_unit
from ui.session import SessionKey
from web.runs import view_of


@dataclass(frozen=True)
class PlaySetup:
    """A simulation set up for playing; `fixed` holds what is set and not shown."""

    key: str
    simulation: Simulation
    view: str
    controls: tuple[PanelControl, ...]
    fixed: tuple[tuple[str, ParameterValue], ...] = ()
    measures: tuple[str, ...] = ()
    more: int = 0
    """How many of the last controls are folded away at first."""

    def __post_init__(self) -> None:
        # what no model takes is told here, once, and not at every move
        self.simulation.model.of(dict(self.fixed))

    @property
    def slug(self) -> str:
        """The key as a style sheet can name it."""
        return self.key.replace(":", "-").replace(".", "-")

    def model(self, values: Mapping[str, ParameterValue]) -> Model:
        """The model for these settings of the controls."""
        return self.simulation.model(**{**dict(self.fixed), **values})  # type: ignore[arg-type]

    def defaults(self) -> dict[str, ParameterValue]:
        """Where everything that may be changed stands at first, the seed among it."""
        start = {"seed": dict(self.fixed).get("seed", 1)}
        return {**{control.parameter.name: control.default for control in self.controls}, **start}


def field_setup(key: str, field: Controls) -> PlaySetup:
    """What is played with to answer a question that asks for a setting."""
    simulation = find(field.simulation)
    controls = tuple(
        build_control(simulation, one.name, Restriction(one.default, one.low, one.high, one.step))
        for one in field.controls
    )
    return PlaySetup(key, simulation, view_of(simulation, field.view), controls, tuple(field.fixed.items()))


def measure_label(simulation: Simulation, name: str, language: Language) -> str:
    """A measure's label with its unit."""
    words = simulation.words.measures[name]
    return with_unit(words.label, words.unit, language)


def write_measure(simulation: Simulation, name: str, value: float) -> str:
    """A measure's value as its words say it is written."""
    return written(value, simulation.words.measures[name].format)


def state_key(setup: PlaySetup, name: str) -> str:
    """Where the session holds one setting of a play setup."""
    return f"{setup.key}:{name}"


def state_of(setup: PlaySetup, name: str) -> SessionKey[Any]:
    """The key of one setting of a play setup, or of what is kept beside it."""
    return SessionKey(state_key(setup, name), None)

"""How a simulation on a slide is set: read from what a browser says, and kept with the presentation."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field, JsonValue

from courseware.problem import ReaderError
from simulations.model import MAX_SEED
from simulations.parameter import Value
from ui.present.reading import ELSE_NONE, FewEntries
from ui.scene import Scene

_LONGEST: Final = 200
Values = FewEntries[
    Annotated[str, Field(max_length=_LONGEST)]
    | Annotated[int, Field(strict=True, ge=-MAX_SEED, le=MAX_SEED)]
    | Annotated[float, Field(strict=True, ge=-MAX_SEED, le=MAX_SEED, allow_inf_nan=False)]
]
"""Parameters by their names, the seed among them."""


@dataclass(frozen=True)
class Setting:
    """What stands on a slide: the parameters and the seed by name, those of the run that is kept to
    compare with, and those that were last tried for a goal."""

    values: Values
    kept: Annotated[Values | None, ELSE_NONE] = None
    tried: Annotated[Values | None, ELSE_NONE] = None

    def to_json(self) -> dict[str, JsonValue]:
        """This setting as the browser keeps it."""
        return {name: None if values is None else dict(values) for name, values in vars(self).items()}


def fitting(scene: Scene, said: Values) -> dict[str, Value]:
    """Where everything in the scene stands by these values; what is outside its bounds stays as at first."""
    found = scene.defaults()
    controls = {one.parameter.name: one for one in scene.knobs}
    for name in found.keys() & said.keys():
        with suppress(ReaderError):
            value = scene.simulation.parameters[name].read(said[name])
            if name not in controls or controls[name].holds(value):
                found[name] = value
    return found

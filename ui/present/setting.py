"""How a simulation on a slide is set: read from what a browser says, and kept with the presentation."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Final, cast

from pydantic import Field, JsonValue, TypeAdapter

from courseware.problem import ReaderError
from simulations.model import MAX_SEED
from simulations.parameter import ParameterValue
from ui.play_setup import PlaySetup
from ui.present.reading import ELSE_NONE, ELSE_ZERO, LATEST, WHOLE, FewEntries

_LONGEST: Final = 200
Values = FewEntries[
    Annotated[str, Field(max_length=_LONGEST)]
    | Annotated[int, Field(strict=True, ge=-MAX_SEED, le=MAX_SEED)]
    | Annotated[float, Field(strict=True, ge=-MAX_SEED, le=MAX_SEED, allow_inf_nan=False)]
]
"""Parameters by their names, the seed among them."""


@dataclass(frozen=True)
class SlideSetting:
    """What stands on a slide: the parameters and the seed by name, those of the run that is kept to
    compare with, and those that were last tried for a goal.

    `done` is the number of the last act that it contains, 0 if there was none: a window that takes it up
    has done all up to there. What records held before acts were numbered is read so, too.
    """

    values: Values
    kept: Annotated[Values | None, ELSE_NONE] = None
    tried: Annotated[Values | None, ELSE_NONE] = None
    done: Annotated[int, Field(strict=True, ge=0, le=LATEST), WHOLE, ELSE_ZERO] = 0

    def to_json(self) -> dict[str, JsonValue]:
        """This setting as the browser keeps it."""
        return cast("dict[str, JsonValue]", _SETTING.dump_python(self, mode="json"))


_SETTING: Final = TypeAdapter(SlideSetting)


def fitting(setup: PlaySetup, said: Values) -> dict[str, ParameterValue]:
    """Where every control stands by these values; what is outside its bounds stays as at first."""
    found = setup.defaults()
    controls = {one.parameter.name: one for one in setup.controls}
    for name in found.keys() & said.keys():
        with suppress(ReaderError):
            value = setup.simulation.parameters[name].read(said[name])
            if name not in controls or controls[name].holds(value):
                found[name] = value
    return found

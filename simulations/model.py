"""A model: frozen parameters with bounds that run into a table; equal models, equal runs."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import ClassVar, Self

from courseware.problem import ReaderError
from courseware.table import Table
from courseware.text import Text
from simulations.parameter import ParameterValue, between, parameters

ENGINE = "1"
"""Goes up whenever the same parameters and seed would give other numbers."""

MAX_SEED = 2**53 - 1
"""The largest seed that a browser's numbers hold exactly."""


@dataclass(frozen=True, kw_only=True)
class Model(ABC):
    """What a simulation is run with. A subclass adds its parameters and says how it runs."""

    number: ClassVar[int]
    """The simulation's own range of random streams."""

    n: int = between(1, 2_000_000, default=400, step=1)
    seed: int = between(0, MAX_SEED, default=1, step=1)

    def __post_init__(self) -> None:
        for parameter in parameters(self):
            value = getattr(self, parameter.name)
            # a model is made of another thousands of times for one chart, and then little is left to read
            if not parameter.takes_as_it_is(value):
                object.__setattr__(self, parameter.name, parameter.read(value))

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """The model with these values set; a ReaderError tells of a wrong name or value."""
        known = {parameter.name: parameter for parameter in parameters(cls)}
        read: dict[str, ParameterValue] = {}
        for name, value in values.items():
            if name not in known:
                raise _unknown(name, tuple(known))
            read[name] = known[name].read(value)
        return cls(**read)  # type: ignore[arg-type]

    @abstractmethod
    def run(self) -> Table:
        """The run's table; pure, and the same for equal models."""

    @abstractmethod
    def measures(self) -> Mapping[str, float]:
        """The named numbers that sum the run up."""


def _unknown(name: str, known: tuple[str, ...]) -> ReaderError:
    near = get_close_matches(name, known, 1)
    en, zh = (f" Did you mean {near[0]}?", f"是否想写 {near[0]}？") if near else ("", "")
    names = ", ".join(known)
    return ReaderError(
        Text(
            en=f"There is no parameter {name}.{en} Known: {names}.",
            zh=f"没有名为 {name} 的参数。{zh}可用的有：{names}。",
        )
    )

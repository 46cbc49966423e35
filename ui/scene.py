"""What a play panel shows: a simulation, a view of it, what may be moved and from where."""

from collections.abc import Mapping
from dataclasses import dataclass

from courseware.language import conventions
from courseware.text import Language, Text
from simulations import find
from simulations.model import Model
from simulations.parameter import Bounds, Parameter, Value, parameters
from simulations.report import written


@dataclass(frozen=True)
class Knob:
    """One parameter that the reader may move, within bounds that a lesson may narrow."""

    parameter: Parameter
    low: float
    high: float
    step: float
    default: Value


@dataclass(frozen=True)
class Scene:
    """A simulation set up for playing; `fixed` holds what is set and not shown."""

    key: str
    simulation: str
    view: str
    knobs: tuple[Knob, ...]
    fixed: tuple[tuple[str, Value], ...] = ()
    measures: tuple[str, ...] = ()
    more: int = 0
    """How many of the last knobs are folded away at first."""
    is_free: bool = False
    """Whether the reader also sets the seed and the number of customers."""

    @property
    def slug(self) -> str:
        """The key as a style sheet can name it."""
        return self.key.replace(":", "-").replace(".", "-")

    def model(self, values: Mapping[str, object]) -> Model:
        """The model for these settings of the knobs."""
        return find(self.simulation).model.of({**dict(self.fixed), **values})

    def defaults(self) -> dict[str, Value]:
        """Where everything that may be changed stands at first, the seed among it."""
        start: dict[str, Value] = {knob.parameter.name: knob.default for knob in self.knobs}
        start["seed"] = dict(self.fixed).get("seed", 1)
        if self.is_free:
            start["n"] = find(self.simulation).model.n
        return start


def knob(
    simulation: str,
    name: str,
    *,
    default: Value | None,
    low: float | None,
    high: float | None,
    step: float | None = None,
) -> Knob:
    """The knob for one parameter of a simulation; what is None is the parameter's own."""
    known = {parameter.name: parameter for parameter in parameters(find(simulation).model)}[name]
    own = known.bounds or Bounds(0, 0, 1)
    return Knob(
        known,
        own.low if low is None else low,
        own.high if high is None else high,
        own.step if step is None else step,
        known.default if default is None else default,
    )


def label_of(simulation: str, parameter: Parameter, language: Language) -> str:
    """A parameter's label with its unit."""
    words = find(simulation).words.parameters[parameter.name]
    return with_unit(words.label, None if is_share(simulation, parameter) else words.unit, language)


def is_share(simulation: str, parameter: Parameter) -> bool:
    """Whether a parameter is a share of one that readers know as per cent."""
    unit = find(simulation).words.parameters[parameter.name].unit
    return unit is not None and unit.en == "%" and parameter.bounds is not None and parameter.bounds.high <= 1


def how_written(simulation: str, one: Knob) -> str:
    """How a slider writes its number: per cent, or with no digit that its steps cannot change."""
    if is_share(simulation, one.parameter):
        return "percent"
    return f"%.{len(f'{one.step:.4f}'.rstrip('0').partition('.')[2])}f"


def measure_label(simulation: str, name: str, language: Language) -> str:
    """A measure's label with its unit."""
    words = find(simulation).words.measures[name]
    return with_unit(words.label, words.unit, language)


def with_unit(label: Text, unit: Text | None, language: Language) -> str:
    """A label and its unit in brackets, if it has one."""
    if unit is None or unit[language].casefold() == label[language].casefold():
        return label[language]
    return conventions(language).aside.format(what=label[language], aside=unit[language])


def write_measure(simulation: str, name: str, value: float) -> str:
    """A measure's value as its words say it is written."""
    return written(value, find(simulation).words.measures[name].format)

"""The names of simulations, their views, measures and parameters, as editors suggest them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import simulations
from authoring.completing import Suggestion
from authoring.completing.suggestion import as_value
from authoring.outline import OutlinePath
from courseware.curriculum import knowledge_points
from courseware.problem import ProblemsFoundError
from courseware.text import Text
from simulations.parameter import Parameter

_OF_ALL = frozenset({"n", "seed"})
"""What every simulation has, and few lessons set."""


def simulated(path: OutlinePath, simulation: str | None) -> Iterable[Suggestion] | None:
    """What may be named of a simulation at a path within a step or question; None if nothing of it."""
    match path:
        case ("simulation",):
            return simulation_names()
        case ("view",):
            return view_names(simulation)
        case ("show", *_) | ("goals", int(), "measure"):
            return measure_names(simulation)
        case ("controls", str(name), "default" | "min" | "max" as key):
            return parameter_values(simulation, name, (key,))
        case ("set", str(name)) | ("tests", "pass" | "fail", str(name)):
            return parameter_values(simulation, name, ("default",))
    return None


def simulation_names() -> Iterator[Suggestion]:
    """Every simulation of the lab with what it shows."""
    for name, found in _catalogue().items():
        yield named(name, joined(found.words.title, found.words.summary))


def view_names(simulation: str | None) -> Iterator[Suggestion]:
    """The views of a simulation; nothing if it is not known."""
    if found := _catalogue().get(simulation or ""):
        for name in found.views:
            words = found.words.views[name]
            yield named(name, joined(words.title, words.message))


def measure_names(simulation: str | None) -> Iterator[Suggestion]:
    """The measures of a simulation; nothing if it is not known."""
    if found := _catalogue().get(simulation or ""):
        for name, words in found.words.measures.items():
            yield named(name, joined(words.label, words.help))


def parameter_keys(simulation: str | None, written: Callable[[Parameter], str]) -> Iterator[Suggestion]:
    """The parameters of a simulation as keys, with their bounds; `written` is what follows the colon."""
    if found := _catalogue().get(simulation or ""):
        for parameter in sorted(simulations.parameters(found.model), key=lambda one: one.name in _OF_ALL):
            about = parameter_about(parameter, found.words.parameters[parameter.name].label)
            yield Suggestion(parameter.name, f"{parameter.name}: {written(parameter)}", about, "name")


def parameter_values(simulation: str | None, name: str, keys: tuple[str, ...]) -> Iterator[Suggestion]:
    """What a parameter may be set to: its words, or the bound or default that each of `keys` asks for."""
    found = _catalogue().get(simulation or "")
    known = {one.name: one for one in simulations.parameters(found.model)} if found else {}
    if found is None or name not in known:
        return
    parameter, words = known[name], found.words.parameters[name]
    for choice in parameter.choices:
        yield Suggestion(choice, as_value(choice), words.choices.get(choice, words.label), "value")
    if parameter.bounds is not None:
        values = {"min": parameter.bounds.low, "max": parameter.bounds.high, "default": parameter.default}
        for key in keys:
            shown = f"{values[key]:.10g}"
            yield Suggestion(shown, shown, parameter_about(parameter, words.label), "value")


def parameter_about(parameter: Parameter, label: Text) -> Text:
    """A parameter's label with how far it goes and where it starts."""
    if parameter.bounds is None:
        choices = ", ".join(parameter.choices), "、".join(parameter.choices)
        return Text(en=f"{label.en}: {choices[0]}", zh=f"{label.zh}：{choices[1]}")
    low, high, default = parameter.bounds.low, parameter.bounds.high, parameter.default
    return Text(
        en=f"{label.en}: {low:.10g} to {high:.10g}, {default:.10g} if nothing is said.",
        zh=f"{label.zh}：{low:.10g} 到 {high:.10g}，默认 {default:.10g}。",
    )


def points(path: OutlinePath) -> list[Suggestion] | None:
    """The knowledge points of the course, where a path leads to their numbers; None elsewhere."""
    if "curriculum" not in path[-2:]:
        return None
    form = "{n}" if path[-1] != "curriculum" else "[{n}]"
    return [
        Suggestion(
            str(number),
            form.format(n=number),
            name,
            "name",
            Text(en=f"{number} · {name.en}", zh=f"{number} · {name.zh}"),
        )
        for number, name in knowledge_points().items()
    ]


def named(name: str, about: Text) -> Suggestion:
    """The name of something in the lab."""
    return Suggestion(name, name, about, "name")


def start(parameter: Parameter) -> str:
    """A parameter's usual value, as a place to fill in."""
    default = parameter.default
    return "${1:" + (default if isinstance(default, str) else f"{default:.10g}") + "}"


def _catalogue() -> Mapping[str, simulations.Simulation]:
    try:
        return simulations.catalogue()
    except ProblemsFoundError:
        return {}


def joined(title: Text, more: Text) -> Text:
    """A title with what it means."""
    return Text(en=f"{title.en}: {more.en}", zh=f"{title.zh}：{more.zh}")

"""A simulation in plain text: its list, a run, and the reference page, in either language."""

import json
import math
from collections.abc import Mapping
from typing import Final

from courseware.language import LANGUAGES, Language, conventions
from courseware.text import Text
from simulations.discovery import Simulation
from simulations.model import ENGINE, Model
from simulations.parameter import Parameter, parameters
from simulations.words import ParameterWords

HEADS: Final[Mapping[Language, tuple[str, str]]] = {"en": ("Parameters", "Measures"), "zh": ("参数", "指标")}


def listing(found: Mapping[str, Simulation], language: Language) -> str:
    """One line a simulation: its name, its title and what it shows."""
    rows = [(name, one.words.title[language], one.words.summary[language]) for name, one in found.items()]
    width = max(len(name) for name, _, _ in rows)
    return "\n".join(f"{name:{width}}  {title}: {summary}" for name, title, summary in rows)


def run_text(simulation: Simulation, model: Model, language: Language) -> str:
    """The parameters and measures of a run, with their labels."""
    words = simulation.words
    settings = [
        (p.name, _plain(getattr(model, p.name)), words.parameters[p.name].label[language])
        for p in parameters(model)
    ]
    measured = [
        (name, written(value, words.measures[name].format), words.measures[name].label[language])
        for name, value in model.measures().items()
    ]
    given, found = HEADS[language]
    return "\n".join([words.title[language], given, *_aligned(settings), found, *_aligned(measured)])


def run_json(simulation: Simulation, model: Model) -> str:
    """The same as JSON; a measure that there is nobody to ask for is null."""
    measures = {name: value if math.isfinite(value) else None for name, value in model.measures().items()}
    settings = {p.name: getattr(model, p.name) for p in parameters(model)}
    found = {"simulation": simulation.name, "engine": ENGINE, "parameters": settings, "measures": measures}
    return json.dumps(found, indent=2)


def written(value: float, how: str) -> str:
    """A measure as its words say, a dash where there is none.

    >>> written(0.254, ".0%"), written(-5, ".0f"), written(float("nan"), ".1f")
    ('25%', '−5', '–')
    """
    return format(value, how).replace("-", "−") if math.isfinite(value) else "–"


def bound(value: float, how: str) -> str:
    """A bound of a measure: written as the measure is, without decimals that say nothing.

    >>> bound(0.1, ".2%"), bound(1800, ",.1f"), bound(0.125, ".1%")
    ('10%', '1,800', '12.5%')
    """
    said = written(value, how)
    bare = said.removesuffix("%")
    return (bare.rstrip("0").rstrip(".") if "." in bare else bare) + said.removeprefix(bare)


def difference(value: float, other: float, how: str) -> Text:
    """By how much a measure differs from another, always with its sign; per cents differ by points.

    >>> difference(0.4, 0.57, ".0%")["en"], difference(40, 57, ".0f")["zh"]
    ('−17 points', '−17')
    """
    is_share = how.endswith("%")
    by = written((value - other) * (100 if is_share else 1), f"+{how.lstrip('+').replace('%', 'f')}")
    return _POINTS.fill({"by": by}) if is_share else Text(en=by, zh=by)


def reference(found: Mapping[str, Simulation]) -> str:
    """The reference page: every parameter and measure of every simulation, in Markdown."""
    head = "# The simulations\n\nWritten by `python -m simulations reference` from the models themselves.\n"
    return "\n".join([head, *(_chapter(simulation) for simulation in found.values())])


def _chapter(simulation: Simulation) -> str:
    words = simulation.words
    lines = [
        f"## {words.title['en']} · {words.title['zh']} (`{simulation.name}`)",
        "",
        f"{words.summary['en']}  \n{words.summary['zh']}",
        "",
        "| parameter | from – to | default | English | 中文 |",
        "|---|---|---|---|---|",
        *(_parameter_row(simulation, parameter) for parameter in parameters(simulation.model)),
        "",
        "| measure | English | 中文 |",
        "|---|---|---|",
        *(_measure_row(simulation, name) for name in words.measures),
        "",
        "| view | English | 中文 |",
        "|---|---|---|",
        *(_view_row(simulation, name) for name in simulation.views),
        "",
    ]
    return "\n".join(lines)


def _parameter_row(simulation: Simulation, parameter: Parameter) -> str:
    words = simulation.words.parameters[parameter.name]
    bounds = parameter.bounds
    reach = f"{bounds.low:.16g} – {bounds.high:.16g}" if bounds else ", ".join(parameter.choices)
    said = " | ".join(_explained(words, language) for language in LANGUAGES)
    return f"| `{parameter.name}` | {reach} | {_plain(parameter.default)} | {said} |"


def _explained(words: ParameterWords, language: Language) -> str:
    said, label = conventions(language), f"**{words.label[language]}**"
    named = said.aside.format(what=label, aside=words.unit[language]) if words.unit else label
    return f"{named}{said.colon}{words.help[language]}"


def _measure_row(simulation: Simulation, name: str) -> str:
    words = simulation.words.measures[name]
    english = f"**{words.label['en']}**: {words.help['en']}"
    chinese = f"**{words.label['zh']}**：{words.help['zh']}"
    return f"| `{name}` | {english} | {chinese} |"


def _view_row(simulation: Simulation, name: str) -> str:
    words = simulation.words.views[name]
    english = f"**{words.title['en']}**: {words.message['en']}"
    chinese = f"**{words.title['zh']}**：{words.message['zh']}"
    return f"| `{name}` | {english} | {chinese} |"


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.16g}"


def _aligned(rows: list[tuple[str, str, str]]) -> list[str]:
    name = max(len(row[0]) for row in rows)
    value = max(len(row[1]) for row in rows)
    return [f"  {first:{name}}  {second:>{value}}  {third}" for first, second, third in rows]


_POINTS: Final = Text(en="{by} points", zh="{by} 个百分点")

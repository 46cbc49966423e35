"""Whether a simulation has a word for everything it shows, and nothing to spare."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from courseware.problem import Problem
from courseware.text import Text
from simulations.model import Model
from simulations.parameter import parameters
from simulations.picture import View
from simulations.words import ParameterWords, Words

COMMON = Path(__file__).with_name("words.yaml")
"""The words for what every model has: the number of customers and the seed."""


def read_words(path: Path) -> Words:
    """The words of one simulation, joined with those that all simulations share."""
    own = Words.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    shared = yaml.safe_load(COMMON.read_text(encoding="utf-8"))
    common = {name: ParameterWords.model_validate(words) for name, words in shared.items()}
    return own.model_copy(update={"parameters": {**common, **own.parameters}})


def word_problems(
    path: Path, words: Words, model: type[Model], views: Mapping[str, View[Any]]
) -> list[Problem]:
    """What lacks words and which words name nothing, found by a small run of each view."""
    small = model(n=40)
    tables = [small.run(), *(view.table(small) for view in views.values())]
    shown = {
        "parameters": {parameter.name for parameter in parameters(model)},
        "measures": set(small.measures()),
        "columns": {column for table in tables for column in table},
        "views": set(views),
    }
    differences = [_difference(path, part, shown[part], set(getattr(words, part))) for part in shown]
    choices = [
        _difference(
            path, f"parameters.{p.name}.choices", set(p.choices), set(words.parameters[p.name].choices)
        )
        for p in parameters(model)
        if p.name in words.parameters
    ]
    named = [_named(path, name, view, shown) for name, view in views.items()]
    return [problem for found in (*differences, *choices, *named) for problem in found]


def _difference(path: Path, part: str, needed: set[str], given: set[str]) -> Iterable[Problem]:
    for name in sorted(needed - given):
        yield _problem(path, f"{part}.{name}", "There are no words for this.", "这一项还没有文字。")
    for name in sorted(given - needed):
        yield _problem(path, f"{part}.{name}", "These words name nothing.", "这些文字没有对应的内容。")


def _named(path: Path, name: str, view: View[Any], shown: Mapping[str, set[str]]) -> Iterable[Problem]:
    for part, names in (("parameters", view.shows), ("measures", view.measures)):
        for unknown in sorted(set(names) - shown[part]):
            where = f"views.{name}"
            yield _problem(
                path, where, f"It shows {unknown}, which is none of the {part}.", f"{unknown} 不存在。"
            )


def _problem(path: Path, field: str, en: str, zh: str) -> Problem:
    advice = Text(
        en="Let words.yaml and the model name the same things.", zh="请让 words.yaml 与模型的名称一一对应。"
    )
    return Problem(str(path), 1, 1, field, Text(en=en, zh=zh), advice)

"""Whether a simulation has a word for everything it shows, and nothing to spare."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from courseware.problem import Problem, ProblemsFoundError
from courseware.source import Source, load, read_source, validate
from courseware.text import Text
from simulations.model import Model
from simulations.parameter import parameters
from simulations.picture import View
from simulations.words import CommonWords, Words

COMMON: Final = Path(__file__).with_name("words.yaml")
"""The words for what every model has: the number of customers and the seed."""

SAME: Final = Text(
    en="Let words.yaml and the model name the same things.", zh="请让 words.yaml 与模型的名称一一对应。"
)


def words_of(path: Path, model: type[Model], views: Mapping[str, View[Any]]) -> Words:
    """The words of one simulation, joined with those that all share.

    Raises ProblemsFoundError for what lacks words, and for words that name nothing.
    """
    source = read_source(path)
    own = validate(source, Words)
    common = load(COMMON, CommonWords).parameters
    vocabulary = _Vocabulary(source, own, set(common))
    if problems := [*vocabulary.problems(_shown(model, views)), *vocabulary.view_problems(model, views)]:
        raise ProblemsFoundError(problems)
    return own.model_copy(update={"parameters": {**common, **own.parameters}})


def _shown(model: type[Model], views: Mapping[str, View[Any]]) -> dict[str, set[str]]:
    """What needs words, found by a small run of the model and of each view."""
    small = model(n=40)
    tables = [small.run(), *(view.table(small) for view in views.values())]
    return {
        "parameters": {parameter.name for parameter in parameters(model)},
        "measures": set(small.measures()),
        "columns": {column for table in tables for column in table},
        "views": set(views),
    }


@dataclass(frozen=True)
class _Vocabulary:
    source: Source
    words: Words
    common: set[str]

    def problems(self, shown: Mapping[str, set[str]]) -> Iterator[Problem]:
        """What is shown without words, and what has words without being shown."""
        for part, names in shown.items():
            needed = names - self.common if part == "parameters" else names
            yield from self._difference((part,), needed, set(getattr(self.words, part)))

    def view_problems(self, model: type[Model], views: Mapping[str, View[Any]]) -> Iterator[Problem]:
        """Choices that lack words, and what a view names although there is no such thing."""
        known = {parameter.name: parameter for parameter in parameters(model)}
        for name, words in self.words.parameters.items():
            choices = known[name].choices if name in known else ()
            yield from self._difference(("parameters", name, "choices"), set(choices), set(words.choices))
        for name, view in views.items():
            for unknown in sorted(
                (set(view.shows) - set(known)) | (set(view.measures) - set(self.words.measures))
            ):
                yield self._problem(
                    ("views", name),
                    f"This view shows {unknown}, which is not there.",
                    f"该视图要显示的 {unknown} 不存在。",
                )

    def _difference(self, part: tuple[str, ...], needed: set[str], given: set[str]) -> Iterator[Problem]:
        for name in sorted(needed - given):
            yield self._problem((*part, name), f"There are no words for {name}.", f"{name} 还没有文字。")
        for name in sorted(given - needed):
            yield self._problem(
                (*part, name), f"The words of {name} name nothing.", f"{name} 的文字没有对应的内容。"
            )

    def _problem(self, place: tuple[str, ...], en: str, zh: str) -> Problem:
        return self.source.problem(place, Text(en=en, zh=zh), SAME, at_key=True)

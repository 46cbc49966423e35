"""A folder is a simulation: a new one appears everywhere, a broken one stops the start."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulations
from courseware.problem import ProblemsFoundError, ReaderError
from courseware.text import LANGUAGES
from simulations import parameters
from simulations.__main__ import main
from simulations.words import MeasureWords, ParameterWords

ROOM = Path(simulations.__file__).parent
NAMES = sorted(simulations.catalogue())

MODEL = """
from dataclasses import dataclass
from typing import ClassVar
from courseware.table import make_table
from simulations.model import Model
from simulations.parameter import between

@dataclass(frozen=True, kw_only=True)
class Queue(Model):
    number: ClassVar[int] = 99
    patience: float = between(0, 9, default=3.0, step=1)
    def run(self): return make_table({"minute": [1, 2]})
    def measures(self): return {"mean_wait": self.patience}

MODEL = Queue
"""
FIGURE = """
from simulations.picture import Picture, View
def draw(model, table, words, language): return Picture((), {}, ".")
VIEWS = {"day": View(lambda model: model.run(), draw, ("patience",), ("mean_wait",))}
"""
WORDS = """
schema: words/1
title: {en: Queue, zh: 排队}
summary: {en: People wait., zh: 人们在等候。}
parameters:
  patience: {label: {en: Patience, zh: 耐心}, help: {en: How long., zh: 等多久。}}
measures:
  mean_wait: {label: {en: Wait, zh: 等候}, help: {en: The mean., zh: 平均数。}}
columns:
  minute: {en: Minute, zh: 分钟}
views:
  day: {title: {en: Day, zh: 一天}, message: {en: It fills., zh: 队伍变长。}}
"""


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a new simulation, lying where simulations are looked for."""
    folder = tmp_path / "queue"
    folder.mkdir()
    parts = {"__init__.py": '"""Waiting."""', "model.py": MODEL, "figure.py": FIGURE, "words.yaml": WORDS}
    for name, text in parts.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(simulations, "__path__", [*simulations.__path__, str(tmp_path)])
    yield folder
    for module in [name for name in sys.modules if name.startswith("simulations.queue")]:
        del sys.modules[module]


@pytest.mark.usefixtures("queue")
def test_a_new_folder_is_in_the_catalogue() -> None:
    found = simulations.find("queue")

    assert sorted(simulations.catalogue()) == sorted([*NAMES, "queue"])
    assert found.words.title["zh"] == "排队"
    assert set(found.words.parameters) == {"n", "seed", "patience"}


@pytest.mark.usefixtures("queue")
def test_a_new_folder_is_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert main(["run", "queue", "--set", "patience=4", "--json"]) == 0

    printed = capsys.readouterr().out
    assert "queue" in printed
    assert '"mean_wait": 4.0' in printed


@pytest.mark.usefixtures("queue")
def test_a_grader_loads_the_model_without_its_pictures() -> None:
    assert simulations.model_of("queue")().measures() == {"mean_wait": 3.0}
    assert "simulations.queue.figure" not in sys.modules


@pytest.mark.parametrize("part", ["model.py", "figure.py", "words.yaml", "__init__.py"])
def test_a_folder_without_its_parts_stops_the_start(queue: Path, part: str) -> None:
    (queue / part).unlink()

    with pytest.raises(ProblemsFoundError) as stopped:
        simulations.catalogue()
    (problem,) = stopped.value.problems
    assert problem.file == str(queue)
    assert part in problem.message["en"]
    assert part in problem.message["zh"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("  patience:", "  patients:", "parameters.patients"),
        ("  mean_wait:", "  mean_weight:", "measures.mean_weight"),
        ("  minute:", "  hour:", "columns.hour"),
        ("  day:", "  night:", "views.night"),
    ],
)
def test_words_that_name_nothing_stop_the_start_with_their_place(
    queue: Path, old: str, new: str, field: str
) -> None:
    (queue / "words.yaml").write_text(WORDS.replace(old, new), encoding="utf-8")

    with pytest.raises(ProblemsFoundError) as stopped:
        simulations.catalogue()
    surplus = {problem.field: problem for problem in stopped.value.problems}
    line = 1 + WORDS[: WORDS.index(old)].count("\n")
    assert surplus[field].line == line
    assert len(surplus) >= 2


def test_a_missing_language_stops_the_start(queue: Path) -> None:
    (queue / "words.yaml").write_text(WORDS.replace(", zh: 分钟", ""), encoding="utf-8")

    with pytest.raises(ProblemsFoundError) as stopped:
        simulations.catalogue()
    assert "columns.minute" in stopped.value.problems[0].field


def test_an_unknown_simulation_is_refused_with_the_nearest_name() -> None:
    for find in (simulations.find, simulations.model_of):
        with pytest.raises(ReaderError, match="Did you mean satisfaction"):
            find("satisfacton")


@pytest.mark.parametrize("name", NAMES)
def test_every_folder_brings_its_own_test_of_known_values(name: str) -> None:
    assert (ROOM / name / f"test_{name}.py").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_and_measure_is_explained_in_both_languages(name: str) -> None:
    found = simulations.find(name)

    assert list(found.words.parameters) == [parameter.name for parameter in parameters(found.model)]
    explained: list[ParameterWords | MeasureWords] = [*found.words.parameters.values()]
    for words in [*explained, *found.words.measures.values()]:
        for language in LANGUAGES:
            assert words.help[language].endswith((".", "。", "）", ")"))
            assert len(words.label[language]) <= 36


@pytest.mark.parametrize("name", NAMES)
def test_every_measure_can_be_written_as_its_words_say(name: str) -> None:
    found = simulations.find(name)
    measures = found.model().measures()

    assert set(measures) == set(found.words.measures)
    for measure, value in measures.items():
        assert format(value, found.words.measures[measure].format)

"""Every folder in this room is a simulation: here they are found, and read with their words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, lru_cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.text import Text
from simulations.model import Model
from simulations.parameter import Parameter, parameters
from simulations.picture import View
from simulations.vocabulary import words_of
from simulations.words import Words

ROOM: Final = "simulations"

PARTS: Final = ("__init__.py", "model.py", "figure.py", "words.yaml")
"""The files without which a folder is no simulation."""


@dataclass(frozen=True, eq=False)
class Simulation:
    """A model with its words in two languages and the views that draw it.

    It is found once and then handed on; runs are kept by it, so it is equal to itself alone.
    """

    name: str
    model: type[Model]
    words: Words = field(repr=False)
    views: Mapping[str, View[Any]] = field(repr=False)

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """What may be set, by name, in the order in which the model has it."""
        return MappingProxyType({one.name: one for one in parameters(self.model)})


def catalogue() -> Mapping[str, Simulation]:
    """All simulations by name; ProblemsFoundError says which folder lacks what."""
    return _read(_homes())


def find(name: str) -> Simulation:
    """The simulation of this name; a ReaderError tells the known names and the nearest."""
    known = catalogue()
    if name not in known:
        raise _no_such(name, tuple(known))
    return known[name]


def model_of(name: str) -> type[Model]:
    """The model alone, without loading its pictures; graders need no more."""
    folders = _folders(_homes())
    if name not in folders:
        raise _no_such(name, tuple(folders))
    return _model(name)


def _homes() -> tuple[str, ...]:
    """Where this room's folders lie. Code is loaded once, so each home is looked through once."""
    return tuple(import_module(ROOM).__path__)


@lru_cache(maxsize=8)
def _folders(homes: tuple[str, ...]) -> Mapping[str, Path]:
    found = [folder for home in homes for folder in Path(home).iterdir() if folder.is_dir()]
    named = sorted(folder for folder in found if folder.name.isidentifier() and folder.name[0] != "_")
    return MappingProxyType({folder.name: folder for folder in named})


@lru_cache(maxsize=8)
def _read(homes: tuple[str, ...]) -> Mapping[str, Simulation]:
    folders = tuple(_folders(homes).values())
    missing = [problem for folder in folders for problem in _missing_parts(folder)]
    if not folders:
        missing = [_problem(Path(ROOM), "No simulation is here.", "这里没有任何模拟。")]
    if missing:
        raise ProblemsFoundError(missing)
    return MappingProxyType({folder.name: _simulation(folder) for folder in folders})


def _simulation(folder: Path) -> Simulation:
    views: Mapping[str, View[Any]] = import_module(f"{ROOM}.{folder.name}.figure").VIEWS
    model = _model(folder.name)
    words = words_of(folder / "words.yaml", model, views)
    return Simulation(folder.name, model, words, MappingProxyType(dict(views)))


def _model(name: str) -> type[Model]:
    model: type[Model] = import_module(f"{ROOM}.{name}.model").MODEL
    return model


def _missing_parts(folder: Path) -> list[Problem]:
    lacking = [part for part in PARTS if not (folder / part).is_file()]
    return [
        _problem(folder, f"A simulation needs {part}, which is missing.", f"模拟必须有 {part}，这里缺少。")
        for part in lacking
    ]


def _problem(folder: Path, en: str, zh: str) -> Problem:
    needed = ", ".join(PARTS)
    advice = Text(
        en=f"Put {needed} into this folder, or remove the folder.",
        zh=f"请在该文件夹中放入 {needed}，或删除该文件夹。",
    )
    return Problem(str(folder), 1, 1, "", Text(en=en, zh=zh), advice)


def _no_such(name: str, known: tuple[str, ...]) -> ReaderError:
    near = get_close_matches(name, known, 1, 0.4)
    en, zh = (f" Did you mean {near[0]}?", f"是否想写 {near[0]}？") if near else ("", "")
    names = ", ".join(known)
    return ReaderError(
        Text(
            en=f"There is no simulation {name}.{en} Known: {names}.",
            zh=f"没有名为 {name} 的模拟。{zh}现有：{names}。",
        )
    )

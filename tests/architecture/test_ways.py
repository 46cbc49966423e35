"""The ways through the lab: as short as the document of its architecture tells them, and really gone."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.sources import ROOT, Function, modules, read, tree

TOLD: Final = Path("docs/architecture.md")


@dataclass(frozen=True)
class Way:
    """A way: the words that begin its paragraph, how many hops it may have, and who calls whom on it."""

    told: str
    most: int
    calls: tuple[tuple[str, str], ...]
    wrappers: tuple[str, ...] = ()
    """Functions between two hops that hand on what they are given, kept or guarded."""


SLIDER: Final = Way(
    "A slider moves.",
    8,
    (
        ("ui.panel._run", "ui.panel.show_panel"),
        ("ui.present.panel.stage_panel", "ui.panel.show_panel"),
        ("ui.panel.show_panel", "ui.panel_message.panel_message"),
        ("ui.panel_message.panel_message", "ui.panel_message._chart"),
        ("ui.panel_message._chart", "web.runs.picture_of"),
        ("web.runs.picture_of", "web.runs.table_of"),
        ("web.runs.picture_of", "simulations.picture.View.draw"),
        ("web.runs.table_of", "simulations.picture.View.table"),
        ("ui.panel.show_panel", "ui.components.panel.draw_panel"),
    ),
    ("ui.panel_message._chart",),
)
LESSONS: Final = "course.lesson_registry.LessonRegistry"
FILES: Final = "course.registry.FileRegistry"
FILE: Final = Way(
    "A teacher saves.",
    8,
    (
        ("ui.lesson.lesson_page", f"{LESSONS}.lesson"),
        (f"{LESSONS}.lesson", f"{LESSONS}._versions"),
        (f"{LESSONS}._versions", f"{FILES}._current"),
        (f"{FILES}._current", f"{FILES}._look"),
        (f"{FILES}._look", "course.documents.document_at"),
        ("course.documents.document_at", "course.documents._at"),
        ("course.documents._at", "course.documents._read"),
        ("course.documents._read", "course.documents.document_of"),
        (f"{FILES}._look", f"{LESSONS}._judge"),
        (f"{LESSONS}._judge", "course.lesson_registry._fit"),
        ("course.lesson_registry._fit", "course.judge.judge"),
    ),
    (f"{LESSONS}._versions", f"{FILES}._current", "course.documents._at", "course.lesson_registry._fit"),
)
WAYS: Final = (SLIDER, FILE)


def hops(way: Way) -> list[str]:
    """The names that lead the numbered lines below the paragraph of a way."""
    paragraph = read(TOLD).split(f"**{way.told}**")[1].split("\n**")[0]
    return re.findall(r"^\d+\. `([^`]+)`", paragraph, re.MULTILINE)


def module_of(name: str) -> tuple[Path, list[str]]:
    """The file that a dotted name leads to, and what is left of the name there."""
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        at = Path(*parts[:cut])
        for path in (at.with_suffix(".py"), at / "__init__.py"):
            if (ROOT / path).is_file():
                return path, parts[cut:]
    raise AssertionError(f"{name} leads to no module")


def found(name: str) -> ast.AST | None:
    """The function, method or field of this name."""
    path, rest = module_of(name)
    at: ast.AST | None = tree(path)
    for part in rest:
        at = next((one for one in getattr(at, "body", ()) if part in names(one)), None)
    return at


def names(node: ast.AST) -> set[str]:
    """What a statement gives a name to."""
    if isinstance(node, Function | ast.ClassDef):
        return {node.name}
    return (
        {node.target.id} if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else set()
    )


def does_call(caller: str, callee: str) -> bool:
    """Whether a function calls another: by the name it imports or defines, or as an attribute."""
    of_class = len(module_of(callee)[1]) > 1
    last = callee.rpartition(".")[2]
    called = [one.func for one in ast.walk(found(caller) or ast.Module([], [])) if isinstance(one, ast.Call)]
    if of_class:
        return any(isinstance(one, ast.Attribute) and one.attr == last for one in called)
    return any(isinstance(one, ast.Name) and one.id == last for one in called) and is_known(caller, callee)


def is_known(caller: str, callee: str) -> bool:
    """Whether the caller's module is the callee's, or imports it from there."""
    home, _, last = callee.rpartition(".")
    path = module_of(caller)[0]
    return path == module_of(callee)[0] or any(
        isinstance(one, ast.ImportFrom) and one.module == home and last in {name.name for name in one.names}
        for one in ast.walk(tree(path))
    )


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.told)
def test_a_way_is_no_longer_than_was_promised_and_each_of_its_hops_is_there(way: Way) -> None:
    told = hops(way)

    assert 1 < len(told) <= way.most
    assert [name for name in told if not (ROOT / name).is_file() and found(name) is None] == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.told)
def test_each_hop_that_is_told_is_called_by_one_before_it(way: Way) -> None:
    told = [name for name in hops(way) if not name.endswith(".js")]
    reached = {callee for caller, callee in way.calls if caller in (*told, *way.wrappers)}

    assert [pair for pair in way.calls if not does_call(*pair)] == []
    assert set(told[1:]) <= reached


def test_the_controls_of_a_simulation_are_built_in_one_place() -> None:
    home, signs = Path("ui/controls.py"), ("st.slider", ".bounds", "parameters(")
    elsewhere = [path for path in modules() if path.parts[0] == "ui" and path != home]

    assert [f"{path}: {sign}" for path in elsewhere for sign in signs if sign in read(path)] == []

"""What a component tells when its page has been left, or in a shape that is none of ours, is not heard."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest

from ui import session
from ui.components import board, keys, panel, question_strip, rail, stage
from ui.components.editor.state import EditorState, held, notice

KEY: Final = "drawn"
Heard = list[object]


def draw_board(heard: Heard) -> None:
    board.board("", key=KEY, language="en", on_written=heard.append)


def draw_rail(heard: Heard) -> None:
    rail.rail([], 1, summary="", words={}, key=KEY, on_go=heard.append)


def draw_strip(heard: Heard) -> None:
    question_strip.question_strip([], 1, label="", key=KEY, on_go=heard.append)


def draw_keys(heard: Heard) -> None:
    keys.keys({}, KEY, heard.append)


def draw_panel(heard: Heard) -> None:
    panel.draw_panel({}, key=KEY, on_moved=heard.append)


DRAWN: Final[Mapping[str, tuple[object, str, str, Callable[[Heard], None]]]] = {
    "board": (board, "_board", "written", draw_board),
    "rail": (rail, "_rail", "go", draw_rail),
    "question strip": (question_strip, "_strip", "go", draw_strip),
    "keys": (keys, "_keys", "pressed", draw_keys),
    "panel": (panel, "_panel", "moved", draw_panel),
}
"""Each component that listens: its module, what it mounts, what it tells, and how it is drawn."""
RIGHT: Final = {
    "board": "words",
    "rail": 3,
    "question strip": 3,
    "keys": [[1, "next"]],
    "panel": {"n": 1, "values": {}, "actions": []},
}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What a session would keep."""
    values: dict[str, object] = {}
    monkeypatch.setattr(session, "_state", lambda: values)
    return values


def told(name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Callable[[], None], Heard]:
    """What Streamlit calls when the component tells something, and what the page hears of it."""
    module, mounted, what, draw = DRAWN[name]
    called: dict[str, Any] = {}
    heard: Heard = []

    def mount(**given: Any) -> dict[str, object]:
        called.update(given)
        return {}

    monkeypatch.setattr(module, mounted, mount)
    draw(heard)
    return called[f"on_{what}_change"], heard


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("state", [None, {}, "text", {"go": "x", "moved": 7, "pressed": 1, "written": []}])
def test_what_comes_of_a_page_that_was_left_or_in_another_shape_is_not_heard(
    kept: dict[str, object], monkeypatch: pytest.MonkeyPatch, name: str, state: object
) -> None:
    tell, heard = told(name, monkeypatch)
    if state is not None:
        kept[KEY] = state
    tell()

    assert heard == []


@pytest.mark.parametrize("name", DRAWN)
def test_what_is_told_as_it_should_be_is_heard(
    kept: dict[str, object], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    tell, heard = told(name, monkeypatch)
    kept[KEY] = {DRAWN[name][2]: RIGHT[name]}
    tell()

    assert len(heard) == 1


def test_stage_and_editor_hear_nothing_of_a_page_that_was_left(kept: dict[str, object]) -> None:
    assert stage.told_here() == {}
    assert held(KEY, "text") == EditorState("text")
    assert not notice(KEY)

"""What the server believes of an editor: no more than the text, and never what is impossible."""

from typing import Any

import pytest
import streamlit as st

from ui.components.editor.state import EditorState, held, made_from, notice, saves_seen, take_saving

TEXT = "title: one\nminutes: 5"


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """An empty session."""
    held_here: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", held_here)
    return held_here


def report(session: dict[str, Any], **said: object) -> None:
    """The browser says something."""
    usual = {"version": "0", "text": TEXT, "line": 1, "column": 1, "revision": 1, "saves": 0}
    session["pen"] = {"now": usual | said}


def test_before_anything_is_typed_the_editor_holds_what_it_was_given(session: dict[str, Any]) -> None:
    assert not session
    assert held("pen", "a\r\nb\r", 0) == EditorState("a\nb\n")


def test_what_was_typed_counts_until_the_server_shows_another_version(session: dict[str, Any]) -> None:
    report(session, text="title: two", line=1, column=11)

    assert held("pen", TEXT, 0) == EditorState("title: two", 1, 11, revision=1)
    assert held("pen", TEXT, 1) == EditorState(TEXT, 1, 11, revision=1)


def test_the_cursor_stays_within_a_text_that_has_become_shorter(session: dict[str, Any]) -> None:
    report(session, line=2, column=11)

    assert held("pen", "new", 1) == EditorState("new", 1, 4, revision=1)


@pytest.mark.parametrize("said", [{"text": 5}, {"text": None}, {"version": 0}])
def test_a_report_that_is_none_is_not_believed(session: dict[str, Any], said: dict[str, object]) -> None:
    report(session, **said)

    assert held("pen", "given", 0).text == "given"


@pytest.mark.parametrize("number", [-3, True, "7", 1.5, None, 10**9])
def test_an_impossible_place_becomes_a_possible_one(session: dict[str, Any], number: object) -> None:
    report(session, line=number, column=number)
    state = held("pen", TEXT, 0)

    assert 1 <= state.line <= 2
    assert 1 <= state.column <= 11


def test_the_keys_save_once_for_each_time_they_are_pressed(session: dict[str, Any]) -> None:
    saves_seen("pen")
    report(session, saves=1)
    assert notice("pen")
    assert take_saving("pen", held("pen", TEXT, 0)).saved_with_keys
    assert not take_saving("pen", held("pen", TEXT, 0)).saved_with_keys

    report(session, saves=1, revision=2)
    assert not notice("pen")
    report(session, saves=2, revision=3)
    assert notice("pen")


def test_a_browser_that_comes_back_to_a_new_session_does_not_save_again(session: dict[str, Any]) -> None:
    report(session, saves=3)

    assert not notice("pen")
    report(session, saves=4)
    assert notice("pen")


def test_a_new_version_is_known_to_come_from_the_report_that_was_seen_before_it(
    session: dict[str, Any],
) -> None:
    held("pen", TEXT, 0)
    report(session, revision=4)
    notice("pen")

    held("pen", "form", 1)
    report(session, revision=5)
    notice("pen")
    held("pen", "form", 1)

    assert made_from("pen") == 4

"""One state for the browser, the server and the record: the same names everywhere, whatever is said."""

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import pytest

from ui.present.actions import Action
from ui.present.setting import SlideSetting
from ui.present.state import STATE, State, Timer, read_state

IN_SCRIPTS: Final = Path("ui/types/stage.d.ts").read_text(encoding="utf-8")
SCHEMA: Final[dict[str, Any]] = STATE.json_schema()
MODELS: Final = {"State": SCHEMA, **SCHEMA["$defs"]}
PLAIN: Final = {"integer": "number", "number": "number"}
BEFORE: Final = State(
    "ask",
    "both",
    black=True,
    revealed={"ask": 1},
    settings={"run": SlideSetting({"n": 1})},
    timer=Timer(60, 9000),
    tool="pick",
    clock="running",
    run=3,
    at=8000,
    stamps={"slide": 7000},
)
STORED: Final[dict[str, Any]] = {
    "slide": "run",
    "tongue": "zh",
    "black": True,
    "revealed": {"ask": 1, "run": 2},
    "settings": {
        "run": {
            "values": {"contagion": 0.3, "plan": "b", "seed": 7},
            "kept": {"seed": 5},
            "tried": None,
            "done": 1700000000300,
        }
    },
    "tool": "timer",
    "timer": {"seconds": 300, "ends": 1700000000000, "left": 12},
    "clock": "paused",
    "run": 2,
    "at": 1700000000500,
    "stamps": {"slide": 1700000000500, "revealed:ask": 1700000000400},
}
"""A presentation as records hold it."""


FITTING: Final[dict[tuple[str, type], Callable[[Any], object]]] = {
    ("slide", str): str,
    ("black", bool): bool,
    ("revealed", dict): lambda _: {"values": 1},
    ("settings", dict): lambda _: {},
    ("stamps", dict): lambda _: {"values": 1},
}
"""What of the wrong things does fit, and as what it is read."""


def in_typescript(part: dict[str, Any]) -> str:
    """The type of a part as a script would write it."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "enum" in part:
        return " | ".join(f"'{one}'" for one in part["enum"])
    if "anyOf" in part:
        return " | ".join(dict.fromkeys(in_typescript(one) for one in part["anyOf"]))
    if "additionalProperties" in part:
        return f"Record<string, {in_typescript(part['additionalProperties'])}>"
    return PLAIN.get(part["type"], str(part["type"]))


def of_scripts(name: str) -> dict[str, str]:
    """The parts of an interface of the scripts, each with its type."""
    aliases = dict(re.findall(r"^  type (\w+) = (.+);$", IN_SCRIPTS, re.M))
    found = re.search(rf"^  interface {name}(?: extends \w+)? \{{\n(.*?)^  \}}", IN_SCRIPTS, re.M | re.S)
    assert found is not None
    parts = re.findall(r"^    (\w+\??): (.+);$", found[1], re.M)
    return {part: re.sub(r"\w+", lambda word: aliases.get(word[0], word[0]), kind) for part, kind in parts}


@pytest.mark.parametrize("name", MODELS)
def test_scripts_and_server_call_every_part_of_a_state_the_same(name: str) -> None:
    parts = {part: in_typescript(kind) for part, kind in MODELS[name]["properties"].items()}

    assert of_scripts(name) == parts


def test_scripts_ask_for_acts_by_the_names_of_the_server() -> None:
    said = {**of_scripts("What"), **of_scripts("Passed"), **of_scripts("Asked")}

    assert {one.name for one in fields(Action)} <= {name.removesuffix("?") for name in said}


def test_a_record_of_today_is_read_whole_and_written_as_it_was() -> None:
    found = read_state(STORED, State("", "en"))

    assert found.to_json() == STORED
    assert found.settings["run"].kept == {"seed": 5}
    assert found.timer == Timer(300, 1700000000000, 12)


@pytest.mark.parametrize("said", [None, "many", -1, 2.5e300, True])
def test_a_setting_that_does_not_tell_of_acts_contains_none_and_is_read_all_the_same(said: Any) -> None:
    setting = {name: part for name, part in STORED["settings"]["run"].items() if name != "done"}
    told = setting if said is None else {**setting, "done": said}

    found = read_state({**STORED, "settings": {"run": told}}, BEFORE)

    assert found.settings["run"].to_json() == {**setting, "done": 0}


@pytest.mark.parametrize("part", list(STORED))
@pytest.mark.parametrize("said", [[], -1, 2**60, "no such word" * 30, True, {"values": 1}])
def test_a_part_that_does_not_fit_stays_as_it_was_and_takes_no_other_with_it(part: str, said: Any) -> None:
    found = read_state({**STORED, part: said}, BEFORE)

    fits = FITTING.get((part, type(said)))
    kept = BEFORE.to_json()[part] if fits is None else fits(said)
    assert found.to_json() == {**STORED, part: kept}


def test_what_is_missing_stays_as_it_was() -> None:
    found = read_state({"slide": "run"}, BEFORE)

    assert found.to_json() == {**BEFORE.to_json(), "slide": "run"}


def test_of_counts_and_moments_those_are_left_out_that_are_none() -> None:
    said = {"a": 1, "b": 0, "c": True, "d": "1", "e": 2.9, "f": -1, "g": 10**20}

    found = read_state({"revealed": said, "stamps": said}, BEFORE)

    assert found.revealed == found.stamps == {"a": 1, "e": 2}

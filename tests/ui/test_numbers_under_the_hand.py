"""Numbers that the browser writes while a hand moves: the table its script is held to is Python's own."""

import json
import math
from pathlib import Path

from course import lesson_registry
from lessons import PlayStep
from simulations import catalogue
from simulations.report import written
from ui.controls import build_control
from ui.steps.play import setup_of

TABLE = Path("tests/vectors/written_numbers.json")
NUMBERS = (
    *(
        0.0,
        -0.0,
        0.5,
        1.5,
        2.5,
        3.5,
        -2.5,
        0.25,
        0.75,
        0.125,
        0.375,
        0.625,
        0.0625,
        0.1875,
        1.005,
        2.675,
        0.045,
    ),
    *(0.005, 0.015, 0.025, 0.035, 0.995, 0.9995, -0.004, -0.04, -0.4, 0.05, 0.15, 0.35, 1e-7, 2.5e-7, 5e-300),
    *(
        1.25,
        12.5,
        25.0,
        999.5,
        999.95,
        1234.5,
        2500.0,
        -1234567.891,
        12345678.9,
        123456789012345.6,
        1e15,
        3.5e18,
    ),
    *(1 / 3, 2 / 3, math.pi, -math.e, 0.1 + 0.2, 99.99999, 1e6, 1e5 - 0.5, 100.0, 0.01, 0.29, 0.57, 1.1),
)
FORMATS = (
    ".0f",
    ",.0f",
    ".1f",
    ",.1f",
    "+.1f",
    ".2f",
    "+,.2f",
    ".4f",
    ".0%",
    ".1%",
    "+.0%",
    ".2%",
    ".0e",
    ".1e",
)


def test_the_table_says_what_python_writes() -> None:
    told = json.loads(TABLE.read_text(encoding="utf-8"))

    assert told == [[number, how, written(number, how)] for how in FORMATS for number in NUMBERS]


def test_every_way_of_writing_a_number_in_the_lab_is_of_a_kind_that_the_table_holds() -> None:
    measures = {one.format for found in catalogue().values() for one in found.words.measures.values()}
    settings = {
        build_control(found, name).number_format
        for found in catalogue().values()
        for name, one in found.parameters.items()
        if not one.choices
    }
    steps = [
        (lesson, step)
        for lesson in lesson_registry().lessons().values()
        for step in lesson.steps
        if isinstance(step, PlayStep)
    ]
    restricted = {one.number_format for found in steps for one in setup_of(*found).controls}

    kinds = {(how.startswith("+"), "," in how, how[-1]) for how in FORMATS}
    for how in measures | settings | restricted:
        plus, grouped, kind = how.startswith("+"), "," in how, how[-1]
        assert how == f"{'+' * plus}{',' * grouped}.{how[-2]}{kind}"
        assert (plus, grouped, kind) in kinds or (False, grouped, kind) in kinds

"""What the desk puts into a file by a button is sound as it stands, wherever the cursor was."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import simulations
from authoring.examples.bank import new_bank
from authoring.examples.lesson import new_lesson
from authoring.inserting import bank as in_bank
from authoring.inserting.lesson import offers, piece, used_at
from authoring.inserting.part import inserted
from authoring.steps.contract import Wanted
from authoring.steps.play import sliders_of
from course import known_to_the_lab
from course.bank_text import check_bank_text as check_bank
from course.documents import document_of
from course.judge import judge, neighbours
from courseware.problem import Problem
from courseware.source import parse
from courseware.text import LANGUAGES
from exercises.kinds import catalogue

ROOT = Path(__file__).resolve().parents[2]
LESSON = new_lesson("tea_shop")
STEPS = [number for number, line in enumerate(LESSON.split("\n"), 1) if line.startswith("  - kind:")]
ASKING = 1 + LESSON[: LESSON.index("use: complaints.recovery")].count("\n")
KNOWN = neighbours(ROOT / "lessons/library", known_to_the_lab())


@cache
def problems(text: str, file: str = "lessons/library/tea_shop.yaml") -> set[str]:
    """What is wrong with a text."""
    return {one.message.en for one in judge(document_of("lessons", text, file), KNOWN)}


def wanted(name: str, text: str, line: int) -> Wanted:
    """The first choice that the desk would offer for a piece."""
    simulation = "recovery" if name == "step:play" else used_at(text, line).simulation
    found = simulations.catalogue().get(simulation)
    chosen = "complaints.fewer-complaints"
    if name == "in:controls":
        chosen = next(one for one in sliders_of(simulation) if f"{one}: " not in text)
    elif name == "in:show" and found:
        chosen = next(one for one in found.words.measures if one not in text)
    elif name == "part:entry":
        chosen = "tea_shop"
    view = next(iter(found.views)) if found else ""
    return Wanted(simulation, view, list(sliders_of(simulation))[:2], chosen)


def everywhere(text: str) -> Iterator[tuple[int, str]]:
    """Every offer at every step, and above all of them."""
    for line in (1, *STEPS):
        yield from ((line, one.name) for one in offers(text, line, "lesson"))


@pytest.mark.parametrize(("line", "name"), [*everywhere(LESSON)])
def test_what_is_put_into_a_lesson_is_sound_at_once_and_changes_nothing_else(line: int, name: str) -> None:
    text, at = inserted(LESSON, piece(LESSON, line, name, wanted(name, LESSON, line)))

    assert problems(text) == problems(LESSON)
    lines = text.split("\n")
    kept = iter(lines)
    assert all(
        any(one == other for other in kept)
        for one in LESSON.split("\n")
        if "[" not in one and "use:" not in one
    )
    assert at in range(1, len(lines) + 1)
    assert text != LESSON


def test_what_a_step_names_already_is_known_so_that_it_is_not_offered_again() -> None:
    used = used_at(LESSON, STEPS[2])

    assert used.simulation == "recovery"
    assert {"complaint_rate", "fix_rate", "fast_rate", "n", "loss", "stay_share", "value_lost"} <= used.names
    assert used_at(LESSON, ASKING).names == {"complaints.recovery"}
    assert used_at(LESSON, 1) == used_at("steps: [", 1) == used_at("", 3)


@pytest.mark.parametrize("simulation", simulations.catalogue())
def test_a_step_with_any_simulation_and_all_its_sliders_is_sound(simulation: str) -> None:
    view = next(iter(simulations.catalogue()[simulation].views))
    asked = Wanted(simulation, view, tuple(sliders_of(simulation)))
    text, line = inserted(LESSON, piece(LESSON, STEPS[2], "step:play", asked))

    assert problems(text) == problems(LESSON)
    assert used_at(text, line).simulation == simulation


def test_a_new_step_stands_below_the_one_under_the_cursor_and_above_the_comment_of_the_next() -> None:
    text, line = inserted(LESSON, piece(LESSON, STEPS[0] + 3, "step:read", Wanted()))

    assert text.split("\n")[line - 1] == "  - kind: read"
    steps = parse(text, "").value["steps"]  # type: ignore[index]
    assert [step["kind"] for step in steps[:3]] == ["ask", "read", "read"]
    assert text.index("# 2. READ") > text.index("Title …")


@pytest.mark.parametrize(
    ("name", "file"), [("part:term", "glossary"), ("part:unit", "course"), ("part:entry", "course")]
)
def test_plan_and_glossary_take_new_parts(name: str, file: str) -> None:
    path = ROOT / f"lessons/library/{file}.yaml"
    before = path.read_text(encoding="utf-8")
    text, line = inserted(before, piece(before, 60, name, wanted(name, before, 60)))

    assert problems(text, str(path)) == problems(before, str(path))
    assert re.search("new-1|tea_shop", "\n".join(text.split("\n")[line - 1 : line + 4]))


def bank_problems(text: str) -> list[Problem]:
    """What is wrong with a bank of this text."""
    return list(check_bank(text, "shop.yaml", others={})[0])


@pytest.mark.parametrize("kind", catalogue())
def test_what_is_put_into_a_bank_is_sound_at_once(kind: str) -> None:
    before = new_bank(kind, "shop")
    line = next(number for number, words in enumerate(before.split("\n"), 1) if words.startswith("  - id:"))
    for offer in in_bank.offers(before, line):
        text, at = inserted(before, in_bank.piece(before, line, offer.name))

        assert [one.tell("en") for one in bank_problems(text)] == []
        assert offer.label["zh"]
        assert at > line


def test_nothing_is_offered_while_a_text_cannot_be_read() -> None:
    assert offers(LESSON + "\n  - {", 3, "lesson") == ()
    assert in_bank.offers("items: [", 1) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offer_has_a_name_in_the_language_of_the_reader(language: str) -> None:
    named = [one.label[language] for line in STEPS for one in offers(LESSON, line, "lesson")]  # type: ignore[index]

    assert all(named)
    assert all(("\u4e00" <= name[0] <= "\u9fff") == (language == "zh") for name in named)

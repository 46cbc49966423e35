"""How a test answers a question on the screen: each kind of field is filled in as a student does it."""

import re
from contextlib import suppress
from time import monotonic
from typing import Any, Final, assert_never

from playwright.sync_api import Locator, expect

from courseware.text import Language
from exercises import (
    ANSWER,
    Assign,
    Controls,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Option,
    Ordering,
    TableField,
)
from tests.browser.contexts import PATIENCE
from tests.browser.visitor import settled

NONSENSE: Final = {"en": "about a dozen, I think", "zh": "大概十来个吧"}


def fill(field: Field, box: Locator, answer: Any) -> None:
    """Fill the field in with an answer in the form of its response."""
    match field:
        case OneOf():
            _choose(field, box, answer)
        case ManyOf():
            _tick(field, box, answer)
        case NumberField():
            _line(field, box).fill(answer)
        case Assign():
            _assign(field, box, answer)
        case Ordering():
            _order(box, answer)
        case Gaps():
            for place, gap in enumerate(field.gaps):
                box.get_by_role("textbox").nth(place).fill(answer[gap.id])
        case LongText():
            box.get_by_role("textbox").fill(answer["words"])
        case TableField():
            _fill_in(field, box, answer)
        case Controls():
            for place, control in enumerate(field.controls):
                _slide(box.locator(".lab-control__range").nth(place), answer[control.name])
        case _:
            assert_never(field)


def spoil(field: Field, box: Locator, language: Language) -> bool:
    """Leave an answer that cannot be read; False if the field can hold none."""
    match field:
        case OneOf() | ManyOf() | Assign() | Gaps() | LongText():  # they are empty until somebody answers
            return True
        case NumberField():
            _line(field, box).fill(NONSENSE[language])
            return True
        case TableField():
            box.get_by_role("textbox").first.fill(NONSENSE[language])
            return True
        case Ordering() | Controls():  # they stand in some order, or at some number, from the first moment on
            return False
        case _:
            assert_never(field)


def _line(field: NumberField, box: Locator) -> Locator:
    """The line of a number; of several, the one behind its label."""
    lines = box.get_by_role("textbox")
    if field.name == ANSWER:
        return lines
    label = re.compile("|".join(map(re.escape, (field.label.en, field.label.zh))))
    return lines.and_(box.page.get_by_label(label))


def _fill_in(field: TableField, box: Locator, answer: dict[str, str]) -> None:
    """Numbers and choices, each in the order of the cells."""
    lines = iter(range(len(field.asked)))
    lists = iter(range(len(field.asked)))
    for one in field.asked:
        given = answer[one.cell.id]
        if not one.cell.options:
            box.get_by_test_id("stTextInput").nth(next(lines)).get_by_role("textbox").fill(given)
            continue
        chosen = box.get_by_test_id("stSelectbox").nth(next(lists)).get_by_role("combobox")
        place = _place(one.cell.options, given)
        text = one.cell.options[place].text
        if chosen.input_value() not in (text.en, text.zh):
            unfold(chosen)
            box.page.get_by_role("option").nth(place).click()
            expect(box.page.get_by_role("option")).to_have_count(0)


def _choose(field: OneOf, box: Locator, answer: str) -> None:
    box.get_by_test_id("stRadio").locator("label").filter(has=box.page.get_by_role("radio")).nth(
        _place(field.options, answer)
    ).click()


def _tick(field: ManyOf, box: Locator, answer: list[str]) -> None:
    for place, option in enumerate(field.options):
        tick = box.get_by_test_id("stCheckbox").nth(place)
        if tick.get_by_role("checkbox").is_checked() != (option.id in answer):
            tick.locator("label").click()
        expect(tick.get_by_role("checkbox")).to_be_checked(checked=option.id in answer)


def _assign(field: Assign, box: Locator, answer: dict[str, str]) -> None:
    for place, row in enumerate(field.rows):
        chosen = box.get_by_test_id("stSelectbox").nth(place)
        text = field.choices[_place(field.choices, answer[row.id])].text
        if chosen.get_by_role("combobox").input_value() in (text.en, text.zh):
            continue
        unfold(chosen.get_by_role("combobox"))
        box.page.get_by_role("option").nth(_place(field.choices, answer[row.id])).click()
        expect(box.page.get_by_role("option")).to_have_count(0)


def _order(box: Locator, answer: list[str]) -> None:
    """By keyboard: the row that belongs at a place climbs until it is there."""
    rows = box.locator(".lab-order li")
    expect(rows).to_have_count(len(answer))
    for place, name in enumerate(answer):
        row = box.locator(f'.lab-order li[data-id="{name}"]')
        row.locator("button:enabled").first.focus()
        order = rows.evaluate_all("all => all.map(row => row.dataset.id)")
        for _ in range(order.index(name) - place):
            box.page.keyboard.press("ArrowUp")
        expect(rows.nth(place)).to_have_attribute("data-id", name)


def _slide(slider: Locator, value: float) -> None:
    slider.fill(f"{value:g}")
    settled(slider.page)
    expect(slider).to_have_value(f"{value:g}")


def unfold(choices: Locator) -> None:
    """Open a list of choices; one that a run on its way has closed is opened again."""
    until = monotonic() + PATIENCE / 1000
    while not choices.page.get_by_role("option").count() and monotonic() < until:
        settled(choices.page)
        choices.click()
        with suppress(AssertionError):
            expect(choices.page.get_by_role("option").first).to_be_visible(timeout=2_000)


def _place(options: tuple[Option, ...], name: str) -> int:
    return [option.id for option in options].index(name)

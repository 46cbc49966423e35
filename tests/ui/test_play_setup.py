"""How controls and figures are written beside a chart."""

import pytest

from course import all_exercises
from courseware.problem import ReaderError
from courseware.text import Text
from exercises import AskedControl
from exercises.kinds.target.solved import controls
from exercises.kinds.target.written import TargetItem
from simulations import find
from ui.controls import Restriction, build_control, with_unit
from ui.lab import setup_of as free_play
from ui.play_setup import PlaySetup


@pytest.mark.parametrize(
    ("simulation", "name", "written"),
    [
        ("satisfaction", "expectation", ",.0f"),
        ("satisfaction", "loss_aversion", ",.2f"),
        ("recovery", "complaint_rate", ".0%"),
    ],
)
def test_a_knob_shows_no_digit_that_it_cannot_change(simulation: str, name: str, written: str) -> None:
    assert build_control(find(simulation), name).number_format == written


def test_a_finer_step_is_written_with_the_digits_that_it_changes() -> None:
    fine = build_control(find("satisfaction"), "expectation", Restriction(step=0.25))

    assert fine.number_format == ",.2f"


def test_what_no_model_takes_is_told_when_a_scene_is_set_up_and_not_at_a_move() -> None:
    with pytest.raises(ReaderError, match="There is no parameter expectations"):
        PlaySetup("scene", find("satisfaction"), "gap", (), (("expectations", 1),))


@pytest.mark.parametrize(
    "name", [name for name, one in all_exercises().items() if isinstance(one.item, TargetItem)]
)
def test_every_setting_that_a_task_is_checked_with_can_be_set_on_its_sliders(name: str) -> None:
    item = all_exercises()[name].item
    assert isinstance(item, TargetItem)

    off = [
        (control.name, values[control.name])
        for control in controls(item)
        for values in (item.tests.pass_, item.tests.fail)
        if off_step(item.simulation, control, values[control.name]) > 1e-6
    ]

    assert off == []


def off_step(simulation: str, control: AskedControl, value: float) -> float:
    allowed = Restriction(low=control.low, high=control.high, step=control.step)
    one = build_control(find(simulation), control.name, allowed)
    steps = (value - one.low) / one.step
    return abs(steps - round(steps))


def test_a_unit_stands_in_brackets_and_a_share_needs_none() -> None:
    assert build_control(find("satisfaction"), "expectation").label("zh").endswith("（分）")
    assert build_control(find("recovery"), "complaint_rate").label("en") == "Complain"


def test_a_unit_that_is_the_label_itself_is_not_said_again() -> None:
    months = Text(en="Months", zh="月")

    assert with_unit(months, Text(en="months", zh="月"), "en") == "Months"
    assert with_unit(months, Text(en="months", zh="月"), "zh") == "月"
    assert with_unit(months, Text(en="years", zh="年"), "zh") == "月（年）"


def test_a_slider_of_free_play_goes_over_the_usual_numbers_and_as_far_as_an_address_has_set_it() -> None:
    setup = free_play(find("call_centre"), "waiting")
    agents = next(one for one in setup.controls if one.parameter.name == "agents")

    assert agents.reach(14) == (4, 30)
    assert agents.reach(300) == (4, 300)
    assert agents.holds(1200)

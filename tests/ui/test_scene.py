"""How knobs and figures are written beside a chart."""

import pytest

from simulations import Parameter, find, parameters
from ui.scene import how_written, label_of


def parameter(simulation: str, name: str) -> Parameter:
    return next(one for one in parameters(find(simulation).model) if one.name == name)


@pytest.mark.parametrize(
    ("simulation", "name", "written"),
    [
        ("satisfaction", "expectation", "%.0f"),
        ("satisfaction", "loss_aversion", "%.2f"),
        ("recovery", "complaint_rate", "percent"),
    ],
)
def test_a_knob_shows_no_digit_that_it_cannot_change(simulation: str, name: str, written: str) -> None:
    assert how_written(simulation, parameter(simulation, name)) == written


def test_a_unit_stands_in_brackets_and_a_share_needs_none() -> None:
    assert label_of("satisfaction", parameter("satisfaction", "expectation"), "zh").endswith("（分）")
    assert label_of("recovery", parameter("recovery", "complaint_rate"), "en") == "Complain"

"""Labels at the ends of lines: beside their own line, in its order, and never one over another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulations.drawing import BLUE, GREEN, ORANGE, axis, bullet, line
from simulations.line_ends import LEADING, ROW, line_ends, room

COLOURS = (BLUE, ORANGE, GREEN)
SHARES = axis(0, 1)


def test_a_label_stands_as_high_as_its_line_ends_where_there_is_room() -> None:
    lines = [line([0, 1], [0, end], colour) for end, colour in zip((0.2, 0.8), COLOURS, strict=False)]
    low, high = line_ends([(lines[0], "low"), (lines[1], "high")], SHARES)

    assert (low["y"], high["y"]) == (0.2, 0.8)
    assert low["xref"] == "paper"
    assert low["x"] == 1


def test_a_line_that_stops_early_is_named_at_its_last_point() -> None:
    (label,) = line_ends([(line([0, 1, 2], [0.1, 0.6, None], BLUE), "short")], SHARES)

    assert label["y"] == 0.6


@given(ends=st.lists(st.floats(-1, 2), min_size=1, max_size=6))
def test_labels_of_lines_that_end_together_keep_apart_and_in_order(ends: list[float]) -> None:
    lines = [(line([0, 1], [0, end], BLUE), f"{place}") for place, end in enumerate(ends)]
    heights = [label["y"] for label in line_ends(lines, SHARES)]
    pairs = sorted(zip([min(max(end, 0), 1) for end in ends], heights, strict=True))

    assert all(above - below >= ROW * 0.999 for below, above in pairwise(sorted(heights)))
    assert max(heights) <= 1 + 1e-9
    assert all(later >= sooner - 1e-9 for (one, sooner), (other, later) in pairwise(pairs) if other > one)


def test_a_long_label_goes_on_in_a_second_row_and_takes_the_room_of_two() -> None:
    lines = [line([0, 1], [0, 0.5], colour) for colour in (BLUE, ORANGE)]
    upper, lower = line_ends(
        [(lines[0], bullet(BLUE, "if nothing travelled")), (lines[1], bullet(ORANGE, "used"))], SHARES
    )

    assert upper["text"].endswith("</span> if nothing<br>travelled")
    assert abs(upper["y"] - lower["y"]) == pytest.approx((1.5 + LEADING / 2) * ROW)


def test_the_room_beside_a_chart_holds_its_widest_label() -> None:
    curve = line([0, 1], [0, 0.5], BLUE)
    narrow, wide = (room(line_ends([(curve, bullet(BLUE, name))], SHARES)) for name in ("A", "accountable"))
    chinese = room(line_ends([(curve, bullet(BLUE, "绝对忠诚"))], SHARES))

    assert narrow["right"] < chinese["right"] < wide["right"] + 30
    assert wide["right"] - narrow["right"] == pytest.approx(10 * 6.9, abs=1)

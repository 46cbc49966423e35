"""Known values of word of mouth."""

import math

import numpy as np
import pytest

from courseware.text import Text
from simulations import find
from simulations.word_of_mouth.closed_forms import peak
from simulations.word_of_mouth.model import WordOfMouth, told

LUCK = np.linspace(0, 1, 1000, endpoint=False)


def test_it_takes_more_than_three_happy_customers_to_outweigh_an_unhappy_one() -> None:
    assert WordOfMouth().measures()["break_even"] == pytest.approx(3.6)


def test_a_happy_one_tells_two_or_three_and_an_unhappy_one_eight_to_ten() -> None:
    assert set(told(2.5, 2, LUCK)) == {2, 3}
    assert set(told(9, 3, LUCK)) == {8, 9, 10}


def test_at_break_even_all_talk_is_in_vain() -> None:
    even = WordOfMouth(happy=0.72, unhappy=0.2)

    assert even.balance == pytest.approx(0, abs=1e-12)
    assert even.run()["share_expected"][24] == pytest.approx(1 - math.exp(-0.03 * 24), rel=1e-9)


def test_a_run_reaches_the_share_that_the_formula_expects() -> None:
    runs = [WordOfMouth(n=1000, seed=seed).run() for seed in range(1, 31)]
    shares = [run["share"][12] for run in runs]
    error = np.std(shares, ddof=1) / np.sqrt(len(shares))

    assert abs(np.mean(shares) - runs[0]["share_expected"][12]) <= 5 * error


def test_the_unhappy_leave_no_more_room_for_the_happy_than_there_is() -> None:
    assert WordOfMouth(happy=0.9, unhappy=0.4).happy_share == pytest.approx(0.6)


def test_what_studies_report_a_year_is_set_and_run_by_the_year() -> None:
    words = find("word_of_mouth").words
    norm = WordOfMouth(unhappy=0, happy=1)

    assert [words.parameters[name].unit for name in ("p", "q")] == [Text(en="per year", zh="每年")] * 2
    assert words.parameters["periods"].unit == Text(en="years", zh="年")
    assert norm.measures()["years_to_half"] == pytest.approx(math.log(2 + 0.38 / 0.03) / 0.41)
    assert peak(norm.p, norm.pull) == pytest.approx(6.19, abs=0.005)


def test_without_adverts_nobody_is_ever_reached() -> None:
    measures = WordOfMouth(p=0).measures()

    assert measures["reached"] == 0
    assert math.isnan(measures["years_to_half"])

"""What the questions about satisfaction take for right, and what for a slip."""

import numpy as np
import pytest

from courseware.table import Table
from tests.content.shelf import QUESTIONS, data_of, drawn, mark


@pytest.fixture(scope="module")
def survey() -> Table:
    """Mei's own customers."""
    return data_of(QUESTIONS["sat.mean-gap"], "Mei")("survey")


def test_the_mean_gap_of_ones_own_customers_is_right_and_its_opposite_nearly(survey: Table) -> None:
    gap = float((survey["perceived"] - survey["expected"]).mean())

    assert mark("sat.mean-gap", f"{gap:.2f}").score == 1
    assert mark("sat.mean-gap", f"{-gap:.2f}").score == 0.3
    assert mark("sat.mean-gap", f"{float(survey['perceived'].mean()):.2f}").score == 0.1


def test_those_whom_only_the_price_would_satisfy_are_counted(survey: Table) -> None:
    gap = np.round(survey["perceived"] - survey["expected"], 1)
    hidden = np.round(survey["time"] + survey["energy"] + survey["psychic"], 1)
    count = int(np.count_nonzero((gap < 0) & (np.round(gap + hidden, 1) >= 0)))

    assert mark("sat.money-only", str(count)).score == 1


def test_a_felt_gap_weighs_every_shortfall_by_itself(survey: Table) -> None:
    weight = drawn(QUESTIONS["sat.felt-gap"], "Mei").params["lam"]
    gap = survey["perceived"] - survey["expected"]
    felt = float(np.where(gap < 0, float(weight) * gap, gap).mean())

    assert mark("sat.felt-gap", f"{felt:.2f}").score == 1
    assert mark("sat.felt-gap", f"{float(gap.mean()):.2f}").score == 0.2


def test_expectation_has_moved_once_less_often_than_there_were_stays() -> None:
    variant = drawn(QUESTIONS["sat.halfway"], "Mei")
    jump, kappa, months = (float(str(variant.params[name])) for name in ("jump", "kappa", "months"))
    at_stay = {stay: jump * (1 - kappa) ** (stay - 1) for stay in range(1, 8)}
    asked = int(months) + 1

    assert f"at the {asked}th stay" in variant.question.stem.en
    assert f"第 {asked} 次入住" in variant.question.stem.zh
    assert mark("sat.halfway", f"{at_stay[asked]:.1f}").score == 1
    assert mark("sat.halfway", f"{at_stay[asked - 1]:.2f}").score == 0.6
    assert mark("sat.halfway", f"{at_stay[asked + 1]:.2f}").score == 0.6


def test_a_promise_equal_to_what_is_delivered_is_refused_by_unseen_towns() -> None:
    assert mark("sat.promise", {"expectation": 61}).score == 1
    assert mark("sat.promise", {"expectation": 70}).score < 1

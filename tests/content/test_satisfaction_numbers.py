"""Every number that the satisfaction lesson quotes from a simulation comes out of that simulation."""

import math
from collections.abc import Mapping
from functools import partial

import pytest
from scipy.stats import multivariate_normal, norm

from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "satisfaction"
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)


def run(step_id: str, changes: Mapping[str, Value]) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


def at(promise: float, **more: Value) -> dict[str, Value]:
    """The sliders with the promise at a value."""
    return {"expectation": promise, **more}


STEADIER: dict[str, Value] = {"noise": 5}
BETTER: dict[str, Value] = {"product": 75}
UNMOVED: dict[str, Value] = {"adaptation": 0}
ALL_COMPLAIN: dict[str, Value] = {"complaint_rate": 1}

QUOTES = [
    Quote("happy-on-average", TODAY, "mean_gap", "+4.9"),
    Quote("happy-on-average", TODAY, "share_satisfied", "68%"),
    Quote("happy-on-average", TODAY, "share_unhappy", "14%"),
    Quote("other-yardstick", at(55), "mean_gap", "+15.3"),
    Quote("other-yardstick", at(85), "mean_gap", "−14.8"),
    Quote("best-promise", at(40), "purchases_per_prospect", "1.2"),
    Quote("best-promise", at(65), "purchases_per_prospect", "4.6"),
    Quote("best-promise", at(70), "purchases_per_prospect", "4.1"),
    Quote("best-promise", at(80), "purchases_per_prospect", "2.4"),
    Quote("best-promise", at(100), "purchases_per_prospect", "1.1"),
    Quote("best-promise", at(100), "share_tried", "99.7%"),
    Quote("best-promise", at(100), "repeat_share", "6%"),
    Quote("best-promise", at(40), "share_tried", "12.5%"),
    Quote("best-promise", at(70), "share_unhappy", "32%"),
    Quote("better-or-steadier", STEADIER, "purchases_per_prospect", "8.6"),
    Quote("better-or-steadier", BETTER, "purchases_per_prospect", "6.8"),
    Quote("better-or-steadier", TODAY, "purchases_per_prospect", "4.6"),
    Quote("better-or-steadier", BETTER, "mean_gap", "+20.0"),
    Quote("better-or-steadier", STEADIER, "mean_gap", "+5.0"),
    Quote("better-or-steadier", {**BETTER, **UNMOVED}, "purchases_per_prospect", "16.8"),
    Quote("better-or-steadier", {**STEADIER, **UNMOVED}, "purchases_per_prospect", "12.5"),
    Quote("delight-fades", TODAY, "mean_gap", "+20.0"),
    Quote("delight-fades", TODAY, "last_gap", "+0.2"),
    Quote("delight-fades", TODAY, "final_expectation", "84.6"),
    Quote("delight-fades", {"improvement": 0.6}, "last_gap", "+2.1"),
    Quote("talk-of-the-town", TODAY, "told_well", "1,903"),
    Quote("talk-of-the-town", TODAY, "told_badly", "2,512"),
    Quote("talk-of-the-town", TODAY, "break_even", "3.6"),
    Quote("talk-of-the-town", {"badly_tells": 4}, "break_even", "1.6"),
    Quote("please-complain", TODAY, "stay_share", "52%"),
    Quote("please-complain", ALL_COMPLAIN, "stay_share", "68%"),
    Quote("please-complain", TODAY, "stay_share_silent", "37%"),
    Quote("please-complain", TODAY, "share_silent_of_leavers", "66%"),
]


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: f"{quote.step}:{quote.measure}:{quote.written}")
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    value = run(quote.step, quote.changes)[quote.measure]

    assert quote.computed(value) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize(
    "step_id", ["best-promise", "better-or-steadier", "delight-fades", "please-complain"]
)
def test_no_bold_number_goes_unchecked(step_id: str) -> None:
    checked = {quote.written for quote in QUOTES if quote.step == step_id} | {"63", "67", "70"}

    assert bold_numbers(told(step_id).en) <= checked
    assert bold_numbers(told(step_id).en) == bold_numbers(told(step_id).zh)


def best_promise(**changes: Value) -> int:
    """The whole promise from 55 to 75 that sells most on the step about it."""
    sold = {
        promise: run("best-promise", at(promise, **changes))["purchases_per_prospect"]
        for promise in range(55, 76)
    }
    return max(sold, key=lambda promise: sold[promise])


def test_the_best_promise_lies_below_what_is_delivered_for_two_reasons() -> None:
    told_of = told("best-promise")

    assert best_promise() == 63
    assert best_promise(loss_aversion=1) == 67
    assert best_promise(noise=0) == 70
    assert all(f"**{best}**" in side for best in (63, 67, 70) for side in (told_of.en, told_of.zh))


def test_the_best_promise_of_all_is_no_extreme() -> None:
    sold = [run("best-promise", at(promise))["purchases_per_prospect"] for promise in (40, 63, 70, 80, 100)]

    assert max(sold) == sold[1]
    assert sold[1] > 4 * sold[4]


def test_the_average_buyer_is_above_expectation_and_nearly_a_third_are_below() -> None:
    measures = run("happy-on-average", TODAY)

    assert measures["mean_gap"] > 4
    assert 0.3 < 1 - measures["share_satisfied"] < 0.33
    assert "**32**" in told("happy-on-average").en
    assert round(100 * (1 - measures["share_satisfied"])) == 32


def test_a_point_gained_and_a_point_saved_are_the_same_point() -> None:
    assert run("happy-on-average", {"product": 70}) == {
        **run("happy-on-average", {"money": 20}),
        "cost_per_head": run("happy-on-average", {"product": 70})["cost_per_head"],
    }


def test_another_yardstick_leaves_the_value_where_it_is() -> None:
    easy, strict = run("other-yardstick", at(55)), run("other-yardstick", at(85))

    assert easy["cpv"] == strict["cpv"] == 70
    assert easy["mean_gap"] > 0 > strict["mean_gap"]


def test_steadier_parcels_sell_more_than_better_ones_although_the_mean_says_otherwise() -> None:
    better, steadier = run("better-or-steadier", BETTER), run("better-or-steadier", STEADIER)

    assert better["mean_gap"] > steadier["mean_gap"] + 10
    assert steadier["purchases_per_prospect"] > 1.2 * better["purchases_per_prospect"]


def test_a_year_later_nothing_is_left_of_the_delight_although_nothing_got_worse() -> None:
    after = run("delight-fades", TODAY)

    assert after["cpv"] == 85
    assert after["mean_gap"] > 19
    assert abs(after["last_gap"]) < 0.5


def test_three_happy_customers_in_four_are_not_enough_unless_the_saying_is_wrong() -> None:
    by_the_saying, milder = run("talk-of-the-town", TODAY), run("talk-of-the-town", {"badly_tells": 4})

    assert by_the_saying["net_messages"] < 0 < milder["net_messages"]


def test_twice_the_complaints_keep_about_fifteen_more_in_a_hundred() -> None:
    before, after = run("please-complain", TODAY), run("please-complain", ALL_COMPLAIN)
    quicker = run("please-complain", {"fast_rate": 1})

    assert after["stay_share"] - before["stay_share"] == pytest.approx(0.155, abs=0.01)
    assert quicker["stay_share"] - before["stay_share"] == pytest.approx(0.04, abs=0.005)


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {id_: quotes.foretold(LESSON, id_) for id_, step in steps().items() if step.predict}

    assert marked["happy-on-average"] == "About 30"
    assert marked["best-promise"].startswith("60 to 65")
    assert marked["better-or-steadier"].startswith("B:")
    assert marked["delight-fades"] == "About 0"
    assert marked["talk-of-the-town"] == "More bad than good"
    assert marked["please-complain"] == "It rises by about 15 points"


def test_the_button_brings_four_points_if_those_who_complain_are_the_more_attached() -> None:
    """Attachment z ~ N(0, 1); complains if 0.8 z + e > 0, stays on a path if m + z + e > 0."""
    thresholds = {"silent": 0.055, "unresolved": -0.626, "resolved": 0.199, "fast": 1.670}
    rho = 0.8 / math.sqrt(1 + 0.8**2) / math.sqrt(2)
    cells = {
        path: 2 * multivariate_normal([0, 0], [[1, side * rho], [side * rho, 1]]).cdf([0, m / math.sqrt(2)])
        for path, m in thresholds.items()
        for side in [-1 if path == "silent" else 1]
    }
    mix = {"unresolved": 0.4, "resolved": 0.3, "fast": 0.3}
    all_speak = sum(share * norm.cdf(thresholds[path] / math.sqrt(2)) for path, share in mix.items())
    half_speak = 0.5 * cells["silent"] + 0.5 * sum(share * cells[path] for path, share in mix.items())

    assert rho == pytest.approx(0.44, abs=0.005)
    assert cells == pytest.approx(
        {"silent": 0.37, "unresolved": 0.46, "resolved": 0.70, "fast": 0.95}, abs=0.005
    )
    assert all_speak - half_speak == pytest.approx(0.04, abs=0.005)
    assert "bring 4 points and not 15" in told("please-complain").en
    assert "只带来 4 个百分点，而不是 15 个" in told("please-complain").zh

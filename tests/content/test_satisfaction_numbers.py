"""Every number that the satisfaction lesson quotes from a simulation comes out of that simulation."""

from collections.abc import Mapping
from functools import partial

import pytest

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
RUNG_FIRST: dict[str, Value] = {"personnel": 18, "time": 4, "psychic": 1}

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
]


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: f"{quote.step}:{quote.measure}:{quote.written}")
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    value = run(quote.step, quote.changes)[quote.measure]

    assert quote.computed(value) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize(
    "step_id", ["other-yardstick", "best-promise", "better-or-steadier", "delight-fades"]
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


def test_the_eight_parts_of_the_text_add_up_to_the_value_of_the_parcel() -> None:
    model = quotes.model(LESSON, "value", TODAY)
    gained, paid = ("product", "service", "personnel", "image"), ("money", "time", "energy", "psychic")
    total, cost = (sum(getattr(model, part) for part in parts) for parts in (gained, paid))

    assert (total, cost) == (110, 40)
    assert model.measures()["cpv"] == 70
    assert run("value", RUNG_FIRST)["cpv"] == run("value", {"money": 25})["cpv"] == 75


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


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked["happy-on-average"] == "About 30"
    assert marked["best-promise"].startswith("60 to 65")
    assert marked["better-or-steadier"].startswith("B:")
    assert marked["other-yardstick"] == "It stays where it is"

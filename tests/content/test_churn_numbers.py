"""Every number that the lesson on keeping customers quotes from a simulation comes out of that simulation."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import pytest

import lessons
from course import find_lesson, glossary
from simulations.kaplan_meier import kaplan_meier
from simulations.retention.closed_forms import tenure_value
from simulations.uplift import closed_forms as uplift_forms
from simulations.uplift.model import Uplift
from simulations.uplift.views import pilot_table
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "churn"
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)

STILL: dict[str, Value] = {"growth": 0.0}
PERSUADABLE: dict[str, Value] = {"score": "uplift"}
MOVABLE: dict[str, Value] = {"pull_on_decided": 0.3}

QUOTES = [
    Quote("record-low", TODAY, "churn_growing_expected", "2.25%"),
    Quote("record-low", TODAY, "churn_after_expected", "3.81%"),
    Quote("record-low", STILL, "churn_growing_expected", "3.06%"),
    Quote("record-low", STILL, "churn_after_expected", "3.82%"),
    Quote("ask-the-leavers", TODAY, "mean_stay", "30.4"),
    Quote("ask-the-leavers", TODAY, "stay_of_leavers", "14.0"),
    Quote("ask-the-leavers", TODAY, "left_expected", "39.3%"),
    Quote("agency-report", TODAY, "called_stay", "84.5%"),
    Quote("agency-report", TODAY, "called_stay_anyway", "83.0%"),
    Quote("agency-report", TODAY, "kept", "128"),
    Quote("agency-report", TODAY, "driven_away", "67"),
    Quote("agency-report", TODAY, "churn_alone_expected", "17.4%"),
    Quote("agency-report", TODAY, "churn_called_expected", "16.1%"),
    Quote("call-the-riskiest", TODAY, "effect_on_first", "−8.8"),
    Quote("call-the-riskiest", PERSUADABLE, "effect_on_first", "+10.7"),
    Quote("call-the-riskiest", TODAY, "harmed_by_call", "25%"),
    Quote("call-the-riskiest", MOVABLE, "effect_on_first", "+19.9"),
    Quote("five-times", TODAY, "cost_per_kept", "140"),
    Quote("five-times", PERSUADABLE, "cost_per_kept", "23"),
    Quote("five-times", PERSUADABLE, "winning_to_keeping", "2.2"),
    Quote("three-readings", {"retention": 0.81}, "npv_expected", "114.7"),
    Quote("three-readings", {"retention": 0.85}, "npv_expected", "146.6"),
    Quote("three-readings", {"retention": 0.76}, "npv_expected", "85.7"),
]
FROM_ELSEWHERE = {
    "five-times": {"157"},
    "how-large-a-pilot": {"6", "−2,701", "+1,679", "+1,351", "+1,738"},
}
"""Bold numbers that are formulas or are read off a chart; each is tested below."""


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


def over_seeds(step_id: str, measure: str, count: int, **changes: Value) -> list[float]:
    """A measure of a step on so many runs of other customers."""
    return [run(step_id, {**changes, "seed": seed})[measure] for seed in range(1, count + 1)]


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: f"{quote.step}:{quote.measure}:{quote.written}")
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize("step_id", sorted({*(quote.step for quote in QUOTES), *FROM_ELSEWHERE}))
def test_no_bold_number_goes_unchecked(step_id: str) -> None:
    checked = {quote.written for quote in QUOTES if quote.step == step_id}

    assert bold_numbers(told(step_id).en) <= checked | FROM_ELSEWHERE.get(step_id, set())
    assert bold_numbers(told(step_id).en) == bold_numbers(told(step_id).zh)


def test_the_leavers_had_stayed_as_long_as_the_text_says_by_formula_and_in_other_branches() -> None:
    hazard = [0.3 if month % 12 == 0 else 0.01 for month in range(1, 37)]
    left = np.concatenate([[1.0], np.cumprod(1 - np.array(hazard))])
    leaving = -np.diff(left)
    seen = [36 - start for start in range(36)]
    stayed = sum(float(leaving[:months] @ np.arange(1, months + 1)) for months in seen)
    mean = stayed / sum(float(leaving[:months].sum()) for months in seen)

    assert round(mean, 1) == 13.4
    assert np.mean(over_seeds("ask-the-leavers", "stay_of_leavers", 20)) == pytest.approx(mean, abs=0.2)
    assert run("ask-the-leavers", {"today": 72})["stay_of_leavers"] < run("ask-the-leavers")["mean_stay"]


def test_the_register_tells_the_share_left_to_within_what_the_text_says() -> None:
    by_curve = over_seeds("ask-the-leavers", "left_by_curve", 40)
    dropped = over_seeds("ask-the-leavers", "left_of_leavers", 40)

    assert round(100 * float(np.std(by_curve, ddof=1)), 1) == 1.3
    assert np.mean(by_curve) == pytest.approx(0.393, abs=0.006)
    assert round(100 * float(np.mean(dropped))) == 3


def test_five_people_on_the_board_leave_eight_fifteenths() -> None:
    assert kaplan_meier([3, 8, 5, 9, 12], [1, 1, 0, 0, 0]).after(8) == pytest.approx(8 / 15)
    assert round(run("ask-the-leavers")["stay_by_exposure"]) == 37


def test_the_riskiest_leave_more_in_other_runs_too() -> None:
    effects = over_seeds("call-the-riskiest", "effect_on_first", 12)

    assert round(float(np.mean(effects)), 1) == -7.2
    assert -10.5 < min(effects) < -8
    assert -6 < max(effects) < -4


def test_of_calls_by_lot_78_are_paid_for_each_customer_kept() -> None:
    effect = uplift_forms.churn_alone() - uplift_forms.churn_called(Uplift())

    assert round(effect, 4) == 0.0128
    assert round(2 / effect) == 157
    assert round(1 / effect) == 78
    assert 51 / (2 / effect) == pytest.approx(1 / 3, abs=0.02)
    assert np.isnan(run("five-times", {"score": "risk"})["cost_per_kept"])


def test_twenty_small_pilots_earn_what_the_text_says() -> None:
    model = quotes.model(LESSON, "how-large-a-pilot", TODAY)
    assert isinstance(model, Uplift)
    table = pilot_table(model)
    worst, best = ([table[name][0], table[name][-1]] for name in ("lowest", "highest"))
    ends = [f"{value:+,.0f}".replace("-", "−") for value in (*worst, *best)]
    sides = (told("how-large-a-pilot").en, told("how-large-a-pilot").zh)

    assert round(20 * float(table["share_losing"][0])) == 6
    assert set(ends) == {"−2,701", "+1,351", "+1,679", "+1,738"}
    assert all(end in side for end in ends for side in sides)


def test_three_readings_of_the_saying_differ_by_a_factor_of_six() -> None:
    profits = [30, 42, 44, 49, 55]
    now, *then = (tenure_value(stay, profits, 0.1, 51) for stay in (0.8, 0.81, 0.85, 0.76))

    assert round(now, 1) == 108.1
    assert [round(100 * (worth / now - 1)) for worth in then] == [6, 36, -21]


def test_rightly_called_not_quite_two_points_fewer_leave() -> None:
    model = Uplift(score="uplift").measures()

    assert (round(100 * model["churn_alone"], 1), round(100 * model["churn_campaign"], 1)) == (17.3, 15.4)


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked["ask-the-leavers"] == "About 30 months"
    assert marked["agency-report"] == "1 or 2"
    assert marked["call-the-riskiest"] == "Some 9 in 100 more of them leave"
    assert marked["five-times"] == "About 150"
    assert marked["how-large-a-pilot"] == "About 6 of 20"
    assert marked["three-readings"] == "About 6%"


def test_the_exam_words_of_the_topic_are_in_the_lesson() -> None:
    taught = "".join(text.zh for _, text in lessons.texts_in(find_lesson(LESSON)))
    first_aid = ["追踪调研", "致歉", "减轻不满"]
    defences = ["高品质的产品", "良好的服务和支持", "个性化的客户体验", "提高客户价值"]

    assert [word for word in (*first_aid, *defences) if word not in taught] == []
    assert glossary().search("客户保持管理")[0].id == "customer-keeping"

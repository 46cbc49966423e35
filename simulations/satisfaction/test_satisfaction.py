"""Known values of satisfaction: what the prototype found, and what quadrature finds."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from courseware.problem import ReaderError
from courseware.text import LANGUAGES, Language
from simulations import find
from simulations.satisfaction import closed_forms as forms
from simulations.satisfaction.closed_forms import repeat_share
from simulations.satisfaction.model import Satisfaction
from simulations.satisfaction.moments import stay_chance
from simulations.satisfaction.views import promise_table

FOUND = [(60, 1, 0.65), (80, 1, 0.96), (100, 1, 1.00), (60, 24, 4.47), (80, 24, 2.32), (100, 24, 1.06)]


def _expected_purchases(model: Satisfaction) -> float:
    """Purchases per prospect without chance, by recursion over the expectations a customer may have."""
    z, weights = np.polynomial.hermite_e.hermegauss(80)
    grid = np.linspace(-60, 200, 1041)
    value = model.value + model.noise * z
    stay = stay_chance(model, value[None, :] - grid[:, None]) * weights / weights.sum()
    later = grid[:, None] + model.adaptation * (value[None, :] - grid[:, None])
    purchases = np.zeros(len(grid))
    for _ in range(model.periods):
        purchases = 1 + (stay * np.interp(later, grid, purchases)).sum(axis=1)
    tried = 1 / (1 + np.exp((model.reservation - model.expectation) / model.choosiness))
    return float(tried * np.interp(model.expectation, grid, purchases))


def _mean_and_error(measure: str, replications: int = 40, **parts: float) -> tuple[float, float]:
    runs = [
        Satisfaction.of({**parts, "seed": seed}).measures()[measure] for seed in range(1, replications + 1)
    ]
    return float(np.mean(runs)), float(np.std(runs, ddof=1) / replications**0.5)


@pytest.mark.parametrize(("promise", "months", "expected"), FOUND)
def test_over_promising_wins_the_first_month_and_loses_the_rest(
    promise: float, months: int, expected: float
) -> None:
    mean, error = _mean_and_error("purchases_per_prospect", expectation=promise, periods=months)

    assert abs(mean - expected) <= 5 * error + 0.005


@pytest.mark.parametrize("promise", [50, 65, 80, 100])
def test_a_run_brings_the_purchases_that_the_recursion_expects(promise: float) -> None:
    mean, error = _mean_and_error("purchases_per_prospect", expectation=promise)

    assert abs(mean - _expected_purchases(Satisfaction(expectation=promise))) <= 5 * error


def test_the_best_promise_lies_a_little_under_what_is_delivered() -> None:
    sweep = promise_table(Satisfaction(n=20_000))
    best = int(np.argmax(sweep["purchases_per_prospect"]))

    assert 60 <= best <= 66 < Satisfaction().value


@pytest.mark.parametrize("promise", [55, 65, 75])
def test_first_buyers_come_back_as_often_as_quadrature_says(promise: float) -> None:
    mean, error = _mean_and_error("repeat_share", expectation=promise)

    assert abs(mean - repeat_share(Satisfaction(expectation=promise))) <= 5 * error


@pytest.mark.parametrize(
    ("offer", "share"),
    [
        (Satisfaction(), 0.904135027201),
        (Satisfaction(noise=20, expectation=75), 0.611011550316),
        (Satisfaction(noise=30, stay_slope=0.5, stay_base=0, expectation=70), 0.489854046113),
        (
            Satisfaction(noise=30, stay_slope=0.5, stay_base=5, loss_aversion=4, expectation=70),
            0.533058449537,
        ),
        (Satisfaction(noise=0, expectation=60), 1 / (1 + math.exp(-4.2))),
        (Satisfaction(noise=30, loss_aversion=1, stay_base=0, expectation=70), 0.5),
    ],
)
def test_the_share_that_comes_back_is_right_to_ten_digits_across_the_kink(
    offer: Satisfaction, share: float
) -> None:
    assert repeat_share(offer) == pytest.approx(share, rel=1e-10)


def test_nobody_tries_a_product_when_nothing_is_promised() -> None:
    assert Satisfaction(expectation=0, choosiness=1).measures()["share_tried"] == 0


def test_delight_fades_unless_value_keeps_rising() -> None:
    fading = Satisfaction(expectation=45, n=4000).measures()
    rising = Satisfaction(expectation=45, n=4000, improvement=1.5).measures()

    assert fading["mean_gap"] == pytest.approx(25, abs=1)
    assert fading["last_gap"] == pytest.approx(0, abs=1)
    assert rising["last_gap"] == pytest.approx(1.5 / 0.3, abs=1)


def test_those_who_still_buy_are_harder_to_please_than_all_who_tried() -> None:
    tenth = Satisfaction(n=20_000).run()

    assert tenth["gap_of_buyers"][9] < tenth["gap"][9] - 1


def test_where_nobody_tries_there_is_nobody_to_ask() -> None:
    measures = Satisfaction(expectation=0, choosiness=1).measures()

    assert np.isnan(measures["mean_gap"])
    assert np.isnan(measures["repeat_share"])
    assert measures["purchases_per_prospect"] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_chart_of_gaps_says_that_nobody_tried(language: Language) -> None:
    simulation = find("satisfaction")
    view, nobody = simulation.views["gap"], Satisfaction(expectation=0)
    picture = view.draw(nobody, view.table(nobody), simulation.words, language)
    notes = [note["text"] for note in picture.layout["annotations"] if note.get("visible", True)]

    assert simulation.words.views["gap"].phrases["no_one"][language] in notes
    assert not any("%" in note for note in notes)


@pytest.mark.parametrize("values", [{}, {"money": 80, "image": 0}, {"product": 80, "money": 0}])
def test_each_part_of_the_value_hangs_on_the_end_of_the_one_before(values: dict[str, float]) -> None:
    simulation = find("satisfaction")
    view, offer = simulation.views["value"], Satisfaction.of(values)
    table = view.table(offer)
    links, bars = view.draw(offer, table, simulation.words, "en").data
    picture = view.draw(offer, table, simulation.words, "en")
    low, high = picture.layout["xaxis"]["range"]

    assert links["x"][::3] == [*table["reaches"][:8], table["reaches"][8], table["reaches"][9]]
    assert links["x"][::3] == links["x"][1::3]
    assert all(
        low <= start and start + long < high for start, long in zip(bars["base"], bars["x"], strict=True)
    )


WRONG_ANSWERS: list[Callable[[], object]] = [
    lambda: forms.net_promoter_score([6.5] * 10),  # type: ignore[list-item]
    lambda: forms.net_promoter_score([9, 11]),
    lambda: forms.net_promoter_score([9, -1]),
    lambda: forms.net_promoter_score([9, math.nan]),  # type: ignore[list-item]
    lambda: forms.net_promoter_score([]),
    lambda: forms.acsi([0, 5, 5], [0.4, 0.3, 0.3]),
    lambda: forms.acsi([11, 5, 5], [0.4, 0.3, 0.3]),
    lambda: forms.acsi([math.nan, 5, 5], [0.4, 0.3, 0.3]),
    lambda: forms.kano_category(-1, 0),
    lambda: forms.kano_category(0, 5),
    lambda: forms.kano_coefficients(dict.fromkeys("AOMIRQ", 0)),
    lambda: forms.kano_class({}),
]


@pytest.mark.parametrize("asked", WRONG_ANSWERS)
def test_an_answer_outside_its_scale_and_no_answer_are_refused(asked: Callable[[], object]) -> None:
    with pytest.raises(ReaderError) as refusal:
        asked()

    assert "回答" in refusal.value.text.zh


def test_who_never_gets_used_to_anything_is_satisfied_without_end_by_a_steady_improvement() -> None:
    assert forms.ramp_gap(1, 0) == math.inf
    assert forms.ramp_gap(0, 0) == 0

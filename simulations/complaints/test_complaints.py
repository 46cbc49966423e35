"""Known values of complaints: one survey, many meanings, and a paradox in which nobody is better off."""

from dataclasses import replace
from math import hypot, inf

import numpy as np
import pytest
from scipy.stats import multivariate_normal, norm

from courseware.problem import ReaderError
from simulations.complaints import closed_forms as forms
from simulations.complaints import trial
from simulations.complaints.budget import best_plan
from simulations.complaints.model import Complaints
from simulations.complaints.people import ATTACHMENT, account, population
from simulations.complaints.views import levers_table, paths_table, speaking_table, trial_table, who_table
from simulations.tarp import TARP

SEEDS = range(1, 13)
PARADOX = Complaints(basis="given_back", readiness=-0.2)
"""A failure takes 1.6; helping gives back 75% late and 90% at once: nobody is better off than before."""
LEVELS = {"minor": (0.055, -0.626, 0.199, 1.670), "major": (-1.271, -1.659, -0.361, 0.713)}


def over_seeds(measure: str, model: Complaints) -> tuple[float, float]:
    """Mean of a measure over a dozen runs, and the standard error of that mean."""
    found = [replace(model, seed=seed).measures()[measure] for seed in SEEDS]
    return float(np.mean(found)), float(np.std(found, ddof=1)) / len(SEEDS) ** 0.5


def both_by_library(model: Complaints, readiness: float, level: float) -> float:
    """The bivariate normal of complaining and staying, as scipy computes it."""
    h, w = model.attachment_on_complaint, model.attachment_on_staying
    shared = h * w / (hypot(1, h) * hypot(1, w))
    corner = [readiness / hypot(1, h), level / hypot(1, w)]
    return float(multivariate_normal.cdf(corner, mean=[0, 0], cov=[[1, shared], [shared, 1]]))


@pytest.mark.parametrize("loss", TARP)
@pytest.mark.parametrize("attachment", [0.0, 0.4, 0.8, 1.2, 1.5])
def test_the_survey_finds_its_eight_shares_however_attached_complainers_are(
    loss: str, attachment: float
) -> None:
    model = Complaints(basis=loss, attachment_on_complaint=attachment)

    assert forms.stay_of_those_who_took(model, 0) == pytest.approx(TARP[loss], abs=1e-12)


@pytest.mark.parametrize("loss", TARP)
def test_the_levels_behind_the_survey_are_known(loss: str) -> None:
    assert forms.levels(Complaints(basis=loss)) == pytest.approx(LEVELS[loss], abs=5e-4)


@pytest.mark.parametrize(
    ("h", "w", "readiness", "level"),
    [(0.8, 1.0, -0.2, 1.1), (1.5, 2.0, -2.0, 3.0), (1.5, 2.0, 2.0, -4.0), (0.0, 1.0, 0.3, 0.2)],
)
def test_speaking_and_staying_are_a_bivariate_normal(
    h: float, w: float, readiness: float, level: float
) -> None:
    model = Complaints(
        basis="given_back", attachment_on_complaint=h, attachment_on_staying=w, before=0, taken=0
    )
    speaks = both_by_library(model, readiness, 0)
    silent, *complained = forms.stay_and_spoke(model, readiness)

    assert complained == pytest.approx([speaks] * 3, abs=1e-9)
    assert silent == pytest.approx(0.5 - speaks, abs=1e-9)
    assert forms.complain(model, readiness) == pytest.approx(norm.cdf(readiness / hypot(1, h)))
    assert forms.stay_if_everybody(model, level) == pytest.approx(norm.cdf(level / hypot(1, w)))


def test_each_path_is_a_bivariate_normal_at_its_level() -> None:
    silent, *levels = forms.levels(PARADOX)
    parts = forms.stay_and_spoke(PARADOX, -0.2)
    quiet = forms.stay_if_everybody(PARADOX, silent) - both_by_library(PARADOX, -0.2, silent)

    assert parts[1:] == pytest.approx([both_by_library(PARADOX, -0.2, one) for one in levels], abs=1e-9)
    assert parts[0] == pytest.approx(quiet, abs=1e-9)


@pytest.mark.parametrize(
    ("attachment", "correlation", "all_complain"),
    [(0.0, 0.0, 0.679), (0.4, 0.26, 0.613), (0.8, 0.44, 0.563), (1.2, 0.54, 0.531)],
)
def test_the_more_attached_complainers_are_the_less_a_button_wins(
    attachment: float, correlation: float, all_complain: float
) -> None:
    model = Complaints(attachment_on_complaint=attachment)
    measures = model.measures()

    assert forms.stay(model, model.readiness) == pytest.approx(0.5245, abs=1e-9)
    assert measures["stay_if_all_complain"] == pytest.approx(all_complain, abs=5e-4)
    assert measures["gain_complain"] == pytest.approx(100 * (all_complain - 0.5245), abs=0.05)
    assert measures["correlation"] == pytest.approx(correlation, abs=5e-3)
    assert measures["gain_fast"] == pytest.approx(3.75, abs=1e-6)
    assert measures["gain_fix"] == pytest.approx(7.3, abs=1e-6)


@pytest.mark.parametrize(("attachment", "gain"), [(0.0, 19.7), (0.4, 13.3), (0.8, 8.9), (1.2, 6.4)])
def test_after_a_large_loss_the_button_wins_more_and_still_less_than_it_seems(
    attachment: float, gain: float
) -> None:
    measures = Complaints(basis="major", attachment_on_complaint=attachment).measures()

    assert measures["gain_complain"] == pytest.approx(gain, abs=0.05)
    assert measures["gain_fast"] == pytest.approx(4.2, abs=1e-6)
    assert measures["gain_fix"] == pytest.approx(9.8, abs=1e-6)


def test_the_paradox_is_in_the_table_though_nobody_is_ever_better_off() -> None:
    silent, unresolved, resolved, at_once = forms.stay_of_those_who_took(PARADOX, -0.2)

    assert (silent, unresolved) == pytest.approx((0.372, 0.595), abs=5e-4)
    assert (resolved, at_once) == pytest.approx((0.910, 0.936), abs=5e-4)
    assert forms.never_failed(PARADOX) == pytest.approx(0.871, abs=5e-4)
    assert at_once > resolved > forms.never_failed(PARADOX)
    assert PARADOX.measures()["all_at_once_expected"] == pytest.approx(0.846, abs=5e-4)
    assert forms.complain(PARADOX, -0.2) == pytest.approx(0.438, abs=5e-4)
    assert forms.stay(PARADOX, -0.2) == pytest.approx(0.556, abs=5e-4)


def test_whoever_gets_more_back_than_was_taken_stays_more_often_than_if_never_failed() -> None:
    true_paradox = replace(PARADOX, back_at_once=1.05)

    assert true_paradox.measures()["all_at_once_expected"] == pytest.approx(0.883, abs=5e-4)
    assert forms.stay_of_those_who_took(true_paradox, -0.2)[-1] == pytest.approx(0.956, abs=5e-4)
    assert true_paradox.measures()["all_at_once_expected"] > forms.never_failed(true_paradox)


def test_runs_show_the_paradox_and_the_experiment_that_undoes_it() -> None:
    for measure, value in (
        ("stay_at_once", 0.936),
        ("stay_resolved", 0.910),
        ("stay_unresolved", 0.595),
        ("stay_silent", 0.372),
        ("stay_never_failed", 0.871),
        ("all_at_once", 0.846),
        ("complaining", 0.438),
        ("stay", 0.556),
    ):
        mean, error = over_seeds(measure, PARADOX)

        assert abs(mean - value) < 4 * error + 5e-4


def test_a_million_customers_agree_with_the_formulas_to_three_digits() -> None:
    model = replace(PARADOX, n=1_000_000)
    measures = model.measures()

    for name in ("complaining", "stay", "stay_never_failed", "all_at_once"):
        assert measures[name] == pytest.approx(measures[f"{name}_expected"], abs=0.002)
    assert paths_table(model)["stay_of_those"] == pytest.approx(
        paths_table(model)["stay_of_those_expected"], abs=0.004
    )


@pytest.mark.parametrize(("readiness", "worth"), [(0.3, 0.182), (0.8, 0.190), (1.64, 0.197)])
def test_a_further_complaint_is_worth_half_of_what_the_table_says(readiness: float, worth: float) -> None:
    assert forms.per_complaint(PARADOX, readiness) == pytest.approx(worth, abs=5e-4)
    assert forms.naive(PARADOX) == pytest.approx(0.420, abs=5e-4)


def test_a_button_for_a_random_half_tells_what_a_complaint_is_worth() -> None:
    model = replace(PARADOX, button=0.82, n=50_000)
    found, error = over_seeds("per_complaint", model)
    told, _ = over_seeds("naive", model)

    assert abs(found - model.measures()["per_complaint_expected"]) < 4 * error
    assert error < 1
    assert told == pytest.approx(42.0, abs=0.5)
    assert model.measures()["per_complaint_expected"] == pytest.approx(19.7, abs=0.1)


def test_the_instrument_finds_the_mean_effect_on_those_whom_the_button_moves() -> None:
    model, people = PARADOX, population(PARADOX, 0, 400_000)
    asked = forms.readiness_with_button(model)
    unasked_path, asked_path = (people.path(model, one) for one in (model.readiness, asked))
    moved = (unasked_path == 0) & (asked_path > 0)
    after, before = (people.stays_on(model, path) for path in (asked_path, unasked_path))
    effect = after[moved].mean() - before[moved].mean()

    assert effect == pytest.approx(forms.per_complaint(model, asked), abs=0.01)
    assert moved.mean() == pytest.approx(0.5 * (1 - forms.complain(model, model.readiness)), abs=0.003)


def test_twenty_trials_scatter_about_the_truth_and_large_ones_less() -> None:
    truth = forms.per_complaint(PARADOX, forms.readiness_with_button(PARADOX))
    found = trial.repeated(PARADOX)
    spread = found.std(axis=1, ddof=1)

    assert np.all(np.abs(found.mean(axis=1) - truth) < 4 * spread / trial.TURNS**0.5)
    # four times as many customers halve the spread
    assert spread[0] / spread[2] == pytest.approx(4, rel=0.6)
    assert trial_table(PARADOX)["highest"][2] < 100 * forms.naive(PARADOX)


def test_a_button_that_moves_nobody_finds_chance_alone_and_one_that_moves_all_leaves_none_silent() -> None:
    idle, strong = (Complaints(button=button, button_for="everybody") for button in (0, 1))

    assert np.isnan(idle.measures()["per_complaint_expected"])
    assert np.all(trial_table(idle)["highest"] - trial_table(idle)["lowest"] > 200)
    assert idle.measures()["stay"] == Complaints().measures()["stay"]
    assert strong.measures()["complaining"] == 1
    assert strong.measures()["stay_expected"] == pytest.approx(0.5627, abs=5e-5)


def test_a_half_that_sees_the_button_lies_half_way() -> None:
    nobody, half, everybody = (
        Complaints(button_for=who).measures()["stay_expected"] for who in ("nobody", "half", "everybody")
    )

    assert half == pytest.approx((nobody + everybody) / 2)
    mean, error = over_seeds("stay", Complaints(button_for="half"))
    assert abs(mean - half) < 4 * error


def test_the_best_use_of_a_budget_turns_with_attachment() -> None:
    attached, alike = Complaints(), Complaints(attachment_on_complaint=0)
    plans = best_plan(attached), best_plan(alike)

    assert [(plan.complaints, plan.fixing, plan.speed) for plan in plans] == [(0, 34, 10), (25, 10, 0)]
    assert [plan.stay for plan in plans] == pytest.approx([0.5983, 0.6291], abs=5e-5)
    assert max(plan.cost for plan in plans) <= 100


def test_a_plan_keeps_as_many_as_a_firm_that_follows_it() -> None:
    plan = best_plan(Complaints(attachment_on_complaint=0))
    firm = Complaints(
        attachment_on_complaint=0, fix_rate=0.7, button=plan.complaints / 50, button_for="everybody"
    )

    assert firm.measures()["stay_expected"] == pytest.approx(plan.stay)


def test_where_a_prompt_answer_gives_back_less_than_a_late_one_no_plan_pays_for_speed() -> None:
    model = Complaints(basis="given_back", back_resolved=1.0, back_at_once=0.2)

    assert best_plan(model).speed == 0


def test_if_all_are_alike_the_share_that_stays_is_a_line_and_never_rises_so_fast_otherwise() -> None:
    table = speaking_table(Complaints())
    line, curve = np.diff(table["stay_if_alike"]), table["stay_expected"]

    assert line == pytest.approx(np.full(len(line), 0.309 / len(line)))
    assert np.all(np.diff(curve) < line)
    # the first to complain are the most attached: to them an answer that does not help does harm
    assert curve[0] > curve[1]
    assert curve[-1] == pytest.approx(forms.stay(Complaints(), inf))
    assert levers_table(Complaints())["gain_if_alike"] == pytest.approx([15.45, 3.75, 7.3])


def test_those_who_complain_are_one_standard_deviation_more_attached() -> None:
    model, people = Complaints(), population(Complaints(), 0, 400_000)
    attachment, speaks = people.traits[:, ATTACHMENT], people.complains(Complaints(), 0)

    assert forms.attachment_gap(model) == pytest.approx(0.997, abs=5e-4)
    assert attachment[speaks].mean() - attachment[~speaks].mean() == pytest.approx(0.997, abs=0.01)
    assert forms.attachment_gap(Complaints(attachment_on_complaint=0)) == 0


@pytest.mark.parametrize("readiness", [-1.0, 0.0, 0.7])
def test_complaints_by_attachment_add_up_to_all_complaints(readiness: float) -> None:
    model = Complaints(n=100_000, readiness=readiness)
    far = forms.complaining_by_attachment(model, np.linspace(-8, 8, 41))
    table = who_table(model)

    assert far.sum() == pytest.approx(forms.complain(model, readiness), abs=1e-9)
    assert table["complains"] == pytest.approx(table["complains_expected"], abs=0.004)
    assert (table["silent"] + table["complains"]).sum() == pytest.approx(0.9988, abs=0.001)


def test_those_never_failed_are_no_part_of_a_survey() -> None:
    assert np.isnan(Complaints().measures()["stay_never_failed"])
    assert account(PARADOX).never_failed[0] == PARADOX.n


@pytest.mark.parametrize(
    ("name", "value"),
    [("basis", "medium"), ("button", 1.5), ("attachment_on_complaint", -1), ("button_for", "all")],
)
def test_what_cannot_be_set_is_refused_in_both_languages(name: str, value: object) -> None:
    with pytest.raises(ReaderError) as refused:
        Complaints.of({name: value})

    assert name in refused.value.text.en
    assert name in refused.value.text.zh

"""Known values of the integrated firm, from the prototypes of the course."""

import numpy as np
import pytest

from simulations.integrated.firm import Firm
from simulations.integrated.model import KINDS, Integrated, account, expected, simulate, staff

QUIET = {"periods": 1}


@pytest.fixture(scope="module")
def measures() -> dict[str, float]:
    """The defaults."""
    return dict(Integrated().measures())


def test_the_silo_rests_at_4132_customers_and_the_integrated_firm_at_6375(measures: dict[str, float]) -> None:
    assert measures["silo_rest"] == pytest.approx(4132, abs=0.5)
    assert measures["integrated_rest"] == pytest.approx(6375, abs=0.5)


def test_doubling_brings_the_silo_half_and_the_integrated_firm_more_than_double(
    measures: dict[str, float],
) -> None:
    assert measures["silo_doubling"] == pytest.approx(0.53, abs=0.005)
    assert measures["integrated_doubling"] == pytest.approx(1.12, abs=0.005)


def test_the_silo_answers_81_per_cent_and_69_once_twice_as_many_come() -> None:
    now, twice = Integrated(), Integrated(acquisition=800)

    assert now.answered(now.rest(integrated=False), 2) == pytest.approx(0.81, abs=0.005)
    assert twice.answered(twice.rest(integrated=False), 2) == pytest.approx(0.69, abs=0.005)


@pytest.mark.parametrize("n", [10, 1000, 20_000])
@pytest.mark.parametrize("kind", ["silo", "integrated"])
def test_the_firm_rests_where_its_months_lead(n: int, kind: str) -> None:
    model = Integrated(n=n)
    customers = float(n)
    for _ in range(400):
        customers = model.next(customers, staff(model, kind, customers))

    assert customers == pytest.approx(model.rest(integrated=kind == "integrated"), rel=1e-6)


@pytest.mark.parametrize("n", [10, 1000, 20_000])
def test_the_silo_comes_to_the_same_rest_from_everywhere(n: int) -> None:
    assert Integrated(n=n).rest(integrated=False) == pytest.approx(4132, abs=0.5)


def test_a_firm_that_comes_down_keeps_an_agent_more_and_rests_higher() -> None:
    low, high = (Integrated(n=n).rest(integrated=True) for n in (1000, 20_000))

    assert (round(low), round(high)) == (6375, 7142)
    assert (Integrated().agents(low), Integrated().agents(high)) == (4, 5)


@pytest.mark.parametrize("kind", ["silo", "integrated"])
def test_a_run_goes_where_the_formula_leads(kind: str) -> None:
    ends = [float(account(Integrated(seed=seed), kind)[0][-1]) for seed in range(1, 13)]

    assert abs(np.mean(ends) - expected(Integrated(), kind)[-1]) < 0.02 * np.mean(ends)


def test_a_small_firm_has_the_same_luck_before_and_after_a_large_one_of_its_seed() -> None:
    small = Integrated(n=50, acquisition=20, seed=20_261_130)
    before = [month[0] for month in simulate(small, "silo")]
    list(simulate(Integrated(n=900, acquisition=300, seed=20_261_130), "silo"))

    assert [month[0] for month in simulate(small, "silo")] == before


def test_rest_is_what_comes_divided_by_the_share_that_leaves() -> None:
    model: Firm = Integrated()
    rest = model.rest(integrated=False)

    assert rest == pytest.approx(400 / (1 - model.stay(model.answered(rest, 2))))


def test_twice_the_new_customers_are_twice_also_beyond_the_end_of_the_slider() -> None:
    steady = Integrated(acquisition=1600, stay_served=0.9, stay_failed=0.9)

    assert steady.measures()["silo_doubling"] == pytest.approx(1)


def test_customers_who_stay_rather_when_they_are_not_answered_do_so() -> None:
    odd = Integrated(stay_served=0.7, stay_failed=0.95, silo_agents=1)
    measures = odd.measures()

    assert odd.stay(answered=0) == pytest.approx(0.95)
    assert measures["silo_rest"] > measures["integrated_rest"]
    for kind in KINDS:
        rest = measures[f"{kind}_rest"]
        agents = odd.silo_agents if kind == "silo" else odd.agents(rest)
        assert odd.next(rest, agents) == pytest.approx(rest, rel=0.02)


@pytest.mark.parametrize("n", [40, 20_000])
def test_the_firm_rests_where_adding_or_dropping_agents_one_by_one_would_lead_it(n: int) -> None:
    firm = Integrated(n=n, acquisition=800, handling=15)
    agents = firm.agents(n)
    up = firm.rest_with(agents) > n
    while (needed := firm.agents(firm.rest_with(agents))) != agents and (needed > agents) == up:
        agents += 1 if up else -1

    assert firm.rest(integrated=True) == firm.rest_with(agents)

"""Every number that the lesson on CRM systems quotes from a simulation comes out of that simulation."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

import pytest

import simulations
from simulations.integrated.firm import Firm
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "crm_systems"
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)
IMPATIENT: dict[str, Value] = {"callers": "hang_up"}
NO_LOST_LEAD: dict[str, Value] = {"lose_lead": 0}
BETTER_TABLE: dict[str, Value] = {"lose_negotiation": 0}
BETTER_DOOR: dict[str, Value] = {"lose_lead": 0.15}
FREE_CALLS: dict[str, Value] = {"contact_cost": 0}
FOUR_AGENTS: dict[str, Value] = {"silo_agents": 4}
DOUBLED: dict[str, Value] = {"acquisition": 800}


def agents(count: int, **more: Value) -> dict[str, Value]:
    """The sliders with so many agents."""
    return {"agents": count, **more}


def calling(share: float) -> dict[str, Value]:
    """The sliders with this share of the list being called."""
    return {"contacted": share}


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


QUOTES = [
    Quote("ten-for-ten", TODAY, "mean_wait", "1,261"),
    Quote("ten-for-ten", TODAY, "occupancy", "99%"),
    Quote("ten-for-ten", agents(11), "mean_wait", "113"),
    Quote("ten-for-ten", agents(12), "mean_wait", "34"),
    Quote("ten-for-ten", agents(14), "mean_wait", "7"),
    Quote("ten-for-ten", IMPATIENT, "mean_wait", "17"),
    Quote("ten-for-ten", IMPATIENT, "abandon_share", "14%"),
    Quote("twice-the-calls", TODAY, "agents_needed_double", "24"),
    Quote("twice-the-calls", agents(28, arrivals=20), "service_level", "98%"),
    Quote("twice-the-calls", agents(11), "service_level", "40%"),
    Quote("twice-the-calls", agents(12), "service_level", "66%"),
    Quote("twice-the-calls", agents(15), "service_level", "94%"),
    Quote("twice-the-calls", agents(16), "service_level", "97%"),
    Quote("two-lines", TODAY, "mean_wait", "33"),
    Quote("two-lines", TODAY, "teams_wait", "96"),
    Quote("two-lines", TODAY, "mean_wait_expected", "36.8"),
    Quote("two-lines", TODAY, "teams_wait_expected", "99.7"),
    Quote("two-lines", {"handling": 150}, "teams_wait", "30"),
    Quote("won-deals", TODAY, "mean_periods", "3.6"),
    Quote("won-deals", TODAY, "mean_periods_won", "5.7"),
    Quote("won-deals", TODAY, "mean_periods_lost", "2.6"),
    Quote("won-deals", NO_LOST_LEAD, "mean_periods", "6.2"),
    Quote("won-deals", NO_LOST_LEAD, "mean_periods_won", "6.9"),
    Quote("which-leak", TODAY, "win_rate", "33.0%"),
    Quote("which-leak", BETTER_TABLE, "win_rate", "38.0%"),
    Quote("which-leak", BETTER_DOOR, "win_rate", "39.9%"),
    Quote("best-campaign", calling(0.2), "campaign_profit", "6,720"),
    Quote("best-campaign", calling(0.2), "captured", "45%"),
    Quote("best-campaign", TODAY, "captured", "79%"),
    Quote("best-campaign", FREE_CALLS, "best_share", "69%"),
    Quote("twice-the-customers", TODAY, "silo_doubling", "+53%"),
    Quote("twice-the-customers", TODAY, "integrated_doubling", "+112%"),
    Quote("crm-is-software", FOUR_AGENTS, "silo_rest", "6,375"),
    Quote("crm-is-software", TODAY, "integrated_rest", "6,375"),
    Quote("crm-is-software", {**FOUR_AGENTS, **DOUBLED}, "silo_rest", "9,606"),
    Quote("crm-is-software", DOUBLED, "integrated_rest", "13,515"),
]
CHECKED_BELOW = {"6,000", "62,520", "69%", "81%"}
"""Losses, told as such, and the silo's answered calls at rest."""


def named(quote: Quote) -> str:
    """A name for the test of a quotation."""
    return f"{quote.step}:{quote.measure}:{quote.written}"


@pytest.mark.parametrize("quote", QUOTES, ids=named)
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize("step_id", sorted({quote.step for quote in QUOTES}))
def test_no_bold_number_goes_unchecked(step_id: str) -> None:
    checked = {quote.written for quote in QUOTES if quote.step == step_id} | CHECKED_BELOW

    assert bold_numbers(told(step_id).en) <= checked
    assert bold_numbers(told(step_id).en) == bold_numbers(told(step_id).zh)


def test_ten_agents_for_the_work_of_ten_let_the_line_grow_without_end() -> None:
    assert run("ten-for-ten")["load"] == 10
    assert run("ten-for-ten")["mean_wait"] > 3 * run("ten-for-ten", {"n": 1000})["mean_wait"]


def test_hang_ups_make_the_waiting_look_well() -> None:
    held, lost = run("ten-for-ten"), run("ten-for-ten", IMPATIENT)

    assert lost["mean_wait"] < held["mean_wait"] / 50
    assert lost["abandon_share"] > 0.1


def test_twice_the_calls_need_fewer_than_twice_the_agents() -> None:
    today = run("twice-the-calls")

    assert today["agents_needed"] == 14
    assert today["agents_needed_double"] < 2 * today["agents_needed"]
    assert run("twice-the-calls", {"arrivals": 40})["agents_needed"] == 45
    assert run("twice-the-calls", {"arrivals": 20})["agents_by_root"] == 25


def test_each_further_agent_brings_less_than_the_one_before() -> None:
    level = [run("twice-the-calls", agents(count))["service_level"] for count in range(11, 17)]
    gains = [after - before for before, after in pairwise(level)]

    assert gains == sorted(gains, reverse=True)
    assert gains[0] > 8.5 * gains[-1]


def test_two_lines_wait_nearly_three_times_as_long_as_one() -> None:
    today, quicker = run("two-lines"), run("two-lines", {"handling": 150})

    assert 2.6 < today["teams_wait"] / today["mean_wait"] < 3.1
    assert quicker["teams_wait"] <= today["mean_wait"]


def test_winners_take_longer_than_the_average_and_losers_less() -> None:
    today = run("won-deals")

    assert today["mean_periods_lost"] < today["mean_periods"] < today["mean_periods_won"] - 2


def test_a_better_welcome_beats_a_perfect_close() -> None:
    assert run("which-leak", BETTER_DOOR)["win_rate"] > run("which-leak", BETTER_TABLE)["win_rate"]
    assert run("which-leak", {"lose_lead": 0.17})["win_rate"] == pytest.approx(
        run("which-leak", BETTER_TABLE)["win_rate"], abs=0.005
    )


def test_the_best_campaign_contacts_fewer_and_misses_most_leavers() -> None:
    fifth, half, everybody = (run("best-campaign", calling(share)) for share in (0.2, 0.5, 1.0))

    assert round(half["campaign_profit"]) == -6000
    assert round(everybody["campaign_profit"]) == -62520
    assert fifth["campaign_profit"] > 0
    assert fifth["captured"] < 0.5 < half["captured"] < everybody["captured"] == 1
    assert 0.15 < fifth["best_share"] < 0.3


def test_even_free_calls_are_not_for_everybody() -> None:
    free = run("best-campaign", {**FREE_CALLS, **calling(1.0)})

    assert free["campaign_profit"] < free["best_profit"]


def test_doubling_what_comes_in_does_not_double_a_silo() -> None:
    today = run("twice-the-customers")

    assert today["silo_doubling"] < 0.6
    assert today["integrated_doubling"] > 1
    assert [round(100 * answered_at_rest(changes)) for changes in (TODAY, DOUBLED)] == [81, 69]


def test_a_larger_room_answers_a_larger_share_with_fewer_than_twice_the_agents() -> None:
    small, large = (run("crm-is-software", changes) for changes in (TODAY, DOUBLED))

    assert (small["integrated_agents"], large["integrated_agents"]) == (4, 7)
    assert large["integrated_answered"] > small["integrated_answered"]
    assert "from four agents to seven" in told("twice-the-customers").en
    assert "从四位加到七位" in told("twice-the-customers").zh


def answered_at_rest(changes: Mapping[str, Value]) -> float:
    """The share of its calls that the silo answers once as many customers leave as come."""
    firm = quotes.model(LESSON, "twice-the-customers", changes)
    assert isinstance(firm, Firm)
    return firm.answered(firm.rest(integrated=False), firm.silo_agents)


def test_the_two_branches_begin_where_the_text_says() -> None:
    text, today = steps()["twice-the-customers"].text, run("twice-the-customers")

    assert text is not None
    assert all(
        f"{today[rest]:,.0f}" in side
        for rest in ("silo_rest", "integrated_rest")
        for side in (text.en, text.zh)
    )


def test_four_people_and_a_pencil_do_what_the_system_does_but_only_once() -> None:
    now, then = run("crm-is-software", FOUR_AGENTS), run("crm-is-software", {**FOUR_AGENTS, **DOUBLED})

    assert now["silo_rest"] == pytest.approx(now["integrated_rest"])
    assert then["silo_rest"] < 0.75 * then["integrated_rest"]
    assert then["integrated_agents"] == 7


def test_somebody_should_check_the_rule_of_80_in_20_as_well() -> None:
    eight = run("crm-is-software", {**DOUBLED, "silo_agents": 8})

    assert eight["silo_profit"] > eight["integrated_profit"]


def test_a_young_pipeline_shows_a_tenth_where_a_third_is_won() -> None:
    young = simulations.model_of("pipeline").of({"n": 20_000, "periods": 6}).measures()
    older = simulations.model_of("pipeline").of({"n": 20_000, "periods": 12}).measures()

    assert round(100 * young["win_rate_closed"]) == 10
    assert round(100 * older["win_rate_closed"]) == 25
    assert 0.32 < young["win_rate"] < 0.34


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked["ten-for-ten"].startswith("More than ten minutes")
    assert marked["two-lines"] == "It becomes nearly three times as long"
    assert marked["won-deals"] == "Nearly 6 months"
    assert marked["which-leak"].startswith("The door")
    assert marked["twice-the-customers"].startswith("Northgate gains a good half")
    assert marked["crm-is-software"] == "At Southgate's 6,375"

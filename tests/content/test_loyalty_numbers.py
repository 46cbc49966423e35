"""Every number that the loyalty lesson quotes from a simulation comes out of that simulation."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import pytest

from simulations.loyalty.firm import Firm
from simulations.loyalty.kinds import KINDS, repeat_shares
from simulations.loyalty.moments import MIDDLE, QUADRANTS, wished_behaviour
from simulations.loyalty.views import flows_table, story_table
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "loyalty"
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)
WARM: dict[str, Value] = {"switching_cost": 0.5, "satisfaction": 0.6, "interaction": 0.3, "care": 0.3}
OLD_WALL: dict[str, Value] = {"switching_cost": 0.5}
NEVER: dict[str, Value] = {"shock": "none"}
LOW_WALL: dict[str, Value] = {**NEVER, "switching_cost": 0.2}
CARING: dict[str, Value] = {"knowledge": 0, "interaction": 0.3, "care": 0.3}
FITTING: dict[str, Value] = {**CARING, "knowledge": 1}


def firm(step_id: str, changes: Mapping[str, Value] = TODAY) -> Firm:
    """The firm that a student sees on a step after moving some of its sliders."""
    model = quotes.model(LESSON, step_id, changes)
    assert isinstance(model, Firm)
    return model


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures of that firm."""
    return firm(step_id, changes).measures()


QUOTES = [
    Quote("four-corners", TODAY, "share_absolute", "40%"),
    Quote("four-corners", TODAY, "share_inertia", "14%"),
    Quote("four-corners", TODAY, "share_latent", "10%"),
    Quote("higher-wall", TODAY, "mean_attitude", "0.50"),
    Quote("higher-wall", TODAY, "share_inertia", "32%"),
    Quote("higher-wall", TODAY, "share_absolute", "50%"),
    Quote("card-index", TODAY, "share_absolute", "40%"),
    Quote("card-index", CARING, "share_absolute", "65%"),
    Quote("card-index", FITTING, "share_absolute", "85%"),
    Quote("wall-falls", TODAY, "share_repeat", "4%"),
    Quote("wall-falls", TODAY, "kept_inertia_after_shock", "0%"),
    Quote("wall-falls", TODAY, "kept_absolute_after_shock", "8%"),
    Quote("wall-falls", WARM, "share_repeat", "61%"),
    Quote("wall-falls", LOW_WALL, "share_repeat", "28%"),
    Quote("wall-falls", WARM, "kept_absolute_after_shock", "65%"),
    Quote("wall-falls", WARM, "kept_inertia_after_shock", "0%"),
    Quote("loyal-to-what", TODAY, "repeat_while_rewarded", "97%"),
    Quote("loyal-to-what", TODAY, "repeat_after_reward", "11%"),
    Quote("loyal-to-what", {"care": 1}, "repeat_after_reward", "35%"),
]
BEFORE_THE_RUN = [
    Quote("four-corners", TODAY, "share_repeat", "54%"),
    Quote("higher-wall", OLD_WALL, "share_repeat", "54%"),
    Quote("higher-wall", TODAY, "share_repeat", "82%"),
    Quote("wall-falls", {**NEVER, "periods": 12}, "share_repeat", "81%"),
]


def named(quote: Quote) -> str:
    """A name for the test of a quotation."""
    return f"{quote.step}:{quote.measure}:{quote.written}"


@pytest.mark.parametrize("quote", QUOTES, ids=named)
def test_a_quoted_number_is_what_the_run_gives_in_both_languages(quote: Quote) -> None:
    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert quote.written in told(quote.step).en
    assert quote.written in told(quote.step).zh


@pytest.mark.parametrize("quote", BEFORE_THE_RUN, ids=named)
def test_what_is_told_before_the_run_is_true_as_well(quote: Quote) -> None:
    text = steps()[quote.step].text

    assert text is not None
    assert quote.computed(run(quote.step, quote.changes)[quote.measure]) == quote.written
    assert f"**{quote.written}**" in text.en
    assert f"**{quote.written}**" in text.zh


@pytest.mark.parametrize("step_id", sorted({quote.step for quote in QUOTES}))
def test_no_bold_number_goes_unchecked(step_id: str) -> None:
    checked = {quote.written for quote in QUOTES if quote.step == step_id}

    assert bold_numbers(told(step_id).en) <= checked
    assert bold_numbers(told(step_id).en) == bold_numbers(told(step_id).zh)


def test_one_regular_in_four_is_held_by_a_nuisance() -> None:
    today = run("four-corners")

    assert today["share_inertia"] / today["share_repeat"] == pytest.approx(0.25, abs=0.01)
    assert round(100 * today["share_repeat"]) == 54
    assert round(100 * today["share_inertia"]) == 14


def test_a_higher_wall_leaves_the_attitude_as_it_was_to_the_last_digit() -> None:
    assert run("higher-wall")["mean_attitude"] == run("higher-wall", OLD_WALL)["mean_attitude"]


def test_cards_that_nobody_acts_on_change_no_measure_but_the_effort() -> None:
    with_cards, without = dict(run("card-index")), dict(run("card-index", {"knowledge": 0}))

    assert with_cards.pop("effort") > without.pop("effort")
    assert repr(with_cards) == repr(without)


def test_a_wall_shows_within_a_quarter_and_warmth_takes_half_a_year() -> None:
    def part_of_its_way(changes: Mapping[str, Value], measure: str, months: int) -> float:
        start, end = run("higher-wall", OLD_WALL), run("higher-wall", changes)
        now = run("higher-wall", {**changes, "periods": months})
        return (now[measure] - start[measure]) / (end[measure] - start[measure])

    warm = {"switching_cost": 0.5, "satisfaction": 0.6}
    assert part_of_its_way(TODAY, "mean_behaviour", 3) > 0.7
    assert part_of_its_way(warm, "mean_behaviour", 3) < 0.5
    assert part_of_its_way(warm, "mean_behaviour", 6) > 0.65


def test_on_the_eve_the_two_firms_look_alike_in_the_list_of_orders() -> None:
    eve: dict[str, Value] = {**NEVER, "periods": 12}
    walled, warm = run("wall-falls", eve), run("wall-falls", {**WARM, **eve})

    assert min(walled["share_repeat"], warm["share_repeat"]) > 0.8
    assert warm["share_inertia"] < 0.02
    assert walled["share_inertia"] > 0.3


def _quadrants(customer: int) -> list[str]:
    """The quadrants that a customer of "One dot, one person" passes through."""
    path = story_table(firm("one-dot", {"customer": customer}))["quadrant"]
    return [QUADRANTS[code] for code in path.tolist()]


def test_the_customers_named_in_the_text_live_the_stories_told_of_them() -> None:
    assert _quadrants(8)[0] == _quadrants(8)[12] == "inertia"
    assert _quadrants(8)[14] == _quadrants(8)[-1] == "none"
    assert (_quadrants(1)[12], _quadrants(1)[-1]) == ("absolute", "latent")
    assert (_quadrants(12)[0], _quadrants(12)[12], _quadrants(12)[-1]) == ("none", "inertia", "none")
    assert {*_quadrants(16)[:14]} == {"inertia"}


def test_without_a_wall_and_with_the_rival_a_liking_of_825_is_needed() -> None:
    after = firm("wall-falls")
    month = after.shock_period
    needed = np.array([0.824, 0.825, 0.826])
    sends = wished_behaviour(needed, np.array(after.barrier(month)), after.rivalry(month)) >= MIDDLE - 1e-12

    assert sends.tolist() == [False, True, True]
    assert "0.825" in told("wall-falls").en
    assert "0.825" in told("wall-falls").zh


def test_most_of_the_lost_friends_still_like_the_firm_and_no_hostage_does() -> None:
    table = flows_table(firm("who-went-where"))
    went = dict(
        zip(
            zip(table["before"].tolist(), table["after"].tolist(), strict=True),
            table["people"].tolist(),
            strict=True,
        )
    )

    assert went["absolute", "latent"] > 0.9 * (went["absolute", "latent"] + went["absolute", "absolute"])
    assert went["inertia", "latent"] == went["inertia", "absolute"] == 0


def test_price_buyers_never_come_up_at_all() -> None:
    assert repeat_shares(firm("loyal-to-what"))[:, KINDS.index("price")].max() < 0.02


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked["four-corners"] == "About 40"
    assert marked["higher-wall"] == "Exactly as before"
    assert marked["card-index"] == "About 40%, as before"
    assert marked["loyal-to-what"] == "About 10"

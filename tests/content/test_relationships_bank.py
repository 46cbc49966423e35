"""What the questions about kinds of relationship take for right, and what for a slip."""

import re
from dataclasses import replace

import numpy as np
import pytest

import exercises
from courseware.table import Table
from exercises.kinds.match import MatchItem
from simulations.relationships import closed_forms as forms
from simulations.relationships.model import Relationships
from tests.content.shelf import QUESTIONS, data_of, drawn, mark

FIRM = Relationships()
HIRED = Relationships(staff="hired")


@pytest.fixture(scope="module")
def people() -> Table:
    """Mei's own customers, with their orders."""
    return data_of(QUESTIONS["rel.my-stages"], "Mei")("portrait")


def number(item: str, name: str) -> float:
    """A number that Mei was given in a question."""
    return float(str(drawn(QUESTIONS[item], "Mei").params[name]))


def stage(repeats: int, quiet: float) -> str:
    """The stage of a customer by the rule of the lesson."""
    if quiet > 26:
        return "decline"
    return "exploration" if repeats == 0 else "build-up" if repeats < 3 else "stable"


def test_silence_is_looked_at_before_repeat_orders_are_counted() -> None:
    told = set()
    for student in ("Mei", "Alice", "Bo", "Carl"):
        variant = drawn(QUESTIONS["rel.my-stages"], student)
        asked, right = variant.question.fields[0], exercises.right_response(variant)[exercises.ANSWER]
        assert isinstance(asked, exercises.Assign)
        assert isinstance(right, dict)
        places = {choice.id: choice.text.en for choice in asked.choices}
        for row in asked.rows:
            repeats, quiet = re.findall(r": (\d+(?:\.\d)?)", row.text.en)
            assert places[str(right[row.id])] == stage(int(repeats), float(quiet))
            told.add(places[str(right[row.id])])

    assert told == {"exploration", "build-up", "stable", "decline"}


def test_stable_customers_weigh_more_by_margin_than_by_heads(people: Table) -> None:
    stable = (people["frequency"] >= 3) & (people["quiet_weeks"] <= 26)
    by_margin = people["margin"][stable].sum() / people["margin"].sum()

    assert mark("rel.stable-margin", f"{100 * by_margin:.1f}%").score == 1
    assert mark("rel.stable-margin", f"{100 * stable.mean():.1f}%").score == 0.4


def test_the_largest_bring_more_than_their_share_of_heads(people: Table) -> None:
    heads = int(number("rel.top-fifth", "heads"))
    largest = np.sort(people["margin"])[::-1][:heads].sum() / people["margin"].sum()

    assert mark("rel.top-fifth", f"{100 * largest:.1f}%").score == 1
    assert mark("rel.top-fifth", f"{100 * heads / 120:.1f}%").score == 0.2


def test_a_cut_off_is_a_multiple_of_the_wage_and_drawn_on_the_margin_of_one_year(people: Table) -> None:
    wage = number("rel.whom-it-pays", "wage")
    line = 3.56 * wage

    assert forms.pays_at(HIRED)[1] == pytest.approx(3.56, abs=0.005)
    assert mark("rel.whom-it-pays", str((people["margin"] / 3 >= line).sum())).score == 1
    assert mark("rel.whom-it-pays", str((people["margin"] >= line).sum())).score == 0.4
    assert mark("rel.whom-it-pays", str((people["margin"] / 3 >= wage).sum())).score == 0.3


def test_each_customer_takes_the_hours_of_one_level(people: Table) -> None:
    high, low = number("rel.my-hours", "high"), number("rel.my-hours", "low")
    yearly = people["margin"] / 3
    hours = np.where(yearly >= high, 4, np.where(yearly >= low, 1, 0))

    assert mark("rel.my-hours", str(hours.sum())).score == 1
    assert mark("rel.my-hours", str(4 * (yearly >= high).sum() + (yearly >= low).sum())).score == 0.4


def test_regulars_may_like_the_firm_little(people: Table) -> None:
    regular, cold = people["behaviour"] >= 0.5, people["attitude"] < 0.5

    assert mark("rel.regulars", f"{100 * cold[regular].mean():.1f}%").score == 1
    assert mark("rel.regulars", f"{100 * (cold & regular).mean():.1f}%").score == 0.4
    assert mark("rel.regulars", f"{100 * regular[cold].mean():.1f}%").score == 0.3


def test_a_level_is_worth_its_margins_year_after_year() -> None:
    names = ("margin", "stay", "more")
    margin, stay, more = (number("rel.worth-at-level", name) for name in names)
    worth = (margin * (1 + more) * (stay / 1.1) ** np.arange(500)).sum()

    assert mark("rel.worth-at-level", f"{worth:.0f}").score == 1
    assert mark("rel.worth-at-level", f"{worth / (1 + more):.0f}").score == 0.4
    assert mark("rel.worth-at-level", f"{worth / 1.1:.0f}").score == 0.5


def test_a_level_is_compared_with_the_next_one_down() -> None:
    wage = number("rel.cut-off-by-hand", "wage")
    ratio = forms.pays_from(np.array([2.20, 3.30, 4.93]), np.array([0, 4.71, 22.00]))

    assert mark("rel.cut-off-by-hand", f"{wage * ratio[1]:.0f}").score == 1
    assert mark("rel.cut-off-by-hand", f"{wage * 22.00 / (4.93 - 2.20):.0f}").score == 0.4


def test_abc_groups_leave_hours_for_some_partners() -> None:
    size, hours = number("rel.abc-hours", "size"), number("rel.abc-hours", "hours")
    used = Relationships(n=int(size), plan="abc", hours=2000).measures()["hours_used"]

    assert mark("rel.abc-hours", f"{(hours - used) // 20:.0f}").score == 1
    assert mark("rel.abc-hours", f"{(hours - used) // 24:.0f}").score == 0.5


def test_a_swap_counts_what_is_gained_and_what_is_given_up() -> None:
    basic, _, _, proactive, partner = np.round(forms.worth(FIRM), 2)
    large, small = number("rel.swap", "large"), number("rel.swap", "small")
    gained, given_up = 5 * small * (proactive - basic), large * (partner - proactive)

    assert 5 * forms.hours(FIRM)[3] == forms.hours(FIRM)[4] - forms.hours(FIRM)[3]
    assert mark("rel.swap", f"{gained - given_up:.0f}").score == 1
    assert mark("rel.swap", f"{gained:.0f}").score == 0.3


def test_the_line_for_partners_moves_as_the_question_says() -> None:
    def line(firm: Relationships) -> float:
        return float(forms.best_cutoffs(firm)[-1])

    changes = (
        (FIRM, replace(FIRM, n=800)),
        (HIRED, replace(HIRED, n=800)),
        (HIRED, replace(HIRED, partner_hours=16)),
        (HIRED, replace(HIRED, wage=80)),
        (HIRED, replace(HIRED, margin=4000)),
        (FIRM, replace(FIRM, n=267)),
    )
    item = QUESTIONS["rel.lines-move"].item
    moved = [np.sign(line(after) - line(before)) for before, after in changes]

    assert isinstance(item, MatchItem)
    assert item.rows is not None
    assert [{"up": 1, "same": 0, "down": -1}[row.right] for row in item.rows] == moved


def test_a_wage_is_compared_with_the_wage_that_fits_and_no_present_value() -> None:
    firms = [Relationships(n=1000, hours=4000, seed=seed).measures() for seed in range(1, 41)]
    wages = [firm["fitting_wage"] for firm in firms]

    assert firms[0]["fitting_wage_expected"] == pytest.approx(116, abs=0.5)
    assert firms[0]["worth_of_hour_expected"] == pytest.approx(668, abs=0.5)
    paid_for = firms[0]["worth_of_hour_expected"] / firms[0]["fitting_wage_expected"]
    assert paid_for == pytest.approx(5.7, abs=0.05)
    assert np.std(wages, ddof=1) == pytest.approx(6, abs=0.5)
    assert max(wages) < 150


def test_two_lines_do_nearly_as_well_as_four_if_the_promise_is_kept() -> None:
    def score(proactive: int, partnership: int) -> float:
        return mark("rel.draw-lines", {"cut_proactive": proactive, "cut_partnership": partnership}).score

    for good in ((3000, 12_000), (2500, 13_000), (3500, 11_000)):
        assert score(*good) == 1
    for poor in ((1000, 11_000), (500, 24_000), (5000, 4000), (5000, 24_000), (4500, 20_000)):
        assert score(*poor) < 1
    partners_only = Relationships(n=4000, margin=3000, hours=8000, plan="partnership").measures()
    assert partners_only["share_of_best"] == pytest.approx(0.91, abs=0.02)


@pytest.mark.parametrize(("proactive", "partnership"), [(2750, 12_000), (3000, 11_000), (3500, 10_000)])
def test_the_best_lines_that_leave_nobody_out_on_the_screen_pass_on_other_groups(
    proactive: int, partnership: int
) -> None:
    firm = Relationships(n=4000, margin=3000, spread=1.2, hours=8000, plan="cutoffs")
    firm = replace(firm, cut_reactive=5000, cut_accountable=5000)
    firm = replace(firm, cut_proactive=proactive, cut_partnership=partnership)
    groups = [replace(firm, seed=seed).measures() for seed in range(1, 41)]
    fives = [groups[start : start + 5] for start in range(0, 40, 5)]

    assert groups[0]["not_served"] == 0
    assert min(np.mean([group["share_of_best"] for group in five]) for five in fives) > 0.93
    assert max(np.mean([group["not_served"] for group in five]) for five in fives) <= 120


def test_what_a_rival_believes_follows_from_its_lines() -> None:
    assert mark("rel.rival-beliefs", {"rise": 0.05, "partner_hours": 18}).score == 1
    for wrong in ((0.08, 24), (0.05, 24), (0.08, 18)):
        told = dict(zip(("rise", "partner_hours"), wrong, strict=True))
        assert mark("rel.rival-beliefs", told).score < 1


def test_one_standard_for_all_is_nearly_right_where_hours_are_just_enough() -> None:
    assert mark("rel.slogan-right", {"hours": 1600}).score == 1
    for hours in (400, 1000, 1400, 2000, 2400, 4000):
        assert mark("rel.slogan-right", {"hours": hours}).score < 1

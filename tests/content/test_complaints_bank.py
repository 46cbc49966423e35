"""What the questions about complaints and word of mouth take for right, and what for a slip."""

from collections.abc import Mapping
from itertools import product

import numpy as np
import pytest

from course import find_lesson
from courseware.table import Table
from lessons import PlayStep
from simulations.complaints import closed_forms as forms
from simulations.complaints.model import Complaints
from simulations.recovery.closed_forms import stay_share
from simulations.tarp import TARP
from tests.content.shelf import QUESTIONS, data_of, drawn, mark

COMPLAINED_OF = ["delivery", "product", "invoice", "return"]


@pytest.fixture(scope="module")
def people() -> Table:
    """Mei's own customers, with their complaints."""
    return data_of(QUESTIONS["complaints.your-complainers"], "Mei")("portrait")


@pytest.fixture(scope="module")
def calls() -> Table:
    """The calls of Mei's own customers."""
    return data_of(QUESTIONS["complaints.solved-at-once"], "Mei")("calls")


def drawn_number(item: str, name: str) -> float:
    """A number that Mei was given in a question."""
    return float(str(drawn(QUESTIONS[item], "Mei").params[name]))


def test_those_who_complain_are_counted_among_those_let_down_and_not_among_all(people: Table) -> None:
    let_down = people["state"] == "disappointed"
    spoke = people["complaints"] > 0

    assert mark("complaints.your-complainers", f"{100 * spoke[let_down].mean():.1f}%").score == 1
    assert mark("complaints.your-complainers", f"{100 * (1 - spoke[let_down].mean()):.1f}%").score == 0.4
    assert mark("complaints.your-complainers", f"{100 * (spoke & let_down).mean():.1f}%").score == 0.2


def test_the_money_of_the_silent_is_not_their_share_of_heads(people: Table) -> None:
    let_down, quiet = people["state"] == "disappointed", people["complaints"] == 0
    money = people["margin"][let_down & quiet].sum() / people["margin"][let_down].sum()

    assert mark("complaints.silent-share", f"{100 * money:.1f}%").score == 1
    assert mark("complaints.silent-share", f"{100 * quiet[let_down].mean():.1f}%").score == 0.4


def test_attitudes_are_compared_among_those_let_down(people: Table) -> None:
    let_down = people["state"] == "disappointed"
    spoke = people["complaints"] > 0
    gap, of_all = (
        people["attitude"][of & spoke].mean() - people["attitude"][of & ~spoke].mean()
        for of in (let_down, np.ones(len(spoke), dtype=bool))
    )

    assert mark("complaints.attitude-gap", f"{gap:.2f}").score == 1
    assert mark("complaints.attitude-gap", f"{-gap:.2f}").score == 0.4
    assert mark("complaints.attitude-gap", f"{of_all:.2f}").score == 0.3


def test_in_the_made_up_shop_it_is_luck_who_complains_as_the_explanation_says() -> None:
    gaps = []
    for student in range(60):
        people = data_of(QUESTIONS["complaints.attitude-gap"], f"student {student}")("portrait")
        let_down, spoke = people["gap"] < -5, people["complaints"] > 0
        gaps.append(
            people["attitude"][let_down & spoke].mean() - people["attitude"][let_down & ~spoke].mean()
        )

    assert 0.03 < np.std(gaps, ddof=1) < 0.06
    assert abs(np.mean(gaps)) < 0.03


def test_a_call_for_advice_is_no_complaint(calls: Table) -> None:
    complaint, quick = np.isin(calls["topic"], COMPLAINED_OF), calls["outcome"] == "at_once"

    assert mark("complaints.solved-at-once", f"{100 * quick[complaint].mean():.1f}%").score == 1
    assert mark("complaints.solved-at-once", f"{100 * quick.mean():.1f}%").score == 0.3


def test_each_path_weighs_as_much_as_there_are_customers_on_it() -> None:
    c, f, g = (drawn_number("complaints.stay-after", name) for name in ("c", "f", "g"))
    took = np.array([1 - c, c * (1 - f), c * f * (1 - g), c * f * g])
    stay = np.array([0.09, 0.19, 0.54, 0.82])

    assert took.sum() == pytest.approx(1)
    assert mark("complaints.stay-after", f"{100 * took @ stay:.1f}%").score == 1
    assert mark("complaints.stay-after", f"{100 * took[1:] @ stay[1:] / c:.1f}%").score == 0.4
    assert mark("complaints.stay-after", f"{100 * stay.mean():.1f}%").score == 0.1


def test_a_complaint_is_worth_what_the_lot_says_and_not_what_the_table_says() -> None:
    item = "complaints.per-complaint"
    before, after, rise = (drawn_number(item, name) for name in ("before", "after", "rise"))
    spoke, silent, kept = (drawn_number(item, name) for name in ("spoke", "silent", "kept"))

    assert before * spoke + (1 - before) * silent == pytest.approx(kept, abs=0.005)
    assert mark(item, f"{100 * rise / (after - before):.1f}").score == 1
    assert mark(item, f"{100 * (spoke - silent):.1f}").score == 0.2
    assert mark(item, f"{100 * rise:.1f}").score == 0.4


def test_of_the_leavers_and_of_the_failed_are_two_readings() -> None:
    names = ("failed", "hurt", "calm")
    failed, hurt, calm = (drawn_number("complaints.ninety-four", name) for name in names)
    gone, gone_unhurt = 10_000 * failed * hurt, 10_000 * (1 - failed) * calm

    assert mark("complaints.ninety-four", f"{100 * gone / (gone + gone_unhurt):.0f}%").score == 1
    assert mark("complaints.ninety-four", f"{100 * hurt:.0f}%").score == 0.3
    assert mark("complaints.ninety-four", f"{gone / 100:.0f}%").score == 0.3


def test_what_comes_by_talk_is_a_share_of_the_customers_and_not_of_the_people() -> None:
    alone, both = (drawn_number("complaints.by-referral", name) for name in ("alone", "both"))

    assert mark("complaints.by-referral", f"{100 * (both - alone) / both:.0f}%").score == 1
    assert mark("complaints.by-referral", f"{100 * (both - alone):.0f}%").score == 0.4
    assert mark("complaints.by-referral", f"{100 * alone / both:.0f}%").score == 0.4


def test_the_balance_of_messages_is_not_the_one_printed_in_the_lesson() -> None:
    (step,) = (one for one in find_lesson("complaints").steps if one.id == "talk-of-the-town")
    assert isinstance(step, PlayStep)
    assert step.predict
    assert step.predict.explain
    draws = [drawn(QUESTIONS["complaints.break-even"], f"student {number}").params for number in range(40)]
    told = {(float(str(one["well"])), float(str(one["badly"]))) for one in draws}
    shares = {f"{round(100 * badly / (well + badly))}%" for well, badly in told}

    assert len(shares) > 4
    assert [share for share in shares if share in step.predict.explain.en + step.predict.explain.zh] == []


def test_the_best_plan_of_one_town_is_too_little_in_the_other() -> None:
    solve = {"button": 0.05, "fix_rate": 0.85, "fast_rate": 0.65}
    speak = {"button": 0.4, "fix_rate": 0.7, "fast_rate": 0.6}

    assert mark("complaints.budget", solve).score == 1
    assert mark("complaints.budget", speak).score < 1
    assert mark("complaints.budget-alike", speak).score == 1
    assert mark("complaints.budget-alike", solve).score < 1


def stays(attached: float, plan: Mapping[str, float]) -> float:
    """The share that stays by formula in the town of a budget."""
    town = {"basis": "minor", "attachment_on_complaint": attached, "button_for": "everybody"}
    terms = Complaints.of({**town, **plan})
    return float(forms.paths_with_button(terms)[:, 1].sum())


def test_no_plan_that_the_money_buys_is_good_in_both_towns() -> None:
    least = {name: min(wanted_by_students(name)) for name in ("complaints.budget", "complaints.budget-alike")}
    plans = [
        {"button": button / 100, "fix_rate": fix / 100, "fast_rate": fast / 100}
        for button, fix, fast in product(range(0, 71, 5), range(60, 86, 5), range(50, 76, 5))
        if 1500 * button + 2500 * (fix - 60) + 1500 * (fast - 50) <= 100_000
    ]
    short = [
        max(least["complaints.budget"] - stays(0.8, plan), least["complaints.budget-alike"] - stays(0, plan))
        for plan in plans
    ]

    assert len(plans) > 200
    assert min(short) > 0.0015


def wanted_by_students(item: str) -> set[float]:
    """What forty students are asked to reach."""
    draws = (drawn(QUESTIONS[item], f"student {number}").params for number in range(40))
    return {float(str(one["wanted"])) for one in draws}


def test_whoever_reaches_the_share_by_hand_has_recovered_enough() -> None:
    stay, hours = (drawn_number("complaints.recovery", name) for name in ("stay", "hours"))
    places = product(range(10, 101, 5), range(30, 71, 5), range(10, 61, 5))
    shares = {
        (c, f, g): stay_share(c / 100, f / 100, g / 100, TARP["minor"])
        for c, f, g in places
        if c * (0.1 + 0.004 * f + 0.00003 * f * g) < hours
    }
    c, f, g = min((place for place in shares if shares[place] >= stay), key=shares.__getitem__)
    edge = {"complaint_rate": c / 100, "fix_rate": f / 100, "fast_rate": g / 100}

    assert shares[c, f, g] < stay + 0.001
    assert mark("complaints.recovery", edge).score == 1


def test_adverts_alone_fall_short_and_so_does_recovery_alone() -> None:
    assert mark("complaints.talk-target", {"p": 0.04, "unhappy": 0.06}).score == 1
    assert mark("complaints.talk-target", {"p": 0.09, "unhappy": 0.2}).score < 1
    assert mark("complaints.talk-target", {"p": 0.01, "unhappy": 0.05}).score < 1


def test_handling_alone_does_not_bring_the_silent_back() -> None:
    best_handling = {"fix_rate": 0.7, "fast_rate": 0.6}

    assert mark("complaints.recovery", {"complaint_rate": 0.5, **best_handling}).score == 0.25
    assert mark("complaints.recovery", {"complaint_rate": 1, "fix_rate": 0.6, "fast_rate": 0.5}).score == 1


def test_to_let_everybody_speak_is_not_enough_by_itself() -> None:
    begin = {"fix_rate": 0.5, "fast_rate": 0.3}

    assert mark("complaints.recovery", {"complaint_rate": 1, **begin}).score == 0.5


def test_no_question_on_calls_names_a_code_that_the_table_does_not_show() -> None:
    stem = QUESTIONS["complaints.solved-at-once"].item.stem

    assert [code for code in ("`", "at_once", "gave_up") if code in stem.en + stem.zh] == []


def test_there_are_too_few_hours_to_solve_everything_at_once() -> None:
    assert mark("complaints.recovery", {"complaint_rate": 1, "fix_rate": 0.7, "fast_rate": 0.6}).score == 0.75

"""Every number that the lesson on complaints quotes from a simulation comes out of that simulation."""

from collections.abc import Mapping
from functools import partial
from math import exp, inf, log

import numpy as np
import pytest

import lessons
from course import find_lesson, glossary
from simulations.complaints import closed_forms as complaints
from simulations.complaints import trial
from simulations.complaints.model import Complaints
from simulations.complaints.people import TRIAL, population
from simulations.complaints.views import trial_table
from simulations.recovery.model import Recovery
from simulations.tarp import TARP
from simulations.word_of_mouth.closed_forms import spread
from simulations.word_of_mouth.model import WordOfMouth
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "complaints"
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)

ALIKE: dict[str, Value] = {"attachment_on_complaint": 0}
ALL_SPEAK: dict[str, Value] = {"complaint_rate": 1}
FOUR: dict[str, Value] = {"badly_tells": 4}
BY_SURVEY: dict[str, Value] = {"claim": "tarp"}
ADVERTS: dict[str, Value] = {"q": 0}
BELOVED: dict[str, Value] = {"happy": 0.9, "unhappy": 0.05}

QUOTES = [
    Quote("please-complain", TODAY, "stay_share", "52%"),
    Quote("please-complain", ALL_SPEAK, "stay_share", "68%"),
    Quote("please-complain", TODAY, "stay_share_silent", "37%"),
    Quote("please-complain", TODAY, "share_silent_of_leavers", "66%"),
    Quote("talk-of-the-town", TODAY, "told_well", "1,903"),
    Quote("talk-of-the-town", TODAY, "told_badly", "2,512"),
    Quote("talk-of-the-town", TODAY, "break_even", "3.6"),
    Quote("talk-of-the-town", FOUR, "break_even", "1.6"),
    Quote("better-than-before", TODAY, "all_at_once_expected", "84.6%"),
    Quote("better-than-before", TODAY, "stay_never_failed_expected", "87.1%"),
    Quote("better-than-before", TODAY, "attachment_gap", "1.00"),
    Quote("better-than-before", ALIKE, "stay_at_once", "83.5%"),
    Quote("better-than-before", ALIKE, "all_at_once", "84.8%"),
    Quote("button-by-lot", TODAY, "per_complaint_expected", "18.9"),
    Quote("button-by-lot", TODAY, "naive_expected", "42.0"),
    Quote("button-by-lot", ALIKE, "naive_expected", "16.7"),
    Quote("button-by-lot", ALIKE, "per_complaint_expected", "16.7"),
    Quote("which-lever", TODAY, "gain_fix", "+7.3"),
    Quote("which-lever", TODAY, "gain_complain", "+3.8"),
    Quote("which-lever", TODAY, "gain_fast", "+3.8"),
    Quote("which-lever", ALIKE, "gain_complain", "+15"),
    Quote("who-speaks", TODAY, "attachment_gap", "1.00"),
    Quote("more-speak", TODAY, "stay_expected", "54.0%"),
    Quote("more-speak", TODAY, "per_complaint_expected", "+6.1"),
    Quote("more-speak", {"button": 1}, "stay_expected", "56.3%"),
    Quote("fast-or-right", TODAY, "stay_expected", "53.5%"),
    Quote("fast-or-right", ALL_SPEAK, "stay_expected", "70.0%"),
    Quote("fast-or-right", BY_SURVEY, "stay_expected", "66.0%"),
    Quote("years-of-talk", ADVERTS, "reached", "25%"),
    Quote("years-of-talk", BELOVED, "reached", "63%"),
]
FROM_ELSEWHERE = {
    "button-by-lot": {"+4.9", "+35.3", "+12.6", "+26.6"},
    "who-speaks": {"79", "21"},
}
"""Bold numbers that are formulas or are read off a chart; each is tested below."""


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


def firm(step_id: str, changes: Mapping[str, Value] = TODAY) -> Complaints:
    """The firm of a step on complaints."""
    model = quotes.model(LESSON, step_id, changes)
    assert isinstance(model, Complaints)
    return model


def both(step_id: str) -> tuple[str, str]:
    """What a step tells about its run, in both languages, and what it says beforehand."""
    before = steps()[step_id].text
    assert before is not None
    return before.en + told(step_id).en, before.zh + told(step_id).zh


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


def test_the_runs_lie_by_their_formulas_with_other_customers_too() -> None:
    """The share that stays, of 20,000 customers, on a dozen seeds: within a point and a half."""
    for changes, formula in ((TODAY, 0.5245), (ALL_SPEAK, 0.679)):
        stays = [run("please-complain", {**changes, "seed": seed})["stay_share"] for seed in range(1, 13)]

        assert max(abs(share - formula) for share in stays) < 0.015


def test_the_table_that_students_read_before_the_button_is_the_survey() -> None:
    minor, major = TARP["minor"], TARP["major"]

    for step_id in ("please-complain", "which-lever"):
        assert all(f"{share:.0%}" in side for share in minor for side in both(step_id))
    assert Recovery().stay_expected == pytest.approx(0.5 * 0.37 + 0.2 * 0.46 + 0.15 * 0.70 + 0.15 * 0.95)
    assert all("52.45" in side for side in (told("please-complain").en, told("please-complain").zh))
    assert f"{major[2]:.0%}" == "54%"
    assert Recovery(fix_rate=1).stay_expected - 0.5245 == pytest.approx(0.073)
    assert Recovery(fast_rate=1).stay_expected - 0.5245 == pytest.approx(0.0375)


def test_one_unhappy_customer_is_outtalked_by_what_the_text_says() -> None:
    assert (round(75 * 2.5), 25 * 9) == (188, 225)
    assert round(9 / 2.5, 1) == 3.6
    assert round(100 * 9 / (2.5 + 9)) == 78


def test_ms_lins_table_shows_the_paradox_and_nobody_is_better_off() -> None:
    model = firm("better-than-before")
    *_, at_once = complaints.stay_of_those_who_took(model, model.readiness)
    true = firm("better-than-before", {"back_at_once": 1.05}).measures()["all_at_once_expected"]

    assert round(100 * at_once) == 94
    assert round(100 * complaints.never_failed(model)) == 87
    assert max(model.back_unresolved, model.back_resolved, model.back_at_once) == 0.9
    assert round(100 * true, 1) == 88.3


def test_difference_by_difference_is_what_the_text_works_out_by_hand() -> None:
    model = firm("button-by-lot")
    asked = complaints.readiness_with_button(model)
    rows = [
        100 * share
        for one in (asked, model.readiness)
        for share in (complaints.complain(model, one), complaints.stay(model, one))
    ]

    assert [round(row, 1) for row in rows] == [71.9, 60.9, 43.8, 55.6]
    assert (round(rows[1] - rows[3], 1), round(rows[0] - rows[2], 1)) == (5.3, 28.1)
    assert round(100 * (rows[1] - rows[3]) / (rows[0] - rows[2]), 1) == 18.9


def test_twenty_trials_spread_as_far_as_the_text_says() -> None:
    table = trial_table(firm("button-by-lot"))
    ends = [f"{table[name][row]:+.1f}" for row in (1, 2) for name in ("lowest", "highest")]

    assert ends == ["+4.9", "+35.3", "+12.6", "+26.6"]
    assert all(end in side for end in ends for side in (told("button-by-lot").en, told("button-by-lot").zh))


def test_two_trials_of_two_thousand_in_three_miss_by_less_than_eight_points() -> None:
    model = firm("button-by-lot")
    truth = complaints.per_complaint(model, complaints.readiness_with_button(model))
    people = (population(model, 0, 2000, TRIAL + turn) for turn in range(trial.TURNS, trial.TURNS + 150))
    missed = 100 * np.abs([trial._found(model, group)[1] - truth for group in people])

    assert 0.6 < np.mean(missed < 8) < 0.8
    assert 0.92 < np.mean(missed < 16) < 0.99


def test_after_a_large_loss_the_levers_keep_their_order() -> None:
    measures = run("which-lever", {"basis": "major"})

    assert (round(measures["gain_complain"], 1), round(measures["gain_fix"], 1)) == (8.9, 9.8)
    assert round(run("which-lever", ALIKE)["gain_complain"]) == 15


def test_of_the_warm_79_complain_and_of_the_cold_21() -> None:
    chances = [complaints.complain_at(firm("who-speaks"), attachment) for attachment in (1, -1)]

    assert [round(100 * chance) for chance in chances] == [79, 21]


def test_the_first_to_speak_are_driven_away_and_the_line_rises_by_what_the_text_says() -> None:
    model = firm("more-speak")
    few = [complaints.stay(model, complaints.readiness_for(model, share)) for share in (0, 0.1)]
    alike = complaints.if_alike(model)
    line = complaints.stay(alike, complaints.readiness_for(alike, 0.75)) - 0.5245

    assert few[0] > few[1]
    assert line == pytest.approx(0.077, abs=5e-4)
    assert run("more-speak")["stay_expected"] - 0.5245 == pytest.approx(0.015, abs=5e-4)
    assert round(100 * complaints.naive(model), 1) == 30.9
    assert complaints.stay(model, inf) == pytest.approx(0.563, abs=5e-4)


def test_talk_brings_42_of_100_customers_and_59_where_nearly_all_are_happy() -> None:
    model = quotes.model(LESSON, "years-of-talk", TODAY)
    beloved = quotes.model(LESSON, "years-of-talk", BELOVED)
    assert isinstance(model, WordOfMouth)
    assert isinstance(beloved, WordOfMouth)
    alone = 1 - exp(-0.03 * 10)
    reached = [float(spread(one.p, one.pull, 10)) for one in (model, beloved)]
    asked = model.p / model.pull * log(1 + model.pull * reached[0] / model.p)

    assert (round(100 * alone, 1), round(100 * reached[0], 1)) == (25.9, 44.8)
    assert [round(100 * (1 - alone / share)) for share in reached] == [42, 59]
    assert round(100 * (1 - asked / reached[0])) == 47
    assert f"{run('years-of-talk')['reached']:.0%}" == "46%"
    assert all("46%" in side for side in both("years-of-talk"))


def test_the_sum_of_the_94_per_cent_is_right() -> None:
    lost = 100 * (1 - Recovery().stay_expected)

    assert round(lost) == 48
    assert round(100 * 48 / (48 + 45)) == 52
    assert round(100 * 48 / (48 + 3)) == 94
    assert round(100 * 240 / (240 + 25)) == 91


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked["please-complain"] == "It rises by about 15 points"
    assert marked["talk-of-the-town"] == "More bad than good"
    assert marked["better-than-before"].startswith("About 85")
    assert marked["button-by-lot"] == "About 19"
    assert marked["which-lever"] == "All put right"
    assert marked["who-speaks"] == "About 79"
    assert marked["more-speak"] == "By 1 or 2 points"
    assert marked["fast-or-right"] == "Little more than half"
    assert marked["years-of-talk"] == "About 25"


def test_the_exam_words_of_the_topic_are_in_the_lesson() -> None:
    taught = "".join(text.zh for _, text in lessons.texts_in(find_lesson(LESSON)))
    words = ["倾听", "记录", "回应", "回访", "购买前", "购买中", "购买后", "平等", "尊重", "受重视"]
    posts = ["客服专员", "客服主管", "客服经理", "顾客服务体系", "呼叫中心", "纠纷", "业务记录表", "风险控制"]

    assert [word for word in (*words, *posts) if word not in taught] == []
    assert glossary().search("投诉处理")[0].id == "complaint-handling"
    assert glossary().search("纠纷")[0].id == "dispute"

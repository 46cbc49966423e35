"""Every number that the lesson on relationships quotes comes out of its formula or its simulation."""

from collections.abc import Mapping
from functools import partial

import numpy as np
import pytest

import lessons
from course import find_lesson
from course import glossary as _glossary
from simulations.relationships import closed_forms as forms
from simulations.relationships.model import Relationships
from simulations.relationships.views import number_table
from tests.content import quotes
from tests.content.quotes import TODAY, Quote, Value, bold_numbers

LESSON = "relationships"
SEEDS = range(1, 41)
steps = partial(quotes.steps, LESSON)
told = partial(quotes.told, LESSON)

SIX_MONTHS: dict[str, Value] = {"periods": 6}
BIGGEST: dict[str, Value] = {"plan": "partnership"}
ALIKE: dict[str, Value] = {"spread": 0.4}
FIXED: dict[str, Value] = {"staff": "fixed"}
BEST: dict[str, Value] = {"plan": "optimum"}

QUOTES = [
    Quote("drive-it-downhill", TODAY, "share_repeat", "51%"),
    Quote("drive-it-downhill", SIX_MONTHS, "share_repeat", "33%"),
    Quote("who-is-worth-a-partner", TODAY, "best_cut_partnership", "2,428"),
    Quote("who-is-worth-a-partner", TODAY, "best_cut_reactive", "83"),
    Quote("who-is-worth-a-partner", TODAY, "best_cut_accountable", "213"),
    Quote("who-is-worth-a-partner", TODAY, "best_cut_proactive", "612"),
    Quote("one-level-for-all", TODAY, "share_of_best", "65.5%"),
    Quote("one-level-for-all", BIGGEST, "share_of_best", "91.3%"),
    Quote("one-level-for-all", {**BIGGEST, **ALIKE}, "share_of_best", "77.0%"),
    Quote("one-level-for-all", ALIKE, "share_of_best", "79.7%"),
    Quote("ten-times-as-many", FIXED, "worth_of_hour", "1,003"),
    Quote("ten-times-as-many", {**FIXED, "n": 4000}, "worth_of_hour", "4,103"),
    Quote("one-hour-more", TODAY, "worth_of_hour", "1,003"),
    Quote("one-hour-more", TODAY, "fitting_wage", "177"),
    Quote("by-the-alphabet", TODAY, "share_of_best", "79.4%"),
    Quote("by-the-alphabet", BEST, "at_partnership", "25"),
    Quote("by-the-alphabet", BEST, "at_basic", "104"),
]
FROM_ELSEWHERE = {
    "drive-it-downhill": {"3"},
    "ten-times-as-many": {"21%", "34%", "6%", "0.1%"},
    "one-hour-more": {"19%"},
}
"""Bold numbers that are differences or are read off a chart; each is tested below."""


def run(step_id: str, changes: Mapping[str, Value] = TODAY) -> Mapping[str, float]:
    """The measures that a student sees on a step after moving some of its sliders."""
    return quotes.model(LESSON, step_id, changes).measures()


def over_seeds(step_id: str, measure: str, **changes: Value) -> tuple[float, float]:
    """Mean and spread of a measure of a step on forty groups of other customers."""
    found = [run(step_id, {**changes, "seed": seed})[measure] for seed in SEEDS]
    return float(np.mean(found)), float(np.std(found, ddof=1))


def liking(changes: Mapping[str, Value]) -> float:
    """How many of 100 customers like the firm at the end of the drive."""
    seen = run("drive-it-downhill", changes)
    return 100 * (seen["share_latent"] + seen["share_absolute"])


def firm(step_id: str, changes: Mapping[str, Value] = TODAY) -> Relationships:
    """The firm of a step."""
    found = quotes.model(LESSON, step_id, changes)
    assert isinstance(found, Relationships)
    return found


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


def test_feeling_falls_before_the_orders_do_and_rises_before_them() -> None:
    before = run("drive-it-downhill", {"satisfaction": 0})
    orders = [100 * before["share_repeat"], 100 * run("drive-it-downhill")["share_repeat"]]

    assert [round(value) for value in (liking({"satisfaction": 0}), liking({}))] == [50, 39]
    assert round(orders[0]) == 54
    assert round(orders[0] - orders[1]) == 3
    assert round(liking(SIX_MONTHS)) == 19
    assert run("drive-it-downhill", {"periods": 12, "care": 0.9})["share_repeat"] > 0.5
    assert run("drive-it-downhill", {"periods": 12, "care": 0.8})["share_repeat"] < 0.5
    uphill = run("drive-it-downhill", {"satisfaction": 0.5})
    assert liking({"satisfaction": 0.5}) - 50 > 2 * 100 * (uphill["share_repeat"] - before["share_repeat"])


def test_other_customers_lose_as_much_feeling_and_as_few_orders_in_the_first_month() -> None:
    def fallen(seed: int) -> tuple[float, float]:
        then = {"seed": seed, "satisfaction": 0}
        first, second = run("drive-it-downhill", then), run("drive-it-downhill", {"seed": seed})
        return liking(then) - liking({"seed": seed}), 100 * (first["share_repeat"] - second["share_repeat"])

    found = np.array([fallen(seed) for seed in range(1, 21)])

    assert found.mean(axis=0).round(1).tolist() == [10.8, 2.8]
    assert found.std(axis=0, ddof=1).round(1).tolist() == [0.5, 0.4]


def test_the_table_of_the_five_types_is_what_the_model_assumes() -> None:
    model = firm("one-level-for-all")
    table = next(step for step in find_lesson(LESSON).steps if step.id == "five-types").text
    assert table is not None

    for stays, grows in zip(forms.retention(model), forms.growth(model), strict=True):
        for side in (table.en, table.zh):
            assert f"| {stays:.0%} | × {grows:.2f} |".replace("× 1.00", "× 1") in side
    assert forms.hours(model).tolist() == [0, 0.25, 1, 4, 24]


def test_years_hours_and_cut_offs_can_be_worked_out_with_a_pencil() -> None:
    hired = firm("who-is-worth-a-partner")
    worth, hours = forms.worth(hired), forms.effort(hired)
    text = steps()["who-is-worth-a-partner"].text
    assert text is not None

    assert (round(1.1 / (1.1 - 0.92), 2), round(6.11 * 1.3, 2)) == (6.11, 7.94)
    for years, taken in zip(worth, hours, strict=True):
        row = f"| {years:.2f} | {taken:.2f} |".replace(" 0.00 ", " 0 ")
        assert row in text.en
        assert row in text.zh
    assert round(60 * (hours[4] - hours[3]) / (worth[4] - worth[3])) == 2428
    assert round(60 * (146.67 - 16.92) / (7.944 - 4.738)) == 2428
    assert round(60 * hours[4] / (worth[4] - worth[0])) == 1532
    assert run("who-is-worth-a-partner", {"wage": 120})["best_cut_partnership"] == pytest.approx(
        2 * 2428.1525
    )
    assert round(run("who-is-worth-a-partner", {"partner_hours": 12})["best_cut_partnership"]) == 1056


def test_plans_do_as_well_for_other_customers_as_the_texts_say() -> None:
    found = {
        "one standard": over_seeds("one-level-for-all", "share_of_best"),
        "one standard, alike": over_seeds("one-level-for-all", "share_of_best", **ALIKE),
        "biggest, alike": over_seeds("one-level-for-all", "share_of_best", **BIGGEST, **ALIKE),
        "groups": over_seeds("by-the-alphabet", "share_of_best"),
    }

    assert {
        name: (round(100 * mean, 1), round(100 * spread, 1)) for name, (mean, spread) in found.items()
    } == {
        "one standard": (62.9, 1.7),
        "one standard, alike": (79.3, 0.2),
        "biggest, alike": (77.3, 0.6),
        "groups": (77.3, 1.4),
    }


def test_the_biggest_as_partners_leave_the_others_with_nothing() -> None:
    seen = run("one-level-for-all", BIGGEST)

    assert (seen["at_partnership"], seen["not_served"]) == (41, 359)
    assert run("one-level-for-all", {"plan": "proactive"})["at_proactive"] == 250
    assert run("by-the-alphabet")["hours_used"] == 490


def test_the_share_of_partners_depends_on_the_number_of_customers_only_where_hours_are_scarce() -> None:
    hired, fixed = (number_table(firm("ten-times-as-many", change)) for change in (TODAY, FIXED))
    partners = {
        int(n): share for n, share in zip(hired["customers"], hired["share_partnership"], strict=True)
    }
    scarce = {int(n): share for n, share in zip(fixed["customers"], fixed["share_partnership"], strict=True)}
    expected = [
        float(forms.share_from(terms, forms.best_cutoffs(terms))[-1])
        for terms in (firm("ten-times-as-many"), firm("ten-times-as-many", {"n": 40}))
    ]

    assert (round(100 * partners[400]), round(100 * partners[4000])) == (19, 21)
    assert [round(100 * share) for share in expected] == [22, 22]
    assert [f"{100 * scarce[n]:.2g}" for n in (100, 400, 4000)] == ["34", "6.2", "0.12"]
    scarce_expected = [
        100 * float(forms.share_from(terms, forms.best_cutoffs(terms))[-1])
        for terms in (firm("ten-times-as-many", {**FIXED, "n": n}) for n in (400, 4000))
    ]
    assert [f"{share:.2g}" for share in scarce_expected] == ["6.1", "0.24"]


def test_twice_the_hours_bring_a_fifth_more_and_a_wage_is_compared_with_the_wage_that_fits() -> None:
    more = [
        run("one-hour-more", {"seed": seed, "hours": 2000})["value_best"]
        / run("one-hour-more", {"seed": seed})["value_best"]
        for seed in SEEDS
    ]
    mean, spread = over_seeds("one-hour-more", "fitting_wage")

    assert round(100 * (more[0] - 1)) == 19
    assert (round(100 * (np.mean(more) - 1)), round(100 * float(np.std(more, ddof=1)))) == (17, 1)
    assert (round(mean), round(spread)) == (182, 14)
    assert round(run("one-hour-more")["fitting_wage_expected"]) == 182
    assert round(run("one-hour-more")["worth_of_hour_expected"]) == 994
    assert run("one-hour-more", {"hours": 1900})["fitting_wage"] == pytest.approx(100, abs=5)


def test_the_largest_shop_is_as_large_as_the_texts_say() -> None:
    margins = np.sort(firm("by-the-alphabet").run()["margin"])

    assert np.searchsorted(np.cumsum(margins), margins[-1]) == 80
    assert round(margins[-1] / margins[-80]) == 8


def test_the_offered_answers_that_the_runs_bear_out_are_the_ones_marked_right() -> None:
    marked = {
        id_: quotes.foretold(LESSON, id_)
        for id_, step in steps().items()
        if step.predict and step.predict.options
    }

    assert marked == {
        "drive-it-downhill": "About 51",
        "who-is-worth-a-partner": "From about 2,400",
        "ten-times-as-many": "About 20, as before",
        "one-hour-more": "About 20%",
        "by-the-alphabet": "About 80%",
    }


def test_the_exam_words_of_the_topic_are_in_the_lesson_and_found_in_the_glossary() -> None:
    taught = "".join(text.zh for _, text in lessons.texts_in(find_lesson(LESSON)))
    words = ["行为特性", "感觉特性", "建立、发展、维持、消亡", "需求的拉动", "技术的推动", "管理理念的更新"]
    words += [
        "主动性",
        "对客户的态度",
        "营销的关系",
        "客户自身因素",
        "外部影响因素",
        "竞争性因素",
        "购买体验",
    ]
    words += ["差异分析", "关系管理", "流程管理", "接入管理", "识别", "挑选", "获取", "保持", "发展"]
    headwords = ["考察期", "形成期", "稳定期", "退化期", "基本型", "被动型", "负责型", "能动型", "伙伴型"]
    headwords += ["接触管理", "客户价值能力", "客户交往能力", "客户洞察能力", "影子价格"]
    glossary = _glossary()

    assert [word for word in words if word not in taught] == []
    assert [word for word in headwords if glossary.search(word)[0].term.zh != word] == []

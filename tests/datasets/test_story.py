"""A customer's story says what the row says, as far as the lessons have got, in both languages."""

from typing import Any

import numpy as np
import pytest

import datasets
from courseware.text import LANGUAGES, Language

ALL = (
    "customers",
    "relationships",
    "satisfaction",
    "complaints",
    "loyalty",
    "churn",
    "lifetime_value",
    "crm_systems",
)
ANNA: dict[str, Any] = {
    "name": "Anna Reed",
    "number": "C-000004",
    "city": "Northport",
    "segment": "quality",
    "chain": "consumer",
    "used_by": "family",
    "adviser": "yes",
    "stage": "build_up",
    "level": "accountable",
    "contacts": 2,
    "minutes": 21,
    "expected": 71.0,
    "perceived": 64.0,
    "gap": -7.0,
    "state": "disappointed",
    "failure": "delivery",
    "voice": "said",
    "answer": "later",
    "told": 4,
    "quadrant": "inertia",
    "risk": 7.25,
    "if_called": "sleeping_dog",
    "calls": 2,
    "complaints": 1,
    "longest_wait": 210,
    "orders": 5,
    "age_weeks": 131.0,
    "quiet_weeks": 12.43,
    "revenue": 1412.5,
    "margin": 423.75,
}


def told(lessons: tuple[str, ...] = ALL, language: Language = "en", **changes: object) -> str:
    return datasets.story({**ANNA, **changes}, lessons)[language]


def test_the_whole_story_goes_through_all_lessons_in_english() -> None:
    assert told() == (
        "Anna Reed of Northport wants the best. "
        "An end consumer, buying for the family, looked after by one adviser. "
        "Relationship: build-up, accountable type. In 2025 the shop got in touch twice: 21 minutes. "
        "Expected 71.0 points and received 64.0: disappointed. "
        "Had a late or damaged delivery and complained: solved later; told 4 people of the shop. "
        "Likes the firm little but keeps buying (inertia loyalty). "
        "Still ordering; churn score 7.2%. Will order again unless called (sleeping dog). "
        "Placed 5 orders from 2023 to 2025, the last 12 weeks ago: revenue $1,412.50, margin $423.75. "
        "Called twice in 2025, once to complain; the longest wait was 210 seconds."
    )


def test_the_whole_story_goes_through_all_lessons_in_chinese() -> None:
    assert told(language="zh", name="李安娜", city="苏州") == (
        "李安娜，住在苏州，讲究品质。消费者，买给家里人用，有专人服务。"
        "关系处于形成期，属负责型。2025 年店里主动联系 2 次，用时 21 分钟。"
        "期望 71.0 分，实得 64.0 分：失望。"
        "出过问题（送货延误或破损），投诉过，事后解决；对 4 个人讲过这家店。"
        "对企业没有好感，却仍常来购买（惯性忠诚）。"
        "仍在下单，流失评分 7.2%。不打会再来，一打反而不来了（勿扰）。"
        "2023 至 2025 年下单 5 次，末单在 12 周前：销售额 1,412.50 元，毛利 423.75 元。"
        "2025 年来电 2 次，其中投诉 1 次，最久一次等了 210 秒。"
    )


def test_a_lesson_that_is_still_to_come_is_not_told_of() -> None:
    assert told(()) == "Anna Reed of Northport wants the best."
    assert "loyalty" not in told(("satisfaction", "lifetime_value"))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"calls": 0}, "disappointed, and silent."),
        ({"calls": 0, "state": "content"}, "margin $423.75. Never called in 2025."),
        ({"calls": 1, "complaints": 1}, "Called once in 2025, to complain;"),
        ({"calls": 3, "complaints": 3}, "Called 3 times in 2025, each time to complain;"),
        (
            {"calls": 1, "complaints": 0, "longest_wait": 0},
            "Called once in 2025, not to complain; no waiting.",
        ),
        (
            {"quiet_weeks": 26.14, "if_called": "lost_cause"},
            "for 131 weeks; counts as lost, with no order for more than 26 weeks; churn score 7.2%. Will not",
        ),
        ({"quiet_weeks": 26.0}, "Still ordering;"),
        ({"orders": 0}, "(inertia loyalty). Yet placed no order from 2023 to 2025: survey and orders do not"),
        ({"orders": 0, "quadrant": "none"}, "(no loyalty). Placed no order from 2023 to 2025. Called"),
        ({"contacts": 0}, "only answered messages: 21 minutes."),
        ({"contacts": 0, "minutes": 1}, "only answered messages: one minute."),
        ({"contacts": 0, "minutes": 0}, "The shop did nothing for them in 2025."),
        ({"answer": "none", "told": 1}, "delivery and said nothing; told one person of the shop."),
        ({"failure": "none", "answer": "none", "told": 0}, "Nothing went wrong; told nobody of the shop."),
        ({"orders": 1, "quiet_weeks": 1.86}, "Placed one order from 2023 to 2025, 1 week ago:"),
        ({"quiet_weeks": 0.57}, "the last less than a week ago:"),
    ],
)
def test_few_and_many_are_told_in_the_right_words(changes: dict[str, Any], says: str) -> None:
    assert says in told(**changes)


def test_what_is_still_to_be_worked_out_is_not_told() -> None:
    hidden = {"stage", "level", "state", "voice", "quadrant"}
    row = {name: value for name, value in {**ANNA, "answer": "none"}.items() if name not in hidden}

    text = datasets.story(row, ALL)
    words = ["build-up", "accountable", "disappointed", "said nothing", "loyalty"]
    assert not [word for word in words if word in text.en]
    assert not [word for word in ("形成期", "负责型", "失望", "作声", "忠诚") if word in text.zh]
    assert "got in touch twice" in text.en


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_customer_has_a_story(language: Language) -> None:
    table = datasets.make("portrait", n=300, seed=5, locale="zh_CN" if language == "zh" else "en_US")

    rows = zip(*(column.tolist() for column in table.values()), strict=True)
    stories = [datasets.story(dict(zip(table, row, strict=True)), ALL)[language] for row in rows]
    assert len(set(stories)) == 300
    assert not any("None" in one or "  " in one for one in stories)


def test_a_piece_of_name_number_or_city_finds_a_customer_however_it_is_written() -> None:
    table = datasets.make("portrait", n=50, seed=5)

    for name in ("name", "number", "city"):
        found = datasets.matching(table, f" {table[name][7].item().upper()[1:]} ", {})
        assert found[7]
    assert datasets.matching(table, "", {}).all()
    assert not datasets.matching(table, "no such person", {}).any()


def test_filters_join_codes_by_or_and_columns_by_and() -> None:
    table = datasets.make("portrait", n=200, seed=5)

    found = datasets.matching(
        table, "", {"state": ["delighted", "content"], "segment": ["quality"], "quadrant": []}
    )
    wanted = (table["state"] != "disappointed") & (table["segment"] == "quality")
    assert np.array_equal(found, wanted)
    assert 0 < found.sum() < 200

"""A customer's story says what the row says, as far as the lessons have got, in both languages."""

from typing import Any

import numpy as np
import pytest

import datasets
from courseware.text import LANGUAGES, Language

ALL = ("satisfaction", "loyalty", "churn", "crm_systems", "lifetime_value")
ANNA: dict[str, Any] = {
    "name": "Anna Reed",
    "number": "C-000004",
    "city": "Northport",
    "segment": "quality",
    "expected": 71.0,
    "perceived": 64.0,
    "gap": -7.0,
    "state": "disappointed",
    "quadrant": "inertia",
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
        "Anna Reed of Northport wants the best. Expected 71.0 points and received 64.0: disappointed. "
        "Likes the firm little but keeps buying (inertia loyalty). "
        "Still ordering. "
        "Called twice in 2025, once to complain; the longest wait was 210 seconds. "
        "Placed 5 orders from 2023 to 2025, the last 12 weeks ago: revenue $1,412.50, margin $423.75."
    )


def test_the_whole_story_goes_through_all_lessons_in_chinese() -> None:
    assert told(language="zh", name="李安娜", city="苏州") == (
        "李安娜，住在苏州，讲究品质。期望 71.0 分，实得 64.0 分：失望。"
        "对企业没有好感，却仍常来购买（惯性忠诚）。"
        "仍在下单。"
        "2025 年来电 2 次，其中投诉 1 次，最久一次等了 210 秒。"
        "2023 至 2025 年下单 5 次，末单在 12 周前：销售额 1,412.50 元，毛利 423.75 元。"
    )


def test_a_lesson_that_is_still_to_come_is_not_told_of() -> None:
    assert told(()) == "Anna Reed of Northport wants the best."
    assert "loyalty" not in told(("satisfaction", "lifetime_value"))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"calls": 0}, "disappointed, and silent."),
        ({"calls": 0, "state": "content"}, "Never called in 2025. "),
        ({"calls": 1, "complaints": 1}, "Called once in 2025, to complain;"),
        ({"calls": 3, "complaints": 3}, "Called 3 times in 2025, each time to complain;"),
        (
            {"calls": 1, "complaints": 0, "longest_wait": 0},
            "Called once in 2025, not to complain; no waiting.",
        ),
        ({"quiet_weeks": 26.14}, "Lost: no order for more than 26 weeks. Long-standing, to be asked"),
        ({"quiet_weeks": 26.14, "age_weeks": 103.9}, "Lost: no order for more than 26 weeks. Called twice"),
        ({"orders": 0}, "(inertia loyalty). Called twice"),
        ({"orders": 0}, "Placed no order from 2023 to 2025."),
        ({"orders": 1, "quiet_weeks": 1.86}, "Placed one order from 2023 to 2025, 1 week ago:"),
        ({"quiet_weeks": 0.57}, "the last less than a week ago:"),
    ],
)
def test_few_and_many_are_told_in_the_right_words(changes: dict[str, Any], says: str) -> None:
    assert says in told(**changes)


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

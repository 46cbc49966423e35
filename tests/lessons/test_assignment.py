"""What a class is set: read alike from a lesson's file and from a page, and refused with what to do."""

import pytest
from pydantic import JsonValue

from courseware.problem import ReaderError
from lessons import ItemFacts, ItemPool, read_assignment

EXAM: dict[str, JsonValue] = {
    "mode": "exam",
    "minutes": 45,
    "opens_at": "2026-06-20T09:00:00+08:00",
    "due_at": "2026-06-20T11:00:00+08:00",
}


def test_a_pool_takes_questions_by_knowledge_point_and_by_difficulty() -> None:
    pool = ItemPool(draw=2, curriculum=(10, 11), difficulty=2)
    facts = (ItemFacts("a", (10,), 1), ItemFacts("b", (11, 20), 3), ItemFacts("c", (20,), 1))

    assert pool.of(facts) == ("a",)
    assert ItemPool(draw=1).of(facts) == ("a", "b", "c")


def test_what_it_counts_for_follows_its_mode_unless_it_is_said() -> None:
    assert read_assignment(EXAM).counts_for == "exam"
    assert read_assignment({}).counts_for == "homework"
    assert read_assignment({"mode": "practice"}).counts_for == "practice"
    assert read_assignment({**EXAM, "part": "homework"}).counts_for == "homework"


@pytest.mark.parametrize(
    ("values", "en", "zh"),
    [
        ({"mode": "exam"}, "An exam needs minutes", "考试需要写 minutes"),
        ({"mode": "exam", "minutes": 30}, "a time at which it ends", "统一的结束时间"),
        ({"minutes": 30}, "minutes belongs to the mode exam", "minutes 只用于 exam 模式"),
        ({**EXAM, "tries": 2}, "tries belongs to the mode graded", "tries 只用于 graded 模式"),
        ({**EXAM, "due_at": "2026-06-20T08:00:00+08:00"}, "due before it opens", "截止时间早于开始时间"),
        ({"late": {"days": 3}}, "late answers needs a due time", "有逾期规则就要有截止时间"),
        (
            {**EXAM, "release_at": "2026-06-20T10:00:00+08:00"},
            "before the exam has ended",
            "早于考试结束时间",
        ),
        ({"mood": "strict"}, "mood", "mood"),
        ({"due_at": "tomorrow"}, "due_at", "due_at"),
        ({"due_at": "2026-06-20T10:00:00"}, "due_at", "due_at"),
    ],
)
def test_what_cannot_be_is_refused_in_both_languages(values: dict[str, JsonValue], en: str, zh: str) -> None:
    with pytest.raises(ReaderError) as refused:
        read_assignment(values)

    assert en in refused.value.text.en
    assert zh in refused.value.text.zh

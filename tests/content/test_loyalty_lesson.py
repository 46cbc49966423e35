"""The loyalty lesson keeps the people and the customers of the lesson before it."""

import lessons
from course import find_lesson
from course import glossary as _glossary
from exercises.kinds.target.written import TargetItem
from tests.content.shelf import bank_of


def test_the_people_of_the_satisfaction_lesson_come_back() -> None:
    told = "".join(text.en for _, text in lessons.texts_in(find_lesson("loyalty")))

    assert all(name in told for name in ("Sparrow", "Ms Lin", "Mr Zhou", "Ms Wu", "Mr Chen"))


def test_the_four_quadrants_are_named_as_the_exam_names_them() -> None:
    glossary = _glossary()

    for word in (
        "非忠诚",
        "潜在忠诚",
        "惯性忠诚",
        "绝对忠诚",
        "价格忠诚",
        "激励忠诚",
        "超值忠诚",
        "转换成本",
    ):
        assert glossary.search(word)[0].term.zh == word
    assert glossary.search("spurious loyalty")[0].id == "inertia-loyalty"


def test_the_whole_plan_is_put_to_the_test_by_unseen_towns() -> None:
    targets = [one.item for one in bank_of(find_lesson("loyalty")).values()]

    assert {item.simulation for item in targets if isinstance(item, TargetItem)} == {"loyalty"}

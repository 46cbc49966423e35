"""The lesson on CRM systems goes on with the people of the lessons before it, and lets each type be felt."""

import lessons
from course import find_lesson
from course import glossary as _glossary
from exercises.kinds.order import OrderItem
from exercises.kinds.target.written import TargetItem
from lessons import PlayStep, ReadStep
from tests.content.shelf import QUESTIONS, bank_of

LESSON = "crm_systems"
FULL_NAME = "customer relationship management"
HISTORY = (
    ("by heart", "记在心里"),
    ("contact management", "接触管理"),
    ("customer care", "客户关怀"),
    (FULL_NAME, "客户关系管理"),
)
"""By what the stages of the history are known, in order of time."""


def test_the_people_of_the_satisfaction_lesson_come_back() -> None:
    told = "".join(text.en for _, text in lessons.texts_in(find_lesson(LESSON)))

    assert all(name in told for name in ("Sparrow", "Ms Lin", "Mr Zhou", "Ms Wu"))


def test_each_of_the_four_types_has_a_run_that_is_predicted() -> None:
    plays = [step for step in find_lesson(LESSON).steps if isinstance(step, PlayStep) and step.predict]

    assert {step.simulation for step in plays} == {"call_centre", "pipeline", "analytics", "integrated"}


def test_each_of_the_four_types_is_put_to_the_test_on_unseen_seeds() -> None:
    items = [one.item for one in bank_of(find_lesson(LESSON)).values()]

    assert {item.simulation for item in items if isinstance(item, TargetItem)} == {
        "call_centre",
        "pipeline",
        "analytics",
        "integrated",
    }


def test_the_types_are_named_as_the_exam_names_them() -> None:
    glossary = _glossary()

    for word, term in (
        ("协作型", "collaborative-crm"),
        ("操作型", "operational-crm"),
        ("分析型", "analytical-crm"),
        ("综合型", "integrated-crm"),
        ("呼叫中心", "call-centre"),
        ("商业智能", "business-intelligence"),
        ("ERP", "erp"),
    ):
        assert glossary.search(word)[0].id == term


def test_folklore_and_tested_claims_are_told_apart() -> None:
    status = [step.claim.status for step in find_lesson(LESSON).steps if step.claim]

    assert set(status) >= {"folklore", "tested"}


def test_the_history_is_told_in_the_order_in_which_it_is_asked() -> None:
    (step,) = (one for one in find_lesson(LESSON).steps if one.id == "what-it-is")
    item = QUESTIONS["crm.how-it-came"].item
    assert isinstance(step, ReadStep)
    assert isinstance(item, OrderItem)
    places_en = [step.text.en.replace("CRM", FULL_NAME).rfind(en) for en, _ in HISTORY]
    places_zh = [step.text.zh.rfind(zh) for _, zh in HISTORY]

    for stage, (en, zh) in zip(item.steps, HISTORY, strict=True):
        assert en in stage.text.en.lower()
        assert zh in stage.text.zh
    assert -1 not in {*places_en, *places_zh}
    assert places_en == sorted(places_en)
    assert places_zh == sorted(places_zh)

"""The satisfaction lesson teaches the heart of the course in the words of the course."""

import lessons
from lessons import PlayStep

HEART = {10, 11, 12, 13, 14}


def test_the_heart_of_the_course_is_in_the_lesson() -> None:
    lesson = lessons.find("satisfaction")
    predictions = [step for step in lesson.steps if isinstance(step, PlayStep) and step.predict]

    assert set(lesson.curriculum) >= HEART
    assert len(predictions) >= 5
    assert len(lessons.terms_in(lesson)) >= 15


def test_folklore_is_told_apart_from_what_was_tested() -> None:
    claims = [step.claim for step in lessons.find("satisfaction").steps if step.claim]

    assert {claim.status for claim in claims} >= {"folklore", "tested"}


def test_the_glossary_is_found_by_abbreviations_and_in_chinese() -> None:
    glossary = lessons.glossary()

    assert len(glossary.terms) >= 35
    assert glossary.search("CPV")[0].id == "perceived-value"
    assert glossary.search("感知价值")[0].id == "perceived-value"
    assert glossary.search("客户让渡价值")[0].id == "delivered-value"

"""The satisfaction lesson teaches the heart of the course in the words of the course."""

import lessons
from course import find_lesson
from course import glossary as _glossary
from lessons import PlayStep

HEART = {10, 11, 12, 13, 14}


def test_the_heart_of_the_course_is_in_the_lesson() -> None:
    lesson = find_lesson("satisfaction")
    predictions = [step for step in lesson.steps if isinstance(step, PlayStep) and step.predict]

    assert set(lesson.curriculum) >= HEART
    assert len(predictions) >= 5
    assert len(lessons.terms_in(lesson)) >= 15


def test_the_exam_words_of_the_topic_are_in_the_lesson() -> None:
    taught = "".join(text.zh for _, text in lessons.texts_in(find_lesson("satisfaction")))
    words = ["愉悦或失望", "总体评价", "标准", "可感知的效果", "主观判断", "参照系统", "合理把握期望"]
    models = ["期望—实绩模型", "预期不一致", "静态客户关系", "动态客户关系", "霍华德—谢思", "科特勒"]
    drivers = ["质量", "交付与响应速度", "个性化", "关怀"]

    assert [word for word in (*words, *models, *drivers) if word not in taught] == []


def test_the_glossary_is_found_by_abbreviations_and_in_chinese() -> None:
    glossary = _glossary()

    assert len(glossary.terms) >= 35
    assert glossary.search("CPV")[0].id == "perceived-value"
    assert glossary.search("感知价值")[0].id == "perceived-value"
    assert glossary.search("客户让渡价值")[0].id == "delivered-value"

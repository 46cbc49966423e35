"""Every lesson runs as a class runs, and tells the teacher what to do and why."""

import re
from collections.abc import Iterable
from itertools import groupby

import pytest

import lessons
from course import all_exercises, find_lesson, glossary
from courseware.text import as_text
from lessons import ExerciseStep, Lesson, PlayStep, Step
from tests.content.shelf import WRITTEN, bank_of

CORE = ["sign_in", "warm_up", "knowledge", "interaction", "knowledge", "practice", "summary", "homework"]
AT_A_STRETCH = 30
"""Minutes that a class listens before it does something else."""


@pytest.fixture(params=WRITTEN)
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return find_lesson(request.param)


def test_a_class_flows_from_signing_in_to_homework_and_never_listens_for_too_long(lesson: Lesson) -> None:
    stages = [(stage, [*steps]) for stage, steps in groupby(lesson.steps, key=lambda step: step.stage)]
    stretches = [sum(step.minutes for step in steps) for stage, steps in stages if stage == "knowledge"]

    assert [stage for stage, _ in stages if stage != "extension"] == CORE
    assert max(stretches) <= AT_A_STRETCH


def test_the_steps_of_a_class_fill_its_minutes_and_homework_is_not_counted(lesson: Lesson) -> None:
    in_class = [step.minutes for step in lesson.steps if step.in_class]

    assert all(minutes > 0 for minutes in in_class)
    assert sum(in_class) == lesson.minutes


def test_every_knowledge_point_is_taught_and_asked_about(lesson: Lesson) -> None:
    taught = {number for step in lesson.steps for number in step.curriculum}
    asked = {number for item in lesson.items() for number in all_exercises()[item].curriculum}

    assert taught == set(lesson.curriculum)
    assert asked >= taught


def test_every_step_tells_the_teacher_what_to_do_and_why(lesson: Lesson) -> None:
    silent = [step.id for step in lesson.steps if step.notes is None or step.intent is None]

    assert silent == []


def test_every_view_that_predicts_also_knows_the_answer(lesson: Lesson) -> None:
    predictions = [step.predict for step in lesson.steps if isinstance(step, PlayStep) and step.predict]

    assert len(predictions) >= 3
    assert all(one.answer is not None or one.number or one.curve for one in predictions)


def test_every_item_of_the_bank_is_used_once(lesson: Lesson) -> None:
    assert sorted(lesson.items()) == sorted(bank_of(lesson))


def test_the_core_leans_on_no_step_that_only_the_quick_will_see(lesson: Lesson) -> None:
    more = [step for step in lesson.steps if step.stage == "extension"]
    core = [step for step in lesson.steps if step.stage != "extension"]
    told = [text for step in core for path, text in lessons.texts_in(step) if "notes" not in path]
    asked = [text for item in _items(core) for _, text in lessons.texts_in(all_exercises()[item].item)]
    leaning = [
        (step.id, text.en)
        for step in more
        for text in (*told, *asked)
        if step.title.en in text.en or step.title.zh in text.zh
    ]

    assert leaning == []


def _items(steps: Iterable[Step]) -> list[str]:
    """The questions that some steps ask."""
    return [item for step in steps if isinstance(step, ExerciseStep) for item in step.items]


def test_knowledge_comes_in_steps_that_can_be_read_at_a_glance(lesson: Lesson) -> None:
    texts = [(path, text) for path, text in lessons.texts_in(lesson) if path[-1] in {"text", "explain"}]
    long = [path for path, text in texts if len(text.en.split()) > 120 or len(text.zh) > 330]

    assert len(texts) > 25
    assert long == []


def test_every_term_that_is_linked_stands_in_the_glossary(lesson: Lesson) -> None:
    known = {term.id for term in glossary().terms}

    assert len(lessons.terms_in(lesson)) >= 10
    assert set(lessons.terms_in(lesson)) <= known


def test_every_claim_has_a_dated_source_and_can_be_tried_out(lesson: Lesson) -> None:
    claims = {step.id: step.claim for step in lesson.steps if step.claim}

    assert claims
    assert all(re.search(r"\d{4}", as_text(claim.source).zh) for claim in claims.values())
    assert all(isinstance(step, PlayStep) for step in lesson.steps if step.claim)

"""Trying a question out: as a student would, and nothing of it reaches the students' record."""

from functools import partial

import pytest

from classroom import Store, predict, predictions, question_status, sandbox, submit, variant_for
from exercises import Exercise, right_response, wrong_response
from tests.classroom.conftest import Clock
from tests.hostile.timing import within


def test_a_question_is_tried_to_the_end_and_the_record_of_the_class_knows_nothing(
    store: Store, clock: Clock, plus_one: Exercise
) -> None:
    trial, nobody = sandbox(7, clock)
    variant = variant_for(trial, nobody, plus_one)
    submit(trial, nobody, plus_one, wrong_response(variant))
    submit(trial, nobody, plus_one, right_response(variant))
    predict(trial, nobody, "lesson", "s1", words="so it will be")

    assert question_status(trial, nobody, plus_one).best == 1
    assert predictions(trial, nobody, "lesson", "s1")
    assert store.owner() is None


@pytest.mark.parametrize("seed", [1, 2, 41])
def test_a_seed_shows_the_same_variant_wherever_it_is_tried(
    clock: Clock, mean_gap: Exercise, seed: int
) -> None:
    first, second = (variant_for(*sandbox(seed, clock), mean_gap) for _ in range(2))

    assert first == second


def test_other_seeds_show_other_variants(clock: Clock, plus_one: Exercise) -> None:
    drawn = {str(variant_for(*sandbox(seed, clock), plus_one).params) for seed in range(1, 21)}

    assert len(drawn) > 10


def test_a_rehearsal_begins_at_once(clock: Clock) -> None:
    sandbox(1, clock)

    within(12, partial(sandbox, 2, clock))

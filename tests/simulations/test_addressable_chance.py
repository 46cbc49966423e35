"""Chance has addresses: the numbers of a customer do not depend on who else was drawn."""

import numpy as np

from courseware.chance import uniforms
from tests.simulations.strategies import cases


def test_each_customer_has_the_uniforms_of_the_reference_case() -> None:
    (case,) = cases("determinism", "philox")
    asked = case["inputs"]

    drawn = [
        uniforms(asked["seed"], asked["stream"], start, start + 1, asked["k"]) for start in asked["start"]
    ]

    assert [row.tolist() for (row,) in drawn] == case["expected"]


def test_a_customer_has_the_same_uniforms_in_any_company() -> None:
    together = uniforms(42, 5, 0, 1001)

    assert np.array_equal(uniforms(42, 5, 1000, 1001)[0], together[1000])


def test_seed_sequences_are_those_of_the_reference_case() -> None:
    (case,) = cases("determinism", "seedsequence")
    asked = case["inputs"]

    words = [
        np.random.SeedSequence(asked["entropy"], spawn_key=key).generate_state(asked["n_words"])
        for key in asked["spawn_keys"]
    ]

    assert [word.tolist() for word in words] == case["expected"]

"""The class in fifths by ability, and which answer came from which of them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from classroom.analysis import FIFTHS, answer_shares
from classroom.analysis.answer_shares import fifths_of

CLASSES = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 12)), max_size=60)


def test_a_wrong_option_that_only_the_weakest_choose_stands_in_their_fifth_alone() -> None:
    found = answer_shares(["b", "b", "b", "a", "a", "a", "a", "a", "a", "a"], range(10))

    assert found.sizes == (2, 2, 2, 2, 2)
    assert found.shares == {"a": (0, 0.5, 1, 1, 1), "b": (1, 0.5, 0, 0, 0)}
    assert list(found.counts.items()) == [("a", 7), ("b", 3)]


@given(CLASSES)
def test_the_shares_of_a_fifth_are_one_together_and_every_student_is_in_one(
    students: Sequence[tuple[str, int]],
) -> None:
    answers, ability = [one for one, _ in students], [float(able) for _, able in students]
    found = answer_shares(answers, ability)

    assert sum(found.sizes) == len(students) == sum(found.counts.values())
    for place in range(FIFTHS):
        shares = [shares[place] for shares in found.shares.values()]
        assert all(share is None for share in shares) or abs(sum(share or 0 for share in shares) - 1) < 1e-9


@given(st.lists(st.integers(0, 12), min_size=1, max_size=60))
def test_a_fifth_depends_on_ability_alone_and_not_on_the_order_of_the_class(
    ability: list[int],
) -> None:
    found = fifths_of([float(one) for one in ability]).tolist()
    by_ability = dict(zip(ability, found, strict=True))
    backwards = fifths_of([float(one) for one in reversed(ability)]).tolist()

    assert all(by_ability[one] == fifth for one, fifth in zip(ability, found, strict=True))
    assert backwards == found[::-1]
    assert [by_ability[one] for one in sorted(by_ability)] == sorted(by_ability.values())
    assert set(found) <= set(range(FIFTHS))


def test_students_without_equals_are_dealt_out_evenly() -> None:
    sizes = [fifths_of([float(one) for one in range(60)]).tolist().count(fifth) for fifth in range(FIFTHS)]

    assert sizes == [12] * FIFTHS

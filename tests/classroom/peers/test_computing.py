"""Who does not rate neither gains by it nor lowers others, and no rating can be told from what is shown."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from classroom.peers.computing import Weights, factors, group_mark, means_for, outliers, peer_mark

FOUR = (1, 2, 3, 4)
EVERYBODY = {(i, j): [3, 4] for i in FOUR for j in FOUR}
RATED = st.fixed_dictionaries(
    {}, optional={(i, j): st.tuples(st.integers(0, 5), st.integers(0, 5)) for i in FOUR for j in FOUR}
)


def test_who_is_rated_alike_has_the_mark_of_the_group() -> None:
    assert set(factors(FOUR, EVERYBODY).values()) == {1}
    assert peer_mark(Fraction(80), Fraction(1), 3, Weights(40, 30, 30)).value == 80


def test_a_factor_by_hand() -> None:
    """1 gives 2 and 3 four and two of a mean of three; 2 gives 1 and 3 five each; 3 gives nobody anything."""
    scores = {(1, 2): [4], (1, 3): [2], (2, 1): [5], (2, 3): [5]}

    assert factors((1, 2, 3), scores) == {1: 1, 2: Fraction(4, 3), 3: (Fraction(2, 3) + 1) / 2}


@given(RATED, st.sampled_from(FOUR))
def test_who_does_not_rate_changes_nothing_for_oneself(
    scores: dict[tuple[int, int], tuple[int, int]], silent: int
) -> None:
    without = {pair: given for pair, given in scores.items() if pair[0] != silent}

    assert factors(FOUR, without)[silent] == factors(FOUR, scores)[silent]


@given(st.sets(st.sampled_from(FOUR), max_size=3))
def test_a_rating_that_is_missing_lowers_nobody(silent: set[int]) -> None:
    scores = {pair: given for pair, given in EVERYBODY.items() if pair[0] not in silent}

    assert set(factors(FOUR, scores).values()) == {1}


@given(RATED, st.sampled_from(FOUR), st.tuples(st.integers(0, 5), st.integers(0, 5)))
def test_what_one_gives_oneself_is_kept_apart(
    scores: dict[tuple[int, int], tuple[int, int]], one: int, own: tuple[int, int]
) -> None:
    assert factors(FOUR, {**scores, (one, one): own}) == factors(FOUR, scores)
    assert means_for(FOUR, {**scores, (one, one): own}, one) == means_for(FOUR, scores, one)


def test_a_rating_far_from_the_others_is_flagged_and_not_those_that_agree() -> None:
    scores = {(i, j): [4] for i in FOUR for j in FOUR if i != j} | {(1, 2): [0]}

    flagged = outliers(FOUR, scores)
    assert (1, 2) in flagged
    assert {rater for rater, _ in flagged} == {1}
    assert outliers(FOUR, EVERYBODY) == ()


def test_the_rated_reads_one_mean_a_question_and_nothing_of_a_single_rater() -> None:
    scores = {(1, 2): [4, 2], (3, 2): [2, 3]}

    assert [*means_for(FOUR, scores, 2)] == [3, Fraction(5, 2)]
    assert means_for(FOUR, {(1, 2): [4, 2]}, 2) == ()


def test_each_group_counts_once_in_the_mark_of_another() -> None:
    """Two of group A give 60 and 80, one of group B gives 90; the teacher gives 70 at the same weight."""
    between = {1: Fraction(60), 2: Fraction(80), 3: Fraction(90)}
    mark = group_mark(between, {1: "A", 2: "A", 3: "B"}, Fraction(70), Weights(40, 30, 30))

    assert mark == 75


def test_without_a_mark_of_the_group_nobody_is_marked() -> None:
    weights = Weights(40, 30, 30)

    assert group_mark({}, {}, None, weights) is None
    assert peer_mark(None, Fraction(6, 5), 3, weights).value is None


def test_the_share_within_moves_with_the_factor_up_to_a_hundred() -> None:
    weights = Weights(40, 30, 30)

    assert peer_mark(Fraction(80), Fraction(3, 4), 3, weights).value == 72  # 0.6·80 + 0.4·60
    assert peer_mark(Fraction(80), Fraction(2), 3, weights).value == 88  # 0.6·80 + 0.4·100

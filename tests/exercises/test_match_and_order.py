"""Rows to choices, and steps in order: what is partly right earns its part."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.bank_text import check_bank_text
from courseware.problem import ReaderError
from exercises import Assign, Grade, Invalid, Variant, grade, right_response
from exercises.kinds.order import kendall
from tests.exercises.banks import HEAD, MATCH, ORDER, SAMPLE, drawn


def solution(variant: Variant) -> dict[str, str]:
    answer = right_response(variant)["answer"]
    assert isinstance(answer, dict)
    return {row: str(choice) for row, choice in answer.items()}


def test_each_row_that_is_right_earns_its_share() -> None:
    variant = drawn(MATCH)
    answer = solution(variant)
    for number, row in enumerate(list(answer), 1):
        answer[row] = next(choice for choice in ("c1", "c2") if choice != solution(variant)[row])
        result = grade(variant, {"answer": answer})

        assert isinstance(result, Grade)
        assert result.score == pytest.approx(1 - number / 4)
        assert [part.why is not None for part in result.parts].count(True) == number


def test_a_row_left_open_is_named_and_costs_no_try() -> None:
    variant = drawn(MATCH)
    answer = solution(variant)
    field = variant.question.fields[0]
    assert isinstance(field, Assign)
    for nothing in ("", None):
        result = grade(variant, {"answer": {**answer, "r2": nothing}})

        assert isinstance(result, Invalid)
        assert field.rows[1].text.en in result.message.en
        assert field.rows[1].text.zh in result.message.zh


def test_the_rows_of_a_sample_are_the_students_own_customers_and_every_choice_is_among_them() -> None:
    for student in map(str, range(8)):
        variant = drawn(SAMPLE, student)
        field = variant.question.fields[0]
        assert isinstance(field, Assign)
        for row in field.rows:
            perceived, expected = row.text.en.partition(": ")[2].split(" for ")
            pleased = float(perceived.replace("−", "-")) >= float(expected.replace("−", "-"))
            choice = solution(variant)[row.id]
            text = next(option.text.en for option in field.choices if option.id == choice)

            assert text == ("Pleased" if pleased else "Not pleased")
        assert set(solution(variant).values()) == {"c1", "c2"}
        assert len(field.rows) == 4


def test_a_sample_that_no_customer_fits_is_not_asked() -> None:
    with pytest.raises(ReaderError, match="No row of the data"):
        drawn(SAMPLE.replace("> 0.2", "> 1000"))


def test_a_sample_whose_sum_names_no_choice_is_not_asked() -> None:
    with pytest.raises(ReaderError, match="which is no choice"):
        drawn(SAMPLE.replace("'pleased' if", "'delighted' if"))


def test_a_choice_without_its_own_name_and_a_row_without_a_choice_are_told_where_they_stand() -> None:
    twice = check_bank_text(HEAD + MATCH.replace("id: second", "id: first"), "small.yaml", others={})[0]
    errors = {(one.field, one.message.en) for one in twice if one.severity == "error"}

    assert errors == {
        ("items.0.rows.1.right", "There is no choice second."),
        ("items.0.choices.1.id", "Two choices are called first."),
    }


def test_neighbours_swapped_cost_two_pairs_in_ten() -> None:
    variant = drawn(ORDER)
    right = right_response(variant)["answer"]
    assert isinstance(right, list)
    result = grade(variant, {"answer": [right[1], right[0], *right[2:]]})

    assert isinstance(result, Grade)
    assert result.score == pytest.approx(0.8)
    assert [part.why and part.why.en for part in result.parts] == ["Nobody tries what was not promised."]
    assert result.feedback.en == "9 of 10 pairs stand the right way round."


@pytest.mark.parametrize("answer", [["o1"], ["o1"] * 5, ["o1", "o2", "o3", "o4", "o6"], [1, 2, 3, 4, 5]])
def test_an_order_must_name_every_step_once(answer: list[object]) -> None:
    assert isinstance(grade(drawn(ORDER), {"answer": answer}), Invalid)


@given(st.permutations(range(6)), st.integers(0, 4))
def test_putting_two_neighbours_right_never_lowers_the_mark(order: list[int], place: int) -> None:
    mended = [*order]
    mended[place : place + 2] = sorted(order[place : place + 2])

    assert kendall(mended) >= kendall(order)


def test_an_order_drawn_by_lot_earns_little() -> None:
    scores = [kendall(order) for order in permutations(range(5))]

    assert sum(scores) / len(scores) < 0.2
    assert scores.count(1) == 1

"""Answers in words: nobody but a teacher marks them, and the rubric stays away from students till then."""

import pytest

from exercises import Grade, Invalid, grade, reveal
from exercises.fields.long_text import MOST_WRITTEN
from exercises.kinds.text import KIND
from exercises.rubric import Criterion, Rubric, rubric_of
from tests.exercises.banks import TEXT, drawn, exercise


def test_a_passage_is_handed_in_and_waits_for_a_teacher() -> None:
    result = grade(drawn(TEXT), {"answer": {"words": "  A feeling. "}})

    assert isinstance(result, Grade)
    assert (result.is_pending, result.score, result.is_right) == (True, 0.0, False)
    assert "waits for your teacher" in result.feedback.en
    assert "等待老师批改" in result.feedback.zh


def test_old_grades_without_a_word_of_waiting_are_read_as_marked() -> None:
    kept = Grade(1.0, (), drawn(TEXT).explain).to_json()
    del kept["is_pending"]

    assert Grade.from_json(kept).is_pending is False


@pytest.mark.parametrize("words", ["", "  \n ", "x" * (MOST_WRITTEN + 1)])
def test_nothing_and_far_too_much_cannot_be_handed_in(words: str) -> None:

    assert isinstance(grade(drawn(TEXT), {"answer": {"words": words}}), Invalid)


def test_nothing_of_the_rubric_is_in_what_a_browser_gets() -> None:
    asked = str(drawn(TEXT).question)

    assert not any(secret in asked for secret in ("comparison", "example", "比较", "例子"))
    assert "About 50 words" in asked


def test_the_rubric_makes_a_grade_of_the_points_that_a_teacher_gives() -> None:
    rubric = rubric_of(drawn(TEXT))
    result = rubric.grade((1.5, 1), "Whose feeling?")

    assert result.score == 2.5 / 4
    assert [part.score for part in result.parts] == [0.5, 1.0]
    assert [part.why.en for part in result.parts if part.why] == ["1.5 of 3 points", "1 of 1 points"]
    assert result.feedback.en == "Your teacher gave 2.5 of 4 points. Whose feeling?"
    assert rubric.points_in(result) == (1.5, 1)
    assert not result.is_pending


@pytest.mark.parametrize("points", [(1.0,), (4.0, 0.0), (-1.0, 0.0)])
def test_points_that_are_none_of_the_rubric_are_refused(points: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="no points of a rubric"):
        rubric_of(drawn(TEXT)).grade(points, "")


def test_without_a_rubric_the_answer_is_marked_as_a_whole_and_the_check_asks_for_one() -> None:
    bare = exercise(TEXT.partition("    rubric:")[0] + TEXT[TEXT.index("    explain:") :])

    assert [finding.severity for finding in KIND.check(bare.item)] == ["warning"]  # type: ignore[arg-type]
    assert Rubric(()).parts == (Criterion(Rubric(()).parts[0].text, 10.0),)


def test_it_is_handed_in_once_unless_the_teacher_says_otherwise() -> None:

    assert exercise(TEXT).attempts.points == (1.0,)
    assert exercise(TEXT + "    attempts: {points: [1, 1]}\n").attempts.points == (1.0, 1.0)


def test_what_is_revealed_is_the_model_answer_with_what_earns_points() -> None:
    told = reveal(drawn(TEXT))

    assert "A feeling after a comparison." in told.en
    assert "- 说出比较。（3 分）" in told.zh


def test_how_much_is_wanted_stands_on_the_label_where_the_teacher_says_so() -> None:
    with_length, without = (
        drawn(item).question.fields[0].label for item in (TEXT, TEXT.replace("    length: 50\n", ""))
    )

    assert with_length.en == "Explain the term in your own words. (About 50 words.)"
    assert with_length.zh == "请用自己的话解释这个名词。（约 50 字）"
    assert without.en == "Explain the term in your own words."

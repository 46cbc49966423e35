"""A statement to judge: true for some numbers, false for others, and each wrong judgement has its reason."""

import pytest

from courseware.problem import ProblemsFoundError
from exercises import Grade, OneOf, grade, reveal, right_response
from exercises.frozen import from_json
from tests.exercises.banks import TRUE_FALSE, drawn, exercise

PLAIN = """\
  - id: small.plain
    type: true_false
    curriculum: [11]
    stem: {en: "As expected is delight.", zh: "与期望持平就是惊喜。"}
    answer: false
    why_true: {en: "It is contentment.", zh: "那是满意。"}
    explain: {en: "Delight needs more.", zh: "惊喜要更多。"}
"""


def test_the_truth_of_a_statement_may_depend_on_the_numbers_that_a_student_has() -> None:
    truths = set()
    for student in map(str, range(30)):
        variant = drawn(TRUE_FALSE, student)
        is_true = variant.params["won"] > variant.params["lost"]  # type: ignore[operator]
        truths.add(is_true)

        assert right_response(variant) == {"answer": "o1" if is_true else "o2"}
        assert reveal(variant).zh.startswith("正确答案：对" if is_true else "正确答案：错")

    assert truths == {True, False}


def test_who_judges_wrongly_hears_the_reason_of_this_judgement() -> None:
    wrong = grade(drawn(PLAIN), {"answer": "o1"})

    assert isinstance(wrong, Grade)
    assert wrong.score == 0
    assert [(part.label and part.label.zh, part.why and part.why.en) for part in wrong.parts] == [
        ("对", "It is contentment.")
    ]


def test_who_judges_rightly_does_not_hear_the_reason_against_it() -> None:
    for student in map(str, range(12)):
        variant = drawn(TRUE_FALSE, student)
        right = grade(variant, right_response(variant))

        assert isinstance(right, Grade)
        assert [part.why for part in right.parts] == [None]


def test_true_stands_before_false_whatever_is_drawn() -> None:
    for student in map(str, range(12)):
        field = drawn(TRUE_FALSE, student).question.field(OneOf)

        assert [(one.text.en, one.text.zh) for one in field.options] == [("True", "对"), ("False", "错")]


def test_a_statement_has_one_try_unless_it_says_otherwise() -> None:
    assert exercise(PLAIN).attempts.points == (1.0,)
    assert exercise(f"{PLAIN}    attempts: {{points: [1, 0.2]}}\n").attempts.points == (1.0, 0.2)


@pytest.mark.parametrize(
    ("item", "missing"),
    [
        (PLAIN.replace("answer: false", "answer: true"), "why_false"),
        (PLAIN.replace("answer: false", 'answer: "2 > 1"'), "why_false"),
        (PLAIN.replace("why_true:", "why_false:"), "why_true"),
    ],
)
def test_a_judgement_that_may_be_wrong_needs_its_reason(item: str, missing: str) -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        exercise(item)

    assert missing in str(caught.value)
    assert "缺少" in caught.value.problems[0].message.zh


def test_a_kept_question_from_before_there_were_statements_is_read_as_it_was() -> None:
    kept = {"name": "answer", "label": {"en": "a", "zh": "b"}, "options": [], "kind": "one_of"}

    assert from_json(OneOf, kept).is_truth is False

"""A bank is judged as it stands in the editor, quickly, and as if it were saved."""

from itertools import count

from course.bank_text import check_bank_text
from tests.exercises.banks import HEAD, KINDS, NUMBER, ONE, ORDER, TARGET, drawn, exercise

WHOLE = HEAD + "".join(KINDS.values())


def said(item: str) -> list[tuple[str, str]]:
    """The field and severity of everything that is said of a bank with one item."""
    return [(one.field, one.severity) for one in check_bank_text(HEAD + item, "small.yaml", others={})[0]]


def test_a_sound_bank_has_nothing_to_mend_and_gives_its_exercises() -> None:
    problems, found = check_bank_text(WHOLE, "small.yaml", others={})

    assert problems == ()
    assert list(found) == [exercise(item).id for item in KINDS.values()]


def test_what_cannot_be_read_gives_its_problems_and_no_exercise() -> None:
    problems, found = check_bank_text(WHOLE.replace("type: order", "type: odrer"), "small.yaml", others={})

    assert [problem.advice.en for problem in problems] == ["Did you mean order?"]
    assert not found


def test_an_item_that_names_what_is_not_there_is_left_out_and_the_others_stay() -> None:
    text = HEAD + ONE + NUMBER.replace("{expr: truth, tol", "{expr: thruth, tol")
    problems, found = check_bank_text(text, "small.yaml", others={})

    assert [problem.field for problem in problems if problem.severity == "error"] == ["items.1.answer.expr"]
    assert list(found) == ["small.one"]


def test_an_id_that_another_file_has_is_an_error_and_its_own_is_not() -> None:
    text = HEAD + ONE.replace("small.one", "sat.mean-gap")

    assert [one.field for one in check_bank_text(text, "small.yaml")[0]] == ["items.0.id"]
    assert check_bank_text(text, "elsewhere/satisfaction.yaml")[0] == ()


def test_an_item_that_no_lesson_asks_is_a_warning_where_that_is_known() -> None:
    unasked = check_bank_text(WHOLE, "small.yaml", others={}, used={"small.one"})[0]
    all_asked = check_bank_text(
        WHOLE, "small.yaml", others={}, used={exercise(item).id for item in KINDS.values()}
    )

    assert len(unasked) == len(KINDS) - 1
    assert {(one.severity, one.field.rpartition(".")[2]) for one in unasked} == {("warning", "id")}
    assert all_asked[0] == ()


def test_a_missing_language_is_a_warning_and_readers_see_the_other_one() -> None:
    half = ONE.replace('{en: "Which of these is it?", zh: "是哪一个？"}', "{zh: 是哪一个？}")
    problems, found = check_bank_text(HEAD + half, "small.yaml", others={})

    assert [(one.field, one.severity) for one in problems] == [("items.0.stem.en", "warning")]
    assert found["small.one"].item.stem["en"] == "是哪一个？"
    assert drawn(half).question.stem["en"] == "是哪一个？"
    assert drawn(half).question.stem.lacks == "en"


def test_a_question_that_says_nothing_to_a_wrong_answer_is_told() -> None:
    silent = ORDER.replace(
        'zh: 尝试}, why: {en: "Nobody tries what was not promised.", zh: "没有承诺就没有人尝试。"}',
        "zh: 尝试}",
    )
    silent = silent.replace(
        'zh: 比较}, why: {en: "There must be something to compare.", zh: "先要有可比的。"}', "zh: 比较}"
    )
    hint = '    hints: [{text: {en: "Think.", zh: "想一想。"}}]\n'

    assert said(silent) == [("items.0", "warning")]
    assert said(silent + hint) == []
    assert said(ORDER) == []  # fmt: skip


def test_a_slip_that_is_the_same_as_another_one_is_told() -> None:
    second = NUMBER.replace(
        'zh: "反了：{{truth:.2f}}。"}}',
        'zh: "反了：{{truth:.2f}}。"}}\n      - {expr: "0 - truth", why: {en: "No.", zh: "不。"}}',
    )
    other = second.replace("0 - truth", "truth + 10")

    assert said(second) == [("items.0.near.1", "warning")]
    assert said(other) == []  # fmt: skip


def test_a_picture_without_words_is_told() -> None:
    picture = ONE.replace("Which of these is it?", "Which is it? ![](https://example.com/x.png)")

    assert said(picture) == [("items.0.stem.en", "warning")] * 2
    assert len({(one.line, one.column) for one in check_bank_text(picture, "lab.yaml", others={})[0]}) == 1


def test_no_simulation_is_run_while_somebody_types() -> None:
    slack = TARGET.replace("value: 0.6", "value: 0")

    assert said(slack) == []


def test_when_patience_ends_the_rest_is_judged_by_its_words_alone() -> None:
    wrong = ONE.replace('why: {en: "Beta is late.", zh: "乙太晚。"}', "right: true")
    clock = count(0, 10).__next__

    assert said(wrong) == [("items.0.options", "error")]
    assert check_bank_text(HEAD + wrong, "small.yaml", others={}, clock=clock)[0] == ()


def test_a_task_with_a_slider_that_the_simulation_has_not_is_told_at_the_slider() -> None:
    errors = [
        one for one in said(TARGET.replace("expectation: {min", "expectaton: {min")) if one[1] == "error"
    ]

    assert ("items.0.controls.expectaton", "error") in errors

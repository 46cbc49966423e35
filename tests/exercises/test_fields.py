"""What each field reads and tells of whatever a browser may send, and what it refuses in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from courseware.text import Text
from exercises import ANSWER, Controls, Gaps, Invalid, TableField, grade, right_response, say_response
from exercises.fields.gaps import MOST_LETTERS
from exercises.fields.long_text import MOST_WRITTEN
from exercises.fields.option import NOTHING
from tests.exercises.banks import BLANK, KINDS, MATCH, ORDER, SEVERAL, TABLE, TARGET, TEXT, drawn

VARIANTS = {name: drawn(item) for name, item in KINDS.items()}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10**400),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["words", "g1", "r1", "o1", "service", "second"]), inner, max_size=4
        )
    ),
    max_leaves=6,
)


def said(item: str, answer: JsonValue) -> Text:
    return say_response(drawn(item).question, {ANSWER: answer})


def refused(item: str, answer: object) -> Invalid:
    found = grade(drawn(item), {ANSWER: answer})
    assert isinstance(found, Invalid)
    return found


@pytest.mark.parametrize("name", VARIANTS)
@given(answer=ANYTHING)
def test_whatever_is_sent_is_told_in_words_and_marked_or_refused_with_a_sentence(
    name: str, answer: object
) -> None:
    variant = VARIANTS[name]
    response = {field.name: answer for field in variant.question.fields}
    told, found = say_response(variant.question, response), grade(variant, response)

    assert told.en
    assert told.zh
    assert not isinstance(found, Invalid) or (found.message.en and found.message.zh)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_right_response_is_told_and_not_as_a_dash(name: str) -> None:
    told = say_response(VARIANTS[name].question, right_response(VARIANTS[name]))

    assert NOTHING.en not in told.en.split()
    assert NOTHING.zh not in told.zh.split()


def test_what_is_told_stands_in_the_order_of_the_question_with_its_labels() -> None:
    assert said(BLANK, {"g2": " 期望 ", "g1": "value"}) == Text(
        en="(1) value; (2) 期望", zh="(1) value；(2) 期望"
    )
    assert said(BLANK, {"g2": "期望", "g1": " "}) == Text(en="(2) 期望", zh="(2) 期望")
    assert said(TARGET, {"service": 40.0, "expectation": 55}) == Text(
        en="expectation = 55; service = 40", zh="expectation = 55；service = 40"
    )
    assert said(TARGET, {"service": 61, "expectation": True}) == NOTHING
    assert said(TABLE, {"third": "7", "second": "９"}) == Text(
        en="2 · Customers: ９; 3 · Customers: 7", zh="2 · 客户：９；3 · 客户：7"
    )
    assert said(TEXT, {"words": "\n  一种感受。 "}) == Text(en="一种感受。", zh="一种感受。")


def test_a_single_gap_is_told_without_a_number() -> None:
    gap = (drawn(BLANK).question.field(Gaps).gaps[0],)

    assert Gaps(ANSWER, NOTHING, gap).say({"g1": " value "}) == Text(en="value", zh="value")


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (BLANK, ["value", "expectation"]),
        (BLANK, {"g1": "value", "g2": "expectation", "g3": "more"}),
        (TARGET, [55, 40]),
        (TABLE, {"second": "1", "fourth": "2"}),
        (TABLE, "second"),
        (MATCH, {"r1": "c1", "r9": "c1"}),
        (MATCH, {"r1": "c1", "r2": "c1", "r3": "c1", "r4": "c9"}),
        (SEVERAL, []),
        (SEVERAL, ["o1", "o9"]),
        (ORDER, ["o1", 2]),
        (TEXT, {"words": " \n"}),
        (TEXT, {"words": "A", "more": "B"}),
    ],
)
def test_what_does_not_follow_the_label_is_answered_with_the_label(item: str, answer: object) -> None:
    found = refused(item, answer)

    assert found.field == ANSWER
    if item != TARGET:
        assert found.message == drawn(item).question.fields[0].label
    else:
        assert found.message == Text(en="Set every control.", zh="请设置每一个参数。")


def test_too_many_letters_are_counted_to_the_reader() -> None:
    gap = refused(BLANK, {"g1": "x" * MOST_LETTERS, "g2": "x" * (MOST_LETTERS + 1)})
    passage = refused(TEXT, {"words": "x" * (MOST_WRITTEN + 1)})

    assert f"at most {MOST_LETTERS} letters" in gap.message.en
    assert f"每空最多 {MOST_LETTERS} 个字" in gap.message.zh
    assert f"these are {MOST_WRITTEN + 1}" in passage.message.en
    assert f"现在有 {MOST_WRITTEN + 1} 个" in passage.message.zh


def test_several_gaps_or_rows_left_open_are_counted_after_the_first() -> None:
    gaps, rows = refused(BLANK, {}), refused(MATCH, {})

    assert gaps.message.en == "Every gap needs words; the first without: (1) (and 1 more)"
    assert gaps.message.zh == "每个空都要填写；第一处空缺：(1)（另有 1 处）"
    assert "(and 3 more)" in rows.message.en
    assert "另有 3 行" in rows.message.zh


def test_a_control_out_of_its_bounds_is_named_with_them() -> None:
    found = refused(TARGET, {"expectation": 55, "service": 60.5})

    assert found.message == Text(
        en="Set service to a number from 0 to 60.", zh="请将 service 设为 0 到 60 之间的数值。"
    )


@given(st.integers(40, 100), st.floats(0, 60))
def test_every_setting_within_the_bounds_is_read_as_it_was_set(expectation: int, service: float) -> None:
    field = VARIANTS["target"].question.field(Controls)

    assert field.read({"service": service, "expectation": expectation}) == {
        "expectation": float(expectation),
        "service": service,
    }


def test_a_table_is_written_in_markdown_with_what_stands_in_its_empty_cells() -> None:
    field = VARIANTS["table"].question.field(TableField)
    shown = field.markdown(lambda cell: Text(en=f"{cell.id}|", zh="□"))

    assert shown.zh.splitlines()[:2] == ["| 年 | 客户 | 比例 | 趋势 |", "| --- | --- | --- | --- |"]
    assert shown.zh.splitlines()[2:] == ["| 2 | □ | – | □ |", "| 3 | □ | □ | – |"]
    assert shown.en.splitlines()[3] == "| 3 | third\\| | share\\| | – |"

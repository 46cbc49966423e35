"""A table to fill in: each cell by itself, also where it follows rightly from an earlier slip."""

import pytest

from course import check_bank_text
from exercises import Grade, Invalid, TableField, grade, reveal, right_response
from exercises.frozen import from_json
from exercises.kinds.table.solved import TableSolution
from tests.exercises.banks import HEAD, TABLE, drawn

VARIANT = drawn(TABLE)
START, REST = (float(VARIANT.params[name]) for name in ("start", "rest"))
RIGHT = right_response(VARIANT)["answer"]


def marked(**cells: object) -> Grade:
    """The mark of the right answer with some cells filled in otherwise."""
    assert isinstance(RIGHT, dict)
    found = grade(VARIANT, {"answer": {**RIGHT, **{name: str(value) for name, value in cells.items()}}})
    assert isinstance(found, Grade)
    return found


def scores(found: Grade) -> list[float]:
    """What the cells earn, in the order second, trend, third, share."""
    return [part.score for part in found.parts]


def problems(item: str) -> str:
    """All that is told of a bank with this table."""
    return " ".join(one.message.en for one in check_bank_text(HEAD + item, "small.yaml")[0])


def test_what_is_right_is_worked_out_cell_by_cell() -> None:
    assert isinstance(RIGHT, dict)
    assert float(str(RIGHT["second"])) == pytest.approx(START * REST)
    assert float(str(RIGHT["third"])) == pytest.approx(START * REST * REST)
    assert str(RIGHT["share"]) == f"{100 * REST * REST:g}%"
    assert "2 · Trend: falls" in reveal(VARIANT).en


def test_each_cell_earns_its_share_of_the_weights() -> None:
    assert isinstance(RIGHT, dict)
    trend = VARIANT.question.field(TableField).asked[1].cell
    other = next(one.id for one in trend.options if one.id != RIGHT["trend"])

    assert scores(marked(trend=other)) == [1, 0, 1, 1]
    assert marked(trend=other).score == pytest.approx(4 / 5)


def test_what_follows_rightly_from_an_own_slip_counts_and_is_told() -> None:
    second = START * REST + 40
    found = marked(second=second, third=second * REST, share=f"{100 * second * REST / START:.3f}%")

    assert scores(found) == [0, 1, 1, 1]
    assert found.score == pytest.approx(4 / 5)
    assert "“2 · Customers”" in str(found.parts[2].why)
    assert "“3 · Customers”" in str(found.parts[3].why)


def test_the_right_number_counts_also_behind_a_slip() -> None:
    assert scores(marked(second=7)) == [0, 1, 1, 1]


def test_a_slip_of_its_own_does_not_follow_from_anything() -> None:
    assert scores(marked(third=START)) == [1, 1, 0, 1]
    assert scores(marked(second=START, third=7)) == [0, 1, 0, 1]


def test_numbers_from_which_nothing_can_be_worked_out_are_only_wrong() -> None:
    divided = drawn(TABLE.replace('expr: "third / start"', 'expr: "start / third"'))
    right = right_response(divided)["answer"]
    assert isinstance(right, dict)
    found = grade(divided, {"answer": {**right, "third": "0", "share": "1"}})

    assert isinstance(found, Grade)
    assert scores(found)[2:] == [0, 0]


def test_a_cell_that_cannot_be_read_is_named_by_its_row_and_column() -> None:
    assert isinstance(RIGHT, dict)
    found = grade(VARIANT, {"answer": {**RIGHT, "third": "plenty", "trend": ""}})

    assert isinstance(found, Invalid)
    assert "2 · Trend: still empty; choose one of its options." in found.message.en
    assert (
        "3 · Customers: “plenty” cannot be read; write a number like 12.5, −3 or 1,200." in found.message.en
    )
    assert "3 · 客户：读不出“plenty”" in found.message.zh


def test_the_ids_of_options_say_nothing_of_what_is_right() -> None:
    kept = [drawn(TABLE, student).solution for student in map(str, range(12))]
    firsts = {from_json(TableSolution, one).cells["trend"].right for one in kept}

    assert firsts == {"o1", "o2"}


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("{name: third, follow", "{name: second, follow", "name of two things"),
        ('expr: "second * rest"', 'expr: "share * rest"', "called share"),
        ('          - {given: {en: "–", zh: "–"}}\n    explain', "    explain", "under 3 columns"),
        (
            '          - {given: {en: "–", zh: "–"}}\n          - name: trend',
            "          - {name: odd}\n          - name: trend",
            "exactly one of given",
        ),
        ('right: "rest < 1"', 'right: "rest > 1"', "exactly one right option"),
    ],
)
def test_what_is_amiss_in_a_table_is_told(written: str, instead: str, said: str) -> None:
    assert written in TABLE
    assert said in problems(TABLE.replace(written, instead))


def test_the_table_itself_has_nothing_to_mend() -> None:
    assert "error" not in {one.severity for one in check_bank_text(HEAD + TABLE, "small.yaml")[0]}

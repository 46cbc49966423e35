"""Teachers edit banks while a class is on: the shelf sees it, and a slip takes nothing away."""

from pathlib import Path

import pytest

from courseware.problem import ProblemsFoundError
from exercises import Shelf
from tests.exercises.banks import MATCH, NUMBER, ONE, ORDER, TARGET, write_bank


def messages(folder: Path, *items: str) -> list[tuple[int, int, str, str]]:
    """Line, column, message and advice of each problem of a bank with these items."""
    write_bank(folder, *items)
    with pytest.raises(ProblemsFoundError) as caught:
        Shelf(folder).exercises()
    return [(one.line, one.column, one.message.en, one.advice.en) for one in caught.value.problems]


def test_a_saved_bank_is_seen_at_once(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE)
    shelf = Shelf(tmp_path)
    before = shelf.exercises()

    assert shelf.exercises() is before
    write_bank(tmp_path, ONE, ORDER)
    assert list(shelf.exercises()) == ["small.one", "small.order"]


def test_a_broken_bank_leaves_the_last_good_one_in_use(tmp_path: Path) -> None:
    file = write_bank(tmp_path, ONE)
    shelf = Shelf(tmp_path)
    good = shelf.exercises()
    file.write_text("schema: bank/1\nitems: [", encoding="utf-8")

    assert shelf.exercises() is good
    assert [problem.line for problem in shelf.problems()] == [2]
    write_bank(tmp_path, ORDER)
    assert list(shelf.exercises()) == ["small.order"]
    assert shelf.problems() == ()


def test_an_empty_room_stops_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFoundError, match="no bank of questions"):
        Shelf(tmp_path).exercises()


def test_one_bank_more_is_one_file_more(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE)
    write_bank(tmp_path, ORDER, name="more")

    assert sorted(Shelf(tmp_path).exercises()) == ["small.one", "small.order"]


def test_an_id_may_stand_only_once_in_all_banks(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE, name="another")

    found = messages(tmp_path, ORDER, ONE)
    assert [(line, column) for line, column, _, _ in found] == [(16, 9)]
    assert "small.one is already an item of" in found[0][2]


@pytest.mark.parametrize(
    ("item", "line", "message", "advice"),
    [
        (ONE.replace("type: choice", "type: choise"), 6, "choise", "Did you mean choice?"),
        (ONE.replace("explain:", "explane:"), 14, "explane is not known", "Did you mean explain?"),
        (
            NUMBER.replace("col('expected')", "col('expectd')"),
            12,
            "no column expectd",
            "Did you mean expected?",
        ),
        (
            NUMBER.replace("answer: {expr: truth", "answer: {expr: trut"),
            16,
            "called trut",
            "Did you mean truth?",
        ),
        (NUMBER.replace("adds {{rise:.1f}}", "adds {{ris:.1f}}"), 14, "called ris", "Did you mean rise?"),
        (NUMBER.replace("data: survey", "data: survay"), 8, "no data survay", "Did you mean survey?"),
        (NUMBER.replace("{expr: truth, ", '{expr: "truth.real", '), 16, "Attribute", "Change this value"),
        (NUMBER.replace("step: 0.5", "steps: 0.5"), 10, "steps", "Did you mean step?"),
        (NUMBER.replace(", step: 0.5", ""), 10, "between and step", "Change this value"),
        (MATCH.replace("right: third", "right: thrid"), 16, "no choice thrid", "Did you mean third?"),
        (
            TARGET.replace("simulation: satisf", "simulation: satsf"),
            8,
            "satsfaction",
            "parameters of the sim",
        ),
        (TARGET.replace("share_delighted", "share_delightd"), 13, "share_delightd", "mean share_delighted?"),
        (TARGET.replace("max: 100", "max: 1000"), 10, "from 0 to 120", "parameters of the simulation"),
        (
            TARGET.replace("pass: {expectation: 55, ", "pass: {"),
            15,
            "exactly the controls",
            "one number for each",
        ),
        (TARGET.replace("periods: 6", "period: 6"), 11, "no parameter period", "parameters of the"),
    ],
)
def test_a_slip_is_shown_where_it_stands_with_its_remedy(
    tmp_path: Path, item: str, line: int, message: str, advice: str
) -> None:
    found = messages(tmp_path, item)

    assert any(at == line and message in said and advice in remedy for at, _, said, remedy in found), found


def test_a_param_may_use_only_what_was_drawn_before_it(tmp_path: Path) -> None:
    item = NUMBER.replace("rise: {between: [1, 5], step: 0.5}", 'rise: {expr: "truth + 1"}')

    assert [message for _, _, message, _ in messages(tmp_path, item)] == ["Nothing here is called truth."]


def test_an_unknown_dataset_is_shown_where_it_is_declared(tmp_path: Path) -> None:
    file = write_bank(tmp_path, NUMBER)
    file.write_text(file.read_text(encoding="utf-8").replace("customers,", "custommers,"), encoding="utf-8")
    with pytest.raises(ProblemsFoundError, match=r"small.yaml:3:30.*Did you mean customers"):
        Shelf(tmp_path).exercises()

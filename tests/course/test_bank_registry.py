"""Teachers edit banks while a class is on: the registry sees it, and a slip takes nothing away."""

from pathlib import Path

import pytest

from course import BankRegistry
from course.layers import Layers
from courseware.problem import ProblemsFoundError
from tests.exercises.banks import MATCH, NUMBER, ONE, ORDER, SEVERAL, TARGET, write_bank


def messages(folder: Path, *items: str) -> list[tuple[int, int, str, str]]:
    """Line, column, message and advice of each problem of a bank with these items."""
    write_bank(folder, *items)
    return [(one.line, one.column, one.message.en, one.advice.en) for one in BankRegistry(folder).problems()]


def test_a_saved_bank_is_seen_at_once(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE)
    registry = BankRegistry(tmp_path, every=0)
    before = registry.exercises()

    assert registry.exercises() is before
    write_bank(tmp_path, ONE, ORDER)
    assert list(registry.exercises()) == ["small.one", "small.order"]


def test_a_broken_bank_leaves_the_last_good_one_in_use(tmp_path: Path) -> None:
    file = write_bank(tmp_path, ONE)
    registry = BankRegistry(tmp_path, every=0)
    good = registry.exercises()
    file.write_text("schema: bank/1\nitems: [", encoding="utf-8")

    assert registry.exercises() == good
    assert [problem.line for problem in registry.problems()] == [2]
    write_bank(tmp_path, ORDER)
    assert list(registry.exercises()) == ["small.order"]
    assert registry.problems() == ()


def test_a_bank_broken_from_the_start_is_told_and_the_others_are_asked(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE)
    broken = write_bank(tmp_path, ORDER.replace("type: order", "type: odrer"), name="more")
    registry = BankRegistry(tmp_path)

    assert list(registry.exercises()) == ["small.one"]
    assert [problem.file for problem in registry.problems()] == [str(broken)]
    assert registry.unread() == ("more.yaml",)


def test_where_no_bank_is_good_nothing_is_asked(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE.replace("type: choice", "type: choise"))

    with pytest.raises(ProblemsFoundError, match="choise"):
        BankRegistry(tmp_path).exercises()


def test_the_shelf_looks_at_most_so_often_unless_it_is_told_to(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE)
    registry = BankRegistry(tmp_path, clock=lambda: 0.0)
    registry.exercises()
    write_bank(tmp_path, ORDER)

    assert list(registry.exercises()) == ["small.one"]
    registry.look()
    assert list(registry.exercises()) == ["small.order"]


def test_an_empty_room_stops_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFoundError, match="no bank of questions"):
        BankRegistry(tmp_path).exercises()


def test_one_bank_more_is_one_file_more(tmp_path: Path) -> None:
    write_bank(tmp_path, ONE)
    write_bank(tmp_path, ORDER, name="more")

    assert sorted(BankRegistry(tmp_path).exercises()) == ["small.one", "small.order"]


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
        BankRegistry(tmp_path).exercises()


def test_own_banks_cover_the_built_in_ones_and_stand_beside_them(tmp_path: Path) -> None:
    builtin, own = tmp_path / "builtin", tmp_path / "own"
    builtin.mkdir()
    write_bank(builtin, ONE)
    registry = BankRegistry(Layers(builtin, own), every=0)
    assert list(registry.exercises()) == ["small.one"]

    own.mkdir()
    covering = write_bank(own, ONE, SEVERAL)
    write_bank(own, ORDER, name="more")
    assert sorted(registry.exercises()) == ["small.one", "small.order", "small.several"]

    covering.unlink()
    assert sorted(registry.exercises()) == ["small.one", "small.order"]


def test_a_broken_own_bank_leaves_the_built_in_one_in_use_even_at_the_start(tmp_path: Path) -> None:
    builtin, own = tmp_path / "builtin", tmp_path / "own"
    for folder in (builtin, own):
        folder.mkdir()
    write_bank(builtin, ONE)
    broken = write_bank(own, ONE.replace("type: choice", "type: choise"))
    registry = BankRegistry(Layers(builtin, own))

    assert list(registry.exercises()) == ["small.one"]
    assert [problem.file for problem in registry.problems()] == [str(broken)]
    assert registry.unread() == ()


def test_of_two_banks_with_one_item_the_own_one_is_to_be_mended(tmp_path: Path) -> None:
    builtin, own = tmp_path / "builtin", tmp_path / "own"
    for folder in (builtin, own):
        folder.mkdir()
    write_bank(builtin, ONE, name="z-comes-last")
    mine = write_bank(own, ORDER, ONE, name="a-comes-first")
    registry = BankRegistry(Layers(builtin, own))

    assert [problem.file for problem in registry.problems()] == [str(mine)]
    assert list(registry.exercises()) == ["small.one"]

"""A new bank starts from an example of its kind that is right as it stands."""

from pathlib import Path

import pytest

from authoring.commands.exercises import main
from authoring.examples.bank import example, new_bank
from course import all_exercises, check_bank_text
from course.bank_lint import check_banks
from courseware.problem import ReaderError
from courseware.source import parse
from exercises.kinds import catalogue
from tests.own_course import own_course

KINDS = tuple(catalogue())


def test_every_kind_has_its_example_in_its_own_folder() -> None:
    assert [example(kind).parent.name for kind in KINDS] == list(KINDS)


def test_a_kind_without_an_example_stops_with_the_name_of_what_is_missing() -> None:
    with pytest.raises(RuntimeError, match=r"essay/ holds no example.yaml"):
        example("essay")


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_has_nothing_to_mend_over_many_draws(kind: str) -> None:
    count, problems = check_banks([example(kind)])

    assert count > 0
    assert problems == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_bank_asks_questions_of_its_kind_under_its_own_name(kind: str) -> None:
    problems, items = check_bank_text(new_bank(kind, "tea_shop"), "tea_shop.yaml")
    found = tuple(items.values())

    assert not [problem.show() for problem in problems if problem.severity == "error"]
    assert {one.kind for one in found} == {kind}
    assert all(one.id.startswith("tea_shop.") for one in found)
    assert parse(new_bank(kind, "tea_shop"), "tea_shop.yaml").value["id"] == "tea_shop"  # type: ignore[index]


def test_the_example_of_choice_shows_one_right_answer_and_several() -> None:
    _, items = check_bank_text(new_bank("choice", "tea_shop"), "tea_shop.yaml")

    assert {one.item.several for one in items.values()} == {False, True}  # type: ignore[attr-defined]


def test_the_example_of_number_shows_data_params_unit_near_misses_and_hints() -> None:
    _, items = check_bank_text(new_bank("number", "tea_shop"), "tea_shop.yaml")
    (one,) = items.values()

    assert {"data", "params", "require", "unit", "near", "hints"} <= one.item.model_fields_set


@pytest.mark.parametrize("name", ["../tea", "a/b", "Tea", "tea.shop", "con", "satisfaction", ""])
def test_what_is_no_name_or_taken_is_refused(name: str) -> None:
    with pytest.raises(ReaderError):
        new_bank("choice", name)


def test_a_new_bank_is_asked_at_once_and_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with own_course(tmp_path / "mine"):
        assert main(["new", "order", "tea_shop", "--lang", "zh"]) == 0
        assert "下一步" in capsys.readouterr().out
        assert "tea_shop.handling" in all_exercises()

        (tmp_path / "mine" / "bank" / "tea_shop.yaml").write_text("mine", encoding="utf-8")
        assert main(["new", "choice", "tea_shop"]) == 2
        assert (tmp_path / "mine" / "bank" / "tea_shop.yaml").read_text(encoding="utf-8") == "mine"


def test_without_a_name_the_bank_is_called_after_its_kind(tmp_path: Path) -> None:
    with own_course(tmp_path):
        assert main(["new", "match"]) == 0

        assert (tmp_path / "bank" / "match.yaml").is_file()

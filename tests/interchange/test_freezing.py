"""What is exported: nothing left to draw, the data beside it, and a word for whatever stays."""

import pytest

from course import all_exercises
from exercises import Exercise
from exercises.bank_file import DataUse
from exercises.portable.question import ExportedFile
from interchange import Loss, Portable, bundle, freeze
from tests.exercises import banks
from tests.exercises.banks import exercise

SECRET = b"a secret for tests"


def frozen(item: str, variants: int = 3) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    return freeze([exercise(item)], variants=variants, secret=SECRET)


def only(item: str) -> Portable:
    (portable,), losses = frozen(item)
    assert not losses
    return portable


def test_a_question_that_is_the_same_for_everybody_leaves_once_as_it_was_written() -> None:
    portable = only(banks.ONE)

    assert (portable.id, portable.category, portable.kind) == ("small.one", ("small",), "single")
    assert [option.text.zh for option in portable.options] == ["甲", "乙", "丙"]
    assert [option.share for option in portable.options] == [1, 0, 0]
    assert [option.why and option.why.en for option in portable.options] == [
        None,
        "Beta is late.",
        "Gamma is early.",
    ]
    assert [(text.zh, cost) for text, cost in portable.hints] == [("再看一看。", 0.2)]


def test_ticks_weigh_so_that_their_sum_is_the_mark_of_the_lab() -> None:
    shares = [option.share for option in only(banks.SEVERAL).options]

    assert shares == pytest.approx([1 / 3, 1 / 3, 1 / 3, -1 / 2, -1 / 2])


def test_a_drawn_question_leaves_in_versions_that_differ_in_a_category_of_its_own() -> None:
    portables, losses = frozen(banks.NUMBER)

    assert [one.id for one in portables] == ["small.number-v1", "small.number-v2", "small.number-v3"]
    assert {one.category for one in portables} == {("small", "small.number")}
    assert len({one.stem for one in portables}) == 3
    assert not losses
    assert "{{" not in "".join(one.stem.en + one.stem.zh for one in portables)


def test_the_same_secret_freezes_the_same_versions() -> None:
    assert frozen(banks.NUMBER) == frozen(banks.NUMBER)


def test_fewer_versions_than_were_asked_for_are_told() -> None:
    item = banks.ONE.replace(
        "curriculum: [10]", "curriculum: [10]\n    params: {who: {choose: [shop, bank]}}"
    ).replace("Which of these is it?", "Which is it, {{who}}?")
    portables, losses = frozen(item, variants=5)

    assert len(portables) == 2
    assert [loss.what.en for loss in losses] == ["Only 2 versions that differ were found; 5 were asked for."]


def test_where_percent_are_asked_for_both_ways_of_writing_them_are_right() -> None:
    portable = frozen(banks.PERCENT.replace("data: survey", ""))[0][0]

    assert [(one.value, one.tolerance, one.share) for one in portable.numbers] == [
        (62.5, 0.05, 1),
        (0.625, 0.0005, 1),
        (37.5, 0.05, 0.25),
        (0.375, 0.0005, 0.25),
    ]


def test_data_that_are_many_go_along_as_a_file_in_each_language() -> None:
    portables, _ = frozen(banks.NUMBER)
    table = portables[0].table

    assert table is not None
    assert [one.table and one.table.name for one in portables] == ["survey-1", "survey-2", "survey-3"]
    assert {len(text.splitlines()) for text in table.csv.values()} == {61}
    assert "期望值" in table.csv["zh"].splitlines()[0]
    assert "Expectation" in table.csv["en"].splitlines()[0]


def test_data_that_are_few_stand_in_the_question() -> None:
    many = exercise(banks.NUMBER)
    use = DataUse(id="survey", dataset="customers", n=5)
    few = Exercise(many.item, use, many.attempts, many.is_shuffled, many.redraw, many.file, many.index)
    (portable,), _ = freeze([few], variants=1, secret=SECRET)

    assert portable.table is None
    assert len([line for line in portable.stem.zh.splitlines() if line.startswith("| C-")]) == 5
    assert "| Customer perceived value (points) | Expectation (points) |" in portable.stem.en


def test_rows_of_a_sample_say_all_that_is_needed() -> None:
    portables, _ = frozen(banks.SAMPLE)

    assert all(one.table is None and len(one.pairs) == 4 for one in portables)


def test_choices_that_no_row_has_are_distractors() -> None:
    portable = only(banks.MATCH)

    assert [(pair.row.en, pair.choice.en) for pair in portable.pairs] == [
        ("Uno", "First"),
        ("Due", "Second"),
        ("Tre", "Third"),
        ("Primo", "First"),
    ]
    unused = only(banks.MATCH.replace("right: third", "right: second"))
    assert [text.zh for text in unused.distractors] == ["第三"]


def test_steps_leave_in_their_right_order() -> None:
    assert [step.zh for step in only(banks.ORDER).order] == ["承诺", "尝试", "比较", "回头", "称赞"]


def test_what_only_the_lab_can_run_stays_and_says_so() -> None:
    portables, losses = frozen(banks.TARGET)

    assert not portables
    assert [loss.item for loss in losses] == ["small.target"]


def test_every_question_of_the_lab_leaves_or_says_why_it_stays() -> None:
    exercises = all_exercises()
    portables, losses = freeze(exercises.values(), variants=1, secret=SECRET)
    staying = {loss.item for loss in losses}

    assert {one.id.removesuffix("-v1") for one in portables} == exercises.keys() - staying
    assert {exercises[item].kind for item in staying} == {"target"}


def test_files_that_belong_together_leave_in_one_zip() -> None:
    table = frozen(banks.NUMBER)[0][0].table
    assert table is not None
    outcome = ExportedFile("small.txt", "text/plain", b"words", (), (table.file("zh"),))

    assert bundle(outcome).name == "small.zip"
    assert bundle(ExportedFile("small.txt", "text/plain", b"words")).name == "small.txt"

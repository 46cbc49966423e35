"""What was brought in stands in a bank that the lab takes, says the same and marks the same."""

from pathlib import Path

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from course.bank_lint import check_banks
from courseware.problem import ReaderError
from courseware.source import parse, validate
from courseware.text import Text
from exercises.bank_file import bank_model
from exercises.exercise import exercises_of
from interchange import Portable, PortableOption, freeze, gift, moodle
from interchange.bank_words import apart, text_lines
from interchange.bank_writer import into_bank, points
from interchange.weights import weight
from tests.interchange.drawn import portables
from tests.interchange.made import EVERY_KIND, LINES, NUMBER, SINGLE, both, question, whole_bank
from tests.interchange.test_round_trips import FEW


def errors(words: str, folder: Path) -> list[str]:
    """What the check of banks finds wrong, warnings aside."""
    file = folder / "brought.yaml"
    file.write_text(words, encoding="utf-8")
    return [problem.show() for problem in check_banks([file])[1] if problem.severity == "error"]


def again(words: str) -> tuple[Portable, ...]:
    """The questions of a bank, portable once more."""
    bank = validate(parse(words, "brought.yaml"), bank_model(), one_language_will_do=True)
    return freeze(exercises_of(bank, "brought.yaml"), variants=1, secret=b"again")[0]


def test_questions_of_every_kind_come_back_as_a_bank_without_errors(tmp_path: Path) -> None:
    for form in (gift, moodle):
        back, _ = form.read(form.write(EVERY_KIND, language="both").data)

        assert errors(into_bank(back, "back"), tmp_path) == []


@pytest.mark.slow  # 6 s: each of 98 questions is drawn 200 times by the check, in both forms
def test_so_does_every_question_of_the_lab(tmp_path: Path) -> None:
    portables, _ = whole_bank()
    for form in (gift, moodle):
        back, _ = form.read(form.write(portables, language="both").data)

        assert errors(into_bank(back, "back"), tmp_path) == []


def test_a_bank_in_one_language_is_taken_too(tmp_path: Path) -> None:
    back, _ = gift.read(gift.write(EVERY_KIND, language="zh").data)
    words = into_bank(back, "back")

    assert errors(words, tmp_path) == []
    assert "stem: {zh: " in words


@FEW
@given(st.lists(portables(), min_size=1, max_size=2))
def test_a_bank_holds_every_word_and_number_of_its_questions(drawn: list[Portable]) -> None:
    for one, back in zip(drawn, again(into_bank(drawn, "back")), strict=True):
        assert (back.kind, back.difficulty, back.curriculum) == (one.kind, one.difficulty, one.curriculum)
        assert said(back.stem) == said(one.stem)
        assert [(said(each.text), weight(each.share)) for each in back.options] == [
            (said(each.text), weight(each.share)) for each in one.options
        ]
        assert [(each.value, each.tolerance) for each in back.numbers] == [
            (each.value, each.tolerance) for each in one.numbers
        ]
        assert [(said(each.row), said(each.choice)) for each in back.pairs] == [
            (said(each.row), said(each.choice)) for each in one.pairs
        ]
        assert list(map(said, back.order)) == list(map(said, one.order))
        assert [(said(text), cost) for text, cost in back.hints] == [
            (said(text), cost) for text, cost in one.hints
        ]


def said(text: Text) -> list[str]:
    """The lines of both languages; blanks at their ends say nothing."""
    return [line.rstrip() for side in (text.en, text.zh) for line in apart(side).split("\n")]


@settings(max_examples=200, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.one_of(LINES, st.text(min_size=1, max_size=40), st.lists(LINES, min_size=2).map("\n".join)))
def test_any_words_are_written_so_that_yaml_reads_them_as_they_are(words: str) -> None:
    try:
        text = Text(en=words, zh=words)
        "".join(text_lines("text", text)).encode()
    except ValueError:
        return
    read = yaml.safe_load("\n".join(text_lines("text", text)))["text"]["en"]

    assert lines_of(read) == lines_of(apart(text.en))


def lines_of(words: str) -> list[str]:
    return words.rstrip("\n").split("\n")


def test_ids_are_made_plain_and_never_used_twice() -> None:
    named = [
        question(options=SINGLE.options, id=id_)
        for id_ in ("Sat. Gap!", "sat.gap", "期望值", "期望值", "a" * 80, "back.own")
    ]

    assert [one.id for one in again(into_bank(named, "back"))] == [
        "back.sat-gap",
        "back.sat.gap",
        "back.item",
        "back.item-2",
        f"back.{'a' * 51}",
        "back.own",
    ]


def test_what_did_not_come_along_is_filled_with_a_sentence_that_can_be_found(tmp_path: Path) -> None:
    bare = question(
        id="bare",
        explain=None,
        options=(PortableOption(both("Alpha"), 1.0), PortableOption(both("Beta"), 0.0)),
    )
    words = into_bank([bare], "back")

    assert "This is not the right answer." in words
    assert "No explanation came with this question." in words
    assert "curriculum: [1]  # which knowledge point?" in words


def test_two_braces_side_by_side_are_not_taken_for_a_place_to_fill_in() -> None:
    braces = question(options=SINGLE.options, stem=both("What is \\frac{{a}}{b} here?"))

    assert again(into_bank([braces], "back"))[0].stem.en == "What is \\frac{ {a} }{b} here?"


def test_tries_are_worth_what_they_were_worth_elsewhere() -> None:
    kept = [question(options=SINGLE.options, penalty=penalty) for penalty in (0.3333333, 0.3333333, 1.0)]
    words = into_bank(kept, "back")

    assert "defaults: {attempts: {points: [1, 0.67, 0.33]}" in words
    assert words.count("attempts: {points: [1]}") == 1
    assert points(0.0) == "[1, 1, 1]"


def test_per_cent_are_written_as_the_lab_writes_them() -> None:
    back, _ = gift.read(b"How many? {#\n=62.5:0.05\n=0.625:0.0005\n=%30%37.5:0.05#The rest.\n}")
    words = into_bank(back, "back")

    assert "unit: percent" in words
    assert 'answer: {expr: "0.625", tolerance: {abs: 0.0005}}' in words
    assert '- expr: "0.375"' in words


@pytest.mark.parametrize("bank_id", ["", "Mine", "x" * 40, "a b", "../up"])
def test_a_bank_needs_a_plain_id(bank_id: str) -> None:
    with pytest.raises(ReaderError, match="cannot be the id"):
        into_bank([NUMBER], bank_id)


def test_a_bank_needs_a_question() -> None:
    with pytest.raises(ReaderError, match="no question"):
        into_bank([], "back")

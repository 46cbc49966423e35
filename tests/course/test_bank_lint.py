"""What only shows over many draws is found before a class finds it."""

from pathlib import Path

import pytest

from course import documents
from course.bank_lint import check_banks, draw_many, findings
from courseware.source import Source, parse
from exercises.kind import Finding
from tests.exercises.banks import (
    KINDS,
    MATCH,
    NUMBER,
    ONE,
    PERCENT,
    SEVERAL,
    TARGET,
    exercise,
    write_bank,
)

DRAWN = "    params: {k: {between: [1, 9], step: 1}}\n"


def found(item: str) -> dict[tuple[str | int, ...], str]:
    """The message of each finding by the way to it."""
    listed: list[Finding] = findings(exercise(item))
    return {finding.loc: finding.message.en for finding in listed}


def test_every_item_is_drawn_two_hundred_times() -> None:
    draws = draw_many(exercise(ONE))

    assert len({variant.seed for _, variant in draws}) == 200


def test_a_bank_is_read_for_its_problems_once_however_many_questions_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(text: str, file: str) -> Source:
        read.append(file)
        return parse(text, file)

    monkeypatch.setattr(documents, "parse", reading)
    bank = write_bank(tmp_path, ONE, SEVERAL, MATCH)

    assert check_banks([bank]) == (3, [])
    assert read == [str(bank)]


@pytest.mark.parametrize("name", [name for name in KINDS if name != "target"])
def test_a_sound_item_has_nothing_to_mend(name: str) -> None:
    assert found(KINDS[name]) == {}


def test_a_target_that_is_sound_has_nothing_to_mend_and_one_that_is_not_is_told() -> None:
    assert found(TARGET) == {}
    slack = TARGET.replace("value: 0.6", "value: 0")
    strict = TARGET.replace("value: 0.6", "value: 0.99")

    assert list(found(slack)) == [(), ("tests", "fail"), ("controls",)]
    assert ("tests", "pass") in found(strict)


@pytest.mark.parametrize(
    ("item", "loc"),
    [
        (ONE.replace('why: {en: "Beta is late.", zh: "乙太晚。"}', "right: true"), ("options",)),
        (
            SEVERAL.replace("丁}, why", "丁}, right: true, why").replace("戊}, why", "戊}, right: true, why"),
            ("options",),
        ),
        (ONE.replace("{en: Beta, zh: 乙}", "{en: Alpha, zh: 乙}"), ("options",)),
        (ONE.replace("Which of these is it?", "Is it alpha or not?"), ("stem",)),
        (ONE.replace("是哪一个？", "甲是哪一个？"), ("stem",)),
        (ONE.replace("是哪一个？", "Which of these?"), ("stem", "zh")),
        (ONE.replace("Which of these is it?", "Which 一个?"), ("stem", "en")),
        (PERCENT.replace('expr: "0.375"', 'expr: "0.6255"'), ("near", 0)),
        (PERCENT.replace("Which share is", "Are 62.5% of them"), ("stem",)),
        (NUMBER.replace("adds {{rise:.1f}}.", "has {{truth:.2f}}."), ("stem",)),
        (ONE.replace("    options:", f'{DRAWN}    require: "k > 9"\n    options:'), ("require",)),
        (NUMBER.replace("who: {choose", "whom: {choose").replace("{{who}}", "shop"), ("params", "whom")),
        (NUMBER.replace("{expr: truth,", '{expr: "truth / 0",'), ()),
        (MATCH.replace("curriculum: [14]", "curriculum: [14]\n    data: survey"), None),
    ],
)
def test_a_flaw_is_found_and_told_where_it_is(item: str, loc: tuple[str, ...] | None) -> None:
    assert (loc in found(item)) if loc is not None else found(item) == {}


def test_a_slip_that_overlaps_for_some_students_only_is_found() -> None:
    item = NUMBER.replace('expr: "-truth"', 'expr: "truth + 0.002 * rise"')

    assert ("near", 0) in found(item)


def test_what_rests_on_the_students_data_alone_may_fail_for_a_few() -> None:
    rare = PERCENT.replace('"0.625"', "\"mean(col('expected'))\"").replace(
        "    stem:", "    require: \"mean(col('expected')) > 0\"\n    stem:"
    )
    never = rare.replace('> 0"', '< 0"')

    assert ("require",) not in found(rare)
    assert ("require",) in found(never)

"""Nothing that reaches a browser tells which answer is right."""

import json

import pytest

from exercises.frozen import to_json
from tests.exercises.banks import (
    KINDS,
    MATCH,
    NUMBER,
    NUMBERS,
    ONE,
    ORDER,
    SAMPLE,
    SEVERAL,
    TABLE,
    TARGET,
    TRUE_FALSE,
    drawn,
)

OTHER_TRUTHS = {
    "one": ONE.replace("zh: 甲}, right: true}", "zh: 甲}, why: {en: a, zh: 一}}").replace(
        'why: {en: "Beta is late.", zh: "乙太晚。"}', "right: true"
    ),
    "several": SEVERAL.replace(
        "{en: Gamma, zh: 丙}, right: true", "{en: Gamma, zh: 丙}, why: {en: a, zh: 一}"
    ),
    "number": NUMBER.replace("{expr: truth,", '{expr: "truth * 7",'),
    "numbers": NUMBERS.replace('"16 * cups"', '"17 * cups"'),
    "match": MATCH.replace("zh: 二}, right: second", "zh: 二}, right: first"),
    "sample": SAMPLE.replace("rows: 4", "rows: 12").replace("perceived >= expected", "expected >= perceived"),
    "true_false": TRUE_FALSE.replace("won > lost", "won <= lost"),
    "table": TABLE.replace('"second * rest"', '"second * rest + 7"'),
    "target": TARGET.replace("service: 40}", "service: 60}"),
}


def shown(item: str, student: str = "7") -> str:
    return json.dumps(to_json(drawn(item, student).question), ensure_ascii=False)


@pytest.mark.parametrize("name", [name for name in OTHER_TRUTHS if name != "sample"])
def test_another_truth_would_look_the_same(name: str) -> None:
    assert OTHER_TRUTHS[name] != KINDS[name]
    assert shown(OTHER_TRUTHS[name]) == shown(KINDS[name])


def test_the_customers_of_a_sample_stand_in_an_order_that_tells_nothing() -> None:
    firsts = set()
    for student in map(str, range(12)):
        solution = drawn(SAMPLE, student).solution["rows"]
        assert isinstance(solution, dict)
        first = solution["r1"]
        assert isinstance(first, dict)
        firsts.add(first["right"])

    assert firsts == {"c1", "c2"}


@pytest.mark.parametrize("name", KINDS)
def test_reasons_hints_and_explanations_stay_on_the_server(name: str) -> None:
    variant = drawn(KINDS[name])
    secrets = [variant.explain.en, *(hint.text.en for hint in variant.hints)]
    secrets += [line.partition('why: {en: "')[2].partition(".")[0] for line in KINDS[name].splitlines()]

    question = shown(KINDS[name])
    assert not [secret for secret in secrets if secret and secret.partition("{")[0] in question]
    assert str(variant.seed) not in question
    assert '"right"' not in question


def test_the_seeds_of_a_target_are_not_shown() -> None:
    seeds = drawn(TARGET).solution["seeds"]

    assert isinstance(seeds, list)
    assert len(set(map(str, seeds))) == 5
    assert not [seed for seed in seeds if str(seed) in shown(TARGET)]


def test_an_order_is_never_shown_as_it_should_be() -> None:
    for student in map(str, range(40)):
        variant = drawn(ORDER, student)

        assert variant.solution["order"] != [f"o{place}" for place in range(1, 6)]

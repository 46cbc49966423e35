"""A goal in a simulation is judged by running it again where the student could not look."""

import pytest

import simulations
from courseware.problem import ReaderError
from exercises import Controls, Grade, Invalid, Variant, grade, reveal
from tests.exercises.banks import TARGET, drawn

PASS = {"expectation": 55, "service": 40}
FAIL = {"expectation": 95, "service": 0}


def marked(variant: Variant, **controls: float) -> Grade:
    result = grade(variant, {"answer": controls})
    assert isinstance(result, Grade)
    return result


def test_the_mark_is_the_weight_of_the_goals_that_are_met() -> None:
    assert marked(drawn(TARGET), **PASS).score == 1
    assert marked(drawn(TARGET), **FAIL).score == pytest.approx(1 / 4)


def test_the_feedback_names_what_was_reached_on_the_unseen_seeds() -> None:
    variant = drawn(TARGET)
    seeds = variant.solution["seeds"]
    assert isinstance(seeds, list)
    model = simulations.model_of("satisfaction")
    runs = [model.of({**FAIL, "n": 300, "periods": 6, "seed": seed}).measures() for seed in seeds]
    share = sum(run["share_delighted"] for run in runs) / len(runs)
    part = marked(variant, **FAIL).parts[0]

    assert part.label is not None
    assert part.label.en.endswith(f"reached {share:.0%}")
    assert part.why is not None
    assert part.why.en == "Promised too much."


def test_students_are_judged_on_seeds_of_their_own() -> None:
    seeds = {str(drawn(TARGET, str(student)).solution["seeds"]) for student in range(5)}

    assert len(seeds) == 5


def test_the_controls_show_their_bounds_and_what_is_fixed() -> None:
    field = drawn(TARGET).question.fields[0]

    assert isinstance(field, Controls)
    assert [(one.name, one.low, one.high, one.default) for one in field.controls] == [
        ("expectation", 40, 100, 65),
        ("service", 0, 60, 10),
    ]
    assert field.fixed == {"n": 300, "periods": 6}
    assert "≥" in field.label.en


@pytest.mark.parametrize(
    "controls",
    [
        {},
        {"expectation": 55},
        {**PASS, "noise": 3},
        {**PASS, "service": 61},
        {**PASS, "service": "40"},
        {**PASS, "service": True},
        {**PASS, "service": float("nan")},
        {**PASS, "service": 10**400},
    ],
)
def test_controls_out_of_reach_are_no_answer(controls: object) -> None:
    assert isinstance(grade(drawn(TARGET), {"answer": controls}), Invalid)


def test_one_way_to_reach_the_goals_is_told() -> None:
    assert "55" in reveal(drawn(TARGET)).en.partition("\n")[0]


def test_a_simulation_that_is_gone_makes_the_answer_unreadable_and_not_wrong() -> None:
    variant = drawn(TARGET)
    gone = Variant.from_json(
        {**variant.to_json(), "solution": {**variant.solution, "simulation": "satisfactoin"}}
    )
    result = grade(gone, {"answer": PASS})

    assert isinstance(result, Invalid)
    with pytest.raises(ReaderError):
        simulations.model_of("satisfactoin")

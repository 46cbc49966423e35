"""One option or several: what ticking earns, and what it does not."""

from itertools import chain, combinations

import pytest

from courseware.problem import ProblemsFoundError
from exercises import Grade, Variant, grade
from tests.exercises.banks import ONE, SEVERAL, drawn, exercise


def ids(variant: Variant) -> dict[str, str]:
    """The id of each option by its English text."""
    options = variant.question.fields[0].options  # type: ignore[union-attr]
    return {option.text.en: option.id for option in options}


def marked(variant: Variant, *texts: str) -> float:
    named = ids(variant)
    result = grade(variant, {"answer": [named[text] for text in texts]})
    assert isinstance(result, Grade)
    return result.score


def test_a_distractor_tells_its_own_reason_and_not_the_answer() -> None:
    variant = drawn(ONE)
    result = grade(variant, {"answer": ids(variant)["Beta"]})

    assert isinstance(result, Grade)
    assert [part.why and part.why.en for part in result.parts] == ["Beta is late."]
    assert "Alpha" not in str(result.to_json())


def test_several_right_options_earn_the_share_found_less_the_share_wrongly_ticked() -> None:
    variant = drawn(SEVERAL)

    assert marked(variant, "Alpha", "Beta", "Gamma") == 1
    assert marked(variant, "Alpha", "Beta") == pytest.approx(2 / 3)
    assert marked(variant, "Alpha", "Beta", "Gamma", "Delta") == pytest.approx(1 / 2)
    assert marked(variant, "Delta") == 0


def test_ticking_everything_earns_nothing() -> None:
    variant = drawn(SEVERAL)

    assert marked(variant, *ids(variant)) == 0


def test_one_more_right_tick_never_earns_less_and_one_more_wrong_tick_never_more() -> None:
    variant = drawn(SEVERAL)
    texts = list(ids(variant))
    for ticked in chain.from_iterable(combinations(texts, size) for size in range(1, 5)):
        for more in set(texts) - set(ticked):
            before, after = marked(variant, *ticked), marked(variant, *ticked, more)

            assert after >= before if more in {"Alpha", "Beta", "Gamma"} else after <= before


def test_the_order_in_which_options_are_shown_changes_no_mark() -> None:
    for student in map(str, range(12)):
        assert marked(drawn(SEVERAL, student), "Alpha", "Delta") == pytest.approx(0)
        assert marked(drawn(SEVERAL, student), "Alpha", "Beta", "Delta") == pytest.approx(1 / 6)


def test_the_order_of_the_ticks_and_doubles_change_no_mark() -> None:
    variant = drawn(SEVERAL)

    assert marked(variant, "Beta", "Alpha", "Beta") == marked(variant, "Alpha", "Beta")


def test_options_are_shuffled_between_students_unless_that_is_forbidden() -> None:
    plain = ONE.replace("curriculum: [10]", "curriculum: [10]\n    shuffle: false")

    assert len({tuple(ids(drawn(ONE, str(student)))) for student in range(20)}) == 6
    assert {tuple(ids(drawn(plain, str(student)))) for student in range(5)} == {("Alpha", "Beta", "Gamma")}


def test_which_option_is_right_may_follow_from_a_drawn_number() -> None:
    item = ONE.replace("    options:", "    params: {k: {between: [1, 2], step: 1}}\n    options:")
    item = item.replace("right: true}", 'right: "k == 1", why: {en: a, zh: 一}}')
    item = item.replace('why: {en: "Beta is late.', 'right: "k == 2", why: {en: "Beta is late.')
    rights = set()
    for student in map(str, range(12)):
        variant = drawn(item, student)
        named = ids(variant)
        right = named["Alpha"] if variant.params["k"] == 1 else named["Beta"]
        rights.add(variant.params["k"])

        assert grade(variant, {"answer": right}).score == 1  # type: ignore[union-attr]
    assert rights == {1, 2}


def test_a_wrong_option_without_a_reason_is_refused_where_it_stands() -> None:
    with pytest.raises(ProblemsFoundError, match="needs a why") as caught:
        exercise(ONE.replace(', why: {en: "Beta is late.", zh: "乙太晚。"}', ""))

    assert caught.value.problems[0].line == 11

"""A student's question is drawn once and for all: by class, student, item and try group."""

import numpy as np
import pytest

from courseware.chance import seed_for
from courseware.problem import ReaderError
from courseware.table import make_table
from exercises import DataUse, draw, own_data, own_table
from exercises.drawing import EMPTY, digest
from exercises.exercise import kind_of
from exercises.item import Param
from exercises.scope import redraw_scope
from exercises.specimen import variant_of
from tests.exercises.banks import KINDS, NUMBER, ONE, SECRET, drawn, exercise


@pytest.mark.parametrize("name", KINDS)
def test_the_same_student_has_the_same_question_again(name: str) -> None:
    assert drawn(KINDS[name]) == drawn(KINDS[name])


def test_the_seed_is_of_the_class_the_student_the_item_and_the_group() -> None:
    assert drawn(NUMBER, "7", 2).seed == seed_for(SECRET, "class 1", "7", "small.number", "2")


def test_another_try_group_brings_another_question_unless_that_is_forbidden() -> None:
    still = NUMBER.replace("data: survey", "data: survey\n    redraw: never")

    assert len({drawn(NUMBER, group=group).params["rise"] for group in range(12)}) > 3
    assert len({drawn(still, group=group).seed for group in range(3)}) == 1


def test_a_student_meets_the_same_customers_in_every_item_and_in_every_language() -> None:
    one = exercise(NUMBER)
    who = {"secret": SECRET, "class_name": "class 1", "student": "7"}
    english = own_data(one, **who)("survey")  # type: ignore[arg-type]
    chinese = own_data(one, **who, locale="zh_CN")("survey")  # type: ignore[arg-type]

    assert np.array_equal(english["perceived"], chinese["perceived"])
    assert len(english["perceived"]) == 60
    assert not np.array_equal(english["city"], chinese["city"])


def test_orders_calls_and_portrait_are_those_of_the_same_customers() -> None:
    survey, portrait, orders, calls = (
        own_table(DataUse(id="x", dataset=name, n=60), secret=SECRET, class_name="class 1", student="7")
        for name in ("customers", "portrait", "orders", "calls")
    )

    assert portrait["name"].tolist() == survey["name"].tolist()
    assert portrait["expected"].tolist() == survey["expected"].tolist()
    assert np.bincount(orders["customer"] - 1, minlength=60).tolist() == portrait["orders"].tolist()
    assert np.bincount(calls["customer"] - 1, minlength=60).tolist() == portrait["calls"].tolist()


def test_a_whole_class_may_share_its_data() -> None:
    one = exercise(NUMBER)
    assert one.data is not None
    shared = one.data.model_copy(update={"per": "class"})
    both = [
        own_data(
            type(one)(**{**vars(one), "data": shared}), secret=SECRET, class_name="class 1", student=student
        )
        for student in ("7", "8")
    ]

    assert both[0]("survey") is both[1]("survey")


def test_data_that_the_item_does_not_name_are_not_given() -> None:
    with pytest.raises(KeyError):
        own_data(exercise(NUMBER), secret=SECRET, class_name="", student="7")("orders")


def test_the_digest_follows_the_columns_that_are_read_and_no_others() -> None:
    one = exercise(NUMBER)
    table = own_data(one, secret=SECRET, class_name="class 1", student="7")("survey")

    def drawn_from(**columns: object) -> str:
        data = make_table({**table, **columns})
        return draw(
            one, secret=SECRET, class_name="class 1", student="7", group=0, data=lambda _: data
        ).digest

    assert drawn_from() == drawn(NUMBER).digest
    assert drawn_from(city=["here"] * 60) == drawn_from()
    assert drawn_from(expected=np.asarray(table["expected"]) + 1) != drawn_from()


def test_the_digest_tells_words_and_numbers_apart() -> None:
    tables = [make_table({"a": values}) for values in ([1, 2], [1.0, 2.0], ["1", "2"], [2, 1])]

    assert len({digest(table, frozenset({"a"})) for table in tables}) == 4


def test_what_is_required_holds_for_everybody_who_can_have_it() -> None:
    item = ONE.replace(
        "    options:", '    params: {k: {between: [1, 9], step: 1}}\n    require: "k > 8"\n    options:'
    )

    assert {drawn(item, str(student)).params["k"] for student in range(20)} == {9}


def test_what_cannot_be_had_is_given_up_and_still_a_question() -> None:
    item = ONE.replace(
        "    options:", '    params: {k: {between: [1, 9], step: 1}}\n    require: "k > 9"\n    options:'
    )

    assert drawn(item).params["k"] in range(1, 10)


def test_a_requirement_that_is_no_comparison_is_refused() -> None:
    item = ONE.replace("    options:", '    params: {k: {choose: [1]}}\n    require: "k"\n    options:')

    with pytest.raises(ReaderError, match="not a comparison"):
        drawn(item)


def test_bounds_are_both_drawn_and_steps_are_exact() -> None:
    assert Param(between=(0, 1), step=0.1).steps() == (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
    assert Param(between=(1, 2), step=0.4).steps() == (1, 1.4, 1.8)


def test_hints_are_filled_and_cost_what_was_written() -> None:
    item = ONE.replace("Look again.", "Look at {{k}}.").replace(
        "    options:", "    params: {k: {choose: [5]}}\n    options:"
    )

    assert [(hint.text.en, hint.cost) for hint in drawn(item).hints] == [("Look at 5.", 0.2)]


@pytest.mark.parametrize("name", KINDS)
def test_an_item_that_was_not_corrected_gives_a_kept_question_the_scope_that_it_had(name: str) -> None:
    one, kept = exercise(KINDS[name]), drawn(KINDS[name])
    data = own_data(one, secret=SECRET, class_name="class 1", student="7")
    table = data("survey") if one.data else EMPTY
    again = redraw_scope(one.item, kept.seed, table, kept.params, is_shuffled=one.is_shuffled)

    assert again.params == kept.params
    assert kind_of(one.kind).draw(one.item, again) == (kept.question, kept.solution)


def test_a_corrected_item_works_out_anew_what_is_worked_out_and_keeps_what_was_drawn_by_lot() -> None:
    kept = drawn(NUMBER)
    corrected = exercise(NUMBER.replace("col('expected')) + rise", "col('expected')) - rise"))
    columns = own_data(corrected, secret=SECRET, class_name="class 1", student="7")("survey")
    again = redraw_scope(corrected.item, kept.seed, columns, kept.params)

    assert (again.params["rise"], again.params["who"]) == (kept.params["rise"], kept.params["who"])
    assert float(again.params["truth"]) == pytest.approx(
        float(kept.params["truth"]) - 2 * float(kept.params["rise"])
    )


def test_a_value_that_an_item_asks_for_only_since_it_was_corrected_is_drawn_from_the_same_seed() -> None:
    kept = drawn(ONE)
    corrected = ONE.replace("    options:", "    params: {k: {between: [1, 9], step: 1}}\n    options:")
    again = redraw_scope(exercise(corrected).item, kept.seed, EMPTY, kept.params)

    assert again.params == drawn(corrected).params


def test_a_slide_shows_a_question_of_nobody_the_same_each_time() -> None:
    one = exercise(NUMBER)
    shown, again, chinese = (variant_of(one, language) for language in ("en", "en", "zh"))

    assert shown == again
    assert (chinese.seed, chinese.params) == (shown.seed, shown.params)
    assert all(shown.seed != drawn(NUMBER, str(student)).seed for student in range(5))

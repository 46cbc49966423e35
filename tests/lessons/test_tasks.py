"""Tasks of a simulation: which ways a run goes, however the file is written, and how far that leads."""

from hypothesis import given
from hypothesis import strategies as st

from courseware.text import Text
from lessons import PlayTask, TaskWay, progress_of, ways_met

WORDS = Text(en="Words", zh="文字")
ONE = PlayTask(text=WORDS, when="profit >= 10 and plan == 'bold'")
WAYS = PlayTask(
    text=WORDS,
    ways=(
        TaskWay(text=Text(en="dear", zh="贵"), when="price > 5 and profit > 0"),
        TaskWay(text=Text(en="cheap", zh="便宜"), when="price <= 5 and profit > 0"),
    ),
)


def test_a_run_is_noticed_by_its_settings_and_measures_together() -> None:
    met = [
        ways_met((ONE,), {"profit": profit, "plan": plan}) for profit in (9, 10) for plan in ("calm", "bold")
    ]

    assert [len(one) for one in met] == [0, 0, 0, 1]


def test_ways_are_counted_and_named_as_they_are_found_whatever_the_order() -> None:
    cheap = ways_met((ONE, WAYS), {"profit": 1, "price": 3, "plan": "calm"})
    both = cheap | ways_met((WAYS,), {"profit": 1, "price": 6})

    assert progress_of(WAYS, cheap).found == (False, True)
    assert [name.en for name in progress_of(WAYS, cheap).names] == ["cheap"]
    assert not progress_of(WAYS, cheap).is_done
    assert progress_of(WAYS, both).is_done
    assert not progress_of(ONE, both).is_done


def test_a_way_is_known_again_after_blanks_were_moved_and_tasks_put_in_another_order() -> None:
    moved = PlayTask(text=WORDS, when="profit>=10  and plan == 'bold'")
    met = ways_met((WAYS, moved), {"profit": 10, "price": 1, "plan": "bold"})

    assert progress_of(ONE, met).is_done


@given(st.floats(allow_nan=True, allow_infinity=True), st.text(max_size=5))
def test_no_run_breaks_a_condition(profit: float, plan: str) -> None:
    met = ways_met((ONE,), {"profit": profit, "plan": plan})

    assert bool(met) == (profit >= 10 and plan == "bold")


def test_a_measure_that_there_is_nobody_to_ask_for_brings_nothing_about() -> None:
    assert ways_met((ONE, WAYS), {"profit": float("nan"), "plan": "bold", "price": 1}) == frozenset()
    assert ways_met((ONE,), {}) == frozenset()

"""A mark is what the scheme says, to the last half point, and its trace says how."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.gradebook.computing import MarkingScheme, mark_of, source_key
from classroom.gradebook.nodes import FINAL_MARK, MarkEntry, MarkNode, MarkSource
from classroom.gradebook.rounding import half_up
from courseware.text import Text
from lessons import MarkPart, Rounding, mark_presets

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
COURSE = MarkingScheme(mark_presets()["course"])
EXACT = Rounding(decimals=1, at="final")


def part(id_: str, weight: int = 100, **keys: Any) -> MarkPart:
    origin = {} if "parts" in keys else {"from": "lessons"}
    title = {"en": id_, "zh": id_}
    return MarkPart.model_validate({"id": id_, "title": title, "weight": weight, **origin, **keys})


def sources(*values: float | None) -> list[MarkSource]:
    said = [None if one is None else Fraction(str(one)) for one in values]
    return [MarkSource(f"s{n}", Text(en="One", zh="一"), one) for n, one in enumerate(said)]


def entry(value: float | None, *, is_excused: bool = False, why: str = "because") -> MarkEntry:
    return MarkEntry(None if value is None else Fraction(str(value)), is_excused, why, "instructor", AT)


def one(leaf: MarkPart, *values: float | None, entries: Mapping[str, MarkEntry] | None = None) -> MarkNode:
    """The mark of a scheme with a single part, in exact numbers."""
    scheme = MarkingScheme((leaf,), Rounding(decimals=1, at="final"))
    return mark_of(scheme, {leaf.id: sources(*values)}, entries or {}).children[0]


def node(mark: MarkNode, id_: str) -> MarkNode:
    return next(found for found in mark.all_nodes() if found.id == id_)


def test_the_scheme_of_the_course_by_hand() -> None:
    """Usual 0.3·90 + 0.3·85 + 0.4·80 = 84.5, printed 85; exam (70 + 81)/2 = 75.5, printed 76;
    final 0.3·85 + 0.7·76 = 78.7, printed 79."""
    done = {"attendance": sources(100, 100, 100, 100, 50), "homework": sources(100, 60)}
    entries = {"class_performance": entry(85), "written_exam": entry(70), "machine_exam": entry(81)}

    mark = mark_of(COURSE, done, entries)

    assert node(mark, "attendance").value == 90
    assert node(mark, "homework").value == 80
    assert node(mark, "usual").value == 85
    assert node(mark, "exam").value == 76
    assert mark.value == 79
    assert [child.share for child in mark.children] == [Fraction(3, 10), Fraction(7, 10)]


def test_only_the_final_mark_is_rounded_where_the_scheme_says_so() -> None:
    done = {"attendance": sources(90), "homework": sources(80)}
    entries = {"class_performance": entry(85), "written_exam": entry(70), "machine_exam": entry(81)}
    mark = mark_of(MarkingScheme(COURSE.parts, Rounding(at="final")), done, entries)

    assert (node(mark, "usual").value, node(mark, "exam").value) == (Fraction("84.5"), Fraction("75.5"))
    assert mark.value == 78  # 0.3·84.5 + 0.7·75.5 = 78.2


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [("89.5", 0, 90), ("88.5", 0, 89), ("89.49", 0, 89), ("59.95", 1, 60), ("0.5", 0, 1), ("99.95", 1, 100)],
)
def test_halves_go_up(value: str, decimals: int, printed: int) -> None:
    assert half_up(Fraction(value), decimals) == printed


@pytest.mark.parametrize(
    ("keys", "values", "mark"),
    [
        ({}, (100, 50, None), 50),
        ({"missing": "leave_out"}, (100, 50, None), 75),
        ({"best_of": 2}, (100, 50, None, 80), 90),
        ({"best_of": 5}, (100, 50), 75),
        ({"drop_lowest": 1}, (100, 50, None), 75),
        ({"drop_lowest": 3}, (40, 60), 60),
        ({"cap": 60}, (100, 80), 60),
        ({"cap": 60}, (40,), 40),
        ({"missing": "leave_out"}, (None, None), None),
        ({}, (None, None), 0),
        ({}, (), None),
    ],
)
def test_each_rule_does_what_it_says(
    keys: dict[str, Any], values: Sequence[float | None], mark: float | None
) -> None:
    assert one(part("labs", **keys), *values).value == mark


def test_the_trace_says_which_sources_were_dropped_and_which_count_as_zero() -> None:
    traced = one(part("labs", best_of=2), 100, None, 50, 80).sources

    assert [source.state for source in traced] == ["counted", "dropped", "dropped", "counted"]
    assert [one.state for one in one(part("labs"), 100, None).sources] == ["counted", "zero"]


def test_an_excused_source_is_left_out_and_no_zero() -> None:
    mark = one(part("labs"), 80, None, entries={source_key("labs", "s1"): entry(None, is_excused=True)})

    assert mark.value == 80
    assert [source.state for source in mark.sources] == ["counted", "excused"]


def test_weights_of_an_excused_part_go_to_the_others() -> None:
    scheme = MarkingScheme((part("a", 20), part("b", 30), part("c", 50)), EXACT)
    done = {name: sources(value) for name, value in (("a", 60), ("b", 80), ("c", 10))}
    mark = mark_of(scheme, done, {"c": entry(None, is_excused=True)})

    assert mark.value == 72  # (20·60 + 30·80) / 50
    assert [child.share for child in mark.children] == [Fraction(2, 5), Fraction(3, 5), 0]


def test_whoever_is_excused_from_everything_has_no_mark() -> None:
    scheme = MarkingScheme((part("a", 40), part("b", 60)))
    mark = mark_of(scheme, {"a": sources(50)}, {name: entry(None, is_excused=True) for name in ("a", "b")})

    assert (mark.value, mark.state) == (None, "excused")


def test_a_part_that_asked_for_nothing_yet_takes_no_weight() -> None:
    scheme = MarkingScheme((part("a", 40), part("b", 60)))

    assert mark_of(scheme, {"a": sources(50), "b": []}, {}).value == 50


def test_so_far_what_is_missing_is_left_out() -> None:
    done = {"attendance": sources(100), "homework": sources(80, None)}
    now, as_it_stands = mark_of(COURSE, done, {}, so_far=True), mark_of(COURSE, done, {})

    assert now.value == 89  # (30·100 + 40·80) / 70 = 88.57
    assert as_it_stands.value == 14  # usual 0.3·100 + 0.4·40 = 46; 0.3·46 = 13.8
    assert [found[1].source.id for found in as_it_stands.missing()] == ["entry", "s1", "entry", "entry"]


def test_an_override_replaces_the_value_and_keeps_what_the_rules_give() -> None:
    mark = one(part("labs"), 40, 60, entries={"labs": entry(70, why="worked at home")})

    assert mark.value == 70
    assert mark.computed == 50
    assert "worked at home" in mark.rules[-1]["zh"]


def test_the_final_mark_itself_can_be_overridden_and_an_entry_can_be_withdrawn() -> None:
    scheme, done = MarkingScheme((part("labs"),)), {"labs": sources(59)}

    assert mark_of(scheme, done, {FINAL_MARK: entry(60)}).value == 60
    assert mark_of(scheme, done, {FINAL_MARK: entry(None)}).value == 59


VALUES = st.none() | st.integers(0, 200).map(lambda half: half / 2)
LEAF = st.fixed_dictionaries(
    {"missing": st.sampled_from(["zero", "leave_out"]), "cap": st.integers(0, 100)},
    optional={"best_of": st.integers(1, 4)},
) | st.fixed_dictionaries({"drop_lowest": st.integers(0, 3)})
ROUNDING = st.builds(
    Rounding, decimals=st.sampled_from([0, 1]), at=st.sampled_from(["final", "parts", "everywhere"])
)


MANY = st.lists(VALUES, max_size=6)


@given(st.tuples(LEAF, MANY), st.tuples(LEAF, MANY), st.integers(0, 100), ROUNDING)
def test_a_mark_lies_between_nothing_and_a_hundred(
    one_: tuple[dict[str, Any], list[float | None]],
    other: tuple[dict[str, Any], list[float | None]],
    weight: int,
    rounding: Rounding,
) -> None:
    scheme = MarkingScheme((part("a", weight, **one_[0]), part("b", 100 - weight, **other[0])), rounding)
    mark = mark_of(scheme, {"a": sources(*one_[1]), "b": sources(*other[1])}, {})

    assert mark.value is None or 0 <= mark.value <= 100
    assert sum(child.share for child in mark.children) == (mark.value is not None)


@given(LEAF, ROUNDING, st.lists(VALUES, min_size=1, max_size=6), st.data())
def test_a_better_value_never_lowers_a_mark(
    keys: dict[str, Any], rounding: Rounding, values: list[float | None], data: st.DataObject
) -> None:
    known = [place for place, value in enumerate(values) if value is not None]
    if not known:
        return
    place = data.draw(st.sampled_from(known))
    better = [*values]
    better[place] = data.draw(st.integers(int(2 * (values[place] or 0)), 200).map(lambda half: half / 2))
    scheme = MarkingScheme((part("a", 30, **keys), part("b", 70)), rounding)
    before, after = (
        mark_of(scheme, {"a": sources(*them), "b": sources(33.3)}, {}).value for them in (values, better)
    )

    assert before is not None
    assert after is not None
    assert after >= before


@given(st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_the_best_n_of_n_are_the_plain_mean(values: list[int]) -> None:
    mark = one(part("labs", best_of=len(values)), *values)

    assert mark.value == Fraction(sum(values), len(values))

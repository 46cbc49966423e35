"""What the record knows about a student's way through the course."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classroom import (
    Prediction,
    Store,
    Student,
    draft,
    last_place,
    own_table,
    owner_here,
    place,
    predict,
    predictions,
    progress,
    save_draft,
    submit,
    variant_for,
    visit,
)
from courseware.problem import ReaderError
from exercises import Exercise, own_data, right_response
from tests.classroom.conftest import Clock, introduce


def test_a_name_is_asked_once_and_can_be_changed(store: Store) -> None:
    li = introduce(store, "  Li \n Hua ", "CRM 1", "7")
    renamed = store.rename(li, "李华", "CRM 1", "7")

    assert (li.name, renamed.name) == ("Li Hua", "李华")
    assert (renamed.id, renamed.key) == (li.id, li.key)
    assert store.owner() == renamed


def test_two_tabs_that_introduce_a_student_make_one(store: Store) -> None:
    first, second = introduce(store, "Li Hua"), introduce(store, "Li Ming")

    assert first.id == second.id
    assert store.owner() == second


def test_a_guest_learns_before_a_name_is_given_and_keeps_everything(store: Store) -> None:
    guest = owner_here(store)
    visit(store, guest, "satisfaction", "s2")
    named = introduce(store, "Li Hua")

    assert guest.name == ""
    assert owner_here(store) == named
    assert where(last_place(store, named))[:2] == ("satisfaction", "s2")


def test_a_hundred_first_visitors_are_one_guest(store: Store) -> None:
    with ThreadPoolExecutor(20) as pool:
        assert len(set(pool.map(lambda _: owner_here(store).id, range(100)))) == 1


@pytest.mark.parametrize("name", ["", "  \n ", "\x00", "李" * 81])
def test_a_name_that_is_missing_or_endless_is_told(store: Store, name: str) -> None:
    with pytest.raises(ReaderError, match="name"):
        introduce(store, name)
    assert owner_here(store).name == ""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=90), words=st.text(st.characters(codec=None), max_size=60))
def test_whatever_people_type_is_kept_or_refused_in_words(store: Store, name: str, words: str) -> None:
    try:
        student = store.enrol(name)
    except ReaderError:
        return
    said = predict(store, student, "satisfaction", "s1", words=words)
    save_draft(store, student, "an.item", {"answer": words})

    assert predictions(store, student, "satisfaction", "s1") == (said,)
    assert draft(store, student, "an.item") == {"answer": words}


def test_a_student_continues_where_the_last_page_was(store: Store, li: Student, clock: Clock) -> None:
    visit(store, li, "satisfaction", "s3")
    clock.forward(5)
    visit(store, li, "loyalty", "s1")
    clock.forward(5)
    visit(store, li, "satisfaction", "s2")

    assert where(last_place(store, li)) == ("satisfaction", "s2", clock())
    assert where(place(store, li, "loyalty"))[:2] == ("loyalty", "s1")
    assert place(store, li, "churn") is None


def where(found: object) -> tuple[str, str, datetime]:
    """The parts of a place that must be there."""
    assert found is not None
    return found.lesson, found.step, found.at  # type: ignore[attr-defined]


def test_progress_counts_each_step_once_and_only_steps_that_are_still_there(
    store: Store, li: Student, plus_one: Exercise, mean_gap: Exercise
) -> None:
    for step in ("s1", "s2", "s1", "gone"):
        visit(store, li, "satisfaction", step)
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))
    now = progress(store, li, "satisfaction", ["s1", "s2", "s3", "s4"], [plus_one.id, mean_gap.id])

    assert now.seen == {"s1", "s2"}
    assert now.seen_share == 0.5
    assert (now.points, now.items) == (1.0, 2)
    assert now.answered == {plus_one.id}
    assert now.place is not None
    assert now.place.step == "gone"


def test_a_lesson_not_begun_shows_no_progress(store: Store, li: Student) -> None:
    now = progress(store, li, "satisfaction", [], [])

    assert (now.seen_share, now.points, now.place) == (0, 0, None)


def test_the_first_prediction_counts_and_later_ones_stand_below_it(
    store: Store, li: Student, clock: Clock
) -> None:
    first = predict(store, li, "satisfaction", "s4", choice="high")
    clock.forward(1)
    again = predict(store, li, "satisfaction", "s4", choice="low", words="after the run")
    predict(store, li, "satisfaction", "s4", choice="low", words="after the run")

    assert again == first == Prediction("high", "", first.at)
    assert [said.choice for said in predictions(store, li, "satisfaction", "s4")] == ["high", "low"]


def test_nothing_of_one_student_shows_for_another(store: Store, li: Student, plus_one: Exercise) -> None:
    visit(store, li, "satisfaction", "s1")
    predict(store, li, "satisfaction", "s1", choice="high")
    save_draft(store, li, plus_one.id, {"answer": "4"})
    submit(store, li, plus_one, right_response(variant_for(store, li, plus_one)))
    wang = store.enrol("Wang Wei")

    assert last_place(store, wang) is None
    assert predictions(store, wang, "satisfaction", "s1") == ()
    assert draft(store, wang, plus_one.id) is None
    assert progress(store, wang, "satisfaction", ["s1"], [plus_one.id]).points == 0


def test_every_student_has_customers_of_their_own_and_keeps_them(
    store: Store, li: Student, mean_gap: Exercise
) -> None:
    assert mean_gap.data is not None
    mine, yours = (own_table(store, who, mean_gap.data) for who in (li, store.enrol("Wang Wei")))

    assert len(mine["expected"]) == 40
    assert own_table(store, store.rename(li, "Li Hua 2"), mean_gap.data)["expected"].tolist() == (
        mine["expected"].tolist()
    )
    assert mine["expected"].tolist() != yours["expected"].tolist()
    assert own_table(store, li, mean_gap.data, "zh_CN")["expected"].tolist() == mine["expected"].tolist()


def test_the_customers_on_the_page_are_those_that_questions_are_about(
    store: Store, li: Student, mean_gap: Exercise
) -> None:
    assert mean_gap.data is not None
    mine = own_table(store, li, mean_gap.data)
    drawn = own_data(mean_gap, secret=store.secret, class_name=li.class_name, student=li.key)("survey")
    gap = float((mine["perceived"] - mine["expected"]).mean())

    assert all(mine[name].tolist() == drawn[name].tolist() for name in mine)
    assert variant_for(store, li, mean_gap).params["gap"] == pytest.approx(gap)

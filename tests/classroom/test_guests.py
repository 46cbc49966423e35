"""Guests and teachers on the record: who is known again, for how long, and what is left of whom."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from classroom import (
    GUESTS_KEPT_FOR,
    Store,
    Student,
    begin_session,
    draft,
    end_all_sessions,
    end_guests,
    end_session,
    forget_old,
    guest_of,
    is_session,
    last_place,
    make_link,
    owner_here,
    owner_of,
    predict,
    predictions,
    save_draft,
    submit,
    use_link,
    variant_for,
    visit,
)
from classroom.export import marks
from classroom.records import tables
from classroom.teacher_sessions import LINK_KEPT_FOR, SESSION_KEPT_FOR
from exercises import Exercise
from tests.classroom.conftest import Clock
from tests.records import statements


def test_each_token_is_somebody_else_and_the_same_one_every_time(store: Store) -> None:
    first, second = guest_of(store, "a"), guest_of(store, "b")

    assert guest_of(store, "a") == first != second
    assert {first.kind, second.kind} == {"guest"}
    assert first.id not in (second.id, owner_here(store).id)


def test_the_owners_browser_is_known_as_such_and_is_somebody_else_as_a_guest(store: Store) -> None:
    owner = owner_here(store, "a")
    owner_here(store, "a")

    assert owner_of(store, "a") == owner
    assert owner_of(store, "b") is None
    assert guest_of(store, "a").id != owner.id
    assert end_guests(store, store.clock()) == 1
    assert owner_of(store, "a") == owner


def test_the_owner_is_found_by_one_query_in_a_browser_that_was_here_before(store: Store) -> None:
    owner = owner_here(store, "a")
    asked = statements(store)

    assert owner_here(store, "a") == owner
    assert len(asked) == 1


def test_two_tabs_of_one_browser_that_open_together_are_one_guest(store: Store) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = set(pool.map(lambda n: guest_of(store, f"browser {n % 4}").id, range(64)))

    assert len(found) == 4


def test_guests_have_questions_of_their_own_and_use_up_only_their_own_tries(
    store: Store, plus_one: Exercise
) -> None:
    guests = [guest_of(store, token) for token in "abcd"]
    seeds = {variant_for(store, guest, plus_one).seed for guest in guests}
    for _ in range(3):
        submit(store, guests[0], plus_one, {"answer": "-1"})
    after = submit(store, guests[1], plus_one, {"answer": "-1"})

    assert len(seeds) == 4
    assert (after.try_number, after.may_reveal) == (1, False)


def test_the_record_holds_no_token_with_which_its_reader_could_be_somebody(store: Store) -> None:
    guest_of(store, "the guest's token")
    session, link = begin_session(store, "key"), make_link(store)
    with store.read() as connection:
        kept = repr([connection.execute(select(table)).all() for table in tables.metadata.sorted_tables])

    assert not [token for token in ("the guest's token", session, link) if token in kept]


def test_a_guest_is_kept_from_the_last_visit_on_and_then_ended_with_all_that_is_personal(
    store: Store, clock: Clock, plus_one: Exercise
) -> None:
    stays, goes = guest_of(store, "stays"), guest_of(store, "goes")
    gone = store.rename(goes, "王伟", "营销 1 班", "2026001")
    visit(store, gone, "satisfaction", "s1")
    predict(store, gone, "satisfaction", "s1", words="my own thought")
    save_draft(store, gone, "an.item", {"answer": "4"})
    submit(store, gone, plus_one, {"answer": "-1"})
    clock.forward(GUESTS_KEPT_FOR / timedelta(minutes=1) - 60)
    guest_of(store, "stays")
    clock.forward(120)

    assert end_guests(store, clock() - GUESTS_KEPT_FOR) == 1
    assert guest_of(store, "stays") == stays
    assert guest_of(store, "goes").id != goes.id
    assert predictions(store, gone, "satisfaction", "s1") == ()
    assert draft(store, gone, "an.item") is None
    assert last_place(store, gone) is None
    assert _row(store, goes) == ("", "", "", "ended")
    assert list(marks(store)) == []


def _row(store: Store, student: Student) -> tuple[str, ...]:
    table = tables.student.c
    with store.read() as connection:
        query = select(table.name, table.class_name, table.number, table.kind).where(table.id == student.id)
        return tuple(connection.execute(query).one())


def test_ending_all_guests_ends_nobody_else(store: Store, li: Student) -> None:
    guest_of(store, "a")
    wang = store.enrol("Wang Wei")

    assert end_guests(store, store.clock()) == 1
    assert store.owner() == li
    assert _row(store, wang)[0] == "Wang Wei"
    assert end_guests(store, store.clock()) == 0


def test_a_teachers_session_lasts_while_it_is_used_and_ends_by_itself(store: Store, clock: Clock) -> None:
    token = begin_session(store, "key")
    for _ in range(3):
        clock.forward((SESSION_KEPT_FOR - timedelta(days=1)) / timedelta(minutes=1))
        assert is_session(store, token, "key")
    clock.forward((SESSION_KEPT_FOR + timedelta(hours=1)) / timedelta(minutes=1))

    assert not is_session(store, token, "key")
    forget_old(store)
    with store.read() as connection:
        assert connection.execute(select(tables.teacher_session)).all() == []


@pytest.mark.parametrize("wrong", ["", "x", "\udc80"])
def test_a_session_is_of_one_browser_and_one_key(store: Store, wrong: str) -> None:
    token, other = begin_session(store, "key"), begin_session(store, "key")
    end_session(store, other)

    assert is_session(store, token, "key")
    assert not is_session(store, token, "another key")
    assert not is_session(store, other, "key")
    assert not is_session(store, token + wrong, "key") or not wrong
    end_all_sessions(store)
    assert not is_session(store, token, "key")


def test_a_link_works_once_for_whoever_is_first_and_not_for_ever(store: Store, clock: Clock) -> None:
    link, old = make_link(store), make_link(store)
    with ThreadPoolExecutor(8) as pool:
        uses = sorted(pool.map(lambda _: use_link(store, link) is not None, range(8)))
    clock.forward((LINK_KEPT_FOR + timedelta(hours=1)) / timedelta(minutes=1))

    assert uses == [False] * 7 + [True]
    assert not use_link(store, old)
    assert not use_link(store, "made up")

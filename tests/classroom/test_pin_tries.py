"""PINs that are tried are counted in the record: for each number, at each address, by all labs together."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import func, select

from classroom import Store, open_store
from classroom.classes import students_of
from classroom.records import tables
from classroom.sign_in.pin_tries import IN_ALL, OF_A_DAY, SHORT, PinTries, PinWait, TryLimit
from tests.classroom.conftest import Clock
from tests.classroom.school import make_class


def test_two_labs_on_one_record_give_no_more_tries_than_one(store: Store, clock: Clock, where: str) -> None:
    other = open_store(where, clock)
    labs = [PinTries(store), PinTries(other)]
    looked_at = [labs[n % 2].wait("24001", "10.0.0.66") is None for n in range(14)]
    other.close()

    assert looked_at == [True] * 10 + [False] * 4


def test_many_guesses_at_the_same_moment_are_no_more_than_one_by_one(store: Store) -> None:
    tries = PinTries(store)
    with ThreadPoolExecutor(6) as pool:
        looked_at = sum(until is None for until in pool.map(lambda _: tries.wait("24001"), range(30)))

    assert looked_at == 10


def test_right_pins_never_lock_a_number_within_a_quarter_of_an_hour(store: Store) -> None:
    tries = PinTries(store, TryLimit(3, timedelta(minutes=15)))
    for _ in range(12):
        assert tries.wait("24001") is None
        tries.was_right("24001")

    assert tries.wait("24001") is None


def test_a_class_behind_one_router_comes_in_with_typos_while_a_joker_soon_ends(
    store: Store, clock: Clock
) -> None:
    tries, router = PinTries(store), "203.0.113.9"
    for number in range(60):
        seen = [tries.wait(f"24{number:03}", router) for _ in range(3)]
        assert seen == [None] * 3
        tries.was_right(f"24{number:03}", router)
        clock.forward(1 / 6)
    guesses = 0
    for _ in range(4):
        for number in range(2):
            guesses += sum(tries.wait(f"24{number:03}", "10.0.0.66") is None for _ in range(12))
        clock.forward(15)

    assert guesses == 2 * 20
    assert tries.wait("24059", router) is None


def test_one_pin_tried_over_all_numbers_of_a_school_is_slowed_ever_more_and_locks_nobody(
    store: Store, clock: Clock
) -> None:
    of_address = TryLimit(12, timedelta(minutes=15)), TryLimit(48, timedelta(days=1))
    tries, joker = PinTries(store, SHORT, OF_A_DAY, IN_ALL, *of_address), "10.0.0.66"
    looked_at = [tries.wait(f"{n}", joker) is None for n in range(20)]
    for n in range(60):
        clock.forward(1 / 12)
        looked_at += [tries.wait(f"{number}", joker) is None for number in (2000 + n, 3000 + n)]
    wait = tries.wait("24001", joker)

    assert looked_at[:20] == [True] * 12 + [False] * 8
    assert [sum(looked_at[n : n + 24]) for n in (20, 44, 116)] == [12, 6, 4]
    assert wait is not None
    assert wait.is_of_address
    assert timedelta(0) < wait.until - clock() <= timedelta(seconds=20)
    assert tries.wait("24001 own", joker, is_own=True) is None
    assert tries.wait("24001", "203.0.113.9") is None


def test_one_number_is_counted_from_all_addresses_together_and_a_new_pin_begins_anew(store: Store) -> None:
    tries = PinTries(store)
    seen = [tries.wait("24001", f"10.0.0.{n // 10}") is None for n in range(70)]
    tries.forgive("24001")

    assert seen == [True] * 60 + [False] * 10
    assert tries.wait("24001", "10.0.0.1") is None


def test_who_waits_is_told_until_when_and_then_is_looked_at(store: Store, clock: Clock) -> None:
    tries, begun = PinTries(store), clock.now
    for _ in range(10):
        tries.wait("24001")
    locked = tries.wait("24001")
    clock.forward(15)

    assert locked == PinWait(begun + timedelta(minutes=15))
    assert tries.wait("24001") is None


def test_no_number_and_no_address_is_kept_and_nothing_longer_than_a_day(store: Store, clock: Clock) -> None:
    (li,) = students_of(store, make_class(store, "CRM 1", [("24001", "Li Hua")]))
    tries = PinTries(store)
    tries.wait("CRM 1 24001", "203.0.113.9", li)
    with store.read() as connection:
        kept = str(connection.execute(select(tables.pin_try)).mappings().one())
    clock.forward(24 * 60)
    tries.wait("CRM 1 24002", "203.0.113.9")

    assert "203.0.113.9" not in kept
    assert "24001" not in kept
    with store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.pin_try)) == 1

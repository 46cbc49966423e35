"""The PIN of a student: which digits will do, how they are typed, and what another one ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom import Store, students_of
from classroom.audit import audit_entries
from classroom.sign_in.pins import (
    FEWEST,
    MOST,
    change_pin,
    check_new_pin,
    fits_pin,
    is_trivial,
    pin_hash_of,
    reset_pin,
    set_first_pin,
)
from classroom.sign_in.sessions import sign_in, signed_in_student
from courseware.problem import ReaderError
from tests.classroom.school import make_class

NUMBER = "2024057"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize("typed", ["409", "409640964", "40a6", "", "²³⁴⁵x", "٤٠٩٦"])
def test_a_pin_has_four_to_eight_digits_and_nothing_else(typed: str) -> None:
    with pytest.raises(ReaderError) as refused:
        check_new_pin(typed, typed, NUMBER)

    assert f"{FEWEST} to {MOST} digits" in refused.value.text.en
    assert f"{FEWEST} 至 {MOST} 位数字" in refused.value.text.zh
    assert f"has {len(typed)} characters" in refused.value.text.en


@pytest.mark.parametrize("typed", ["777777", "3456", "6543", "1212", "4057", "202405"])
def test_a_pin_that_others_would_try_first_is_refused(typed: str) -> None:
    with pytest.raises(ReaderError) as refused:
        check_new_pin(typed, typed, NUMBER)

    assert "first that others would try" in refused.value.text.en
    assert "太容易被猜到" in refused.value.text.zh


@given(st.text("0123456789", min_size=FEWEST, max_size=MOST).filter(lambda pin: not is_trivial(pin, NUMBER)))
def test_a_pin_is_the_same_in_full_width_digits_and_with_blanks(pin: str) -> None:
    typed = f" {pin[:2]} {pin[2:].translate(_FULL_WIDTH)}"

    assert check_new_pin(typed, pin, NUMBER) == pin


def test_a_pin_is_typed_twice_alike() -> None:
    with pytest.raises(ReaderError) as refused:
        check_new_pin("4096", "4069", NUMBER)

    assert "Type the new PIN twice" in refused.value.text.en
    assert "不一致" in refused.value.text.zh


def test_another_pin_takes_the_place_of_the_first_and_ends_every_session(store: Store) -> None:
    li, wu = students_of(store, make_class(store, "CRM 1", [("001", "李华"), ("002", "吴敏")]))
    first, second = set_first_pin(store, li, "4096"), set_first_pin(store, li, "1379")
    tokens = [sign_in(store, one) for one in (li, li, wu)]
    change_pin(store, li, "8053")

    assert (first, second) == (True, False)
    assert [fits_pin(pin_hash_of(store, li), pin) for pin in ("4096", "1379", "8053")] == [False, False, True]
    assert [signed_in_student(store, token) for token in tokens] == [None, None, wu]


def test_a_pin_that_a_teacher_resets_is_gone_with_every_session_and_it_is_noted(store: Store) -> None:
    li, wu = students_of(store, make_class(store, "CRM 1", [("001", "李华"), ("002", "吴敏")]))
    for one in (li, wu):
        set_first_pin(store, one, "4096")
    token = sign_in(store, li)
    reset_pin(store, li, by="陈静")
    noted = audit_entries(store)[0]

    assert signed_in_student(store, token) is None
    assert pin_hash_of(store, li) is None
    assert fits_pin(pin_hash_of(store, wu), "4096")
    assert (noted.actor, noted.action, noted.detail) == ("陈静", "reset_pin", {"student": li.id})
    assert set_first_pin(store, li, "1379")

"""Who teaches with the instructor on the record: names, passphrases, sessions and links of staff."""

from datetime import timedelta

import pytest

from classroom import Store, begin_session, make_link, use_link
from classroom.audit import audit_entries
from classroom.records import tables
from classroom.staff import FEWEST, StaffMember, add_staff, end_staff, set_passphrase, staff_members
from classroom.staff import staff_of_passphrase as member_of
from classroom.teacher_sessions import LINK_KEPT_FOR, SESSION_KEPT_FOR, StaffSession, UsedLink, staff_session
from courseware.problem import ReaderError
from tests.classroom.conftest import Clock

PHRASE = "three quiet winter rivers"
KEY = "digest of the key"


def chen(store: Store) -> StaffMember:
    return add_staff(store, " 陈\n静 ", "assistant", by="instructor")


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        (" \n", "the field was empty", "没有填写"),
        ("x" * (tables.NAME + 1), f"at most {tables.NAME}", str(tables.NAME)),
        ("陈 静", "陈 静 is in the list already", "名单中已有“陈 静”"),
        ("instructor", "instructor is in the list already", "名单中已有“instructor”"),
    ],
)
def test_a_name_of_staff_is_there_fits_and_is_nobody_elses(store: Store, name: str, en: str, zh: str) -> None:
    known = chen(store)
    with pytest.raises(ReaderError) as refused:
        add_staff(store, name, "instructor", by="instructor")

    assert en in refused.value.text.en
    assert zh in refused.value.text.zh
    assert staff_members(store) == (known,)


def test_a_passphrase_counts_without_the_blanks_around_it_and_takes_the_place_of_the_one_before(
    store: Store,
) -> None:
    member = chen(store)
    for phrase in (PHRASE, f"  {PHRASE} by night "):
        set_passphrase(store, member, phrase)

    assert member_of(store, "陈 静", PHRASE) is None
    assert member_of(store, " 陈 静", f"{PHRASE} by night") == staff_members(store)[0]
    assert staff_members(store)[0].has_passphrase


def test_a_passphrase_that_is_too_short_is_counted_to_the_reader_and_the_one_before_stays(
    store: Store,
) -> None:
    member = chen(store)
    set_passphrase(store, member, "x" * FEWEST)
    with pytest.raises(ReaderError) as refused:
        set_passphrase(store, member, " " * FEWEST + "x" * (FEWEST - 1))

    assert f"at least {FEWEST}" in refused.value.text.en
    assert f"现在是 {FEWEST - 1} 个字符" in refused.value.text.zh
    assert member_of(store, member.name, "x" * FEWEST) is not None


def test_who_teaches_no_more_comes_in_by_no_way_and_begins_anew_under_the_same_number(store: Store) -> None:
    member, other = chen(store), add_staff(store, "Wang Fang", "instructor", by="instructor")
    set_passphrase(store, member, PHRASE)
    session, link = begin_session(store, KEY, member), make_link(store, member)
    theirs = begin_session(store, KEY, other)
    end_staff(store, member, by="Wang Fang")
    ways = (staff_session(store, session, KEY), use_link(store, link), member_of(store, member.name, PHRASE))
    again = add_staff(store, member.name, "instructor", by="Wang Fang")

    assert ways == (None, None, None)
    assert staff_session(store, theirs, KEY) == StaffSession("instructor", "Wang Fang", other.id)
    assert again == StaffMember(member.id, member.name, "instructor", has_passphrase=False)
    assert [(one.actor, one.action, one.subject) for one in audit_entries(store)] == [
        ("Wang Fang", "add_staff", "陈 静"),
        ("Wang Fang", "end_staff", "陈 静"),
        ("instructor", "add_staff", "Wang Fang"),
        ("instructor", "add_staff", "陈 静"),
    ]


def test_a_link_lets_its_own_member_in_once(store: Store) -> None:
    member = chen(store)
    link, of_the_key = make_link(store, member), make_link(store)
    used = [use_link(store, token) for token in (link, link, of_the_key, "made up")]

    assert used == [UsedLink(member), None, UsedLink(None), None]


def test_the_session_of_a_member_lasts_as_long_as_it_is_used_and_a_link_for_its_week(
    store: Store, clock: Clock
) -> None:
    member = chen(store)
    token, link = begin_session(store, KEY, member), make_link(store, member)
    for _ in range(2):
        clock.forward((SESSION_KEPT_FOR - timedelta(hours=1)) / timedelta(minutes=1))
        assert staff_session(store, token, KEY) == StaffSession("assistant", "陈 静", member.id)
    clock.forward((SESSION_KEPT_FOR + timedelta(hours=1)) / timedelta(minutes=1))

    assert SESSION_KEPT_FOR > LINK_KEPT_FOR
    assert (staff_session(store, token, KEY), use_link(store, link)) == (None, None)

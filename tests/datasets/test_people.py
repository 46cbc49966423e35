"""The customers read as people one might meet, and nobody can ever be reached through them."""

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.table import Table
from datasets.locales import LOCALES, POOLS, Locale
from datasets.pool import SLOTS, pool

N = 20_000
SEEDS = st.integers(0, 2**63 - 1)


@pytest.fixture(scope="module", params=LOCALES)
def customers(request: pytest.FixtureRequest) -> Table:
    return datasets.make("customers", n=N, seed=7, locale=request.param)


@pytest.fixture(scope="module")
def chinese() -> Table:
    return datasets.make("customers", n=N, seed=7, locale="zh_CN")


@pytest.fixture(scope="module")
def american() -> Table:
    return datasets.make("customers", n=N, seed=7)


def names(locale: Locale, which: str) -> set[str]:
    return set(pool(locale, which).words.to_pylist())


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_names_enough_for_a_whole_school(locale: Locale) -> None:
    given_names = names(locale, "given_female") | names(locale, "given_male")

    assert len(given_names) >= 400
    assert len(names(locale, "family")) >= 200


@pytest.mark.parametrize("locale", LOCALES)
def test_no_given_name_is_in_the_pools_of_both_genders(locale: Locale) -> None:
    assert not names(locale, "given_female") & names(locale, "given_male")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", POOLS)
def test_every_slot_of_a_pool_has_a_word_and_no_word_is_there_twice(locale: Locale, name: str) -> None:
    words = pool(locale, name).words.to_pylist()

    assert len(pool(locale, name).slots) == SLOTS
    assert len(set(words)) == len(words)
    assert all(word == word.strip() and word for word in words)


def test_an_american_name_agrees_with_the_gender_and_stands_in_order(american: Table) -> None:
    given_names = {"female": names("en_US", "given_female"), "male": names("en_US", "given_male")}
    families = names("en_US", "family")

    for name, gender in zip(american["name"].tolist(), american["gender"].tolist(), strict=True):
        given_name, family = name.split(" ")
        assert given_name in given_names[gender]
        assert family in families


def test_a_chinese_name_agrees_with_the_gender_and_begins_with_the_family(chinese: Table) -> None:
    families = names("zh_CN", "family")
    pools = {"female": names("zh_CN", "given_female"), "male": names("zh_CN", "given_male")}

    for name, gender in zip(chinese["name"].tolist(), chinese["gender"].tolist(), strict=True):
        assert re.fullmatch("[\u4e00-\u9fff]{2,4}", name)
        assert any(name.startswith(f) and name.removeprefix(f) in pools[gender] for f in families)


def test_numbers_count_the_customers_from_one(customers: Table) -> None:
    assert customers["id"].tolist() == list(range(1, N + 1))
    assert customers["number"][[0, 122, N - 1]].tolist() == ["C-000001", "C-000123", "C-020000"]


def test_every_american_telephone_is_in_the_range_kept_for_fiction(american: Table) -> None:
    for phone in american["phone"].tolist():
        assert re.fullmatch(r"\([2-9][0-8]\d\) 555-01\d\d", phone)
        assert phone[2:4] != "11"


def test_every_chinese_telephone_has_the_code_of_its_city_and_a_local_number_nobody_has(
    chinese: Table,
) -> None:
    cities = pool("zh_CN", "city")
    codes = dict(zip(cities.words.to_pylist(), cities.spellings.to_pylist(), strict=True))

    for city, phone in zip(chinese["city"].tolist(), chinese["phone"].tolist(), strict=True):
        assert re.fullmatch(rf"{codes[city]}-0\d{{7}}", phone)


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, start=st.integers(0, 9_000_000))
def test_nobody_shares_a_telephone_or_an_address_with_a_neighbour(seed: int, start: int) -> None:
    table = datasets.make("customers", n=2_000, seed=seed, start=start)

    for column in ("number", "phone", "email"):
        assert len(set(table[column].tolist())) == 2_000


def test_every_address_is_at_a_domain_kept_for_examples(customers: Table) -> None:
    for email in customers["email"].tolist():
        assert re.fullmatch(r"[a-z]+(\.[a-z]+)?\d+@example\.(com|net|org)", email)


def test_a_chinese_address_spells_the_name(chinese: Table) -> None:
    where = np.flatnonzero(chinese["name"] == "王芳")

    assert len(where)
    assert all(address.startswith("wangfang") for address in chinese["email"][where].tolist())


def test_nobody_joined_as_a_child_before_the_shop_opened_or_after_the_survey(customers: Table) -> None:
    joined = customers["joined_on"]

    assert joined.min() >= np.datetime64("2016-01-01")
    assert joined.max() <= np.datetime64("2025-12-31")
    assert (joined.astype("datetime64[Y]").astype(int) + 1970 - customers["birth_year"] > 18).all()


def test_no_chinese_character_stands_in_an_american_table_nor_the_reverse(
    american: Table, chinese: Table
) -> None:
    for column in ("name", "city", "occupation"):
        assert all(word.isascii() for word in american[column].tolist())
        assert not any(re.search("[A-Za-z0-9]", word) for word in chinese[column].tolist())


def test_the_shares_of_a_pool_are_the_shares_of_the_customers(chinese: Table) -> None:
    wang = np.char.startswith(chinese["name"], "王").mean()

    assert wang == pytest.approx((pool("zh_CN", "family").slots == 0).mean(), abs=0.006)


def test_joining_later_is_a_little_likelier_as_the_shop_grew(customers: Table) -> None:
    years = np.bincount(customers["joined_on"].astype("datetime64[Y]").astype(int) - 46, minlength=10)

    assert all(later > earlier for earlier, later in pairwise(years[[0, 4, 9]].tolist()))

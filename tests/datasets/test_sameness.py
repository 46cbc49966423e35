"""The same seed gives the same rows: however they are cut, in every locale, after any upgrade."""

from hashlib import sha256

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datasets
from courseware.table import Table, to_csv
from datasets.making import MOST, chunks
from datasets.pool import FOLDER

KEPT = {
    ("customers", "en_US"): "a7d8f2b2cef9f64d",
    ("customers", "zh_CN"): "94988e36dddc689c",
    ("orders", "en_US"): "84d9af91bc093bc3",
    ("orders", "zh_CN"): "84d9af91bc093bc3",
    ("calls", "en_US"): "f7839adee69c87ce",
    ("calls", "zh_CN"): "f7839adee69c87ce",
    ("portrait", "en_US"): "18b81f3349eeb8af",
    ("portrait", "zh_CN"): "ce43e409d49d86d3",
}
FIRST = [
    "id",
    "number",
    "name",
    "segment",
    "city",
    "expected",
    "perceived",
    "gap",
    "state",
    "attitude",
    "behaviour",
    "quadrant",
    "calls",
    "complaints",
    "longest_wait",
    "orders",
    "frequency",
    "recency_weeks",
    "age_weeks",
    "quiet_weeks",
    "mean_amount",
    "revenue",
    "margin",
]
"""The columns that the portrait began with."""
BEFORE = {"en_US": "10e5080a4b14a7b1", "zh_CN": "a374c4b4b460b81a"}
POOLS = "1bad5dcfb8585df0"
SEEDS = st.integers(0, 2**63 - 1)
NAMES = st.sampled_from(sorted(datasets.catalogue()))
LOCALES = st.sampled_from(datasets.LOCALES)


def digest(table: Table) -> str:
    return sha256(to_csv(table).encode()).hexdigest()[:16]


@pytest.mark.parametrize(("name", "locale"), KEPT)
def test_a_seed_means_the_same_bytes_for_ever(name: str, locale: str) -> None:
    table = datasets.make(name, n=500, seed=20260101, locale=locale)

    assert digest(table) == KEPT[name, locale]


@pytest.mark.parametrize(("locale", "kept"), BEFORE.items())
def test_columns_that_came_later_have_changed_none_of_the_first(locale: str, kept: str) -> None:
    table = datasets.make("portrait", n=500, seed=20260101, locale=locale)

    assert digest({name: table[name] for name in FIRST}) == kept


def test_the_pools_are_the_ones_that_were_drawn_once() -> None:
    files = sorted(path for path in FOLDER.rglob("*.tsv"))

    text = "".join(f"{path.parent.name}/{path.name}\n{path.read_text(encoding='utf-8')}" for path in files)
    assert sha256(text.encode()).hexdigest()[:16] == POOLS


@settings(max_examples=20, deadline=None)
@given(name=NAMES, locale=LOCALES, seed=SEEDS, n=st.integers(1, 60), size=st.integers(1, 70))
def test_any_chunk_size_gives_the_same_rows(
    name: str, locale: datasets.Locale, seed: int, n: int, size: int
) -> None:
    whole = datasets.make(name, n=n, seed=seed, locale=locale)

    pieces = [
        batch.to_pydict() for batch in chunks(datasets.find(name), n=n, seed=seed, locale=locale, size=size)
    ]
    for column, values in whole.items():
        assert [value for piece in pieces for value in piece[column]] == values.tolist()


@settings(max_examples=20, deadline=None)
@given(name=NAMES, seed=SEEDS, start=st.integers(0, MOST - 30), n=st.integers(1, 20), skip=st.integers(0, 9))
def test_a_customer_is_the_same_wherever_one_starts_to_look(
    name: str, seed: int, start: int, n: int, skip: int
) -> None:
    all_of_them = datasets.make(name, n=skip + n, seed=seed, start=start)
    late = datasets.make(name, n=n, seed=seed, start=start + skip)

    for column, values in late.items():
        assert all_of_them[column].tolist()[-len(values) or len(all_of_them[column]) :] == values.tolist()


@settings(max_examples=20, deadline=None)
@given(name=NAMES, seed=SEEDS)
def test_both_locales_hold_the_same_numbers_dates_and_codes(name: str, seed: int) -> None:
    american, chinese = (datasets.make(name, n=40, seed=seed, locale=locale) for locale in datasets.LOCALES)

    for column in datasets.find(name).columns:
        if column.kind != "words":
            assert american[column.name].tolist() == chinese[column.name].tolist()


def test_another_seed_gives_other_customers() -> None:
    one, other = (datasets.make("customers", n=50, seed=seed) for seed in (1, 2))

    assert (one["name"] != other["name"]).sum() > 40
    assert (one["perceived"] != other["perceived"]).sum() > 40


def test_a_table_cannot_be_changed() -> None:
    table = datasets.make("customers", n=3, seed=1)

    with pytest.raises(ValueError, match="read-only"):
        table["expected"][0] = 0


@pytest.mark.parametrize("name", sorted(datasets.catalogue()))
def test_the_columns_come_as_they_are_described(name: str) -> None:
    table = datasets.make(name, n=30, seed=5, locale="zh_CN")

    kinds = {"whole": "i", "decimal": "f", "date": "M", "words": "U", "code": "U"}
    columns = datasets.find(name).columns
    assert list(table) == [column.name for column in columns]
    for column in columns:
        assert table[column.name].dtype.kind == kinds[column.kind]
        assert column.kind != "code" or set(np.unique(table[column.name])) <= set(column.choices)

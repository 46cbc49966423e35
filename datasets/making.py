"""Makes a dataset by name, whole or chunk by chunk, with the same bytes either way."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from courseware.phrases import listed, sentences
from courseware.problem import ReaderError
from courseware.table import Table, make_table
from courseware.text import Language, Text
from datasets.calls import CALLS
from datasets.column import Dataset
from datasets.customers import CUSTOMERS
from datasets.locales import LOCALES, Locale
from datasets.orders import ORDERS
from datasets.portrait import PORTRAIT

CHUNK: Final = 50_000
"""Customers made at a time."""
MOST: Final = 10_000_000
"""The last customer that any dataset has."""
MAX_SEED: Final = 2**63 - 1

_CATALOGUE: Final[Mapping[str, Dataset]] = MappingProxyType(
    {dataset.name: dataset for dataset in (CUSTOMERS, ORDERS, CALLS, PORTRAIT)}
)


def catalogue() -> Mapping[str, Dataset]:
    """Every dataset by its name."""
    return _CATALOGUE


def find(name: str) -> Dataset:
    """The dataset of this name; a ReaderError names the nearest one."""
    if name not in _CATALOGUE:
        raise _unknown(Text(en="dataset", zh="数据集"), name, tuple(_CATALOGUE))
    return _CATALOGUE[name]


def make(name: str, *, n: int, seed: int, locale: str = "en_US", start: int = 0) -> Table:
    """The dataset's rows for the `n` customers after the first `start`, as read-only arrays.

    `n` counts customers, also where one customer has many rows. Words are `str_` arrays, dates
    `datetime64[D]`, whole numbers int64, decimals float64. Rows depend on nothing but the seed, the locale
    and the customer; numbers and dates not even on the locale. Raises ReaderError for an unknown
    name or locale and for numbers out of range.

    >>> make("customers", n=3, seed=7)["number"].tolist()
    ['C-000001', 'C-000002', 'C-000003']
    """
    dataset, place = find(name), locale_of(locale)
    check_range(n, seed, start)
    return make_table(
        {key: _array(column) for key, column in dataset.rows(seed, place, start, start + n).items()}
    )


def chunks(
    dataset: Dataset, *, n: int, seed: int, locale: Locale, start: int = 0, size: int = CHUNK
) -> Iterator[pa.RecordBatch]:
    """The same rows as Arrow batches of `size` customers each."""
    check_range(n, seed, start)
    for first in range(start, start + n, size):
        yield pa.RecordBatch.from_pydict(
            dict(dataset.rows(seed, locale, first, min(first + size, start + n)))
        )


def readable(name: str, table: Table, language: Language) -> Table:
    """The dataset's table for readers: titles and units for the names of its columns, words for its codes.

    >>> readable("customers", {"gender": np.array(["male", "female"])}, "zh")["性别"].tolist()
    ['男', '女']
    """
    dataset = find(name)
    shown = {column: dataset.column(column) for column in table}
    return make_table(
        {
            about.head(language): [about.choices[code][language] for code in table[column].tolist()]
            if about.choices
            else table[column]
            for column, about in shown.items()
        }
    )


def locale_of(locale: str) -> Locale:
    """This locale if there is one; a ReaderError names the nearest."""
    for known in LOCALES:
        if locale == known:
            return known
    raise _unknown(Text(en="locale", zh="语言地区"), locale, LOCALES)


def check_range(n: int, seed: int, start: int = 0) -> None:
    """A ReaderError unless these customers and this seed exist."""
    if not 0 <= seed <= MAX_SEED:
        raise ReaderError(
            Text(
                en="The seed must be a whole number from 0 to 2^63 − 1, not {seed}.",
                zh="种子应为 0 到 2^63−1 之间的整数，而不是 {seed}。",
            ).fill({"seed": seed})
        )
    if n < 1:
        raise ReaderError(
            Text(
                en="The number of customers must be from 1 to {most:,}; got {n:,}.",
                zh="客户人数应为 1 到 {most:,}，现在是 {n:,}。",
            ).fill({"most": MOST, "n": n})
        )
    if start < 0 or start + n > MOST:
        raise ReaderError(
            Text(
                en="There are customers 1 to {most:,}; {n:,} of them after the first {start:,} do not exist.",
                zh="客户编号从 1 到 {most:,}；第 {start:,} 位之后没有 {n:,} 位客户。",
            ).fill({"most": MOST, "n": n, "start": start})
        )


def _array(column: pa.Array) -> NDArray[Any]:
    if isinstance(column, pa.DictionaryArray):
        return _spelled(column)
    if pa.types.is_string(column.type):
        return np.array(column.to_pylist(), dtype=np.str_)
    return np.asarray(column.to_numpy(zero_copy_only=False))


def _spelled(column: pa.DictionaryArray) -> NDArray[np.str_]:
    """The words that the codes stand for; of a long list of words only those that are there are read."""
    width = pc.max(pc.utf8_length(column.dictionary)).as_py()
    if len(column.dictionary) > len(column):
        return np.array(column.dictionary.take(column.indices).to_pylist(), dtype=f"U{width}")
    words = np.array(column.dictionary.to_pylist(), dtype=f"U{width}")
    return np.asarray(words[column.indices.to_numpy()])


def _unknown(what: Text, name: str, known: tuple[str, ...]) -> ReaderError:
    near = get_close_matches(name, known, 1, cutoff=0.5)
    meant = [_MEANT.fill({"name": near[0]})] if near else []
    values = {"what": what, "name": name, "known": listed(known)}
    return ReaderError(sentences(_UNKNOWN.fill(values), *meant, _KNOWN.fill(values)))


_UNKNOWN: Final = Text(en="There is no {what} {name}.", zh="没有名为 {name} 的{what}。")
_MEANT: Final = Text(en="Did you mean {name}?", zh="是否想写 {name}？")
_KNOWN: Final = Text(en="Known: {known}.", zh="可用的有：{known}。")

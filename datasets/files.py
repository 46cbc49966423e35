"""Writes a dataset to a file, Parquet or CSV, chunk by chunk, and replaces the file only when all is there.

CSV begins with the byte order mark: without it Excel on a Chinese computer reads the file as GBK and shows
scrambled names. Lines end as on Unix, which Excel reads as well.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from courseware.output import output
from courseware.problem import ReaderError
from courseware.text import Text
from datasets.column import Dataset
from datasets.locales import Locale
from datasets.making import CHUNK, check_range, chunks

SUFFIXES: Final = (".csv", ".parquet")
BYTE_ORDER_MARK: Final = "\ufeff".encode()

OnProgress = Callable[[int], None]
"""Told how many customers are written so far."""


class _Writer(Protocol):
    def write_table(self, table: pa.Table) -> Any: ...
    def close(self) -> None: ...


def write(
    path: Path,
    dataset: Dataset,
    *,
    n: int,
    seed: int,
    locale: Locale,
    progress: OnProgress | None = None,
    size: int = CHUNK,
) -> int:
    """Write the first `n` customers' rows to `path` and return the number of rows.

    The bytes do not depend on `size`, the customers made at a time. A ReaderError says when the
    name does not end in .csv or .parquet, or when the place cannot be written; then nothing is changed.
    """
    check_range(n, seed)
    if path.suffix.lower() not in SUFFIXES:
        raise _bad_suffix(path)
    with output(path) as sink:
        groups = _groups(partial(chunks, dataset, seed=seed, locale=locale, size=size), n, progress)
        return _write_groups(sink, path.suffix.lower(), groups)


def _groups(
    make: Callable[..., Iterator[pa.RecordBatch]], n: int, progress: OnProgress | None
) -> Iterator[pa.Table]:
    """Tables of CHUNK customers each, however made: a Parquet file always has the same row groups."""
    for start in range(0, n, CHUNK):
        count = min(CHUNK, n - start)
        yield pa.Table.from_batches(make(n=count, start=start)).combine_chunks()
        if progress:
            progress(start + count)


def _write_groups(sink: BinaryIO, suffix: str, groups: Iterator[pa.Table]) -> int:
    written, writer = 0, None
    for group in groups:
        table = _plain(group) if suffix == ".csv" else group
        writer = writer or _writer(sink, suffix, table.schema)
        writer.write_table(table)
        written += table.num_rows
    if writer:
        writer.close()
    return written


def _writer(sink: BinaryIO, suffix: str, schema: pa.Schema) -> _Writer:
    """Parquet without Arrow's own schema, so that every reader finds plain strings and dates."""
    if suffix == ".parquet":
        writer: _Writer = pq.ParquetWriter(sink, schema, store_schema=False, compression="snappy")
        return writer
    sink.write(BYTE_ORDER_MARK)
    rows: _Writer = pacsv.CSVWriter(sink, schema, write_options=pacsv.WriteOptions(quoting_style="needed"))
    return rows


def _plain(table: pa.Table) -> pa.Table:
    """The same table with words in place of codes for words."""
    columns = [
        column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column
        for column in table.columns
    ]
    return pa.table(columns, names=table.column_names)


def _bad_suffix(path: Path) -> ReaderError:
    return ReaderError(
        Text(
            en=f"A dataset is written to a file whose name ends in .csv or .parquet, not to {path.name}.",
            zh=f"数据集只能写入扩展名为 .csv 或 .parquet 的文件，不能写入 {path.name}。",
        )
    )

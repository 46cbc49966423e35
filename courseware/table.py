"""A table of numbers that cannot be changed once a run has made it."""

import csv
import io
import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = Mapping[str, NDArray[Any]]


def make_table(columns: Mapping[str, Any]) -> Table:
    """Named columns of one length as a read-only table.

    >>> make_table({"period": [1, 2]})["period"].tolist()
    [1, 2]
    """
    arrays = {name: np.asarray(values).copy() for name, values in columns.items()}
    if len({len(array) for array in arrays.values()}) > 1:
        raise ValueError(f"columns differ in length: { {n: len(a) for n, a in arrays.items()} }")
    for array in arrays.values():
        array.flags.writeable = False
    return MappingProxyType(arrays)


def to_csv(table: Table) -> str:
    """The table as CSV text with a header line; where there is no number the cell is empty.

    >>> to_csv(make_table({"share": [0.5, float("nan")]}))
    'share\\n0.5\\n""\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table)
    writer.writerows(zip(*(_cells(column) for column in table.values()), strict=True))
    return out.getvalue()


def _cells(column: NDArray[Any]) -> list[Any]:
    if column.dtype.kind != "f" or np.isfinite(column).all():
        return column.tolist()  # type: ignore[no-any-return]
    return [value if math.isfinite(value) else None for value in column.tolist()]

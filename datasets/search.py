"""Finding customers in a table by a piece of their name, number or city, and by codes."""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from courseware.table import Table, make_table

SEARCHED = ("name", "number", "city")


def matching(table: Table, query: str, chosen: Mapping[str, Collection[str]]) -> NDArray[np.bool_]:
    """Which rows hold the query in one of the columns SEARCHED, and one of the chosen codes in each column.

    A column for which nothing is chosen does not matter. Small and capital letters are the same.

    >>> people = {"name": np.array(["Ann Lee"]), "number": np.array(["C-1"]), "city": np.array(["Northport"])}
    >>> matching(people, "PORT", {}).tolist(), matching(people, "Lea", {}).tolist()
    ([True], [False])
    """
    asked = " ".join(query.split()).lower()
    found = np.any([np.strings.find(np.strings.lower(table[name]), asked) >= 0 for name in SEARCHED], axis=0)
    for name, codes in chosen.items():
        if codes:
            found &= np.isin(table[name], list(codes))
    return np.asarray(found, dtype=np.bool_)


def only(table: Table, rows: NDArray[np.bool_], columns: Collection[str]) -> Table:
    """These rows and columns of the table."""
    return make_table({name: table[name][rows] for name in columns})

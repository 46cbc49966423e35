"""The CDNOW sample: what 2,357 real customers of a music shop bought from January 1997 to June 1998."""

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from courseware.table import Table, make_table

FOLDER: Final = Path(__file__).parent
CALIBRATED_UNTIL: Final = np.datetime64("1997-09-30", "D")
"""The day with which the published summary ends; later purchases test its forecasts."""
WEEK: Final = 7


@cache
def transactions() -> Table:
    """The 6,919 purchases: `customer` (1 to 2357), `ordered_on`, `units` (compact discs), `amount_cents`."""
    lines = (FOLDER / "CDNOW_sample.txt").read_text(encoding="ascii").splitlines()
    _, customer, day, units, dollars = zip(*(line.split() for line in lines), strict=True)
    return make_table(
        {
            "customer": np.array(customer, dtype=np.int64),
            "ordered_on": np.array([f"{d[:4]}-{d[4:6]}-{d[6:]}" for d in day], dtype="datetime64[D]"),
            "units": np.array(units, dtype=np.int64),
            "amount_cents": np.rint(np.array(dollars, dtype=np.float64) * 100).astype(np.int64),
        }
    )


@cache
def summary() -> Table:
    """The published summary, a row a customer: `customer`, `frequency` (days), `recency` and `T` (weeks)."""
    rows = np.loadtxt(FOLDER / "cdnow_customers_summary.csv", delimiter=",", skiprows=1)
    return make_table(
        {
            "customer": rows[:, 0].astype(np.int64),
            "frequency": rows[:, 1].astype(np.int64),
            "recency": rows[:, 2],
            "T": rows[:, 3],
        }
    )


def summarise(purchases: Table, until: np.datetime64 = CALIBRATED_UNTIL) -> Table:
    """Frequency, recency and T in weeks of every customer who bought by `until`.

    Purchases of one day count once, and the first day does not count: frequency is the number of days on
    which the customer came back, recency the weeks from the first to the last of them, T the weeks from the
    first to `until`.
    """
    early = purchases["ordered_on"] <= until
    days = np.stack([purchases["customer"][early], purchases["ordered_on"][early].astype(np.int64)], axis=1)
    customer, day = np.unique(days, axis=0).T
    ids, first, count = np.unique(customer, return_index=True, return_counts=True)
    begun, last = day[first], day[first + count - 1]
    return make_table(
        {
            "customer": ids,
            "frequency": count - 1,
            "recency": (last - begun) / WEEK,
            "T": (until.astype(np.int64) - begun) / WEEK,
        }
    )

"""The orders of the same customers over three years: when, how much and from which product line."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.special import ndtri

from courseware.chance import uniforms
from courseware.text import Text
from datasets.activity import Activity, draw_activity
from datasets.column import Column, Dataset
from datasets.contact import numbered
from datasets.locales import Locale
from datasets.opinions import draw_opinions
from datasets.people import draw_people
from datasets.streams import order_stream

LINES: Final = {
    "kitchen": Text(en="kitchen", zh="厨房用品"),
    "bedroom": Text(en="bedroom", zh="床上用品"),
    "living": Text(en="living room", zh="客厅陈设"),
    "garden": Text(en="garden", zh="园艺用品"),
    "gifts": Text(en="gifts", zh="礼品"),
}
LINE_SHARES: Final = (0.34, 0.22, 0.18, 0.11, 0.15)
MEDIAN_CENTS: Final = np.array([3_900.0, 8_500.0, 12_900.0, 5_400.0, 2_900.0])
"""The usual amount of an order in each product line."""
SEGMENT_SPENDS: Final = np.array([0.8, 0.95, 1.3, 1.05])
"""What each segment spends of the usual amount, in the order of people.SEGMENTS."""
AMOUNT_SPREAD: Final = 0.5
LEAST_CENTS: Final = 100

Whole = NDArray[np.int64]


def rows(seed: int, locale: Locale, start: int, stop: int) -> Mapping[str, pa.Array]:
    """The orders of the customers with ids `start + 1` up to `stop`, by customer and date."""
    del locale  # an order has no words of a country
    people = draw_people(seed, start, stop)
    behaviour = draw_opinions(seed, start, stop, people.segment).behaviour
    activity = draw_activity(seed, start, stop, people.joined_on, behaviour)
    owner, day, luck = _dated(seed, start, stop, activity)
    line = np.searchsorted(np.cumsum(LINE_SHARES)[:-1], luck[:, 1], side="right").astype(np.int8)
    ids = owner + start + 1
    return {
        "number": numbered("O", ids),
        "customer": pa.array(ids),
        "ordered_on": pa.array(day.astype("datetime64[D]")),
        "line": pa.DictionaryArray.from_arrays(pa.array(line), pa.array(list(LINES))),
        "amount_cents": pa.array(_cents(line, people.segment[owner], luck[:, 2])),
    }


def _dated(seed: int, start: int, stop: int, activity: Activity) -> tuple[Whole, Whole, NDArray[np.float64]]:
    """Each order's customer (counted from `start`), day and uniform numbers, by customer and day."""
    recent, earlier = activity.purchases, activity.earlier_purchases()
    count = recent + earlier
    owners, days, lucks = [], [], []
    for place in range(int(count.max(initial=0))):
        owner = np.flatnonzero(count > place)
        luck = uniforms(seed, order_stream(place), start, stop)[owner]
        is_recent = place < recent[owner]
        first, end = (
            np.where(is_recent, new[owner], old[owner])
            for new, old in zip(activity.recent, activity.older, strict=True)
        )
        owners.append(owner)
        days.append(first + (luck[:, 0] * (end - first)).astype(np.int64))
        lucks.append(luck)
    if not owners:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty((0, 4))
    owner, day, luck = np.concatenate(owners), np.concatenate(days), np.concatenate(lucks)
    order = np.lexsort((day, owner))
    return owner[order], day[order], luck[order]


def _cents(line: NDArray[np.int8], segment: NDArray[np.int8], u: NDArray[np.float64]) -> Whole:
    """Amounts that end in 9 as prices do, at least LEAST_CENTS less one."""
    usual = MEDIAN_CENTS[line] * SEGMENT_SPENDS[segment]
    amount = usual * np.exp(AMOUNT_SPREAD * ndtri(np.maximum(u, 2.0**-54)))
    return np.asarray(np.maximum(np.rint(amount / 10) * 10, LEAST_CENTS) - 1, dtype=np.int64)


COLUMNS: Final = (
    Column(
        "number",
        "words",
        Text(en="Order number", zh="订单号"),
        Text(
            en="The customer's number and the place among this customer's orders, such as O-000123-01.",
            zh="由客户号与该客户的第几张订单组成，例如 O-000123-01。",
        ),
    ),
    Column(
        "customer",
        "whole",
        Text(en="Customer", zh="客户"),
        Text(en="The ID of the customer who ordered.", zh="下单客户的编号。"),
    ),
    Column(
        "ordered_on",
        "date",
        Text(en="Ordered on", zh="下单日期"),
        Text(
            en="From 1 January 2023 or the day the customer joined, whichever is later.",
            zh="不早于 2023 年 1 月 1 日，也不早于客户入会当天。",
        ),
    ),
    Column(
        "line",
        "code",
        Text(en="Product line", zh="产品系列"),
        Text(en="Where in the shop the order belongs.", zh="订单所属的商品类别。"),
        choices=LINES,
    ),
    Column(
        "amount_cents",
        "whole",
        Text(en="Amount", zh="金额"),
        Text(
            en="What was paid: cents in the United States, fen in China.",
            zh="实付金额：美国以美分计，中国以分计。",
        ),
        Text(en="cents", zh="分"),
    ),
)

ORDERS: Final = Dataset(
    name="orders",
    title=Text(en="Orders", zh="订单"),
    story=Text(
        en="Every order that these customers placed in the three years up to 31 December 2025.",
        zh="这些客户在截至 2025 年 12 月 31 日的三年里下的全部订单。",
    ),
    columns=COLUMNS,
    rows=rows,
)

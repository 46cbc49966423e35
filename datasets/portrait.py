"""One row a customer with all that the lessons say of them: the survey, the orders and the calls joined."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from courseware.text import Text
from datasets import calls, customers, orders
from datasets.activity import END, OLDEST
from datasets.calling import COMPLAINTS
from datasets.column import Dataset
from datasets.dealing import ADVISER, CHAIN, LEVELS, STAGES, USERS, Dealing, PurchaseFacts, draw_dealing
from datasets.failures import ANSWERS, FAILURES, VOICES, ServiceFailures, draw_failures
from datasets.leaving import KINDS_OF_CALLED, draw_leaving
from datasets.locales import Locale
from datasets.portrait_columns import COLUMNS, MARGIN_PERCENT, QUADRANTS, STATES, THRESHOLD

Whole = NDArray[np.int64]
ArrowColumns = Mapping[str, pa.Array]
Bought = Mapping[str, NDArray[Any]]

LIKES: Final = 0.5
"""From this attitude on a customer likes the firm, and from this behaviour on acts as a regular."""


def rows(seed: int, locale: Locale, start: int, stop: int) -> ArrowColumns:
    """The customers with ids `start + 1` up to `stop`, in the order of COLUMNS."""
    survey = customers.rows(seed, locale, start, stop)
    made, placed = (table.rows(seed, locale, start, stop) for table in (calls, orders))
    opinion, bought = _opinion(survey), _bought(placed, survey, start)
    values = {
        **survey,
        **{name: column for name, column in opinion.items() if name not in ("state", "quadrant")},
        "state": _words(opinion["state"], STATES),
        "quadrant": _words(opinion["quadrant"], QUADRANTS),
        **_called(made, start, stop - start),
        **bought,
        **_dealt(draw_dealing(seed, start, stop, _known(placed, survey, bought, start))),
        **_failed(draw_failures(seed, start, stop, gap=opinion["gap"], state=opinion["state"], made=made)),
        **_leaving(seed, start, stop, survey=survey, bought=bought, quadrant=opinion["quadrant"]),
    }
    return {column.name: pa.array(values[column.name]) for column in COLUMNS}


def _opinion(survey: ArrowColumns) -> Mapping[str, Any]:
    gap = np.rint((_numbers(survey["perceived"]) - _numbers(survey["expected"])) * 10).astype(np.int64)
    state = 1 - (gap > 10 * THRESHOLD).astype(np.int8) + (gap < -10 * THRESHOLD)
    likes, acts = (_numbers(survey[name]) >= LIKES for name in ("attitude", "behaviour"))
    return {"gap": gap / 10, "state": state, "quadrant": likes + 2 * acts}


def _known(placed: ArrowColumns, survey: ArrowColumns, bought: Bought, start: int) -> PurchaseFacts:
    line = placed["line"]
    is_gift = np.isin(line.dictionary.to_pylist(), ["gifts"])[line.indices.to_numpy()]
    owner = _numbers(placed["customer"]) - start - 1
    names = ("orders", "frequency", "age_weeks", "quiet_weeks", "margin")
    return PurchaseFacts(
        joined=_days(survey["joined_on"]),
        gifts=np.bincount(owner[is_gift], minlength=len(survey["id"])),
        **{name: bought[name] for name in names},
    )


def _dealt(dealing: Dealing) -> Mapping[str, Any]:
    return {
        "chain": _words(dealing.chain, CHAIN),
        "used_by": _words(dealing.user, USERS),
        "adviser": _words(dealing.contacts > 0, ADVISER),
        "stage": _words(dealing.stage, STAGES),
        "level": _words(dealing.level, LEVELS),
        "contacts": dealing.contacts,
        "minutes": dealing.minutes,
    }


def _failed(failures: ServiceFailures) -> Mapping[str, Any]:
    return {
        "failure": _words(failures.failure, FAILURES),
        "voice": _words(failures.voice, VOICES),
        "answer": _words(failures.answer, ANSWERS),
        "told": failures.told,
    }


def _leaving(
    seed: int, start: int, stop: int, *, survey: ArrowColumns, bought: Bought, quadrant: NDArray[np.int8]
) -> Mapping[str, Any]:
    leaving = draw_leaving(
        seed,
        start,
        stop,
        quadrant=quadrant,
        behaviour=_numbers(survey["behaviour"]),
        **{name: bought[name] for name in ("orders", "frequency", "recency_weeks", "quiet_weeks")},
    )
    return {"risk": leaving.risk, "if_called": _words(leaving.if_called, KINDS_OF_CALLED)}


def _called(made: ArrowColumns, start: int, n: int) -> Mapping[str, Whole]:
    """Calls and complaints counted; the longest wait is 0 for who never called."""
    owner = _numbers(made["customer"]) - start - 1
    topic = made["topic"]
    is_complaint = np.isin(topic.dictionary.to_pylist(), COMPLAINTS)[topic.indices.to_numpy()]
    longest = np.zeros(n, dtype=np.int64)
    np.maximum.at(longest, owner, _numbers(made["waited_seconds"]))
    return {
        "calls": np.bincount(owner, minlength=n),
        "complaints": np.bincount(owner[is_complaint], minlength=n),
        "longest_wait": longest,
    }


def _bought(placed: ArrowColumns, survey: ArrowColumns, start: int) -> Bought:
    """Counts, weeks and money; who never ordered is counted from the day they could have."""
    n = len(survey["id"])
    owner = _numbers(placed["customer"]) - start - 1
    count = np.bincount(owner, minlength=n)
    cents = np.bincount(owner, _numbers(placed["amount_cents"]), n).astype(np.int64)
    day = _days(placed["ordered_on"])
    first, last = _first_and_last(day, count, _days(survey["joined_on"]))
    today = END - 1
    return {
        "orders": count,
        "frequency": np.maximum(_days_bought(owner, day, n) - 1, 0),
        "recency_weeks": _weeks(last - first),
        "age_weeks": _weeks(today - first),
        "quiet_weeks": _weeks(today - last),
        "mean_amount": _rounded(cents, np.maximum(count, 1)) / 100,
        "revenue": cents / 100,
        "margin": _rounded(cents * MARGIN_PERCENT, np.full(n, 100)) / 100,
    }


def _days_bought(owner: Whole, day: Whole, n: int) -> Whole:
    """On how many days each customer ordered: a second order of one day is no return."""
    is_new = np.ones(len(day), dtype=bool)
    is_new[1:] = (owner[1:] != owner[:-1]) | (day[1:] != day[:-1])  # orders come by customer and day
    return np.bincount(owner[is_new], minlength=n)


def _first_and_last(day: Whole, count: Whole, joined: Whole) -> tuple[Whole, Whole]:
    """The days of the first and the last order; without orders, the day from which orders are kept."""
    begin = np.maximum(joined, OLDEST)
    end = np.cumsum(count)
    bought = np.flatnonzero(count)
    first, last = begin.copy(), begin.copy()
    first[bought] = day[(end - count)[bought]]  # orders come by customer and day
    last[bought] = day[end[bought] - 1]
    return first, last


def _rounded(cents: Whole, parts: Whole) -> Whole:
    """The cents divided by `parts`, halves up."""
    return np.asarray((2 * cents + parts) // (2 * parts))


def _weeks(days: Whole) -> NDArray[np.float64]:
    return np.asarray(np.round(days / 7, 2))


def _numbers(column: pa.Array) -> NDArray[Any]:
    return np.asarray(column.to_numpy(zero_copy_only=False))


def _days(column: pa.Array) -> Whole:
    return np.asarray(_numbers(column).astype("datetime64[D]").astype(np.int64))


def _words(places: NDArray[Any], choices: Mapping[str, Text]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int8)), pa.array(list(choices)))


PORTRAIT: Final = Dataset(
    name="portrait",
    title=Text(en="Customers in all lessons", zh="客户全貌"),
    story=Text(
        en="Survey, calls of 2025, orders of 2023 to 2025 and what the shop did, joined in one row for each "
        "customer.",
        zh="每位客户一行，汇总问卷、2025 年来电、2023—2025 年订单和店里所做的服务。",
    ),
    columns=COLUMNS,
    rows=rows,
)

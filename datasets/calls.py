"""The service calls of the same customers in 2025: who called, what about, the wait and the outcome."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pyarrow as pa

from courseware.text import Text
from datasets.activity import draw_activity
from datasets.calling import OUTCOMES, TOPICS, draw_calls
from datasets.column import Column, Dataset
from datasets.contact import numbered
from datasets.locales import Locale
from datasets.opinions import draw_opinions
from datasets.people import draw_people

TOPIC_WORDS: Final = {
    "delivery": Text(en="late or damaged delivery", zh="送货延误或破损"),
    "product": Text(en="faulty product", zh="产品有毛病"),
    "invoice": Text(en="wrong invoice", zh="账单有误"),
    "return": Text(en="return or exchange", zh="退换货"),
    "advice": Text(en="advice", zh="咨询"),
    "order": Text(en="state of an order", zh="查询订单"),
    "praise": Text(en="praise", zh="表扬"),
}
OUTCOME_WORDS: Final = {
    "at_once": Text(en="solved at once", zh="当场解决"),
    "later": Text(en="solved later", zh="事后解决"),
    "unsolved": Text(en="not solved", zh="未解决"),
    "gave_up": Text(en="gave up waiting", zh="等不及挂断"),
}
_SECONDS: Final = Text(en="seconds", zh="秒")


def rows(seed: int, locale: Locale, start: int, stop: int) -> Mapping[str, pa.Array]:
    """The calls of the customers with ids `start + 1` up to `stop`, by customer, day and hour."""
    del locale  # a call has no words of a country
    people = draw_people(seed, start, stop)
    opinions = draw_opinions(seed, start, stop, people.segment)
    activity = draw_activity(seed, start, stop, people.joined_on, opinions.behaviour)
    calls = draw_calls(seed, start, stop, people=people, opinions=opinions, purchases=activity.purchases)
    ids = calls.owner + start + 1
    return {
        "number": numbered("S", ids),
        "customer": pa.array(ids),
        "called_on": pa.array(calls.day.astype("datetime64[D]")),
        "hour": pa.array(calls.hour),
        "topic": _words(calls.topic, TOPICS),
        "waited_seconds": pa.array(calls.waited),
        "handled_seconds": pa.array(calls.handled),
        "outcome": _words(calls.outcome, OUTCOMES),
    }


def _words(places: np.ndarray[tuple[int], np.dtype[np.int8]], codes: tuple[str, ...]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(codes))


COLUMNS: Final = (
    Column(
        "number",
        "words",
        Text(en="Call number", zh="来电编号"),
        Text(
            en="The customer's number and the place among this customer's calls, such as S-000123-01.",
            zh="由客户号与该客户的第几次来电组成，例如 S-000123-01。",
        ),
    ),
    Column(
        "customer",
        "whole",
        Text(en="Customer", zh="客户"),
        Text(en="The ID of the customer who called.", zh="来电客户的编号。"),
    ),
    Column(
        "called_on",
        "date",
        Text(en="Called on", zh="来电日期"),
        Text(
            en="In 2025, not before the day the customer joined.", zh="在 2025 年之内，且不早于客户入会当天。"
        ),
    ),
    Column(
        "hour",
        "whole",
        Text(en="Hour", zh="时段"),
        Text(
            en="The hour in which the call came; the desk is open from 9 to 20, so 9 means 9:00 to 9:59.",
            zh="来电所在的钟点；服务时间为 9 点至 20 点，9 指 9:00—9:59。",
        ),
        Text(en="o'clock", zh="点"),
    ),
    Column(
        "topic",
        "code",
        Text(en="Topic", zh="事由"),
        Text(
            en="What the call was about; the first four are complaints.", zh="来电为了什么事；前四类为投诉。"
        ),
        choices=TOPIC_WORDS,
    ),
    Column(
        "waited_seconds",
        "whole",
        Text(en="Waited", zh="等待时间"),
        Text(
            en="From the ring to the answer, or until the caller gave up.",
            zh="从拨通到接听，或到客户挂断为止。",
        ),
        _SECONDS,
    ),
    Column(
        "handled_seconds",
        "whole",
        Text(en="Handled", zh="处理时间"),
        Text(en="How long the agent spoke; 0 if the caller gave up.", zh="坐席通话多久；客户挂断则为 0。"),
        _SECONDS,
    ),
    Column(
        "outcome",
        "code",
        Text(en="Outcome", zh="结果"),
        Text(en="How the call ended.", zh="来电如何了结。"),
        choices=OUTCOME_WORDS,
    ),
)

CALLS: Final = Dataset(
    name="calls",
    title=Text(en="Service calls", zh="服务来电"),
    story=Text(
        en="The calls of these customers to the service desk in 2025. About half of the unhappy never call.",
        zh="这些客户 2025 年打给服务台的电话。不满的客户约有一半从不来电。",
    ),
    columns=COLUMNS,
    rows=rows,
)

"""A customer's row told as a short story, as far as the lessons have got."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from courseware.text import Text
from datasets.people import SEGMENTS
from datasets.portrait_columns import STATES

Row = Mapping[str, Any]
"""One row of the portrait, by the names of its columns."""


def story(row: Row, lessons: Collection[str]) -> Text:
    """Who the customer is, and a sentence for each of these lessons that says something of customers.

    A row without state or quadrant is told without them.
    """
    sentences = [tell(row, lessons) for lesson, tell in _TELL.items() if lesson in lessons]
    told = [_who(row), *(sentence for sentence in sentences if sentence is not None)]
    return Text(en=" ".join(text.en for text in told), zh="".join(text.zh for text in told))


def _who(row: Row) -> Text:
    segment = SEGMENTS[row["segment"]]
    return Text(
        en=f"{row['name']} of {row['city']} {segment.en}.",
        zh=f"{row['name']}，住在{row['city']}，{segment.zh}。",
    )


def _satisfaction(row: Row, _: Collection[str]) -> Text:
    en = f"Expected {row['expected']:.1f} points and received {row['perceived']:.1f}"
    zh = f"期望 {row['expected']:.1f} 分，实得 {row['perceived']:.1f} 分"
    if "state" not in row:
        return Text(en=f"{en}.", zh=f"{zh}。")
    state = STATES[row["state"]]
    return Text(en=f"{en}: {state.en}.", zh=f"{zh}：{state.zh}。")


_LOYALTY: Final = {
    "none": Text(
        en="Likes the firm little and is not a regular (no loyalty).",
        zh="对企业没有好感，也算不上常客（非忠诚）。",
    ),
    "latent": Text(
        en="Likes the firm but is not a regular (latent loyalty).",
        zh="对企业有好感，却还算不上常客（潜在忠诚）。",
    ),
    "inertia": Text(
        en="Likes the firm little but keeps buying (inertia loyalty).",
        zh="对企业没有好感，却仍常来购买（惯性忠诚）。",
    ),
    "absolute": Text(
        en="Likes the firm and is a regular (absolute loyalty).",
        zh="对企业有好感，也是常客（绝对忠诚）。",
    ),
}


def _loyalty(row: Row, _: Collection[str]) -> Text | None:
    return _LOYALTY[row["quadrant"]] if "quadrant" in row else None


def _calls(row: Row, lessons: Collection[str]) -> Text:
    if not row["calls"]:
        is_silent = row.get("state") == "disappointed" and "satisfaction" in lessons
        return _SILENT if is_silent else _NEVER
    why, wait = _complaints(row["calls"], row["complaints"]), row["longest_wait"]
    if wait:
        waited = Text(en=f"the longest wait was {wait} seconds", zh=f"最久一次等了 {wait} 秒")
    else:
        waited = Text(en="no waiting", zh="一打就通")
    return Text(
        en=f"Called {_times(row['calls'])} in 2025, {why.en}; {waited.en}.",
        zh=f"2025 年来电 {row['calls']} 次，{why.zh}，{waited.zh}。",
    )


_NEVER: Final = Text(en="Never called in 2025.", zh="2025 年没有来电。")
_SILENT: Final = Text(
    en="Never called in 2025: disappointed, and silent.", zh="2025 年没有来电：失望，却不作声。"
)


def _complaints(calls: int, complaints: int) -> Text:
    if not complaints:
        return Text(en="not to complain", zh="不是投诉" if calls == 1 else "都不是投诉")
    if complaints < calls:
        return Text(en=f"{_times(complaints)} to complain", zh=f"其中投诉 {complaints} 次")
    if calls == 1:
        return Text(en="to complain", zh="是投诉")
    return Text(en="each time to complain", zh="都是投诉")


def _value(row: Row, _: Collection[str]) -> Text:
    if not row["orders"]:
        return Text(en="Placed no order from 2023 to 2025.", zh="2023 至 2025 年没有下单。")
    weeks, revenue, margin = int(row["quiet_weeks"]), f"{row['revenue']:,.2f}", f"{row['margin']:,.2f}"
    ago = f"{weeks} week{'s' if weeks > 1 else ''} ago" if weeks else "less than a week ago"
    n = row["orders"]
    orders = (
        "Placed one order from 2023 to 2025," if n == 1 else f"Placed {n} orders from 2023 to 2025, the last"
    )
    last = f" {weeks} 周前" if weeks else "一周之内"
    return Text(
        en=f"{orders} {ago}: revenue ${revenue}, margin ${margin}.",
        zh=f"2023 至 2025 年下单 {n} 次，末单在{last}：销售额 {revenue} 元，毛利 {margin} 元。",
    )


QUIET: Final = 26
"""From more weeks without an order on a customer counts as lost: without a contract nobody says goodbye."""
LONG_STANDING: Final = 104
"""Weeks as a customer from which the reasons for leaving weigh most."""


def _churn(row: Row, _: Collection[str]) -> Text | None:
    if not row["orders"]:
        return None
    if row["quiet_weeks"] <= QUIET:
        return Text(en="Still ordering.", zh="仍在下单。")
    lost = Text(en=f"Lost: no order for more than {QUIET} weeks.", zh=f"已流失：超过 {QUIET} 周没有下单。")
    if row["age_weeks"] < LONG_STANDING:
        return lost
    return Text(
        en=f"{lost.en} Long-standing, to be asked in person.", zh=f"{lost.zh}是老客户，值得当面问原因。"
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


_TELL: Final[Mapping[str, Callable[[Row, Collection[str]], Text | None]]] = {
    "satisfaction": _satisfaction,
    "loyalty": _loyalty,
    "churn": _churn,
    "crm_systems": _calls,
    "lifetime_value": _value,
}

"""A customer's row told as a short story, as far as the lessons have got."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from courseware.text import Text
from datasets.dealing import LEVELS, QUIET, STAGES
from datasets.failures import ANSWERS, FAILURES
from datasets.people import SEGMENTS
from datasets.portrait_columns import STATES

CustomerRow = Mapping[str, Any]
"""One row of the portrait, by the names of its columns."""


def story(row: CustomerRow, lessons: Collection[str]) -> Text:
    """Who the customer is, and a sentence for each of these lessons that says something of customers.

    A row without what is still to be worked out (stage, level, state, voice, quadrant) is told without it.
    """
    sentences = [tell(row, lessons) for lesson, tell in _TELL.items() if lesson in lessons]
    told = [_who(row), *(sentence for sentence in sentences if sentence is not None)]
    return Text(en=" ".join(text.en for text in told), zh="".join(text.zh for text in told))


def _who(row: CustomerRow) -> Text:
    segment = SEGMENTS[row["segment"]]
    return Text(
        en=f"{row['name']} of {row['city']} {segment.en}.",
        zh=f"{row['name']}，住在{row['city']}，{segment.zh}。",
    )


_BUYS: Final = {
    ("consumer", "self"): Text(en="An end consumer, buying for own use", zh="消费者，买来自己用"),
    ("consumer", "family"): Text(en="An end consumer, buying for the family", zh="消费者，买给家里人用"),
    ("consumer", "gift"): Text(en="An end consumer, buying presents", zh="消费者，买来送人"),
    ("intermediary", "resold"): Text(
        en="An intermediate customer, buying to sell on", zh="中间客户，买来转卖"
    ),
    ("internal", "self"): Text(
        en="Works for the shop and buys for own use", zh="本店员工（内部客户），买来自己用"
    ),
    ("internal", "family"): Text(
        en="Works for the shop and buys for the family", zh="本店员工（内部客户），买给家里人用"
    ),
    ("internal", "gift"): Text(
        en="Works for the shop and buys presents", zh="本店员工（内部客户），买来送人"
    ),
}
_ADVISED: Final = {
    "yes": Text(en="looked after by one adviser", zh="有专人服务"),
    "no": Text(en="looked after by nobody in particular", zh="没有专人服务"),
}


def _customers(row: CustomerRow, _: Collection[str]) -> Text:
    buys, advised = _BUYS[row["chain"], row["used_by"]], _ADVISED[row["adviser"]]
    return Text(en=f"{buys.en}, {advised.en}.", zh=f"{buys.zh}，{advised.zh}。")


def _relationships(row: CustomerRow, _: Collection[str]) -> Text:
    done = _contacts(row["contacts"], row["minutes"])
    en, zh = [], []
    if "stage" in row:
        en.append(STAGES[row["stage"]].en)
        zh.append(("" if row["stage"] == "none" else "处于") + STAGES[row["stage"]].zh)
    if "level" in row:
        en.append(f"{LEVELS[row['level']].en} type")
        zh.append(f"属{LEVELS[row['level']].zh}")
    if not en:
        return done
    return Text(en=f"Relationship: {', '.join(en)}. {done.en}", zh=f"关系{'，'.join(zh)}。{done.zh}")


def _contacts(contacts: int, minutes: int) -> Text:
    if not minutes:
        return Text(en="The shop did nothing for them in 2025.", zh="2025 年售后店里没有再联系。")
    if not contacts:
        return Text(
            en=f"In 2025 the shop only answered messages: {_minutes(minutes)}.",
            zh=f"2025 年店里只是有留言才回，用时 {minutes} 分钟。",
        )
    return Text(
        en=f"In 2025 the shop got in touch {_times(contacts)}: {_minutes(minutes)}.",
        zh=f"2025 年店里主动联系 {contacts} 次，用时 {minutes} 分钟。",
    )


def _satisfaction(row: CustomerRow, _: Collection[str]) -> Text:
    en = f"Expected {row['expected']:.1f} points and received {row['perceived']:.1f}"
    zh = f"期望 {row['expected']:.1f} 分，实得 {row['perceived']:.1f} 分"
    if "state" not in row:
        return Text(en=f"{en}.", zh=f"{zh}。")
    state = STATES[row["state"]]
    return Text(en=f"{en}: {state.en}.", zh=f"{zh}：{state.zh}。")


def _complaint(row: CustomerRow, _: Collection[str]) -> Text:
    told, answer = _told(row["told"]), ANSWERS[row["answer"]]
    if row["failure"] == "none":
        return Text(en=f"Nothing went wrong; {told.en}.", zh=f"没有出过问题；{told.zh}。")
    en, zh = _FAILED[row["failure"]], f"出过问题（{FAILURES[row['failure']].zh}）"
    if row["answer"] != "none":
        en, zh = f"{en} and complained: {answer.en}", f"{zh}，投诉过，{answer.zh}"
    elif "voice" in row:
        en, zh = f"{en} and said nothing", f"{zh}，没有作声"
    return Text(en=f"{en}; {told.en}.", zh=f"{zh}；{told.zh}。")


_FAILED: Final = {
    "delivery": "Had a late or damaged delivery",
    "product": "Had a faulty product",
    "invoice": "Had a wrong invoice",
    "return": "Had trouble with a return or exchange",
}


def _told(people: int) -> Text:
    if not people:
        return Text(en="told nobody of the shop", zh="没对别人讲过这家店")
    who = "one person" if people == 1 else f"{people} people"
    return Text(en=f"told {who} of the shop", zh=f"对 {people} 个人讲过这家店")


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


def _loyalty(row: CustomerRow, _: Collection[str]) -> Text | None:
    return _LOYALTY[row["quadrant"]] if "quadrant" in row else None


def _calls(row: CustomerRow, lessons: Collection[str]) -> Text:
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


def _value(row: CustomerRow, lessons: Collection[str]) -> Text:
    if not row["orders"]:
        says = row.get("quadrant") in ("inertia", "absolute") and "loyalty" in lessons
        return _SAYS_SO if says else _NO_ORDER
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


_NO_ORDER: Final = Text(en="Placed no order from 2023 to 2025.", zh="2023 至 2025 年没有下单。")
_SAYS_SO: Final = Text(
    en="Yet placed no order from 2023 to 2025: survey and orders do not agree.",
    zh="可 2023 至 2025 年一单也没有下：问卷和订单对不上。",
)
_IF_CALLED: Final = {
    "persuadable": Text(en="Will order again if called (persuadable).", zh="打了电话才会再来（可说服）。"),
    "lost_cause": Text(
        en="Will not order again, called or not (lost cause).", zh="打不打电话都不会再来（无可挽回）。"
    ),
    "sure_thing": Text(
        en="Will order again, called or not (sure thing).", zh="打不打电话都会再来（本来就留）。"
    ),
    "sleeping_dog": Text(
        en="Will order again unless called (sleeping dog).", zh="不打会再来，一打反而不来了（勿扰）。"
    ),
}


def _churn(row: CustomerRow, _: Collection[str]) -> Text | None:
    if not row["orders"]:
        return None
    score, called = f"{row['risk']:.1f}%", _IF_CALLED[row["if_called"]]
    if row["quiet_weeks"] <= QUIET:
        return Text(
            en=f"Still ordering; churn score {score}. {called.en}",
            zh=f"仍在下单，流失评分 {score}。{called.zh}",
        )
    age = int(row["age_weeks"])
    return Text(
        en=f"A customer for {age} weeks; counts as lost, with no order for more than {QUIET} weeks; "
        f"churn score {score}. {called.en}",
        zh=f"做了 {age} 周客户，超过 {QUIET} 周没有下单，按规则算流失；流失评分 {score}。{called.zh}",
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _minutes(count: int) -> str:
    return "one minute" if count == 1 else f"{count} minutes"


_TELL: Final[Mapping[str, Callable[[CustomerRow, Collection[str]], Text | None]]] = {
    "customers": _customers,
    "relationships": _relationships,
    "satisfaction": _satisfaction,
    "complaints": _complaint,
    "loyalty": _loyalty,
    "churn": _churn,
    "lifetime_value": _value,
    "crm_systems": _calls,
}
"""In the order of the course."""

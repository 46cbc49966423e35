"""The columns of the portrait, and which lesson teaches what each one tells."""

from collections.abc import Mapping
from typing import Final

from courseware.text import Text
from datasets import customers
from datasets.column import Column, Kind

THRESHOLD: Final = 5
"""Points that the gap must exceed before people are delighted or disappointed."""
MARGIN_PERCENT: Final = 30
"""What is left of the revenue when the goods are paid for."""

STATES: Final[Mapping[str, Text]] = {
    "delighted": Text(en="delighted", zh="惊喜"),
    "content": Text(en="content", zh="平静"),
    "disappointed": Text(en="disappointed", zh="失望"),
}
QUADRANTS: Final[Mapping[str, Text]] = {
    "none": Text(en="no loyalty", zh="非忠诚"),
    "latent": Text(en="latent loyalty", zh="潜在忠诚"),
    "inertia": Text(en="inertia loyalty", zh="惯性忠诚"),
    "absolute": Text(en="absolute loyalty", zh="绝对忠诚"),
}

_POINTS: Final = Text(en="points", zh="分")
_TIMES: Final = Text(en="orders", zh="次")
_CALLS: Final = Text(en="calls", zh="次")
_SECONDS: Final = Text(en="seconds", zh="秒")
_WEEKS: Final = Text(en="weeks", zh="周")
_MONEY: Final = Text(en="yuan", zh="元")


def _from_survey(name: str, lesson: str | None = None) -> Column:
    told = next(column for column in customers.COLUMNS if column.name == name)
    return Column(name, told.kind, told.title, told.meaning, told.unit, told.choices, lesson)


def _value(name: str, kind: Kind, unit: Text, title: Text, meaning: Text) -> Column:
    return Column(name, kind, title, meaning, unit, lesson="lifetime_value")


_IDENTITY: Final = tuple(_from_survey(name) for name in ("id", "number", "name", "segment", "city"))

_SATISFACTION: Final = (
    _from_survey("expected", "satisfaction"),
    _from_survey("perceived", "satisfaction"),
    Column(
        "gap",
        "decimal",
        Text(en="Gap", zh="差距"),
        Text(en="Perceived value minus expectation.", zh="感知价值减去期望值。"),
        _POINTS,
        lesson="satisfaction",
        worked_out_from=("expected", "perceived"),
    ),
    Column(
        "state",
        "code",
        Text(en="State", zh="满意状态"),
        Text(
            en=f"Delighted by a gap of more than {THRESHOLD} points, disappointed by one below −{THRESHOLD}, "
            "else content.",
            zh=f"差距超过 +{THRESHOLD} 分为惊喜，低于 −{THRESHOLD} 分为失望，其余为平静。",
        ),
        choices=STATES,
        lesson="satisfaction",
        worked_out_from=("expected", "perceived"),
    ),
)

_LOYALTY: Final = (
    _from_survey("attitude", "loyalty"),
    _from_survey("behaviour", "loyalty"),
    Column(
        "quadrant",
        "code",
        Text(en="Quadrant", zh="忠诚象限"),
        Text(
            en="By attitude and behaviour, each high from 0.5 on.",
            zh="按态度和行为划分，两者均以 0.5 及以上为高。",
        ),
        choices=QUADRANTS,
        lesson="loyalty",
        worked_out_from=("attitude", "behaviour"),
    ),
)

_CRM_SYSTEMS: Final = (
    Column(
        "calls",
        "whole",
        Text(en="Calls", zh="来电次数"),
        Text(en="Calls to the service desk in 2025.", zh="2025 年打给服务台的次数。"),
        _CALLS,
        lesson="crm_systems",
    ),
    Column(
        "complaints",
        "whole",
        Text(en="Complaints", zh="投诉次数"),
        Text(
            en="Calls about a delivery, a faulty product, an invoice or a return.",
            zh="其中因送货、产品、账单或退换货而打来的次数。",
        ),
        _CALLS,
        lesson="crm_systems",
    ),
    Column(
        "longest_wait",
        "whole",
        Text(en="Longest wait", zh="最长等待"),
        Text(
            en="Until one of the calls was answered or given up; 0 without calls.",
            zh="各次来电中等待接听（或等到挂断）最久的一次；没有来电则为 0。",
        ),
        _SECONDS,
        lesson="crm_systems",
    ),
)

_LIFETIME_VALUE: Final = (
    _value(
        "orders",
        "whole",
        _TIMES,
        Text(en="Orders", zh="订单数"),
        Text(en="Orders from 2023 to 2025.", zh="2023—2025 年的订单数。"),
    ),
    _value(
        "frequency",
        "whole",
        _TIMES,
        Text(en="Repeat orders", zh="重复购买次数"),
        Text(
            en="Days with an order after the day of the first, x in the BG/NBD model: several orders of one "
            "day count once.",
            zh="首单当天之后又有下单的天数，即 BG/NBD 模型中的 x；同一天下的几单只算一次。",
        ),
    ),
    _value(
        "recency_weeks",
        "decimal",
        _WEEKS,
        Text(en="First to last order", zh="首单至末单"),
        Text(
            en="Weeks from the first order to the last, t_x in the BG/NBD model; 0 without a repeat order.",
            zh="从首单到末单的周数，即 BG/NBD 模型中的 t_x；没有重复购买则为 0。",
        ),
    ),
    _value(
        "age_weeks",
        "decimal",
        _WEEKS,
        Text(en="Age as a customer", zh="客户年龄"),
        Text(
            en="Weeks from the first order to 31 December 2025, T in the BG/NBD model. Without orders, weeks "
            "since joining or since 1 January 2023, whichever is later.",
            zh="从首单到 2025 年 12 月 31 日的周数，即 BG/NBD 模型中的 T；"
            "没有订单的，从入会日或 2023 年 1 月 1 日（取较晚者）算起。",
        ),
    ),
    _value(
        "quiet_weeks",
        "decimal",
        _WEEKS,
        Text(en="Since the last order", zh="距末单"),
        Text(
            en="Weeks from the last order to 31 December 2025, the R of RFM: age less first to last order.",
            zh="从末单到 2025 年 12 月 31 日的周数，即 RFM 中的 R，等于客户年龄减去首单至末单。",
        ),
    ),
    _value(
        "mean_amount",
        "decimal",
        _MONEY,
        Text(en="Mean amount", zh="平均单额"),
        Text(en="Revenue per order; 0 without orders.", zh="平均每单的销售额；没有订单则为 0。"),
    ),
    _value(
        "revenue",
        "decimal",
        _MONEY,
        Text(en="Revenue", zh="销售额"),
        Text(en="All that was paid from 2023 to 2025.", zh="2023—2025 年实付金额之和。"),
    ),
    _value(
        "margin",
        "decimal",
        _MONEY,
        Text(en="Margin", zh="毛利"),
        Text(en=f"{MARGIN_PERCENT} per cent of the revenue.", zh=f"销售额的 {MARGIN_PERCENT}%。"),
    ),
)

COLUMNS: Final = (*_IDENTITY, *_SATISFACTION, *_LOYALTY, *_CRM_SYSTEMS, *_LIFETIME_VALUE)

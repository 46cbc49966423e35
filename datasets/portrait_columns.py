"""The columns of the portrait, and which lesson teaches what each one tells."""

from collections.abc import Mapping
from typing import Final

from courseware.text import Text
from datasets import customers
from datasets.column import Column, ValueKind
from datasets.dealing import ADVISER, CHAIN, CONTACTS, LEVELS, QUIET, STABLE, STAGES, USERS
from datasets.failures import ANSWERS, FAILURES, VOICES
from datasets.leaving import KINDS_OF_CALLED

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
_CONTACTS: Final = Text(en="contacts", zh="次")
_MINUTES: Final = Text(en="minutes", zh="分钟")
_PEOPLE: Final = Text(en="people", zh="人")
_PER_CENT: Final = Text(en="%", zh="%")


def _from_survey(name: str, lesson: str | None = None) -> Column:
    told = next(column for column in customers.COLUMNS if column.name == name)
    return Column(name, told.kind, told.title, told.meaning, told.unit, told.choices, lesson)


def _value(name: str, kind: ValueKind, unit: Text, title: Text, meaning: Text) -> Column:
    return Column(name, kind, title, meaning, unit, lesson="lifetime_value")


def _range(level: int) -> str:
    """The fewest and the most contacts of a level."""
    fewest, most = CONTACTS[level]
    return f"{fewest}–{most}"


_IDENTITY: Final = tuple(_from_survey(name) for name in ("id", "number", "name", "segment", "city"))

_CUSTOMERS: Final = (
    Column(
        "chain",
        "code",
        Text(en="Place in the chain", zh="链条成员"),
        Text(
            en="Buys for a household, buys to sell on in a shop of one's own, or works for our shop.",
            zh="为自家购买的是消费者，买来转卖的是中间客户，在本店工作的是内部客户。",
        ),
        choices=CHAIN,
        lesson="customers",
    ),
    Column(
        "used_by",
        "code",
        Text(en="Who uses it", zh="谁来用"),
        Text(
            en="Who ends up with what this customer buys: buyer and user need not be one person.",
            zh="这位客户买的东西最后由谁使用：买的人和用的人不一定是同一个人。",
        ),
        choices=USERS,
        lesson="customers",
    ),
    Column(
        "adviser",
        "code",
        Text(en="Adviser of one's own", zh="专人服务"),
        Text(
            en="Whether somebody of the shop is named to look after this customer.",
            zh="店里有没有指定专人负责这位客户。",
        ),
        choices=ADVISER,
        lesson="customers",
    ),
)

_RELATIONSHIPS: Final = (
    Column(
        "stage",
        "code",
        Text(en="Stage of life", zh="生命周期阶段"),
        Text(
            en="None for who never ordered. Decline: has ordered, but not for more than "
            f"{QUIET} weeks. Otherwise by repeat orders: exploration with none, build-up with "
            f"1 to {STABLE - 1}, stable from {STABLE} on.",
            zh="从没下过单的，关系尚未建立；"
            f"下过单、但超过 {QUIET} 周没再下单的，为退化期；其余按重复购买次数："
            f"0 次为考察期，1 至 {STABLE - 1} 次为形成期，{STABLE} 次及以上为稳定期。",
        ),
        choices=STAGES,
        lesson="relationships",
        worked_out_from=("orders", "frequency", "quiet_weeks"),
    ),
    Column(
        "level",
        "code",
        Text(en="Type of relationship", zh="关系类型"),
        Text(
            en="What the shop does after a sale: nothing (basic), answers who calls (reactive), "
            f"asks {_range(2)} times a year whether all is well (accountable), {_range(3)} times with "
            f"advice (proactive), from {CONTACTS[4][0]} times on as a partner (partnership).",
            zh="售后做什么：不再联系（基本型）、客户来问才答（被动型）、"
            f"一年回访 {_range(2)} 次（负责型）、主动联系 {_range(3)} 次（能动型）、"
            f"{CONTACTS[4][0]} 次及以上、长期合作（伙伴型）。",
        ),
        choices=LEVELS,
        lesson="relationships",
        worked_out_from=("contacts", "minutes"),
    ),
    Column(
        "contacts",
        "whole",
        Text(en="Contacts sought", zh="主动联系"),
        Text(
            en="How often in 2025 the shop got in touch after a sale without being asked.",
            zh="2025 年售后由店里主动联系客户的次数。",
        ),
        _CONTACTS,
        lesson="relationships",
    ),
    Column(
        "minutes",
        "whole",
        Text(en="Time spent", zh="服务用时"),
        Text(
            en="Working time that looking after this customer took in 2025; 0 at the basic type.",
            zh="2025 年店员为这位客户花的售后服务时间；基本型为 0。",
        ),
        _MINUTES,
        lesson="relationships",
    ),
)

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

_COMPLAINTS: Final = (
    Column(
        "failure",
        "code",
        Text(en="What went wrong", zh="出了什么问题"),
        Text(
            en="The first trouble that a call of 2025 or, of who stayed silent, the survey tells of.",
            zh="2025 年来电中第一次提到的问题；没来电的，以问卷为准。",
        ),
        choices=FAILURES,
        lesson="complaints",
    ),
    Column(
        "voice",
        "code",
        Text(en="What the customer did", zh="客户的反应"),
        Text(
            en="Complained: at least one call about a trouble. Silent: trouble, but no such call.",
            zh="为问题来过电话的，是提出投诉；出了问题却没来电话的，是不作声。",
        ),
        choices=VOICES,
        lesson="complaints",
        worked_out_from=("failure", "complaints"),
    ),
    Column(
        "answer",
        "code",
        Text(en="How it was answered", zh="处理结果"),
        Text(en="How the first complaint of 2025 ended.", zh="2025 年第一次投诉的处理结果。"),
        choices=ANSWERS,
        lesson="complaints",
    ),
    Column(
        "told",
        "whole",
        Text(en="People told", zh="讲给几个人"),
        Text(
            en="To how many people the customer spoke of the shop in 2025, well or badly, by the survey.",
            zh="问卷所答：2025 年对几个人讲过这家店，好话坏话都算。",
        ),
        _PEOPLE,
        lesson="complaints",
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

_CHURN: Final = (
    Column(
        "risk",
        "decimal",
        Text(en="Churn score", zh="流失评分"),
        Text(
            en="Chance that the customer has left or will within a year, worked out from how often they "
            "ordered, how long they have been silent, and behaviour; 0 without orders.",
            zh="客户已经离开、或一年内会离开的可能性，按下单频率、沉默时间和行为推算；没有订单则为 0。",
        ),
        _PER_CENT,
        lesson="churn",
    ),
    Column(
        "if_called",
        "code",
        Text(en="If called", zh="打电话会怎样"),
        Text(
            en="What a call would change. Only the lab sees a customer with and without the call.",
            zh="打电话能改变什么。“打”和“不打”两种结果只有实验室看得见，企业看不见。",
        ),
        choices=KINDS_OF_CALLED,
        lesson="churn",
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

COLUMNS: Final = (
    *_IDENTITY,
    *_CUSTOMERS,
    *_RELATIONSHIPS,
    *_SATISFACTION,
    *_COMPLAINTS,
    *_LOYALTY,
    *_CHURN,
    *_LIFETIME_VALUE,
    *_CRM_SYSTEMS,
)
"""In the order of the course."""

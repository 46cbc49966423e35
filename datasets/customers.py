"""The customers of the firm: who they are, what they expected and got, what they think and what they buy."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pyarrow as pa

from courseware.text import Text
from datasets.activity import draw_activity
from datasets.column import Column, Dataset
from datasets.contact import contacts, numbers
from datasets.locales import Locale
from datasets.opinions import PARTS, draw_opinions
from datasets.people import GENDERS, SEGMENTS, draw_people

_POINTS: Final = Text(en="points", zh="分")


def rows(seed: int, locale: Locale, start: int, stop: int) -> Mapping[str, pa.Array]:
    """The customers with ids `start + 1` up to `stop`, in the order of COLUMNS."""
    people = draw_people(seed, start, stop)
    opinions = draw_opinions(seed, start, stop, people.segment)
    activity = draw_activity(seed, start, stop, people.joined_on, opinions.behaviour)
    values: dict[str, pa.Array] = {
        "id": pa.array(people.id),
        "number": numbers(people.id),
        "gender": _words(np.where(people.female, 0, 1).astype(np.int8), GENDERS),
        "birth_year": pa.array(people.birth_year),
        **contacts(seed, locale, people),
        "segment": _words(people.segment, SEGMENTS),
        "joined_on": pa.array(people.joined_on),
        **{name: pa.array(opinions.parts[:, place] / 10) for place, name in enumerate(PARTS)},
        "perceived": pa.array(opinions.perceived / 10),
        "expected": pa.array(opinions.expected / 10),
        "attitude": pa.array(opinions.attitude),
        "behaviour": pa.array(opinions.behaviour),
        "purchases": pa.array(activity.purchases),
    }
    return {column.name: values[column.name] for column in COLUMNS}


def _words(places: np.ndarray[tuple[int], np.dtype[np.int8]], choices: Mapping[str, Text]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(list(choices)))


def _part(name: str, title: Text, meaning: Text) -> Column:
    return Column(name, "decimal", title, meaning, _POINTS)


COLUMNS: Final = (
    Column(
        "id",
        "whole",
        Text(en="ID", zh="编号"),
        Text(en="Counts the customers from 1.", zh="从 1 起的顺序号。"),
    ),
    Column(
        "number",
        "words",
        Text(en="Customer number", zh="客户号"),
        Text(
            en="What stands on the customer's card, such as C-000123.", zh="会员卡上的号码，例如 C-000123。"
        ),
    ),
    Column(
        "name",
        "words",
        Text(en="Name", zh="姓名"),
        Text(
            en="Given name and family name in the order of the country. No real person is meant.",
            zh="按当地习惯排列的姓和名，均为虚构。",
        ),
    ),
    Column(
        "gender",
        "code",
        Text(en="Gender", zh="性别"),
        Text(en="Agrees with the given name.", zh="与名字相符。"),
        choices=GENDERS,
    ),
    Column(
        "birth_year",
        "whole",
        Text(en="Year of birth", zh="出生年份"),
        Text(en="Everybody is of age when they join.", zh="入会时均已成年。"),
    ),
    Column(
        "city",
        "words",
        Text(en="City", zh="城市"),
        Text(
            en="American towns are invented; Chinese cities are real.",
            zh="美国城镇为虚构，中国城市为真实地名。",
        ),
    ),
    Column(
        "phone",
        "words",
        Text(en="Telephone", zh="电话"),
        Text(
            en="Never rings: 555-01xx in the United States, a local number beginning with 0 in China.",
            zh="拨不通的号码：美国用 555-01xx，中国用以 0 开头的本地号码。",
        ),
    ),
    Column(
        "email",
        "words",
        Text(en="E-mail", zh="电子邮箱"),
        Text(
            en="At example.com, .net or .org, which nobody can own.",
            zh="以 example.com、.net、.org 结尾，这些域名专供举例，不属于任何人。",
        ),
    ),
    Column(
        "occupation",
        "words",
        Text(en="Occupation", zh="职业"),
        Text(en="What the customer does for a living.", zh="客户从事的工作。"),
    ),
    Column(
        "segment",
        "code",
        Text(en="Segment", zh="客户群"),
        Text(
            en="What matters most to the customer; who wants the best also expects the most.",
            zh="客户最在意什么；讲究品质的客户期望也最高。",
        ),
        choices=SEGMENTS,
    ),
    Column(
        "joined_on",
        "date",
        Text(en="Joined on", zh="入会日期"),
        Text(
            en="The day the account was opened, from 2016 to 2025.",
            zh="开户当天，2016 至 2025 年之间。",
        ),
    ),
    _part(
        "product",
        Text(en="Product value", zh="产品价值"),
        Text(en="What the product itself is worth to the customer.", zh="产品本身给客户带来的价值。"),
    ),
    _part(
        "service",
        Text(en="Service value", zh="服务价值"),
        Text(
            en="Advice, delivery, repair and the rest around the product.",
            zh="咨询、送货、维修等附加服务的价值。",
        ),
    ),
    _part(
        "personnel",
        Text(en="Personnel value", zh="人员价值"),
        Text(en="How able and friendly the staff are.", zh="员工的能力与态度带来的价值。"),
    ),
    _part(
        "image",
        Text(en="Image value", zh="形象价值"),
        Text(
            en="What the good name of the firm adds; it also promises.",
            zh="企业声誉带来的价值，同时也抬高期望。",
        ),
    ),
    _part(
        "money",
        Text(en="Money cost", zh="货币成本"),
        Text(en="The price, in points.", zh="所付的价格，折成分数。"),
    ),
    _part(
        "time",
        Text(en="Time cost", zh="时间成本"),
        Text(en="Time spent searching, waiting and collecting.", zh="寻找、等候、取货所花的时间。"),
    ),
    _part(
        "energy",
        Text(en="Energy cost", zh="体力成本"),
        Text(en="The bodily effort of buying.", zh="购买过程耗费的体力。"),
    ),
    _part(
        "psychic",
        Text(en="Psychic cost", zh="精神成本"),
        Text(en="Worry, doubt and annoyance.", zh="担心、犹豫与烦恼。"),
    ),
    _part(
        "perceived",
        Text(en="Customer perceived value", zh="客户感知价值"),
        Text(
            en="The four benefits minus the four costs, exactly.",
            zh="四项利益之和减去四项成本之和，分毫不差。",
        ),
    ),
    _part(
        "expected",
        Text(en="Expectation", zh="期望值"),
        Text(en="The value the customer had expected before buying.", zh="客户购买之前所期望的价值。"),
    ),
    Column(
        "attitude",
        "decimal",
        Text(en="Attitude", zh="态度"),
        Text(en="How much the customer likes the firm, from 0 to 1.", zh="客户对企业的好感，从 0 到 1。"),
    ),
    Column(
        "behaviour",
        "decimal",
        Text(en="Behaviour", zh="行为"),
        Text(
            en="How much the customer acts as a regular, from 0 to 1; liking is not its only cause.",
            zh="客户在多大程度上像常客那样购买，从 0 到 1；好感并非唯一原因。",
        ),
    ),
    Column(
        "purchases",
        "whole",
        Text(en="Purchases", zh="购买次数"),
        Text(
            en="Orders in the 12 months up to 31 December 2025.",
            zh="截至 2025 年 12 月 31 日的 12 个月内的订单数。",
        ),
        Text(en="orders", zh="次"),
    ),
)

CUSTOMERS: Final = Dataset(
    name="customers",
    title=Text(en="Customers", zh="客户"),
    story=Text(
        en="The customers of a homeware shop, asked on 31 December 2025 what they expected and got.",
        zh="一家家居用品店的客户，2025 年 12 月 31 日受访：原先期望什么，实际得到什么。",
    ),
    columns=COLUMNS,
    rows=rows,
)

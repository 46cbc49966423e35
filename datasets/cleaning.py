"""Which of Faker's words a reader would believe, and how they are written."""

import re
from typing import Final

_SUFFIXES: Final = {"ville", "ton", "burgh", "port", "haven", "borough"}
_AMERICAN: Final = {
    "Adviser": "Advisor",
    "adviser": "advisor",
    "centre": "center",
    "Counsellor": "Counselor",
    "Counselling": "Counseling",
    "Haematologist": "Hematologist",
    "Jewellery": "Jewelry",
    "organiser": "organizer",
    "Paediatric": "Pediatric",
    "Physiotherapist": "Physical therapist",
    "Professor": "professor",
    "Theatre": "Theater",
    "theatre": "theater",
}
_BRITISH: Final = re.compile(
    r"Accommodation|Armed forces|Barrister|Careers|[Cc]hartered|Chiropodist|Civil Service|Contracting|Consulting"
    r"|Commissioning|Diplomatic|Early years|Estate|Further education|Health visitor|Holiday|Legal executive"
    r"|Licensed|Local government|Merchant navy|Pension|Personnel|Press sub|Prison|Public house|[Qq]uantity"
    r"|Race relations|Rural practice|Scotland|Solicitor|TEFL|Town planner|Trade mark|Trading standards"
)
_ODD: Final = re.compile(
    r"^(Administrator|Adult guidance .*|Advice .*|Air (broker|cabin .*)|Amenity .*|Ambulance .*|Animal tech.*"
    r"|Arboricult.*|Audiological .*|Best boy|Brewing .*|Broadcasting .*|Chief .*|Clinical (molecular|cyto).*|Colour .*"
    r"|Comptroller|Contractor|Copy|Cytogeneticist|Dance movement .*|Dealer|Drama.*|Emergency .*|Field .*|Gaffer"
    r"|Geophysical .*|Government .*|Herpetologist|Homeopath|Insurance (risk )?surveyor|Land|Land engineer|Learning .*"
    r"|Make|Minerals .*|Mudlogger|Operational .*|Orthoptist|Outdoor .*|Passenger .*|Phytotherapist|Politician.*"
    r"|Print production .*|Professor Emeritus|Publishing copy|Radiation .*|Runner|Seismic .*|Ship broker|Sub"
    r"|Technical brewer|Theme park .*|Veterinary .*|Wellsite .*)$"
)

_TRADES: Final = set(
    "电工 焊工 木工 钳工 车工 缝纫工 机修工 油漆工 印刷工 汽车修理工 清洁工 搬运工 钢筋工".split()
)
_ENDINGS: Final = tuple(
    "师 员 经理 主管 总监 专员 教师 医生 律师 会计 司机 教练 编辑 记者 作家 导演 导游 代表 顾问 翻译 厨师"
    " 教授 校长 助理 人员".split()
)
_ODD_JOBS: Final = re.compile(
    r"^(专业顾问|业务跟单.*|体系工程师|会籍顾问|传菜.*|储备经理人|内外饰.*|兼职.*|养殖部.*|前介.*|加油站.*|医药.*|医院管理.*"
    r"|区域销售总监|单证员|发型助理|可靠度.*|司仪|吊车司机|团购.*|固定资产.*|固废.*|国内贸易.*|娱乐服务.*|安防.*|审核员|客房.*"
    r"|寻呼员|市场通路.*|建筑项目助理|打字员|打稿机.*|投诉专员|收货员|放映员|文档工程师|日式厨师|晒版员|机场代表|标准化.*|检验员"
    r"|楼面经理|测试员|浇注工|清算人员|演员|版图.*|物料经理|特种车.*|班车司机|瘦身顾问|电分.*|电脑放码.*|监察人员|科研人员|策略发展.*"
    r"|美容整形师|职业技术教师|认证工程师|设备主管|调墨.*|调色员|资金专员|配色.*|铲车司机|银行客户.*|销售人员|销售行政.*|预定.*|首席.*"
    r"|驯兽师|高级.*|.*翻译)$"
)
_PLAIN_ZH: Final = re.compile(r"^[\u4e00-\u9fff]{2,6}$")


def american_place(family: str, suffix: str) -> str:
    """A town that could be anywhere and is nowhere, such as Millerville; empty when it reads wrong.

    >>> american_place("Miller", "ville"), american_place("Rogers", "shire")
    ('Millerville', '')
    """
    good = (
        suffix in _SUFFIXES
        and len(family) <= 7
        and family.isalpha()
        and not family.endswith(("s", "z", "ton"))
    )
    return family + suffix if good and family[1:].islower() else ""


def american_job(job: str) -> str:
    """Faker's occupation as an American would write it; empty when it is odd, British or too long.

    >>> american_job("Engineer, civil"), american_job("Best boy"), american_job("Jewellery designer")
    ('Civil engineer', '', 'Jewelry designer')
    """
    if job.count(",") == 1:
        noun, kind = job.split(", ")
        job = f"{kind[0].upper()}{kind[1:]} {noun if noun.startswith('IT') else noun.lower()}"
    if re.search(r"[/(',]", job) or len(job.split()) > 3 or _BRITISH.search(job) or _ODD.match(job):
        return ""
    return " ".join(_AMERICAN.get(word, word) for word in job.split())


def chinese_job(job: str) -> str:
    """Faker's occupation when it is what a Chinese reader calls a person's work; otherwise empty.

    >>> chinese_job("软件工程师"), chinese_job("计算机软件"), chinese_job("其他")
    ('软件工程师', '', '')
    """
    known = job in _TRADES or job.endswith(_ENDINGS) or job == "公务员"
    return job if known and _PLAIN_ZH.match(job) and not _ODD_JOBS.match(job) else ""

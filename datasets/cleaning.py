"""Which of Faker's words a reader would believe, and how they are written."""

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

SOURCES: Final = Path(__file__).parent / "sources"

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
_ENDINGS: Final = re.compile(
    "(师|员|经理|主管|总监|医生|会计|司机|教练|编辑|记者|作家|导演|导游|代表|顾问|厨师|教授|校长|助理|人员)$"
    "|^(电工|焊工|木工|钳工|车工|缝纫工|机修工|油漆工|印刷工|汽车修理工|清洁工|搬运工|钢筋工)$"
)
_CHINESE: Final = re.compile("^[\u4e00-\u9fff]{2,6}$")


@cache
def _left_out(language: str) -> tuple[str, ...]:
    lines = (SOURCES / f"left_out_{language}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def _is_odd(job: str, language: str) -> bool:
    return any(fnmatchcase(job, pattern) for pattern in _left_out(language))


def american_place(family: str, suffix: str) -> str:
    """A town that could be anywhere and is nowhere, such as Millerville; empty when it reads wrong.

    >>> american_place("Miller", "ville"), american_place("Rogers", "shire")
    ('Millerville', '')
    """
    short = family.isalpha() and 4 <= len(family) <= 7
    good = short and suffix in _SUFFIXES and not family.endswith(("s", "z", "ton")) and family[:2] != "Mc"
    return family + suffix if good else ""


def american_family(name: str) -> str:
    """Faker's family name with the capital that the family writes.

    >>> american_family("Mccoy")
    'McCoy'
    """
    return re.sub(r"^Mc([a-z])", lambda found: f"Mc{found[1].upper()}", name)


def american_job(job: str) -> str:
    """Faker's occupation as an American would write it; empty when it is odd, British or too long.

    >>> american_job("Teacher, music"), american_job("Best boy"), american_job("Jewellery designer")
    ('Music teacher', '', 'Jewelry designer')
    """
    if job.count(",") == 1:
        noun, kind = job.split(", ")
        job = f"{kind[0].upper()}{kind[1:]} {noun if noun.startswith('IT') else noun.lower()}"
    if re.search(r"[/(',]", job) or len(job.split()) > 3 or _is_odd(job, "en"):
        return ""
    return " ".join(_AMERICAN.get(word, word) for word in job.split())


def chinese_job(job: str) -> str:
    """Faker's occupation when it is what a Chinese reader calls a person's work; otherwise empty.

    >>> chinese_job("软件工程师"), chinese_job("计算机软件"), chinese_job("其他")
    ('软件工程师', '', '')
    """
    good = _CHINESE.search(job) and (_ENDINGS.search(job) or job == "公务员")
    return job if good and not _is_odd(job, "zh") else ""

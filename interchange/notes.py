"""What platforms have no field for, said elsewhere: reasons of rows, knowledge points, difficulty."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from courseware.language import DEFAULT_LANGUAGE
from courseware.text import Text, in_each
from exercises.portable.question import Portable, WantedLanguage

_DEFAULT_DIFFICULTY: Final = 2
_POINT: Final = re.compile(r"(?:knowledge point|知识点)\s*(\d{1,3})", re.IGNORECASE)
_LEVEL: Final = re.compile(r"(?:difficulty|难度)\s*([123])", re.IGNORECASE)


def explained(portable: Portable) -> Text | None:
    """The explanation, with the reason of every row of a match below it."""
    rows = [(pair.row, pair.choice, pair.why) for pair in portable.pairs if pair.why]
    if not rows:
        return portable.explain
    told = [_ROW.fill({"row": row, "choice": choice, "why": why}) for row, choice, why in rows]
    below = in_each(lambda language: "\n".join(row[language] for row in told))
    explain = portable.explain
    return below if explain is None else explain.each(lambda one: f"{explain[one]}\n\n{below[one]}")


def asked(portable: Portable, link: str = "{name}") -> Text:
    """The stem, and below it where the data are; `link` says how the name of their file is written."""
    table, stem = portable.table, portable.stem
    if table is None:
        return stem
    return stem.each(lambda language: f"{stem[language]}\n\n{table.sentence(language, link)}")


def tags(portable: Portable, wanted: WantedLanguage) -> tuple[str, ...]:
    """Its knowledge points and difficulty as tags, then the tags it came with."""
    language = DEFAULT_LANGUAGE if wanted == "both" else wanted
    own = [_POINT_TAG.fill({"number": number})[language] for number in portable.curriculum]
    return (*own, _LEVEL_TAG.fill({"level": portable.difficulty})[language], *portable.tags)


def are_ours(found: Iterable[str]) -> bool:
    """Whether `tags` wrote some of these tags: then the question once went out of the lab."""
    return any(_LEVEL.fullmatch(" ".join(name.split())) for name in found)


def is_our_tag(name: str) -> bool:
    """Whether `tags` writes tags like this one.

    >>> is_our_tag("knowledge point 10"), is_our_tag("spring")
    (True, False)
    """
    words = " ".join(name.split())
    return bool(_POINT.fullmatch(words) or _LEVEL.fullmatch(words))


@dataclass(frozen=True)
class TagNotes:
    """What tags say in our own words, and those that say something else."""

    curriculum: tuple[int, ...]
    difficulty: int
    others: tuple[str, ...]


def read_tags(found: Iterable[str]) -> TagNotes:
    """What `tags` wrote, found again among any tags.

    >>> read_tags(["knowledge point 10", "难度3", "spring"])
    TagNotes(curriculum=(10,), difficulty=3, others=('spring',))
    """
    names = [" ".join(name.split()) for name in found if name.strip()]
    points = [int(match[1]) for name in names if (match := _POINT.fullmatch(name)) and int(match[1])]
    levels = [int(match[1]) for name in names if (match := _LEVEL.fullmatch(name))]
    others = [name for name in names if not is_our_tag(name)]
    return TagNotes(tuple(dict.fromkeys(points)), (levels or [_DEFAULT_DIFFICULTY])[0], tuple(others))


_ROW: Final = Text(en="- {row} → {choice}. {why}", zh="- {row} → {choice}。{why}")
_POINT_TAG: Final = Text(en="knowledge point {number}", zh="知识点{number}")
_LEVEL_TAG: Final = Text(en="difficulty {level}", zh="难度{level}")

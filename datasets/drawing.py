"""Draws the pools of words with Faker, once; the lab itself never needs Faker.

`python -m datasets pools` writes them again from the same seed. The files are committed, because another
version of Faker has other words, and a seed must mean the same customers for ever.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from faker import Faker

from datasets.cleaning import SOURCES, american_family, american_job, american_place, chinese_job
from datasets.locales import LOCALES, POOLS, Locale
from datasets.pool import SLOTS, file_of

SEED: Final = 2026
TOWNS: Final = 240
JOBS: Final = 180
SINGLE: Final = 2
"""A Chinese given name of one character is about this much more common than one of two."""
MENDED: Final = {"于": 0.48, "鞠": 0.023, "肖": 0.56}
"""Shares (percent) that Faker has wrong by a factor of ten or more, or under a spelling few people use."""

WordDraw = Callable[[], str]


def draw_pools(folder: Path) -> tuple[Path, ...]:
    """Write every pool of every locale below `folder` and return the files' paths."""
    written = []
    for locale in LOCALES:
        for name in POOLS:
            fake = Faker(locale, use_weighting=True)
            fake.seed_instance(f"{SEED} {locale} {name}")
            words, spellings = _MAKERS[locale][name](fake)
            written.append(_write(file_of(locale, name, folder), words, spellings))
    return tuple(written)


def _write(path: Path, words: Mapping[str, int], spellings: Mapping[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    lines = ["word\tslots\tspelling", *(f"{word}\t{n}\t{spellings[word]}" for word, n in ordered)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def _tally(draw: WordDraw, keep: Callable[[str], bool] = bool) -> Counter[str]:
    """How often each word comes among the first SLOTS draws that are kept."""
    counts: Counter[str] = Counter()
    while counts.total() < SLOTS:
        word = draw()
        if keep(word):
            counts[word] += 1
    return counts


def _weighted(fake: Faker, weights: Mapping[str, float]) -> Counter[str]:
    words = fake.random_elements(OrderedDict(weights), length=SLOTS, use_weighting=True)
    return Counter(words)


def _distinct(draw: WordDraw, count: int) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < count:
        words.update({word: None for word in [draw()] if word})
    return list(words)


def _source(name: str) -> list[list[str]]:
    text = (SOURCES / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def _plain(words: Iterable[str]) -> dict[str, str]:
    return {word: word.lower() for word in words}


def _english_given(fake: Faker, *, female: bool) -> tuple[Counter[str], dict[str, str]]:
    """Given names of one gender only, so that a name and a gender never disagree."""
    person = next(p for p in fake.get_providers() if hasattr(p, "first_names_female"))
    other = person.first_names_male if female else person.first_names_female
    words = _tally(fake.first_name_female if female else fake.first_name_male, lambda word: word not in other)
    return words, _plain(words)


def _english_family(fake: Faker) -> tuple[Counter[str], dict[str, str]]:
    words = _tally(lambda: american_family(fake.last_name()), str.isalpha)
    return words, _plain(words)


def _english_city(fake: Faker) -> tuple[Counter[str], dict[str, str]]:
    towns = _distinct(lambda: american_place(fake.last_name(), fake.city_suffix()), TOWNS)
    words = _weighted(fake, {town: 1 / (rank + 20) for rank, town in enumerate(towns)})
    return words, dict.fromkeys(words, "")


def _jobs(fake: Faker, *, clean: Callable[[str], str]) -> tuple[Counter[str], dict[str, str]]:
    words = _weighted(fake, dict.fromkeys(_distinct(lambda: clean(fake.job()), JOBS), 1))
    return words, dict.fromkeys(words, "")


def _chinese_given(fake: Faker, *, source: str) -> tuple[Counter[str], dict[str, str]]:
    """Faker knows 131 given names, half of them of the grandparents' time; ours stand in the sources."""
    spellings = dict(_source(source))
    words = _weighted(fake, {word: SINGLE if len(word) == 1 else 1 for word in spellings})
    return words, spellings


def _chinese_family(fake: Faker) -> tuple[Counter[str], dict[str, str]]:
    person = next(p for p in fake.get_providers() if hasattr(p, "last_names"))
    shares = {**person.last_names, **MENDED}
    spellings = dict(_source("family_zh"))
    return _weighted(fake, {word: shares[word] for word in spellings}), spellings


def _chinese_city(fake: Faker) -> tuple[Counter[str], dict[str, str]]:
    rows = _source("city_zh")
    words = _weighted(fake, {city: float(weight) for city, _, weight in rows})
    return words, {city: code for city, code, _ in rows}


_Maker = Callable[[Faker], tuple[Counter[str], dict[str, str]]]
_MAKERS: Final[Mapping[Locale, Mapping[str, _Maker]]] = {
    "en_US": {
        "given_female": partial(_english_given, female=True),
        "given_male": partial(_english_given, female=False),
        "family": _english_family,
        "city": _english_city,
        "occupation": partial(_jobs, clean=american_job),
    },
    "zh_CN": {
        "given_female": partial(_chinese_given, source="given_female_zh"),
        "given_male": partial(_chinese_given, source="given_male_zh"),
        "family": _chinese_family,
        "city": _chinese_city,
        "occupation": partial(_jobs, clean=chinese_job),
    },
}

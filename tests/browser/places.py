"""Where a reader of the lab can be: one list of visits, which every new page must join."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, product
from typing import Final
from urllib.parse import parse_qs, urlsplit

from course import lesson_registry
from courseware.text import LANGUAGES
from lessons import Lesson, PlayStep, Step, slides
from papers import DISPLAY_LANGUAGES
from papers.pages.bar import PAPERS
from tests.browser.contexts import Screen
from tests.browser.thorough import is_thorough
from ui.desk.tasks import PAGES
from ui.present.phases import phases


@dataclass(frozen=True)
class Click:
    """A click on what this selector finds."""

    on: str


@dataclass(frozen=True)
class Hover:
    """A pointer that stays over what this selector finds."""

    on: str


@dataclass(frozen=True)
class Key:
    """A key that is pressed."""

    name: str


Acts = tuple[Click | Hover | Key, ...]
"""What is done one after the other before the page is looked at."""


@dataclass(frozen=True)
class Place:
    """One visit: an address, and what is done there before each further look; the first comes at once."""

    address: str
    looks: tuple[Acts, ...] = ()
    screen: Screen = "laptop"

    @property
    def page(self) -> str:
        """The page that answers at the address; empty for the home page."""
        return urlsplit(self.address).path.strip("/").partition("/")[0]

    @property
    def language(self) -> str | None:
        """The language that the address asks for, unless it asks for both."""
        asked = parse_qs(urlsplit(self.address).query).get("lang", ["both"])[0]
        return asked if asked in LANGUAGES else None

    @property
    def is_paper(self) -> bool:
        """Whether it is a paper, which is white by day and by night."""
        return self.page in {"print", "report"}

    def __str__(self) -> str:
        """A name for a test."""
        return f"{self.address} {'' if self.screen == 'laptop' else self.screen}".strip()


WHOLE: Final = ("satisfaction", "complaints")
"""Lessons that are walked step by step even in a sample, one in each of the ways of test_walk.py."""
_TELLING: Final = frozenset({"text", "play", "exercise"})
"""Kinds of slides that hold what the others are made of."""


def _button(words: str) -> Click:
    return Click(f'button:has-text("{words}")')


@cache
def steps_to_look_at() -> dict[str, frozenset[int]]:
    """By lesson the numbers of the steps that are looked at: each kind once, and the first of each lesson."""
    seen: set[tuple[object, ...]] = set()
    found: dict[str, set[int]] = {}
    for lesson in lesson_registry().lessons().values():
        for number, step in enumerate(lesson.steps, 1):
            if number == 1 or _kind(step) not in seen:
                seen.add(_kind(step))
                found.setdefault(lesson.id, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def steps_to_walk() -> dict[str, tuple[int, ...]]:
    """By lesson the numbers of the steps that a student comes to, one after the other: all of them, or in a
    sample all of two lessons, and of the others the first, the last and each that no other looks like.
    """
    lessons = lesson_registry().lessons()
    seen = {_look(step) for name in WHOLE for step in lessons[name].steps}
    found: dict[str, tuple[int, ...]] = {}
    for lesson in lessons.values():
        last, asked = len(lesson.steps), {1, *steps_to_look_at()[lesson.id]}
        for number, step in enumerate(lesson.steps, 1):
            if is_thorough() or lesson.id in WHOLE or number == last or _look(step) not in seen:
                seen.add(_look(step))
                asked.add(number)
        found[lesson.id] = tuple(sorted(asked))
    return found


def _kind(step: Step) -> tuple[object, ...]:
    """What makes the step look as it does; in a sample its kind alone."""
    return _look(step) if is_thorough() else (step.kind,)


def _look(step: Step) -> tuple[object, ...]:
    """All that makes the step look as it does."""
    return (
        step.kind,
        getattr(step, "mode", None),
        getattr(step, "predict", None) is not None,
        step.claim is not None,
        bool(getattr(step, "options", ())),
    )


def _slides(lesson: Lesson) -> Iterator[Acts]:
    """Each kind of slide once, as it comes and with all revealed; in a sample with all revealed alone."""
    seen: set[tuple[object, ...]] = set()
    for slide in slides(lesson):
        if slide.kind not in _TELLING and not is_thorough():
            continue
        hidden = phases(lesson, slide)
        look = (slide.kind, hidden) if is_thorough() else (slide.kind, bool(hidden))
        if look in seen:
            continue
        seen.add(look)
        there = (Key("g"), *map(Key, str(slide.number)), Key("Enter"))
        if is_thorough():
            yield there
            yield from [(Key("r"),)] * hidden
        else:
            yield (*there, *[Key("r")] * hidden)


def _papers() -> Iterator[tuple[str, str]]:
    """Each paper, one in both languages, the next in English and so on; or all in each."""
    if is_thorough():
        yield from product(PAPERS, DISPLAY_LANGUAGES)
    else:
        yield from zip(PAPERS, cycle(DISPLAY_LANGUAGES))


def _tool(name: str) -> Click:
    return Click(f'[data-lab-tool="{name}"]')


def _open_panel() -> str:
    """The first step to play with whose run is seen at once, so that all the tools of its panel are there."""
    for lesson in lesson_registry().lessons().values():
        for number, step in enumerate(lesson.steps, 1):
            if isinstance(step, PlayStep) and not step.predict:
                return f"/{lesson.id}?step={number}"
    raise LookupError("No step shows its run at once.")


def _covered() -> str:
    """The first step whose run waits for a prediction and whose words lead to the glossary."""
    for lesson in lesson_registry().lessons().values():
        for number, step in enumerate(lesson.steps, 1):
            if isinstance(step, PlayStep) and step.predict and step.text and "[[" in step.text.en:
                return f"/{lesson.id}?step={number}"
    raise LookupError("No step that waits for a prediction explains a term.")


def _over() -> Iterator[Acts]:
    """What lies over a slide, each opened by its key once the one before is closed."""
    for key in ("o", "?", "g", "b", "m", "u", "w", "q"):
        yield (Key("Escape"), Key(key))
    yield (Key("Escape"), Key("t"))
    yield (Key("t"),)


FIRST: Final = next(iter(lesson_registry().lessons().values()))
RAIL: Final = Click(".rail-fold summary")
"""Opens the list of steps over the page, where there is no room for it beside the step."""
FILE: Final = f"/desk?file=lessons/{FIRST.id}.yaml&lang=en"

PLACES: Final = (
    Place("/?lang=en"),
    Place("/?lang=zh", screen="phone"),
    Place("/?lang=en&missing=nowhere"),
    Place("/lab?lang=en"),
    Place("/my-customers?lang=en"),
    Place("/glossary?lang=en", ((Click(".st-key-glossary-search input"), Key("c"), Key("h")),)),
    Place(f"/summary?lesson={FIRST.id}&lang=en"),
    Place(f"/{FIRST.id}?step={len(FIRST.steps)}&question=2&lang=zh", ((RAIL,),), "phone"),
    Place(
        f"{_open_panel()}&lang=en",
        ((_tool("compare"), Click(".lab-panel__share summary")), (_tool("table"), RAIL)),
    ),
    Place(f"{_covered()}&lang=en", ((Hover('a[href*="/glossary?term="] >> nth=0'),),)),
    Place("/certificate?lang=en"),
    Place("/exam?lang=en"),
    Place("/my-work?lang=zh", screen="phone"),
    Place("/assignments?lang=en"),
    Place("/classes?lang=en"),
    Place("/classes?lang=zh", screen="phone"),
    Place("/marks?lang=en"),
    Place("/gradebook?lang=en"),
    Place(
        "/desk?lang=en",
        ((Click('button:has-text("Print") >> nth=0'),), (Key("Escape"), _button("New lesson"))),
    ),
    Place(FILE, ((_button("Form"),), (_button("History"),))),
    *(Place(f"/desk?do={name}&lang=en") for name in PAGES),
    *(Place(f"/print/{what}/{FIRST.id}?lang={language}") for what, language in _papers()),
    Place("/analysis?lang=zh"),
    Place("/privacy?lang=en"),
    Place("/marking?lang=en"),
    Place(f"/report/{FIRST.id}?lang=both"),
    Place(f"/report/{FIRST.id}?lang=zh", screen="phone"),
    Place(f"/present?lesson={FIRST.id}&lang=both", tuple(_slides(FIRST))),
    Place(f"/present?lesson={FIRST.id}&lang=en", tuple(_over())),
    Place("/present"),
    *(Place(f"/speaker?lesson={FIRST.id}&lang={language}") for language in LANGUAGES),
    Place("/speaker"),
)
"""All pages but those of the lessons, which are looked at where a student walks through them."""

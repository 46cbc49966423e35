"""Where a reader of the lab can be: one list of addresses, which every new page must join."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from courseware.text import LANGUAGES
from lessons import Lesson, Step, shelf, slides
from tests.browser.thorough import is_thorough
from tests.browser.visitor import Screen
from ui.components.print.bar import PAPERS
from ui.desk.carry import PAGES
from ui.present.phases import phases


@dataclass(frozen=True)
class Place:
    """An address, and what is done there before it is looked at: what is clicked, then keys pressed."""

    address: str
    clicks: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    screen: Screen = "laptop"

    @property
    def page(self) -> str:
        """The page that answers at the address; empty for the home page."""
        return urlsplit(self.address).path.strip("/").partition("/")[0]

    @property
    def is_paper(self) -> bool:
        """Whether it is a paper, which is white by day and by night."""
        return self.page == "print"

    def __str__(self) -> str:
        """A name for a test."""
        return " ".join(
            (self.address, *self.clicks, *self.keys, "" if self.screen == "laptop" else "phone")
        ).strip()


_TELLING: Final = frozenset({"text", "play", "exercise"})
"""Kinds of slides that hold what the others are made of."""


def _button(words: str) -> str:
    return f'button:has-text("{words}")'


def _lessons() -> Iterator[Place]:
    """Each kind of step once, and each lesson at least once."""
    seen: set[tuple[object, ...]] = set()
    for lesson in shelf().lessons().values():
        for number, step in enumerate(lesson.steps, 1):
            if number == 1 or _kind(step) not in seen:
                seen.add(_kind(step))
                yield Place(f"/{lesson.id}?step={number}&lang=en")


def _kind(step: Step) -> tuple[object, ...]:
    """What makes the step look as it does; in a sample its kind alone."""
    if not is_thorough():
        return (step.kind,)
    return (
        step.kind,
        getattr(step, "mode", None),
        getattr(step, "predict", None) is not None,
        step.claim is not None,
        bool(getattr(step, "options", ())),
    )


def _slides(lesson: Lesson) -> Iterator[Place]:
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
        address = f"/present?lesson={lesson.id}&slide={slide.key}&lang=both"
        first = 0 if is_thorough() else hidden
        yield from (Place(address, keys=("r",) * presses) for presses in range(first, hidden + 1))


def _present(lesson: str) -> Iterator[Place]:
    """What lies over a slide, and what the teacher sees beside it."""
    over = (("o",), ("?",), ("g",), ("b",), ("t",), ("t", "t"), ("m",), ("u",), ("w",), ("q",))
    yield from (Place(f"/present?lesson={lesson}&lang=en", keys=keys) for keys in over)
    yield Place("/present")
    yield from (Place(f"/speaker?lesson={lesson}&lang={language}") for language in LANGUAGES)
    yield Place("/speaker")


FIRST: Final = next(iter(shelf().lessons().values()))
FILE: Final = f"/desk?file=lessons/{FIRST.id}.yaml&lang=en"

PLACES: Final = (
    Place("/?lang=en"),
    Place("/?lang=zh", screen="phone"),
    Place("/?lang=en&missing=nowhere"),
    *_lessons(),
    Place(f"/{FIRST.id}?step=4&lang=zh", screen="phone"),
    Place("/lab?lang=en"),
    Place("/my-customers?lang=en"),
    Place("/glossary?lang=en"),
    Place(f"/summary?lesson={FIRST.id}&lang=en"),
    Place("/certificate?lang=en"),
    Place("/desk?lang=en"),
    Place("/desk?lang=en", clicks=(_button("Print") + " >> nth=0",)),
    Place("/desk?lang=en", clicks=(_button("New lesson"),)),
    Place(FILE),
    Place(FILE, clicks=(_button("Form"),)),
    Place(FILE, clicks=(_button("History"),)),
    *(Place(f"/desk?do={name}&lang=en") for name in PAGES),
    *(Place(f"/print/{what}/{FIRST.id}?lang=both") for what in PAPERS),
    *_slides(FIRST),
    *_present(FIRST.id),
)

"""The pictures of the documents: home and lesson for the README, and the chart of every play step."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from course import lesson_registry
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from lessons import Lesson, PlayStep
from tests.architecture.sources import ROOT
from tests.browser.chromium import launch
from tests.browser.contexts import Contexts
from tests.browser.server import lab_in
from tests.browser.visitor import Visitor, settled
from ui.steps.play import setup_of
from web.runs import picture_of

DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures"
CHART = ".lab-chart"
DRAWN = f"{CHART} .js-plotly-plot .main-svg"
PAGE = DOCS / "play-steps.md"


def play_steps() -> Iterator[tuple[Lesson, int, PlayStep]]:
    """Every step that is played with, and its number in its lesson."""
    for lesson in lesson_registry().lessons().values():
        for number, step in enumerate(lesson.steps, 1):
            if isinstance(step, PlayStep):
                yield lesson, number, step


def page_text() -> str:
    """The page of all play steps: title, what the chart says, and its picture, in both languages."""
    lines = ["# Every play step / 全部动手实验步骤", "", "Made by `make pictures`. 由 `make pictures` 生成。"]
    for lesson, _, step in play_steps():
        lines += ["", f"## {lesson.title.en} · {step.title.en}", "", f"{lesson.title.zh} · {step.title.zh}"]
        for language in LANGUAGES:
            alt = _alt(lesson, step, language)
            lines += ["", f"![{alt}](pictures/{picture_file(lesson, step, language)})", "", alt]
    return "\n".join(lines) + "\n"


def _alt(lesson: Lesson, step: PlayStep, language: Language) -> str:
    setup = setup_of(lesson, step)
    picture = picture_of(setup.simulation, step.view, setup.model(setup.defaults()), language)
    title = setup.simulation.words.views[step.view].title[language]
    return f"{title}. {picture.alt}" if language == "en" else f"{title}。{picture.alt}"


def picture_file(lesson: Lesson, step: PlayStep, language: Language) -> str:
    """Where the picture of one step in one language lies, below docs/pictures."""
    return f"steps/{lesson.id}-{step.id}.{language}.png"


def _uncover(page: Page, language: Language) -> None:
    button = page.get_by_role("button", name=say("unveil", language))
    if button.count():
        button.click()
        button.wait_for(state="detached")
        settled(page)


def take(visitor: Visitor) -> Iterator[Path]:
    """Takes every picture; yields each file as it is made."""
    (PICTURES / "steps").mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        ending = "" if language == "en" else f".{language}"
        for name, path in (("home", "/"), ("lesson", "/satisfaction?step=5")):
            page = visitor.open(path, language=language)
            page.screenshot(path=PICTURES / f"{name}{ending}.png")
            yield PICTURES / f"{name}{ending}.png"
        for lesson, number, step in play_steps():
            page.goto(f"{visitor.address}/{lesson.id}?step={number}&lang={language}")
            settled(page)
            _uncover(page, language)
            page.wait_for_selector(DRAWN)
            file = PICTURES / picture_file(lesson, step, language)
            page.locator(CHART).first.screenshot(path=file)
            yield file
        visitor.leave()


def main() -> None:
    """Take the pictures, name each file, and write the page that shows them."""
    with (
        tempfile.TemporaryDirectory() as folder,
        lab_in(Path(folder)) as lab,
        sync_playwright() as playwright,
    ):
        visitor = Visitor(Contexts(launch(playwright)), lab.address)
        for file in take(visitor):
            print(file)
        print(*sorted(set(visitor.errors)), sep="\n")
    PAGE.write_text(page_text(), encoding="utf-8")


if __name__ == "__main__":
    main()

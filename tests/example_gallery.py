"""The gallery for teachers: every kind of step and of question, what to write beside what students see."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

from authoring.examples.bank import example, new_bank
from authoring.examples.lesson import EXAMPLE
from courseware.text import LANGUAGES, Language, Text
from exercises.kinds import catalogue
from tests.architecture.sources import ROOT
from tests.browser.chromium import launch
from tests.browser.contexts import Contexts
from tests.browser.server import lab_in
from tests.browser.visitor import Visitor, settled

DOCS = ROOT / "docs"
PICTURES = DOCS / "pictures" / "examples"
PAGE = DOCS / "examples.md"
STEPS, QUESTIONS = "gallery_steps", "gallery_questions"
AIR = 12
STEP = re.compile(r"(?m)^  # \d+\. ")
STEP_TITLES = {
    "ask": Text(en="A question to the class", zh="课堂提问"),
    "read": Text(en="A passage", zh="阅读"),
    "play": Text(en="A simulation", zh="动手实验"),
    "exercise": Text(en="Exercises", zh="练习"),
    "discuss": Text(en="A discussion", zh="讨论"),
}


@dataclass(frozen=True)
class Shown:
    """One thing of the gallery: its name in files, its heading, what a teacher writes, where it is seen."""

    slug: str
    title: Text
    written: str
    lesson: str
    step: int

    def file(self, language: Language) -> Path:
        """Where its picture lies."""
        return PICTURES / f"{self.slug}.{language}.png"


def lesson_head() -> str:
    """The example lesson up to its first step."""
    return STEP.split(EXAMPLE.read_text(encoding="utf-8"))[0].rstrip() + "\n"


def steps() -> Iterator[Shown]:
    """Every step of the example lesson, with the comments that explain it."""
    text = EXAMPLE.read_text(encoding="utf-8")
    starts = [found.start() for found in STEP.finditer(text)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True), 1):
        written = text[start:end].rstrip()
        found = re.search(r"(?m)^  - kind: (\w+)", written)
        assert found is not None, f"step {number} of the example has no kind"
        yield Shown(f"step-{number}-{found[1]}", STEP_TITLES[found[1]], written, STEPS, number)


def questions() -> Iterator[Shown]:
    """The example of every kind of question there is."""
    for number, kind in enumerate(catalogue(), 1):
        written = example(kind).read_text(encoding="utf-8").rstrip()
        yield Shown(f"question-{kind}", catalogue()[kind].help.title, written, QUESTIONS, number)


def course_in(folder: Path) -> None:
    """A course of two lessons, which show the example and a question of every kind."""
    for name in ("lessons", "bank"):
        (folder / name).mkdir(parents=True)
    text = EXAMPLE.read_text(encoding="utf-8")
    (folder / "lessons" / f"{STEPS}.yaml").write_text(_named(text, STEPS), encoding="utf-8")
    # questions are shown for practice here, of which nothing can be set to a class
    asked = re.sub(r"(?m)^assignment:.*\n(?: +.*\n)*", "", lesson_head())
    for kind in catalogue():
        bank = new_bank(kind, f"gallery_{kind}").replace(f"- id: gallery_{kind}.", f"- id: gallery.{kind}.")
        (folder / "bank" / f"gallery_{kind}.yaml").write_text(bank, encoding="utf-8")
        title = catalogue()[kind].help.title
        items = ", ".join(re.findall(r"(?m)^  - id: (\S+)", bank))
        asked += (
            f"  - {{kind: exercise, stage: practice, minutes: 1, mode: practice, use: [{items}],"
            f" title: {{en: '{title.en}', zh: '{title.zh}'}}}}\n"
        )
    (folder / "lessons" / f"{QUESTIONS}.yaml").write_text(_named(asked, QUESTIONS), encoding="utf-8")


def _named(text: str, name: str) -> str:
    return re.sub(r"(?m)^id: .*$", f"id: {name}", text, count=1)


def page_text() -> str:
    """The page: each thing with its picture in both languages and the lines that make it."""
    lines = [
        "# Every kind of step and question / 所有步骤与题型",
        "",
        "What a teacher writes, and what students see. Copy what you need. Made by `make pictures`.",
        "",
        "每一节先给出学生看到的画面，再给出教师要写的内容；需要什么就复制什么。由 `make pictures` 生成。",
    ]
    lines += ["", "## The head of a lesson / 课文件的开头", "", "```yaml", lesson_head().rstrip(), "```"]
    for one in (*steps(), *questions()):
        lines += ["", f"## {one.title.en} / {one.title.zh}", ""]
        for language in LANGUAGES:
            alt = one.title[language]
            lines += [f"![{alt}]({one.file(language).relative_to(DOCS).as_posix()})", ""]
        lines += ["```yaml", one.written, "```"]
    return "\n".join(lines) + "\n"


def _uncovered(page: Page) -> None:
    """The chart of a step that asks for a prediction first, for all to see."""
    button = page.locator("[class*='-unveil'] button")
    if button.count():
        button.first.click()
        settled(page)


def _shoot(page: Page, file: Path) -> None:
    """The step with its heading and a little air around it."""
    boxes = [page.locator(f".st-key-{part}").bounding_box() for part in ("step-head", "step-body")]
    head, body = (box or {"x": 0, "y": 0, "width": 0, "height": 0} for box in boxes)
    top, end = head["y"], body["y"] + body["height"]
    clip: FloatRect = {
        "x": body["x"] - AIR,
        "y": top - AIR,
        "width": body["width"] + 2 * AIR,
        "height": end - top + AIR,
    }
    page.screenshot(path=file, clip=clip, full_page=True)


def take(visitor: Visitor) -> Iterator[Path]:
    """Takes every picture; yields each file as it is made."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        page = visitor.open("/", language=language)
        page.set_viewport_size({"width": 1280, "height": 1900})
        for one in (*steps(), *questions()):
            page.goto(f"{visitor.address}/{one.lesson}?step={one.step}&lang={language}")
            settled(page)
            _uncovered(page)
            _shoot(page, one.file(language))
            yield one.file(language)
        visitor.leave()


def main() -> None:
    """Take the pictures, name each file, and write the page that shows them."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        course_in(folder / "course")
        with lab_in(folder, {"LAB_COURSE": str(folder / "course")}) as lab:
            visitor = Visitor(Contexts(launch(playwright)), lab.address)
            for file in take(visitor):
                print(file)
            print(*sorted(set(visitor.errors)), sep="\n")
    PAGE.write_text(page_text(), encoding="utf-8")


if __name__ == "__main__":
    main()

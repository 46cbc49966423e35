"""A teacher saves a file while a page is open: the change shows, and a mistake takes nothing away."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from course import all_exercises, find_lesson
from courseware.interface import say
from courseware.text import LANGUAGES, Language, Text
from tests.architecture.sources import ROOT, tracked
from tests.browser.server import Lab, lab_in
from tests.browser.teacher.hands import until
from tests.browser.visitor import Visitor, settled

pytestmark = pytest.mark.xdist_group("teacher edits")  # they share a server

LESSON = "satisfaction"


@dataclass(frozen=True)
class Sentence:
    """Something that a teacher wrote: in which file, and on which step it is read."""

    file: str
    step: int
    text: Text


STEP = next(n for n, step in enumerate(find_lesson(LESSON).steps, 1) if step.kind == "exercise")
QUESTION = find_lesson(LESSON).items()[0]
SENTENCES = (
    Sentence(f"lessons/library/{LESSON}.yaml", 2, find_lesson(LESSON).steps[1].title),
    Sentence(f"exercises/bank/{LESSON}.yaml", STEP, all_exercises()[QUESTION].item.stem),
)
NAMES = "lesson", "bank"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, in which files may be changed."""
    copy = tmp_path_factory.mktemp("school")
    for path in tracked():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, copy / path)
    return copy


@pytest.fixture(scope="module")
def lab(school: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The lab of the copy; it is started once and never again."""
    with lab_in(tmp_path_factory.mktemp("lab"), root=school) as running:
        yield running


@pytest.fixture
def written(school: Path, sentence: Sentence) -> Iterator[Path]:
    """The file in which the sentence stands; afterwards it is as it was."""
    file = school / sentence.file
    before = file.read_text(encoding="utf-8")
    yield file
    file.write_text(before, encoding="utf-8")


def leaf(page: Page, language: Language, step: int, holds: Callable[[], bool]) -> None:
    """Turn to the next step and back until this holds: the lab looks at its files a few times a second."""

    def there_and_back() -> bool:
        for way, there in (("next", step + 1), ("back", step)):
            page.get_by_role("button", name=say(way, language), exact=True).click()
            expect(page).to_have_url(re.compile(rf"step={there}\b"))
            settled(page)
        return holds()

    until(there_and_back)


def warning(page: Page, sentence: Sentence, language: Language) -> Locator:
    """What the page says about the file."""
    kind = "broken_lesson" if sentence.file.startswith("lessons") else "broken_bank"
    told = say(kind, language, problem="").strip()
    return page.get_by_role("alert").filter(has_text=told).filter(has_text=sentence.file)


# 6 s: a lab that reads a copy of the course is started
@pytest.mark.parametrize("sentence", SENTENCES, ids=NAMES)
def test_a_sentence_that_was_saved_is_read_at_once_without_a_restart(
    visitor: Visitor, sentence: Sentence, written: Path
) -> None:
    page = visitor.open(f"/{LESSON}?step={sentence.step}")
    expect(page.get_by_text(sentence.text["en"], exact=True).filter(visible=True).first).to_be_visible()

    replaced(written, sentence.text["en"], "What a teacher has just written")
    new = page.get_by_text("What a teacher has just written", exact=True)
    leaf(page, "en", sentence.step, lambda: new.count() > 0)

    expect(new.filter(visible=True).first).to_be_visible()
    expect(page.get_by_text(sentence.text["en"], exact=True)).to_have_count(0)


# 6 s: a lab that reads a copy of the course is started
@pytest.mark.parametrize(("sentence", "language"), list(zip(SENTENCES, LANGUAGES, strict=True)), ids=NAMES)
def test_a_mistake_in_a_file_is_named_with_its_line_and_the_last_good_version_stays(
    visitor: Visitor, sentence: Sentence, written: Path, language: Language
) -> None:
    good = written.read_text(encoding="utf-8")
    page = visitor.open(f"/{LESSON}?step={sentence.step}", language=language)

    replaced(written, sentence.text[language], "Never to be seen")
    with written.open("a", encoding="utf-8") as end:
        end.write("colour: red\n")
    told = warning(page, sentence, language)
    leaf(page, language, sentence.step, lambda: told.count() > 0)

    line = len(good.splitlines()) + 1
    expect(told).to_contain_text(f"{sentence.file}:{line}:")
    expect(page.get_by_text(sentence.text[language], exact=True).filter(visible=True).first).to_be_visible()

    written.write_text(good, encoding="utf-8")
    leaf(page, language, sentence.step, lambda: page.get_by_role("alert").count() == 0)

    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_text(sentence.text[language], exact=True).filter(visible=True).first).to_be_visible()


def replaced(file: Path, before: str, after: str) -> None:
    """Write the file with one sentence changed."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")

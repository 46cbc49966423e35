"""The teaching plan as it comes out of a printer: a word processor lays it out, and its pages are seen."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from course import course_plan, find_lesson, glossary, lesson_registry
from courseware.language import languages_of
from papers import DisplayLanguage, teaching_plan
from papers.markdown import Prose
from tests.browser.thorough import is_thorough
from tests.papers.papers import hostile_lesson, with_each_kind_once
from tests.programs import needs

pytestmark = [pytest.mark.slow, needs("soffice", "pdftotext", "pdftoppm")]
NAMES = tuple(lesson_registry().names())
PAPERS: tuple[tuple[str, DisplayLanguage], ...] = (
    *((name, "zh") for name in (NAMES if is_thorough() else NAMES[::3])),
    (NAMES[0], "en"),
    (NAMES[0], "both"),
)
EDGE = 0.03
"""The share of the page along each edge that must stay white: no printer reaches further."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The plans of all lessons, and the hostile one, as PDF by their names; laid out in one go."""
    folder = tmp_path_factory.mktemp("printed")
    lessons = {
        f"{name}-{display_language}": (find_lesson(name), display_language)
        for name, display_language in PAPERS
    }
    everything = {**lessons, "hostile-both": (with_each_kind_once(hostile_lesson()), "both")}
    for name, (lesson, display_language) in everything.items():
        (folder / f"{name}.docx").write_bytes(
            teaching_plan(lesson, course_plan(), glossary(), display_language)
        )
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/office",
        "--convert-to",
        "pdf",
    ]
    files = [str(file) for file in folder.glob("*.docx")]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)
    return {name: folder / f"{name}.pdf" for name in everything}


def words_of(pdf: Path) -> str:
    """All words of the pages, without the spaces and line ends that laying them out has put in."""
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    return squeezed(told)


def squeezed(words: str) -> str:
    """The same words without any space."""
    return "".join(words.split())


def pages_of(pdf: Path, folder: Path) -> list[Image.Image]:
    """The pages as grey pictures."""
    subprocess.run(["pdftoppm", "-r", "40", "-gray", str(pdf), str(folder / pdf.stem)], check=True)
    return [Image.open(file) for file in sorted(folder.glob(f"{pdf.stem}-*.pgm"))]


# 29 s: a word processor starts for each lesson and lays out all of its pages
@pytest.mark.parametrize(("name", "display_language"), PAPERS)
def test_every_title_comes_out_of_the_printer(
    name: str, display_language: DisplayLanguage, printed: Mapping[str, Path]
) -> None:
    said = words_of(printed[f"{name}-{display_language}"])
    prose, lesson = Prose(glossary()), find_lesson(name)

    for language in languages_of(display_language):
        titles = [
            prose.plain(text[language], language) for text in (lesson.title, *(s.title for s in lesson.steps))
        ]
        assert not [title for title in titles if squeezed(title) not in said]


@pytest.mark.parametrize(
    "name", [*(f"{name}-{display_language}" for name, display_language in PAPERS), "hostile-both"]
)
def test_no_page_is_empty_and_nothing_runs_over_the_edge(
    name: str, printed: Mapping[str, Path], tmp_path: Path
) -> None:
    pages = pages_of(printed[name], tmp_path)

    assert 8 < len(pages) < 120
    for page in pages:
        wide, high = page.size
        assert abs(high / wide - 297 / 210) < 0.02
        frame = (int(wide * EDGE), int(high * EDGE), int(wide * (1 - EDGE)), int(high * (1 - EDGE)))
        inked = page.point(lambda grey: 255 * (grey < 200)).getbbox()
        assert inked is not None
        assert inked[0] >= frame[0]
        assert inked[1] >= frame[1]
        assert inked[2] <= frame[2]
        assert inked[3] <= frame[3]
        assert inked[3] - inked[1] > 0.4 * high

"""The lab report as it comes out of a word processor: whole, bordered, in either language, full or empty."""

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from classroom import Store, Student, open_store
from course import find_lesson, glossary
from courseware.language import languages_of
from papers import DisplayLanguage
from papers.lab_report import CellRow, LabReport
from papers.markdown import Prose
from papers.word.report import report_document
from tests.classroom.working import report_of, work_through
from tests.papers.test_pages import EDGE, pages_of, squeezed, words_of
from tests.programs import needs
from tests.records import lay_record
from web.runs import picture_of

pytestmark = [pytest.mark.slow, needs("soffice", "pdftotext", "pdftoppm")]
WORDS: Final = (
    "**满意** <b>不等于</b>忠诚\n1. two lines\n" + "没有空格的长句子" * 60 + "Donaudampfschiff" * 20
)
LONG_NAME: Final = "欧阳" * 40
CASES: Final[tuple[tuple[str, str, DisplayLanguage, bool], ...]] = (
    ("full-both", "satisfaction", "both", True),
    ("long-en", "loyalty", "en", True),
    ("empty-zh", "satisfaction", "zh", False),
)
"""Name, lesson, language, and whether anything was done; the lesson on loyalty has most steps."""


def document(report: LabReport, display_language: DisplayLanguage) -> bytes:
    """The report in Word with a plain picture for each chart."""
    out = BytesIO()
    Image.new("RGB", (1280, 720), "lightsteelblue").save(out, "PNG")
    charts = [(row, language) for row in report.charts() for language in languages_of(display_language)]
    pictures = {(row.key, language): out.getvalue() for row, language in charts}
    messages = {
        (row.key, language): picture_of(row.chart.simulation, row.chart.view, row.chart.model, language).alt
        for row, language in charts
    }
    return report_document(report, pictures, messages, Prose(glossary()), display_language)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, LabReport]:
    """The report of each case: of a student who did a lesson through, or of one who has a very long name."""
    file = lay_record(tmp_path_factory.mktemp("record") / "lab.db")
    store = open_store(file, lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))
    found = {name: _report(store, lesson, is_full=is_full) for name, lesson, _, is_full in CASES}
    store.close()
    return found


def _report(store: Store, name: str, *, is_full: bool) -> LabReport:
    lesson = find_lesson(name)
    student: Student = store.enrol("李华" if is_full else LONG_NAME, "客户关系 1 班", "2026001")
    if is_full:
        work_through(store, student, lesson, WORDS)
    return report_of(store, student, lesson)


@pytest.fixture(scope="module")
def printed(reports: Mapping[str, LabReport], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The reports as PDF by their names; laid out in one go."""
    folder = tmp_path_factory.mktemp("printed")
    for name, _, display_language, _ in CASES:
        (folder / f"{name}.docx").write_bytes(document(reports[name], display_language))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{folder}/office",
        "--convert-to",
        "pdf",
    ]
    files = [str(file) for file in folder.glob("*.docx")]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)
    return {name: folder / f"{name}.pdf" for name, *_ in CASES}


# 20 s: two lessons are worked through, and a word processor lays out three reports
@pytest.mark.parametrize(("name", "_lesson", "display_language", "is_full"), CASES)
def test_sections_steps_and_the_own_words_come_out_of_the_printer(
    name: str,
    _lesson: str,
    display_language: DisplayLanguage,
    is_full: bool,
    reports: Mapping[str, LabReport],
    printed: Mapping[str, Path],
) -> None:
    said, prose, report = words_of(printed[name]), Prose(glossary()), reports[name]
    rows = [row for section in report.sections for row in section.rows if isinstance(row, CellRow)]
    bands = [text for row in rows for cell in row.cells if cell.look == "band" for text in cell.texts]
    own = [*WORDS.split("\n"), "李华"] if is_full else [LONG_NAME]

    assert len(bands) > 10
    assert [words for words in own if squeezed(words) not in said] == []
    for language in languages_of(display_language):
        titles = [prose.plain(text[language], language) for text in bands]
        headings = [section.heading[language] for section in report.sections]
        assert [one for one in (*headings, *titles) if squeezed(one) not in said] == []


@pytest.mark.parametrize("name", [name for name, *_ in CASES])
def test_no_page_is_empty_and_nothing_runs_over_the_edge(
    name: str, printed: Mapping[str, Path], tmp_path: Path
) -> None:
    pages = pages_of(printed[name], tmp_path)

    assert 2 < len(pages) < 40
    for page in pages:
        wide, high = page.size
        inked = page.point(lambda grey: 255 * (grey < 200)).getbbox()
        assert inked is not None
        assert inked[0] >= int(wide * EDGE)
        assert inked[1] >= int(high * EDGE)
        assert inked[2] <= int(wide * (1 - EDGE))
        assert inked[3] <= int(high * (1 - EDGE))


def test_the_tables_are_bordered_and_repeat_their_heads(reports: Mapping[str, LabReport]) -> None:
    from docx import Document
    from docx.oxml.ns import qn

    paper = Document(BytesIO(document(reports["long-en"], "en")))
    repeated = [len(table._tbl.findall(f".//{qn('w:tblHeader')}")) for table in paper.tables]

    assert {table.style.name for table in paper.tables if table.style} == {"Table Grid"}
    assert repeated == [0, 0, 0, 0, 1, 1, 0, 0]
    assert paper.tables[0].rows[2].cells[-1].text == "李华"

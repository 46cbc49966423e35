"""The page of a lab report: the sheet as it is printed, a field for the reflection, and the way to Word."""

from dataclasses import dataclass
from urllib.parse import urlencode

from courseware.interface import say
from courseware.language import DisplayLanguage, Language, languages_of
from papers.display_language import offered_display_languages
from papers.lab_report import COLUMNS, LabReport
from papers.pages import Shell, render
from papers.pages.bar import Link, Links
from papers.pages.writer import PageWriter

REPORT = "/report"
WORD = "word"
REFLECTION = "reflection"


@dataclass(frozen=True)
class ReportRequest:
    """Whose report of which lesson is looked at: by a teacher that of a `student`, else one's own."""

    lesson: str
    display_language: DisplayLanguage
    student: int | None = None
    most: int = 0
    """The most characters of a reflection."""

    def address(self, what: str = "", display_language: DisplayLanguage | None = None) -> str:
        """Where this report is, in this language or another one, or what is sent for it."""
        said: dict[str, object] = {"lang": display_language or self.display_language}
        if self.student is not None:
            said["student"] = self.student
        return f"{REPORT}/{self.lesson}{f'/{what}' if what else ''}?{urlencode(said)}"


@dataclass(frozen=True)
class ReportBar:
    """The bar above a report, and the words of the field in it; who reads another's cannot write there."""

    back: Link
    display_languages: Links
    word: Link
    keep: Link | None
    most: int
    reflection: str
    placeholder: str
    kept: str
    not_kept: str
    print: str
    wait: str


def report_page(report: LabReport, asked: ReportRequest, writer: PageWriter, shell: Shell, more: str) -> str:
    """The page of this report; `more` is the address of its own script."""
    return render(
        "report.html",
        ("report", asked.display_language, report.topic),
        writer,
        shell,
        report=report,
        bar=_bar(asked),
        columns=COLUMNS,
        more=more,
    )


def _bar(asked: ReportRequest) -> ReportBar:
    language = languages_of(asked.display_language)[0]
    offered = tuple(
        Link(
            say(f"print_in_{one}", language),
            asked.address(display_language=one),
            one == asked.display_language,
        )
        for one in offered_display_languages()
    )
    keep = Link(say("report_keep", language), asked.address(REFLECTION)) if asked.student is None else None
    return ReportBar(
        back=_back(asked, language),
        display_languages=Links(say("language", language), offered),
        word=Link(say("print_word", language), asked.address(WORD), is_file=True),
        keep=keep,
        most=asked.most,
        reflection=say("report_reflection", language),
        placeholder=say("report_placeholder", language),
        kept=say("report_kept", language),
        not_kept=say("report_not_kept", language),
        print=say("print", language),
        wait=say("print_wait", language),
    )


def _back(asked: ReportRequest, language: Language) -> Link:
    """Where the reader came from: the own work in the lesson, or for a teacher the gradebook."""
    if asked.student is not None:
        return Link(say("gradebook", language), f"/gradebook?{urlencode({'lang': language})}")
    own = urlencode({"lang": language, "lesson": asked.lesson})
    return Link(say("my_summary", language), f"/summary?{own}")

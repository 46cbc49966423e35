"""Pages for paper: a teaching plan, a handout, a worksheet, a key; templates escape what stands on them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from course import course_plan, letterhead
from courseware.interface import both
from courseware.language import DEFAULT_LANGUAGE, DisplayLanguage, Language, conventions, languages_of
from courseware.text import LANGUAGES, Text
from papers.blocks import Paper
from papers.pages.bar import PaperRequest, bar_of
from papers.pages.writer import PageWriter, PictureDraw
from papers.plan import TeachingPlan
from papers.screens import PrintedSlide
from papers.words import word

__all__ = [
    "PageWriter",
    "PaperRequest",
    "PictureDraw",
    "Shell",
    "message_page",
    "paper_page",
    "plan_page",
    "render",
    "slides_page",
]

_TEMPLATES: Final = Path(__file__).with_name("templates")
_MORE: Final = MappingProxyType({"slides.html": ("print/slides.css",), "report.html": ("print/report.css",)})
"""Style sheets of one template alone."""


@dataclass(frozen=True)
class Shell:
    """What a page takes from the lab around it: addresses of scripts and of the desk, style sheets."""

    plotly: str
    script: str
    desk: str
    style: Callable[..., str]


def plan_page(plan: TeachingPlan, asked: PaperRequest, writer: PageWriter, shell: Shell) -> str:
    """The page of a teaching plan."""
    return _page("plan.html", asked, writer, shell, plan.topic, plan=plan, bar=bar_of(asked, shell.desk))


def paper_page(
    paper: Paper, asked: PaperRequest, writer: PageWriter, shell: Shell, tables: tuple[str, ...] = ()
) -> str:
    """The page of a handout, a worksheet or a key; `tables` are the files that go with it."""
    bar = bar_of(asked, shell.desk, tables)
    return _page("paper.html", asked, writer, shell, paper.topic, paper=paper, bar=bar)


def slides_page(
    named: tuple[Text, Text],
    sheets: tuple[PrintedSlide, ...],
    asked: PaperRequest,
    writer: PageWriter,
    shell: Shell,
) -> str:
    """The page of a lesson's slides, as many on each sheet as is asked for; `named` are course and lesson."""
    course, topic = named
    count = max(printed.slide.number for printed in sheets)
    bar = bar_of(asked, shell.desk)
    return _page(
        "slides.html", asked, writer, shell, topic, course=course, printed_slides=sheets, count=count, bar=bar
    )


def message_page(title: Text, words: Text, shell: Shell) -> str:
    """A page that says in both languages why there is no paper here."""
    said = [
        {"tag": conventions(language).tag, "title": title[language], "words": words[language]}
        for language in LANGUAGES
    ]
    frame: dict[str, object] = {
        "tag": conventions(DEFAULT_LANGUAGE).tag,
        "lab": both("lab").elsewhere(),
        "plotly": "",
        "script": "",
        "foot": [],
        "tab": title.elsewhere(),
    }
    template = _templates().get_template("message.html")
    return template.render(said=said, style=shell.style("print/print.css"), **frame)


def _page(
    template: str, asked: PaperRequest, writer: PageWriter, shell: Shell, topic: Text, **content: object
) -> str:
    return render(template, (asked.what, asked.display_language, topic), writer, shell, **content)


def render(
    template: str,
    named: tuple[str, DisplayLanguage, Text],
    writer: PageWriter,
    shell: Shell,
    **content: object,
) -> str:
    """The page that a template makes; `named` are the kind of paper, its language and its topic."""
    what, display_language, topic = named
    language = languages_of(display_language)[0]
    return (
        _templates()
        .get_template(template)
        .render(
            tag=conventions(language).tag,
            tab=f"{word(what)[language]} · {writer.prose.plain(topic[language], language)}",
            plotly=shell.plotly,
            script=shell.script,
            style=shell.style("print/print.css", *_MORE.get(template, ())),
            foot=_foot(language),
            school=letterhead(course_plan()),
            writer=writer,
            **content,
        )
    )


def _foot(language: Language) -> list[str]:
    """The words before, between and after the number of the page and that of all pages."""
    before, _, rest = word("page_of")[language].partition("{page}")
    between, _, after = rest.partition("{pages}")
    return [before, between, after]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

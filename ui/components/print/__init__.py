"""Pages for paper: a teaching plan, a handout, a worksheet, a key; templates escape what stands on them."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from courseware.text import LANGUAGES, Text
from lessons.printing.blocks import Paper
from lessons.printing.plan import TeachingPlan
from lessons.printing.screens import Leaf
from lessons.printing.words import word
from ui.components.asset import ours, plotly, style
from ui.components.print.bar import Asked, bar_of
from ui.components.print.hand import TAGS, Draw, Hand

__all__ = ["Asked", "Draw", "Hand", "message_page", "paper_page", "plan_page", "slides_page"]

_TEMPLATES: Final = Path(__file__).with_name("templates")
_MORE: Final = MappingProxyType({"slides.html": ("print/slides.css",)})
"""Style sheets of one template alone."""


def plan_page(plan: TeachingPlan, asked: Asked, hand: Hand) -> str:
    """The page of a teaching plan."""
    return _page("plan.html", asked, hand, plan.topic, plan=plan, bar=bar_of(asked))


def paper_page(paper: Paper, asked: Asked, hand: Hand, tables: tuple[str, ...] = ()) -> str:
    """The page of a handout, a worksheet or a key; `tables` are the files that go with it."""
    return _page("paper.html", asked, hand, paper.topic, paper=paper, bar=bar_of(asked, tables))


def slides_page(course: Text, topic: Text, sheets: tuple[Leaf, ...], asked: Asked, hand: Hand) -> str:
    """The page of a lesson's slides, as many on each sheet as is asked for."""
    count = max(leaf.slide.number for leaf in sheets)
    return _page(
        "slides.html", asked, hand, topic, course=course, leaves=sheets, count=count, bar=bar_of(asked)
    )


def message_page(title: Text, words: Text) -> str:
    """A page that says in both languages why there is no paper here."""
    said = [
        {"tag": TAGS[language], "title": title[language], "words": words[language]} for language in LANGUAGES
    ]
    shell: dict[str, object] = {
        "tag": "en",
        "plotly": "",
        "script": "",
        "foot": [],
        "tab": f"{title.en} · {title.zh}",
    }
    return (
        _templates().get_template("message.html").render(said=said, style=style("print/print.css"), **shell)
    )


def _page(template: str, asked: Asked, hand: Hand, topic: Text, **content: object) -> str:
    language = asked.language
    name = word(asked.what)[language]
    return (
        _templates()
        .get_template(template)
        .render(
            tag=TAGS[language],
            tab=f"{name} · {hand.prose.plain(topic[language], language)}",
            plotly=plotly().url,
            script=ours()["print/print.js"].url,
            style=style("print/print.css", *_MORE.get(template, ())),
            foot=_foot(asked),
            hand=hand,
            **content,
        )
    )


def _foot(asked: Asked) -> list[str]:
    """The words before, between and after the number of the page and that of all pages."""
    before, _, rest = word("page_of")[asked.language].partition("{page}")
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

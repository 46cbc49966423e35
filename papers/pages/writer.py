"""Writes a paper's texts, letters and charts for its page, in the languages of the paper."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from courseware.language import DisplayLanguage, Language, conventions, language_read_out, languages_of
from courseware.text import Text
from lessons.drawings import svg_of
from papers.blocks import Block, Chart, DrawingBlock, ToldBlock
from papers.display_language import versions
from papers.lab_report import ReportRow
from papers.length import are_short, is_short
from papers.markdown import Prose
from papers.plan import PlanRow
from papers.words import as_label, letter, word
from simulations import Simulation
from simulations.model import Model
from simulations.picture import Picture, as_json

PictureDraw = Callable[[Simulation, str, Model, Language], Picture]
"""Draws one view of a run: simulation, view, model, language."""
SLIDE_CHARTS: Final[Mapping[int, int]] = {2: 480, 6: 332}
"""How wide the chart of a slide is drawn, by how many slides a page holds."""


@dataclass(frozen=True)
class Print:
    """A chart of the page: its title and message in words, and what the browser draws it from."""

    language: Language
    tag: str
    title: str
    alt: str
    json: Markup


@dataclass(frozen=True)
class PageWriter:
    """What templates write with. All that comes from a lesson goes through here, and leaves safe."""

    prose: Prose
    display_language: DisplayLanguage
    draw: PictureDraw
    slide_chart: int | None = None
    """How wide the chart of a slide is drawn, in pixels; it stands there once, in the first language."""

    @property
    def chart_width(self) -> int:
        """How wide a chart is drawn, in pixels: one fits between the margins of A4, or two side by side."""
        return self.slide_chart or (640 if len(languages_of(self.display_language)) == 1 else 332)

    def passage(self, text: Text, label: Text | None = None) -> Markup:
        """Markdown in each language of the paper, one below the other, perhaps led by a label."""
        return self._each(text, lambda language, words: self._block(words, language, label))

    def line(self, text: Text) -> Markup:
        """Words of one line in each language, one after the other."""
        spans = [
            Markup('<span lang="{}" dir="auto"{}>{}</span>').format(
                conventions(language_read_out(words, language)).tag,
                self._other(nth),
                _safe(self.prose.inline_html(words, language)),
            )
            for nth, (language, words) in enumerate(versions(text, self.display_language))
        ]
        return Markup('<span class="line">{}</span>').format(Markup("").join(spans))

    def cell(self, text: Text) -> Markup:
        """A line, or a passage if it has several."""
        return (
            self.passage(text)
            if any("\n" in words for _, words in versions(text, self.display_language))
            else self.line(text)
        )

    def word(self, name: str, **values: object) -> Markup:
        """Words that the paper adds to the lesson."""
        return self.line(self.text(name, **values))

    def text(self, name: str, **values: object) -> Text:
        """The same, to be handed on."""
        return word(name, **values)

    def letter(self, index: int) -> str:
        """What the option at `index` is called."""
        return letter(index)

    def kind(self, block: Block | ReportRow) -> str:
        """Which template shows the block or the row."""
        return type(block).__name__

    def is_short(self, moment: PlanRow) -> bool:
        """Whether the row of this step should stay on one page."""
        return is_short(moment, self.display_language)

    def are_short(self, blocks: tuple[ToldBlock, ...]) -> bool:
        """Whether what has a row to itself should stay on one page."""
        return are_short(blocks, self.display_language)

    def pictures(self, chart: Chart) -> Iterator[Print]:
        """The chart in each language of the paper, on a slide in the first alone."""
        for language in languages_of(self.display_language)[: 1 if self.slide_chart else None]:
            picture = self.draw(chart.simulation, chart.view, chart.model, language)
            title = self.prose.plain(chart.title[language], language)
            yield Print(language, conventions(language).tag, title, picture.alt, _embedded(picture))

    def drawings(self, block: DrawingBlock) -> Iterator[tuple[str, Markup]]:
        """The drawing in each language of the paper with its tag, on a slide in the first alone."""
        for language in languages_of(self.display_language)[: 1 if self.slide_chart else None]:
            yield conventions(language).tag, _safe(svg_of(block.name, language))

    def _block(self, words: str, language: Language, label: Text | None) -> Markup:
        lead = (
            Markup('<span class="label">{}</span>').format(as_label(label, language)) if label else Markup("")
        )
        return lead + _safe(self.prose.html(words, language))

    def _each(self, text: Text, write: Callable[[Language, str], Markup]) -> Markup:
        divisions = [
            Markup('<div class="text led" lang="{}" dir="auto"{}>{}</div>').format(
                conventions(language_read_out(words, language)).tag, self._other(nth), write(language, words)
            )
            for nth, (language, words) in enumerate(versions(text, self.display_language))
        ]
        return Markup('<div class="block">{}</div>').format(Markup("").join(divisions))

    def _other(self, nth: int) -> Markup:
        return Markup(" data-other") if nth else Markup("")


def _safe(html: str) -> Markup:
    """What our own reader of Markdown wrote, with HTML off, a drawing, or JSON that cannot end its script."""
    return Markup(html)  # noqa: S704


def _embedded(picture: Picture) -> Markup:
    """The picture at its first moment as JSON that may stand inside a page."""
    still = replace(picture, frames=picture.frames[picture.start : picture.start + 1], start=0)
    # inside a script nothing is escaped but by JSON itself
    return _safe(as_json(still).replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e"))

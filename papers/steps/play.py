"""A simulation that is played with, on paper."""

from collections.abc import Iterator
from dataclasses import dataclass

import simulations
from courseware.text import Text
from lessons.steps import PlayStep, PlayTask, Predict
from papers.blocks import Block, Form, PaperSection, Passage, Points, Room, ToldBlock
from papers.chart import chart, view_words
from papers.content import before_the_run, came_out
from papers.deck import Deck
from papers.steps.rooms import REASON
from papers.words import listed, with_unit, word


@dataclass(frozen=True)
class PlayOnPaper:
    """Its prediction first; the chart that settles it on the last pages, what came out in the key."""

    step: PlayStep

    @property
    def _manner(self) -> str:
        return "play_predict" if self.step.predict else "play"

    def teacher(self) -> Iterator[Text]:
        """By whether something is to be predicted."""
        yield word(f"teacher_{self._manner}")

    def students(self) -> Text:
        """By whether something is to be predicted; with what is moved and what is watched."""
        words = simulations.find(self.step.simulation).words
        moved = tuple(words.parameters[name].label for name in self.step.controls)
        watched = tuple(words.measures[name].label for name in self.step.show)
        return word(
            f"students_{self._manner}",
            controls=listed(moved) if moved else word("some_controls"),
            measures=listed(watched) if watched else word("some_measures"),
        )

    def told(self) -> Iterator[ToldBlock]:
        """The text, what the chart says, the prediction and what came out."""
        if self.step.text is not None:
            yield Passage(self.step.text)
        yield Passage(view_words(self.step).message, self._shown())
        if self.step.predict is not None:
            yield Passage(self.step.predict.question, word("predict"))
            yield from self._choices(self.step.predict)
            yield from came_out(self.step.predict)
        yield from self._tasks()

    def beside(self, _: Deck) -> Iterator[Block]:
        """The chart that the step begins with."""
        yield chart(self.step, is_told=True)

    def task(self) -> Iterator[Block]:
        """The prediction with boxes to tick; or the chart and a table for what is seen."""
        if self.step.text is not None:
            yield Passage(self.step.text)
        if self.step.predict is None:
            yield chart(self.step)
            yield from self._watched()
            yield from self._tasks()
            return
        yield from before_the_run(self.step)
        yield Room(REASON, word("my_reason"))
        yield Passage(word("chart_follows"))
        yield from self._tasks()

    def questions(self, _number: str, _deck: Deck) -> Iterator[PaperSection]:
        """None."""
        yield from ()

    def settling(self) -> tuple[Block, ...]:
        """The chart, if something was predicted of it."""
        if self.step.predict is None:
            return ()
        return chart(self.step), Room(REASON, word("what_i_see"))

    def answers(self, number: str, _: Deck) -> Iterator[PaperSection]:
        """What came out, if something was predicted."""
        if self.step.predict is not None:
            yield PaperSection(number, self.step.title, None, tuple(came_out(self.step.predict)))

    def _choices(self, predict: Predict) -> Iterator[ToldBlock]:
        """The options by their letters, if there are any."""
        if predict.options:
            yield Points(predict.options, "letters")

    def _tasks(self) -> Iterator[ToldBlock]:
        """What is to be brought about at the simulation; never how."""
        if self.step.tasks:
            texts = tuple(_counted(task) for task in self.step.tasks)
            yield Points(texts, "bullets", label=word("bring_about"))

    def _shown(self) -> Text:
        """The simulation and its view, by their titles."""
        title = simulations.find(self.step.simulation).words.title
        return word("shown", simulation=title, view=view_words(self.step).title)

    def _watched(self) -> Iterator[Block]:
        """A table for what the measures are at the start and after a change of one's own."""
        words = simulations.find(self.step.simulation).words.measures
        names = tuple(with_unit(words[name].label, words[name].unit) for name in self.step.show)
        if names:
            heads = (word("measure"), word("at_the_start"), word("after_my_change"))
            yield Form(heads, tuple((name, None, None) for name in names))
        yield Room(REASON, word("what_i_see"))


def _counted(task: PlayTask) -> Text:
    """A task in words; with how many ways there are, if there are several."""
    if not task.ways:
        return task.text
    return word("several_ways", task=task.text, n=len(task.ways))

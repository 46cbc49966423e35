"""The controls of a simulation, on paper: set at the computer and noted down."""

from collections.abc import Iterator
from dataclasses import dataclass

import simulations
from courseware.text import Text
from exercises import AskedControl, Controls, Variant, reveal
from exercises.fillin import show
from papers.blocks import Block, Form, Passage
from papers.words import as_written, with_unit, word


@dataclass(frozen=True)
class ControlsOnPaper:
    """A table of the controls with their bounds, in which a setting is noted down."""

    field: Controls

    def room(self) -> Iterator[Block]:
        """The goals, where they are to be reached, and the table."""
        title = simulations.find(self.field.simulation).words.title
        yield Passage(self.field.label)
        yield Passage(word("at_the_computer", simulation=title))
        rows = tuple(_control(self.field.simulation, control) for control in self.field.controls)
        yield Form((word("parameter"), word("bounds"), word("start"), word("my_setting")), rows)

    def key(self, variant: Variant) -> Iterator[Block]:
        """One setting that does it, and why."""
        yield Passage(reveal(variant))


def _control(simulation: str, control: AskedControl) -> tuple[Text | None, ...]:
    low, high = show(control.low), show(control.high)
    words = simulations.find(simulation).words.parameters[control.name]
    return (
        with_unit(words.label, words.unit),
        as_written(f"{low} – {high}"),
        as_written(show(control.default)),
        None,
    )

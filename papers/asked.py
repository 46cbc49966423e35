"""A question as it stands on a worksheet: what is asked and room for the answer, nothing of what is right."""

from collections.abc import Iterator
from functools import singledispatch

import simulations
from courseware.text import Text, in_each
from exercises import Assign, Control, Controls, ManyOf, NumberField, OneOf, Option, Ordering, Question
from exercises.fillin import show
from papers.blocks import Block, Choices, Form, Gap, Passage, Points
from papers.words import word


def asked(question: Question, stem: Text) -> Iterator[Block]:
    """The question under this stem, and where its answer is written."""
    yield Passage(stem)
    for field in question.fields:
        yield from _room_for(field)


@singledispatch
def _room_for(field: object) -> Iterator[Block]:
    raise TypeError(f"no worksheet has room for a {type(field).__name__}")


@_room_for.register
def _(field: OneOf) -> Iterator[Block]:
    yield Choices(texts(field.options))


@_room_for.register
def _(field: ManyOf) -> Iterator[Block]:
    yield Passage(word("tick_all"))
    yield Choices(texts(field.options), is_several=True)


@_room_for.register
def _(field: NumberField) -> Iterator[Block]:
    yield Gap(word("answer"), field.unit)


@_room_for.register
def _(field: Assign) -> Iterator[Block]:
    yield Points(texts(field.choices), "letters")
    yield Form((word("row"), word("its_letter")), tuple((row.text, None) for row in field.rows))


@_room_for.register
def _(field: Ordering) -> Iterator[Block]:
    yield Points(texts(field.options), "letters")
    yield Gap(word("order"), places=len(field.options))


@_room_for.register
def _(field: Controls) -> Iterator[Block]:
    title = simulations.find(field.simulation).words.title
    yield Passage(field.label)
    yield Passage(word("at_the_computer", simulation=title))
    rows = tuple(_control(field.simulation, control) for control in field.controls)
    yield Form((word("parameter"), word("bounds"), word("start"), word("my_setting")), rows)


def _control(simulation: str, control: Control) -> tuple[Text | None, ...]:
    low, high = show(control.low), show(control.high)
    return (
        parameter(simulation, control.name),
        as_written(f"{low} – {high}"),
        as_written(show(control.default)),
        None,
    )


def parameter(simulation: str, name: str) -> Text:
    """What a parameter is called, with its unit."""
    words = simulations.find(simulation).words.parameters[name]
    return with_unit(words.label, words.unit)


def with_unit(label: Text, unit: Text | None) -> Text:
    """A label and its unit in brackets, if it has one."""
    return label if unit is None else word("with_unit", label=label, unit=unit)


def as_written(text: str) -> Text:
    """Figures and names that are the same in both languages."""
    return in_each(lambda _language: text)


def texts(options: tuple[Option, ...]) -> tuple[Text, ...]:
    """The texts of these options."""
    return tuple(option.text for option in options)

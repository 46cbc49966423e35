"""The fields of a question on a slide, one module a field: what is asked, and once revealed what is right."""

from typing import Protocol, assert_never

import streamlit as st

from courseware.text import Language
from exercises import (
    Assign,
    Controls,
    Field,
    Gaps,
    LongText,
    ManyOf,
    NumberField,
    OneOf,
    Ordering,
    TableField,
    Variant,
)
from ui.present.fields.asking import explain, under_stem
from ui.present.fields.assign import AssignOnSlide
from ui.present.fields.controls import ControlsOnSlide
from ui.present.fields.gaps import GapsOnSlide
from ui.present.fields.long_text import LongTextOnSlide
from ui.present.fields.many_of import ManyOfOnSlide
from ui.present.fields.number import NumberOnSlide
from ui.present.fields.one_of import OneOfOnSlide
from ui.present.fields.ordering import OrderingOnSlide
from ui.present.fields.table import TableOnSlide
from ui.present.screen import Screen


class SlideField(Protocol):
    """What slides ask of a field."""

    def show(self, screen: Screen, variant: Variant) -> None:
        """Draws a question of this one field, and as much of its answer as is revealed."""

    def part(self, screen: Screen, variant: Variant) -> None:
        """Draws the field alone, as one of several under a stem, and what is right once it is revealed."""

    def outline(self, language: Language) -> str:
        """What there is to choose from in words, for the teacher's window; empty if there is nothing."""

    def played(self) -> ControlsOnSlide | None:
        """The simulation that is played with to answer, which then is revealed before the answer is."""


def show_question(screen: Screen, variant: Variant) -> None:
    """Draws all that is asked: one field as it likes, several below each other under the stem."""
    fields = [on_slide(field) for field in variant.question.fields]
    if len(fields) == 1:
        fields[0].show(screen, variant)
        return
    with under_stem(screen, variant):
        with st.container(key=f"parts-{screen.key}", gap="xsmall"):
            for field in fields:
                field.part(screen, variant)
        if screen.phase:
            explain(screen, variant)


def on_slide(field: Field) -> SlideField:
    """The field as slides draw it."""
    match field:
        case OneOf():
            return OneOfOnSlide(field)
        case ManyOf():
            return ManyOfOnSlide(field)
        case NumberField():
            return NumberOnSlide(field)
        case Assign():
            return AssignOnSlide(field)
        case Ordering():
            return OrderingOnSlide(field)
        case TableField():
            return TableOnSlide(field)
        case Controls():
            return ControlsOnSlide(field)
        case Gaps():
            return GapsOnSlide(field)
        case LongText():
            return LongTextOnSlide(field)
        case _:
            assert_never(field)

"""Export of questions: which, in what format, and what will not travel, told before the file is taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from course import all_exercises, find_exercise
from course.files import CourseStamp, stamp
from courseware.interface import say
from courseware.language import conventions
from courseware.text import Language
from interchange import ExportedFile, WantedLanguage, bundle
from interchange.exporting import MOST_VARIANTS, ExportResult, export_items
from interchange.formats import find_format, formats
from interchange.report import Lost, losses_by_kind
from papers.display_language import offered_display_languages
from ui.choice import choose_one
from ui.errors import guarded
from ui.prose import literal
from ui.question_label import question_label
from ui.visit import Visit

_WHAT = ("bank", "lesson", "items")
_NAMED = 6
"""So many items are named beside what they lose; more of them are folded away."""


@dataclass(frozen=True)
class ExportRequest:
    """What is to travel, and how; `name` is what the file will be called."""

    items: tuple[str, ...]
    name: str
    format: str
    language: WantedLanguage
    variants: int
    seed: str


@st.fragment
def export_questions(visit: Visit, _: Mapping[str, Any]) -> None:
    """Draws the choices on the left; on the right what does not travel, and the file."""
    guarded(lambda: _export_questions(visit), visit.language)


def _export_questions(visit: Visit) -> None:
    language = visit.language
    st.markdown(say("carry_lead", language))
    left, right = st.columns([0.42, 0.58], gap="large")
    with left:
        request = _ask(visit)
    with right, st.container(border=True, key="carry-report"):
        if not request.items:
            st.info(say("carry_nothing_chosen", language))
            return
        with st.spinner(say("carry_working", language)):
            gone = _made(request, stamp())
        _file(gone, bundle(gone.outcome), language)
        _losses(gone, language)


def _ask(visit: Visit) -> ExportRequest:
    language = visit.language
    items, name = _ask_items(visit)
    known = formats()
    form = st.radio(
        say("carry_format", language),
        tuple(known),
        format_func=lambda one: known[one].name[language],
        key="carry-format",
    )
    wanted = choose_one(
        say("carry_language", language),
        offered_display_languages(),
        key=f"carry-language-{form}",
        default=known[form].language,
        format_func=lambda one: say(f"carry_in_{one}", language),
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        variants = st.number_input(
            say("carry_variants", language),
            1,
            MOST_VARIANTS,
            5,
            help=say("carry_variants_help", language),
            key="carry-variants",
        )
        seed = st.text_input(
            say("carry_seed", language),
            "1",
            max_chars=40,
            help=say("carry_seed_help", language),
            key="carry-seed",
        )
    return ExportRequest(items, name, form, wanted, int(variants), seed)


def _ask_items(visit: Visit) -> tuple[tuple[str, ...], str]:
    """The items that are to go, and a name for them."""
    language = visit.language
    what = choose_one(
        say("carry_what", language),
        _WHAT,
        key="carry-what",
        format_func=lambda one: say(f"carry_what_{one}", language),
    )
    everything = all_exercises()
    if what == "lesson":
        return _items_of_lesson(visit)
    if what == "items":
        chosen = st.multiselect(
            say("carry_items", language),
            tuple(everything),
            format_func=lambda one: question_label(everything[one], language),
            placeholder=say("carry_items_hint", language),
            key="carry-items",
        )
        return tuple(chosen), "questions"
    banks = sorted({Path(one.file).stem for one in everything.values()})
    name = st.selectbox(say("carry_bank", language), banks, key="carry-bank")
    return tuple(id_ for id_, one in everything.items() if Path(one.file).stem == name), str(name)


def _items_of_lesson(visit: Visit) -> tuple[tuple[str, ...], str]:
    lessons = visit.registry.lessons()
    name = st.selectbox(
        say("carry_lesson", visit.language),
        visit.registry.names(),
        format_func=lambda one: lessons[one].title[visit.language] if one in lessons else one,
        key="carry-lesson",
    )
    known = all_exercises()
    asked = lessons[name].items() if name in lessons else ()
    return tuple(item for item in dict.fromkeys(asked) if item in known), str(name)


@lru_cache(maxsize=8)
def _made(request: ExportRequest, _: CourseStamp) -> ExportResult:
    """The file for an export; made anew when a file of the course has changed."""
    return export_items(
        [find_exercise(item) for item in request.items],
        find_format(request.format),
        language=request.language,
        variants=request.variants,
        seed=request.seed,
        name=request.name,
    )


def _file(gone: ExportResult, outcome: ExportedFile, language: Language) -> None:
    size = f"{max(1, round(len(outcome.data) / 1000)):,} kB"
    counts = {"items": len(gone.items), "of": len(gone.items) + len(gone.stayed), "n": gone.questions}
    st.markdown(say("carry_ready", language, **counts, file=literal(outcome.name), size=size))
    if outcome.beside:
        st.caption(say("carry_with_data", language, n=len(outcome.beside)))
    st.download_button(
        say("carry_take", language),
        outcome.data,
        file_name=outcome.name,
        mime=outcome.media_type,
        type="primary",
        icon=":material/download:",
        on_click="ignore",
        disabled=not gone.items,
        key="carry-take",
    )


def _losses(gone: ExportResult, language: Language) -> None:
    """First what stays here, then what changes on the way, then what holds for every question."""
    lost = losses_by_kind(gone.outcome.losses)
    if not lost:
        st.success(say("carry_all_travels", language), icon=":material/task_alt:")
        return
    stays = [one for one in lost if one.items and set(one.items) <= set(gone.stayed)]
    changes = [one for one in lost if one not in stays]
    for title, ones in (("carry_stays", stays), ("carry_lost", changes)):
        if ones:
            st.markdown(f"**{say(title, language)}**")
            for one in ones:
                _lost(one, language)


def _lost(lost: Lost, language: Language) -> None:
    between = conventions(language).list_comma
    what, named = literal(lost.what[language]), between.join(map(literal, lost.items))
    with st.container(gap="xxsmall"):
        if len(lost.items) > _NAMED:
            st.markdown(f"- {what}")
            with st.expander(say("carry_lost_items", language, n=len(lost.items)), type="compact"):
                st.caption(named)
        else:
            st.markdown(
                f"- {literal(lost.what[language])}" + (f"  \n  :small[:gray[{named}]]" if named else "")
            )

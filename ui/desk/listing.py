"""All files of the course on one page: what state each is in, who saved it last, and what can be done."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from classroom import Revision, latest_of_all
from course.files import FileEntry, entries
from courseware.interface import both, say
from courseware.problem import Problem, ProblemsFoundError, ReaderError
from courseware.text import Language
from ui.desk.moment import clock_time
from ui.desk.problems import counted
from ui.desk.sheet import with_line_feeds
from ui.desk.verdict import TextVerdict, verdict
from ui.prose import literal
from ui.visit import Visit

_WIDTHS = (0.4, 0.24, 0.24, 0.12)


def show_listing(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws one row for each file, lessons first."""
    latest = latest_of_all(visit.store)
    for part in ("lessons", "bank"):
        st.header(say(f"desk_{part}", visit.language), anchor=False)
        with st.container(key=f"desk-list-{part}", gap=None):
            for one in entries():
                if one.name.startswith(f"{part}/"):
                    _row(visit, pages, one, _found(one), latest.get(one.name))


def _found(one: FileEntry) -> TextVerdict:
    try:
        return verdict(one, with_line_feeds(one.file.text() or ""))
    except ProblemsFoundError as error:
        return TextVerdict(error.problems)
    except ReaderError as error:  # a folder of this name, or a file that may not be read
        return TextVerdict((Problem(one.name, 1, 1, "", error.text, both("desk_put_right")),))


def _row(
    visit: Visit, pages: Mapping[str, Any], one: FileEntry, found: TextVerdict, last: Revision | None
) -> None:
    language = visit.language
    with st.container(key=f"desk-row-{one.name.replace('/', '-').replace('.', '-')}"):
        name, state, who, more = st.columns(_WIDTHS, vertical_alignment="center")
        with name:
            st.page_link(
                pages["desk"],
                label=f"**{literal(_title(visit, one, found))}**",
                query_params={"lang": language, "file": one.name},
                width="stretch",
            )
            st.caption(" · ".join((literal(one.name), *_origin(one, language))))
        state.markdown(_state(found, language))
        who.caption(_last(last, language))
        with more:
            _printing(one, language)


def _title(visit: Visit, one: FileEntry, found: TextVerdict) -> str:
    language = visit.language
    if one.kind in ("course", "glossary"):
        return say(f"desk_{one.kind}", language)
    if one.kind == "lesson":
        lesson = found.lesson or visit.registry.lesson(one.stem)
        return lesson.title[language] if lesson else one.stem
    return say("desk_bank_of", language, bank=one.stem, n=len(found.exercises))


def _origin(one: FileEntry, language: Language) -> list[str]:
    return [] if one.origin == "built_in" else [say(f"desk_origin_{one.origin}", language)]


def _state(found: TextVerdict, language: Language) -> str:
    if found.errors:
        return f":red[:material/error: {counted(found, language)}] · {say('desk_shows_last_good', language)}"
    if found.warnings:
        return f":orange[:material/warning: {counted(found, language)}]"
    return f":green[:material/task_alt: {say('desk_fine', language)}]"


def _last(last: Revision | None, language: Language) -> str:
    if last is None or last.why == "found":
        return say("desk_never_opened", language)
    who = literal(last.author) if last.author else say("desk_nobody", language)
    return f"{who} · {clock_time(last.at, language)}"


def _printing(one: FileEntry, language: Language) -> None:
    if one.kind != "lesson":
        return
    with st.popover(say("desk_print", language), icon=":material/print:", type="tertiary"):
        for what in ("plan", "plan.docx", "handout", "worksheet", "key", "slides"):
            label = say(f"desk_print_{what.replace('.', '_')}", language)
            st.link_button(label, f"/print/{what}/{one.stem}?lang={language}", width="stretch")

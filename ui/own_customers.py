"""My customers: the reader's own, with what the lessons begun so far say of each of them."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from classroom import own_table
from courseware.interface import say
from courseware.language import conventions
from courseware.table import Table
from courseware.text import Language
from datasets import LOCALE_OF, Column, find, matching, only, read_number, story
from exercises import DataUse
from ui.customers import as_csv, explain_columns
from ui.lesson_card import progress_of
from ui.prose import literal, shorten
from ui.session import SessionKey, SessionKeys
from ui.visit import Visit
from ui.withheld import withheld

MINE: Final = DataUse(id="portrait", dataset="portrait", n=120)
PORTRAIT: Final = find(MINE.dataset)
FILTERS: Final = ("segment", "state", "quadrant")
_SEARCH: Final = SessionKey("own-search", "")
_FILTER: Final = SessionKeys[list[str]]("own-filter:{}", [])
"""The values that are chosen in a column."""
_CUSTOMER: Final = "customer"
"""What the address calls the number of the customer whose story it opens."""


def own_customers_page(visit: Visit, pages: Mapping[str, Any]) -> None:
    """Draws search and filters, the customers found, one customer's story, and what is still to come."""
    language = visit.language
    table = own_table(visit.store, visit.student, MINE, LOCALE_OF[language])
    begun = lessons_begun(visit)
    taught = [one for one in PORTRAIT.columns if one.lesson is None or one.lesson in begun]
    hidden = withheld(visit, PORTRAIT)
    columns = [one for one in taught if one.name not in hidden]
    st.title(say("own_customers", language), anchor=False)
    st.markdown(say("own_lead", language, n=MINE.n))
    known = {name: values for name, values in table.items() if name not in hidden}
    rows = _found(known, columns, language)
    if rows.any():
        _customers(known, rows, columns, begun, language)
    else:
        st.info(say("own_none", language))
        st.button(say("own_reset", language), on_click=_reset)
    if titles := [one.title[language] for one in taught if one.name in hidden]:
        st.caption(say("own_withheld", language, columns=conventions(language).list_comma.join(titles)))
    _still_to_come(visit, pages, begun)


def lessons_begun(visit: Visit) -> tuple[str, ...]:
    """The lessons of which the reader has seen a step and that say something of each customer."""
    lessons = (
        visit.registry.lesson(name) for name in visit.registry.course().lessons if PORTRAIT.taught(name)
    )
    return tuple(lesson.id for lesson in lessons if lesson and progress_of(visit, lesson).seen)


def _found(table: Table, columns: list[Column], language: Language) -> NDArray[np.bool_]:
    """Asks what to look for; says which rows fit."""
    filters = [column for column in columns if column.name in FILTERS]
    beside = st.columns([2, *(1 for _ in filters)], gap="small")
    query = beside[0].text_input(
        say("own_search", language), key=_SEARCH.name, on_change=_forget_address, persist_state="session"
    )
    chosen = {
        column.name: _filter(place, column, language)
        for place, column in zip(beside[1:], filters, strict=True)
    }
    return matching(table, query, chosen)


def _filter(place: Any, column: Column, language: Language) -> list[str]:
    """The codes of this column that the reader wants to see; none means all."""
    codes: list[str] = place.multiselect(
        column.title[language],
        tuple(column.choices),
        format_func=lambda code: column.choices[code][language],
        placeholder=say("own_all", language),
        key=_FILTER(column.name).name,
        on_change=_forget_address,
        persist_state="session",
    )
    return codes


def _reset() -> None:
    _SEARCH.set("")
    for name in FILTERS:
        _FILTER(name).set([])


def _customers(
    table: Table, rows: NDArray[np.bool_], columns: list[Column], begun: tuple[str, ...], language: Language
) -> None:
    """The table of those found, the story of the one chosen, and a file to take along."""
    found = only(table, rows, [column.name for column in columns])
    st.caption(say("own_found", language, found=int(rows.sum()), n=MINE.n))
    ticked = _table(found, columns, language)
    with st.container(border=True, key="own-story"):
        _story(table, _wanted(found["number"], ticked), begun, language)
    st.download_button(
        say("download_customers", language),
        partial(as_csv, MINE.dataset, found, language),
        file_name="my_customers.csv",
        mime="text/csv",
        key="own-download",
        on_click="ignore",
    )
    explain_columns(MINE.dataset, found, language)


def _wanted(numbers: NDArray[np.str_], ticked: int | None) -> str | None:
    """Whose story is told: the one ticked, else the one that the address names, else the only one found."""
    if ticked is not None:
        return str(numbers[ticked])
    if asked := st.query_params.get(_CUSTOMER, "").strip():
        return read_number(asked) or asked
    return str(numbers[0]) if len(numbers) == 1 else None


def _forget_address() -> None:
    """Who looks for somebody else no longer wants the customer that the address names. A callback's work."""
    st.query_params.pop(_CUSTOMER, None)


def _table(found: Table, columns: list[Column], language: Language) -> int | None:
    """Draws the customers; the place of the one that is ticked."""
    shown = [column for column in columns if column.name != "id"]
    values = {column.name: _readable(column, found[column.name], language) for column in shown}
    picked = st.dataframe(
        values,
        hide_index=True,
        height=min(36 * (len(found["id"]) + 1), 396),
        column_config={column.name: _config(column, found[column.name], language) for column in shown},
        on_select="rerun",
        selection_mode="single-row",
        key=f"own-table:{hash(found['id'].tobytes())}",
    )
    return next(iter(picked.selection.rows), None)


def _readable(column: Column, values: NDArray[Any], language: Language) -> NDArray[Any]:
    """Words in place of codes."""
    if not column.choices:
        return values
    return np.array([column.choices[code][language] for code in values.tolist()])


def _config(column: Column, values: NDArray[Any], language: Language) -> Any:
    """How the column is headed, explained and, if it holds decimals, written."""
    label, about = column.head(language), column.explained(language)
    if column.name == "name":
        return st.column_config.Column(label, help=about, pinned=True, width=_width(values, language))
    if column.kind != "decimal":
        return st.column_config.Column(label, help=about)
    places = next((n for n in range(3) if np.array_equal(np.round(values, n), values)), 3)
    return st.column_config.NumberColumn(label, help=about, format=f"%.{places}f")


def _width(words: NDArray[Any], language: Language) -> int:
    """Pixels that the longest of these words takes; Streamlit would look at a few of them only."""
    longest = int(np.strings.str_len(words).max())
    return 24 + longest * conventions(language).letter_width


def _story(table: Table, number: str | None, begun: tuple[str, ...], language: Language) -> None:
    if number is None:
        st.markdown(say("own_choose", language))
        return
    places = np.flatnonzero(table["number"] == number)
    if not len(places):
        st.markdown(say("own_unknown", language, number=literal(shorten(number))))
        return
    row = {name: values[places[0]].item() for name, values in table.items()}
    st.markdown(f"**{literal(row['name'])}** · {number}")
    st.markdown(story(row, begun)[language].replace("$", r"\$"))


def _still_to_come(visit: Visit, pages: Mapping[str, Any], begun: tuple[str, ...]) -> None:
    """Which lessons add which columns, as links where the lesson can be opened."""
    language = visit.language
    ahead = [
        entry
        for entry in visit.registry.course().entries
        if PORTRAIT.taught(entry.id) and entry.id not in begun
    ]
    if not ahead:
        return
    st.header(say("own_more", language), anchor=False)
    for entry in ahead:
        titles = conventions(language).list_comma.join(
            PORTRAIT.column(name).title[language] for name in PORTRAIT.taught(entry.id)
        )
        with st.container(key=f"own-ahead-{entry.id}", gap=None):
            if entry.id in pages:
                address = {"lang": language}
                label = f"**{visit.registry.title(entry)[language]}**"
                st.page_link(pages[entry.id], label=label, query_params=address)
            else:
                st.markdown(f"**{entry.title[language]}** · {say('coming', language)}")
            st.caption(say("own_adds", language, columns=titles))

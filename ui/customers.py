"""The reader's own customers as a table to look at, sort and download."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

import streamlit as st

from classroom import own_table
from classroom.assignments.store import Assigned
from courseware.interface import say
from courseware.table import Table, to_csv
from courseware.text import Language
from datasets import LOCALE_OF, find, readable
from exercises import DataUse, Exercise
from ui.sums import sums
from ui.visit import Visit
from ui.withheld import withheld

WHO: Final = 3
"""So many of the columns that need no lesson say who somebody is: ID, number and name."""


def show_data_of(
    visit: Visit, exercises: Sequence[Exercise], assigned: Sequence[Assigned] | None = None
) -> None:
    """Draws the tables that these questions are asked about, each once; `assigned` is set to the reader."""
    for spec in {one.data.id: one.data for one in exercises if one.data is not None}.values():
        asked = frozenset().union(*(one.names for one in exercises if one.data == spec))
        table = own_table(visit.store, visit.student, spec, LOCALE_OF[visit.language])
        show_customers(visit, spec, table, asked, withheld(visit, find(spec.dataset), assigned))


def show_customers(
    visit: Visit, spec: DataUse, everything: Table, asked: frozenset[str], hidden: frozenset[str]
) -> None:
    """Draws the table behind a fold, with its columns named for readers and a CSV to take along.

    What other questions still ask the reader to work out is `hidden`, except where it is `asked` about.
    What is asked about stands first, after who it is: on a phone three columns are seen at once.
    """
    language = visit.language
    known = [name for name in everything if name not in hidden - asked]
    first = find(spec.dataset).taught(None)[:WHO]
    known.sort(key=lambda name: (name not in first, name not in asked))
    table = {name: everything[name] for name in known}
    rows = len(next(iter(table.values())))
    title = find(spec.dataset).title[language]
    with st.expander(say("your_data", language, title=title, n=rows), icon=":material/groups:"):
        st.caption(say("your_data_lead", language, n=rows))
        sums(spec.id, spec.dataset, table, sorted(asked), language)
        st.download_button(
            say("download_customers", language),
            partial(as_csv, spec.dataset, table, language),
            file_name=f"{spec.id}.csv",
            mime="text/csv",
            key=f"download:{spec.id}",
            on_click="ignore",
        )
    explain_columns(spec.dataset, table, language)


def as_csv(dataset: str, table: Table, language: Language) -> bytes:
    """The table as the page shows it: titles with units above, words in place of codes.

    Excel opens it in the right characters because of the mark in front.
    """
    return ("\ufeff" + to_csv(readable(dataset, table, language))).encode()


def explain_columns(dataset: str, names: Iterable[str], language: Language) -> None:
    """What each of these columns tells, behind a fold: a tooltip is not to be had on a phone."""
    about = [find(dataset).column(name) for name in names]
    with st.expander(say("your_columns", language), icon=":material/help:"):
        st.markdown("\n".join(f"- **{one.head(language)}** {one.explained(language)}" for one in about))

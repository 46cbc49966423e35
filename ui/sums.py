"""A table to filter, count, add up and average on the page, with what was done in words and as a formula."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st

from courseware.interface import say
from courseware.table import Table
from courseware.text import Language
from datasets import Column, find, only, readable
from datasets.aggregate import (
    RELATIONS,
    Aggregate,
    Condition,
    Relation,
    Statistic,
    aggregate,
    rows_where,
    sheet_formula,
)
from ui.prose import literal
from ui.session import SessionKeys

_NUMBERS: Final = ("whole", "decimal")
_STATISTICS: Final[tuple[Statistic, ...]] = ("count", "sum", "mean")
_KEY: Final = SessionKeys("sums:{}:{}", None)
"""What is chosen in one of the boxes of a table."""
_HEIGHT: Final = 320
_LINE: Final = 36


@st.fragment
def sums(key: str, dataset: str, table: Table, asked: Sequence[str], language: Language) -> None:
    """Draws the boxes, the rows that meet the condition, and the result; `asked` columns come first."""
    columns = [find(dataset).column(name) for name in table]
    columns.sort(key=lambda one: one.name not in asked)
    with st.container(key=f"sums-{key}", horizontal=True, vertical_alignment="bottom", gap="small"):
        where, said = _condition(key, table, columns, language)
        statistic, column = _statistic(key, columns, language)
    met = rows_where(table, where)
    shown = pd.DataFrame(dict(readable(dataset, only(table, met, list(table)), language)))
    height = min(_HEIGHT, _LINE * (len(shown) + 1))
    st.dataframe(shown, hide_index=True, height=height)
    wanted = Aggregate(statistic, column.name if column else "", where)
    with st.container(key=f"sums-result-{key}", gap="xsmall"):
        _result(table, wanted, columns, said, language)


def _statistic(key: str, columns: Sequence[Column], language: Language) -> tuple[Statistic, Column | None]:
    """What to work out, and of which column; a count is one of rows."""
    statistic = st.selectbox(
        say("sums_what", language),
        _STATISTICS,
        format_func=lambda one: say(f"sums_{one}", language),
        key=_KEY(key, "what").name,
        width=150,
    )
    if statistic == "count":
        return statistic, None
    numbers = {one.name: one for one in columns if one.kind in _NUMBERS and one.name != "id"}
    name = st.selectbox(
        say("sums_column", language),
        list(numbers),
        format_func=lambda one: numbers[one].head(language),
        key=_KEY(key, "column").name,
        width=220,
    )
    return (statistic, numbers[name]) if name else ("count", None)


def _condition(
    key: str, table: Table, columns: Sequence[Column], language: Language
) -> tuple[Condition | None, str]:
    """Which rows are meant, and how their value is written; None for all of them."""
    offered = {one.name: one for one in columns if one.kind != "date"}
    name = st.selectbox(
        say("sums_where", language),
        list(offered),
        index=None,
        format_func=lambda one: offered[one].head(language),
        placeholder=say("sums_all_rows", language),
        key=_KEY(key, "where").name,
        width=220,
    )
    if name is None:
        return None, ""
    column = offered[name]
    is_number = column.kind in _NUMBERS
    relations: list[Relation] = list(RELATIONS) if is_number else ["=", "≠"]
    relation = st.selectbox(
        say("sums_relation", language), relations, key=_KEY(key, f"relation:{is_number}").name, width=90
    )
    value = _value(key, column, table, language)
    if value is None:
        return None, ""
    said = f"{value:g}" if isinstance(value, float) else _word(column, value, language)
    return Condition(name, relation, value), said


def _value(key: str, column: Column, table: Table, language: Language) -> float | str | None:
    """What the column is compared with: a number, or one of the words that stand in it."""
    label, name = say("sums_value", language), _KEY(key, f"value:{column.name}").name
    if column.kind in _NUMBERS:
        typed = st.number_input(label, value=None, key=name, width=130, format="%g")
        return None if typed is None else float(typed)
    words = sorted(set(table[column.name].tolist()))
    chosen: Any = st.selectbox(
        label, words, format_func=lambda one: _word(column, one, language), key=name, width=190
    )
    return None if chosen is None else str(chosen)


def _word(column: Column, code: str, language: Language) -> str:
    return column.choices[code][language] if code in column.choices else code


def _result(
    table: Table, wanted: Aggregate, columns: Sequence[Column], said: str, language: Language
) -> None:
    """The number, in words what it is, and the formula that gives it in a spreadsheet of the download."""
    heads = {one.name: literal(one.head(language)) for one in columns}
    rows = len(next(iter(table.values())))
    met = int(np.count_nonzero(rows_where(table, wanted.where)))
    what = say(f"sums_said_{wanted.statistic}", language, column=heads.get(wanted.column, ""))
    if wanted.where is not None:
        head, relation = heads[wanted.where.column], wanted.where.relation
        facts = {"column": head, "relation": relation, "value": literal(said)}
        what = say("sums_said_where", language, what=what, **facts)
    found = aggregate(table, wanted)
    number = say("sums_nothing", language) if found is None else _written(found)
    st.markdown(f"{what} = **{number}**")
    st.caption(say("sums_rows", language, n=met, all=rows))
    formula = sheet_formula(list(table), rows, wanted, said)
    st.markdown(f"{say('sums_formula', language)} `{formula}`")


def _written(number: float) -> str:
    text = f"{number:,.4f}"
    return text.rstrip("0").rstrip(".")

"""The table beside a question can be filtered, counted and averaged, and says how."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from classroom import own_table, owner_here
from courseware.interface import say
from courseware.text import LANGUAGES, Language
from datasets import LOCALE_OF, find
from tests.ui.asked import Asked, all_asked
from tests.ui.reader import errors, open_page, own_record, said
from web.records import records_here


@pytest.fixture(autouse=True)
def _record(tmp_path: Path) -> Iterator[None]:
    with own_record(tmp_path):
        yield


def with_numbers() -> tuple[Asked, str]:
    """A question about a table, and a column of numbers that it asks about."""
    return next(
        (one, name)
        for one in all_asked()
        if one.exercise.data is not None
        for name in sorted(one.exercise.names)
        for column in find(one.exercise.data.dataset).columns
        if column.name == name and column.kind in ("whole", "decimal")
    )


def box(page: AppTest, what: str) -> str:
    """The key of a box of the table."""
    asked, _ = with_numbers()
    assert asked.exercise.data is not None
    return f"sums:{asked.exercise.data.id}:{what}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_filtered_and_their_mean_is_told_in_words_and_as_a_formula(language: Language) -> None:
    asked, name = with_numbers()
    spec = asked.exercise.data
    assert spec is not None
    store = records_here()
    values = own_table(store, owner_here(store), spec, LOCALE_OF[language])[name]
    middle = float(sorted(values.tolist())[len(values) // 2])
    page = open_page(asked.lesson, language, **asked.address)
    assert errors(page) == []
    assert f"= **{len(values)}**" in said(page)
    assert "`=ROWS(A2:A" in said(page)

    page.selectbox(key=box(page, "where")).set_value(name).run()
    page.selectbox(key=box(page, "relation:True")).set_value("≥").run()
    page.number_input(key=box(page, f"value:{name}")).set_value(middle).run()
    page.selectbox(key=box(page, "what")).set_value("mean").run()
    page.selectbox(key=box(page, "column")).set_value(name).run()

    kept = values[values >= middle]
    head = find(spec.dataset).column(name).head(language)
    words = said(page)
    assert errors(page) == []
    assert f"= **{kept.mean():,.4f}".rstrip("0").rstrip(".") in words
    assert f"{head} ≥" in words.replace("\\", "")
    assert say("sums_rows", language, n=len(kept), all=len(values)) in words
    assert "`=AVERAGEIFS(" in words
    assert any(len(one.value) == len(kept) for one in page.dataframe)
